using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Statements;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Editing;

/// <summary>Drafts of every kind of fact, over the seeded record.</summary>
public sealed class EditorTests : IAsyncLifetime
{
    private static readonly Attribution By = new("an editor", "a test", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private TestInstallation board = null!;

    private RecordEditor Record => new(board.Working);

    private History History => new(board.Working);

    public static TheoryData<string> Names => [.. Editors.All.Select(e => e.Name)];

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Replacing_ByItsOwnDraft_ReadBackFromJson_ChangesNothing(string name)
    {
        var editor = Editors.Named(name)!;
        var head = await HeadAsync();
        var steps = new List<EditStep>();
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            foreach (var unit in await UnitsAsync(db, editor))
            {
                foreach (var listed in await editor.ListAsync(db, unit, CancellationToken.None))
                {
                    Assert.False(listed.Label.IsNone && listed.Sign.Length == 0, $"{name} {listed.Key} has neither sign nor label");
                    var found = await editor.FindAsync(db, unit, listed.Key, CancellationToken.None);
                    Assert.NotNull(found);
                    Assert.Equal(listed.Key, found.Key);
                    steps.Add(new EditStep(editor, unit, found.Key, DraftJson.Read(editor.DraftType, DraftJson.Write(found.Draft)), found.Version));
                }
            }
        }
        // The report of the seed does not tell meetings apart.
        Assert.Equal(name == "meeting", steps.Count == 0);

        await Record.WriteAsync(steps, By, CancellationToken.None);

        await using var after = await board.Working.OpenAsync(CancellationToken.None);
        Assert.Empty(await after.Changes.Where(c => c.Sequence > head).Select(c => c.Fields).ToListAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AnEmptyDraft_IsRefused_WithEveryMissingFieldNamed_OrStored(string name)
    {
        var editor = Editors.Named(name)!;
        var head = await HeadAsync();
        var errors = editor.Validate(Activator.CreateInstance(editor.DraftType)!);
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.NotEqual("", e.Field));
        await Assert.ThrowsAsync<DraftException>(() => Record.WriteAsync(new EditStep(editor, editor.OfSession ? "2024-1" : PublishedUnit.Registers, null, Activator.CreateInstance(editor.DraftType)!, null), By, CancellationToken.None));
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task AChange_IsOneRowOfHistory_WithTheFieldsThatDiffer()
    {
        var (statement, before) = await AnyAsync("statement");
        var draft = (StatementDraft)before.Draft;
        draft.Kind = StatementKind.Closing;
        draft.OnBehalfOf = [.. draft.OnBehalfOf, new CodeReference("AFR")];
        var head = await HeadAsync();

        var after = await Record.WriteAsync(new EditStep(statement, "2024-1", before.Key, draft, before.Version), By, CancellationToken.None);

        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var change = await db.Changes.SingleAsync(c => c.Sequence > head);
        Assert.Equal(("statement", before.Id, ChangeOperation.Updated), (change.Type, change.Key, change.Operation));
        var fields = JsonNode.Parse(change.Fields!)!.AsObject();
        Assert.Equal("closing", (string?)fields["kind"]![1]);
        Assert.Equal("AFR", (string?)fields.Single(f => f.Key.EndsWith("/groupCode", StringComparison.Ordinal)).Value![1]);
        Assert.NotEqual(before.Version, after!.Version);
    }

    [Fact]
    public async Task TheLoser_LearnsWhatItIsNow_AndNothingIsStored()
    {
        var (statement, before) = await AnyAsync("statement");
        var (mine, theirs) = ((StatementDraft)before.Draft, (StatementDraft)(await AnyAsync("statement")).Found.Draft);
        theirs.Kind = StatementKind.Closing;
        await Record.WriteAsync(new EditStep(statement, "2024-1", before.Key, theirs, before.Version), By, CancellationToken.None);
        var head = await HeadAsync();

        mine.Kind = StatementKind.Answer;
        var stale = await Assert.ThrowsAsync<StaleException>(() => Record.WriteAsync(new EditStep(statement, "2024-1", before.Key, mine, before.Version), By, CancellationToken.None));

        Assert.Equal(StatementKind.Closing, ((StatementDraft)stale.Current!.Draft).Kind);
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task OfManyWriters_OfOneVersion_ExactlyOneSucceeds()
    {
        var (statement, before) = await AnyAsync("statement");
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(async n =>
        {
            var draft = (StatementDraft)DraftJson.Read(typeof(StatementDraft), DraftJson.Write(before.Draft));
            draft.Order = 100 + n;
            try
            {
                await Record.WriteAsync(new EditStep(statement, "2024-1", before.Key, draft, before.Version), By, CancellationToken.None);
                return true;
            }
            catch (StaleException)
            {
                return false;
            }
        }));
        Assert.Single(outcomes, o => o);
    }

    [Fact]
    public async Task WhatIsReferredTo_IsNotRemoved_AndTheReferrersAreNamed()
    {
        var item = Editors.Named("agendaItem")!;
        var refused = await Assert.ThrowsAsync<StillReferredToException>(() => Record.WriteAsync(new EditStep(item, "2024-1", "4", null, null), By, CancellationToken.None));
        Assert.Contains(refused.Referrers, r => r.Resource == "statement");
        Assert.Contains(refused.Referrers, r => r.Resource == "section");
    }

    [Fact]
    public async Task WhatIsRemoved_CanBeBroughtBack_AsItWas()
    {
        var (statement, before) = await AnyAsync("statement");
        var head = await HeadAsync();
        Assert.Null(await Record.WriteAsync(new EditStep(statement, "2024-1", before.Key, null, before.Version), By, CancellationToken.None));
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            Assert.Null(await statement.FindAsync(db, "2024-1", before.Key, CancellationToken.None));
        }

        await History.RestoreAsync("statement", before.Id, head, null, By, CancellationToken.None);

        await using var after = await board.Working.OpenAsync(CancellationToken.None);
        var back = await statement.FindAsync(after, "2024-1", before.Key, CancellationToken.None);
        Assert.Equal(before.Version, back!.Version);
    }

    [Fact]
    public async Task EveryRecord_IsWhatItsHistorySays()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        foreach (var unit in new[] { PublishedUnit.Registers, "2023-3", "2024-1", "2024-2" })
        {
            var content = await PublishedUnit.Named(unit).ReadAsync(db, CancellationToken.None);
            foreach (var place in content.Tables.SelectMany(t => t.Rows).GroupBy(r => PublishedUnit.HistoryOf(db, r)))
            {
                var rows = place.OrderBy(r => PublishedUnit.IsRoot(r.GetType()) ? 0 : 1).ToList();
                var told = await History.AtAsync(db, place.Key.Resource, place.Key.Key, long.MaxValue, CancellationToken.None);
                Assert.Equal(CanonicalJson.Text(Aggregate.Flatten(db, rows)), CanonicalJson.Text(told));
                var built = Aggregate.Build(db, rows[0].GetType(), told);
                Assert.Equal(CanonicalJson.Text(told), CanonicalJson.Text(Aggregate.Flatten(db, built)));
            }
        }
    }

    [Fact]
    public async Task ABatch_IsStoredWhole_OrNotAtAll()
    {
        var item = Editors.Named("agendaItem")!;
        var head = await HeadAsync();
        var good = DraftJson.Read(item.DraftType, JsonNode.Parse("""{"number": "16", "title": {"en": "A new item"}}""")!.AsObject());
        var twice = DraftJson.Read(item.DraftType, JsonNode.Parse("""{"number": "16", "title": {"en": "Again"}}""")!.AsObject());

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => Record.WriteAsync(
            [new EditStep(item, "2024-1", null, good, null), new EditStep(item, "2024-1", null, twice, null)], By, CancellationToken.None));

        var error = Assert.Single(Assert.IsType<DraftException>(Assert.IsType<StepException>(failed).Reason).Errors);
        Assert.Equal(("number", ErrorCode.NumberUsedTwice), (error.Field, error.Code));
        Assert.Equal(head, await HeadAsync());
        Assert.Equal(2, (await Record.WriteAsync(
            [new EditStep(item, "2024-1", null, good, null), new EditStep(item, "2024-1", "16", DraftJson.Read(item.DraftType, JsonNode.Parse("""{"number": "17", "title": {"en": "Moved"}}""")!.AsObject()), null)], By, CancellationToken.None)).Count);
        Assert.Equal(head + 1, await HeadAsync());
    }

    private static async Task<IReadOnlyList<string>> UnitsAsync(BoardDbContext db, Editor editor) =>
        editor.OfSession ? await db.Sessions.Select(s => s.Id).ToListAsync() : [PublishedUnit.Registers];

    private async Task<(Editor Editor, Editable Found)> AnyAsync(string name)
    {
        var editor = Editors.Named(name)!;
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var listed = await editor.ListAsync(db, "2024-1", CancellationToken.None);
        return (editor, (await editor.FindAsync(db, "2024-1", listed[listed.Count / 2].Key, CancellationToken.None))!);
    }

    private async Task<long> HeadAsync()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return await db.Changes.MaxAsync(c => c.Sequence);
    }
}
