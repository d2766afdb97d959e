using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Hosting;

/// <summary>
/// The tests as a process of their own, which writes until it is killed and says on standard output what was acknowledged:
/// <c>write FOLDER</c> or <c>publish FOLDER</c>.
/// </summary>
internal static class Writer
{
    /// <summary>How many events a round puts in.</summary>
    public const int EventsOfRound = 10;

    private const string Session = "2024-1";

    private static async Task<int> Main(string[] args)
    {
        if (args is not [var what, var folder])
        {
            return 1;
        }
        var stores = new BoardStores(new DatabaseOptions { Folder = folder });
        var working = new WorkingStore(stores);
        var publisher = new Publisher(stores, new PublishedClock());
        await Task.WhenAll(what == "write"
            ? Enumerable.Range(0, 4).Select(writer => WriteAsync(working, writer))
            : [PublishAsync(working, publisher)]);
        return 0;
    }

    /// <summary>The event that write number <paramref name="n"/> puts in.</summary>
    public static Guid IdOf(int n) => StableId.For($"write {n}");

    private static async Task WriteAsync(WorkingStore working, int writer)
    {
        var paragraph = await ParagraphAsync(working);
        for (var n = writer; ; n += 4)
        {
            await using var db = await working.OpenAsync(CancellationToken.None);
            db.Add(Event(IdOf(n), $"Write {n}", paragraph));
            var session = await db.Sessions.SingleAsync(s => s.Id == Session);
            session.Describe(session.Title.With(Language.En, $"Write {n}"), session.Place, session.Mode, session.ModeNote, session.Interpretation);
            await working.SaveAsync(db, new Attribution($"writer {writer}", $"write {n}", DateTimeOffset.UtcNow), CancellationToken.None);
            await Console.Out.WriteLineAsync($"{n}");
        }
    }

    private static async Task PublishAsync(WorkingStore working, Publisher publisher)
    {
        var paragraph = await ParagraphAsync(working);
        for (var round = 1; ; round++)
        {
            var by = new Attribution("a publisher", $"Round {round}", DateTimeOffset.UtcNow);
            await using (var db = await working.OpenAsync(CancellationToken.None))
            {
                db.RemoveRange((await db.Events.ToListAsync()).Where(e => e.Title.En?.Text.StartsWith("Round ", StringComparison.Ordinal) == true));
                db.AddRange(Enumerable.Range(0, EventsOfRound).Select(i => Event(Guid.NewGuid(), $"Round {round}", paragraph)));
                await working.SaveAsync(db, by, CancellationToken.None);
            }
            await publisher.PublishAsync(Session, by, CancellationToken.None);
            await Console.Out.WriteLineAsync($"{round}");
        }
    }

    private static Event Event(Guid id, string title, Guid paragraph) =>
        new(id, Session, LocalizedText.None.With(Language.En, title), new DateOnly(2024, 5, 6), null, LocalizedText.None, paragraph);

    private static async Task<Guid> ParagraphAsync(WorkingStore working)
    {
        await using var db = await working.OpenAsync(CancellationToken.None);
        return await db.Paragraphs.Where(p => p.SessionId == Session && p.Number == 1).Select(p => p.Id).SingleAsync();
    }
}
