using System.Data.Common;
using System.Net;
using HabitatBoard.Accounts;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Publishing;

/// <summary>An application whose disk can be full: the stores of the record may not grow by a page.</summary>
public sealed class CrampedBoard : BoardFixture
{
    private readonly Disk disk = new();

    public bool IsFull
    {
        set => disk.IsFull = value;
    }

    protected override void Configure(DbContextOptionsBuilder builder) => builder.AddInterceptors(disk);

    private sealed class Disk : DbConnectionInterceptor
    {
        public volatile bool IsFull;

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        private void Limit(DbConnection connection)
        {
            if (!connection.DataSource.EndsWith("accounts.db", StringComparison.Ordinal))
            {
                using var command = connection.CreateCommand();
                // The limit is never below what there is: from then on nothing can be added.
                command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : 1_000_000)}";
                command.ExecuteNonQuery();
            }
        }
    }
}

/// <summary>A full disk refuses what is written, harms nothing, and is over when there is room again.</summary>
public sealed class FullDiskTests(CrampedBoard board) : IClassFixture<CrampedBoard>
{
    private const string Page = "/en/manage/sessions/2024-2/publish";

    [SqliteFact]
    public async Task AFullDisk_Answers503_ChangesNothing_AndRecoversUnaided()
    {
        var publisher = await board.SignedInAsync(Role.Publisher);
        var working = board.Services.GetRequiredService<WorkingStore>();
        await using (var db = await working.OpenAsync(CancellationToken.None))
        {
            var paragraphs = await db.Paragraphs.Where(p => p.SessionId == "2024-1").Select(p => p.Id).FirstAsync();
            // Enough that its edition needs pages of its own.
            for (var n = 0; n < 50; n++)
            {
                db.Add(new HabitatBoard.Sessions.Event(Guid.NewGuid(), "2024-2", HabitatBoard.Languages.LocalizedText.None.With(HabitatBoard.Languages.Language.En, new string('e', 900)), new DateOnly(2024, 5, 6), null, HabitatBoard.Languages.LocalizedText.None, paragraphs));
            }
            await working.SaveAsync(db, new Attribution("an editor", "a test", DateTimeOffset.UtcNow), CancellationToken.None);
        }
        var page = await publisher.GetPageAsync(Page);
        var before = (int)(await board.GetJsonAsync("/api/v1/sessions/2024-2/editions"))["total"]!;

        board.IsFull = true;
        using (var refused = await publisher.SendAsync(Page, [("note", "A note."), ("overruling", "A reason.")], page))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }
        Assert.Equal(before, (int)(await board.GetJsonAsync("/api/v1/sessions/2024-2/editions"))["total"]!);

        board.IsFull = false;
        using var accepted = await publisher.SendAsync(Page, [("note", "A note."), ("overruling", "A reason.")], page);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        var faults = new List<Fault>();
        await foreach (var fault in board.Services.GetRequiredService<Verification>().RunAsync(null, CancellationToken.None))
        {
            faults.Add(fault);
        }
        Assert.Empty(faults);
    }
}
