using System.Data.Common;
using System.Text;
using System.Text.Json.Nodes;
using HabitatBoard.Checks;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HabitatBoard.Tests.Publishing;

public sealed class PublisherTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2024, 5, 14, 9, 0, 0, 123, TimeSpan.Zero);
    private static readonly Attribution By = new("an editor", "a test", Now);

    private TestInstallation board = null!;

    public async Task InitializeAsync()
    {
        board = await TestInstallation.EmptyAsync();
        await board.Seed.RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Fact]
    public async Task Seeding_PublishesEditionOne_OfEverySession()
    {
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        var editions = await db.Editions.OrderBy(e => e.Unit).Select(e => new { e.Unit, e.Number }).ToListAsync();
        Assert.Equal(["2023-3", "2024-1", "2024-2", "registers"], editions.Select(e => e.Unit));
        Assert.All(editions, e => Assert.Equal(1, e.Number));
    }

    [Fact]
    public async Task Seeding_Again_ChangesNothing()
    {
        var before = await CountsAsync();
        Assert.Empty(await board.Seed.RunAsync(CancellationToken.None));
        Assert.Equal(before, await CountsAsync());
    }

    [SqliteFact]
    public async Task Seeding_GivesTheSameBytes_InEveryInstallation()
    {
        await using var other = await TestInstallation.EmptyAsync();
        await other.Seed.RunAsync(CancellationToken.None);
        Assert.Equal(await DigestAsync(board, "2024-1"), await DigestAsync(other, "2024-1"));
    }

    [Fact]
    public async Task WhatIsEdited_IsNotPublic_BeforeItIsPublished()
    {
        await RetitleAsync("Renamed");

        Assert.NotEqual("Renamed", await PublishedTitleAsync());
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        Assert.Equal("Renamed", await PublishedTitleAsync());
    }

    [Fact]
    public async Task Edition_IsCanonicalJson_OfTheWholeSession_WithItsDigest()
    {
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        var edition = await db.Editions.SingleAsync(e => e.Unit == "2024-1");

        Assert.Equal(CanonicalJson.Sha256(edition.Content), edition.Sha256);
        Assert.Equal(edition.Content.Length, edition.Size);
        var document = JsonNode.Parse(edition.Content)!;
        Assert.Equal(edition.Content, CanonicalJson.Bytes(document));
        Assert.Equal(73, document["tables"]!["paragraph"]!.AsArray().Count);
        Assert.Equal(161, document["tables"]!["statement"]!.AsArray().Count);
        Assert.Contains("首先代表 77 国集团和中国，然后代表埃及发言", Encoding.UTF8.GetString(edition.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_NamesWhatChanged_AndNothingElse_WithoutGaps()
    {
        var head = await HeadAsync();
        await RetitleAsync("Renamed");
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var letter = await db.Events.OrderBy(e => e.StartsOn).FirstAsync();
            db.Remove(letter);
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }

        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);

        await using var published = await board.Stores.Published.CreateDbContextAsync();
        var changes = await published.Changes.Where(c => c.Sequence > head).OrderBy(c => c.Sequence).ToListAsync();
        Assert.Equal(
            [("event", ChangeOperation.Deleted), ("session", ChangeOperation.Updated)],
            changes.Select(c => (c.Type, c.Operation)));
        Assert.Equal([head + 1, head + 2], changes.Select(c => c.Sequence));
    }

    [Fact]
    public async Task Republishing_TheSame_AddsAnEdition_AndNoChange()
    {
        var head = await HeadAsync();
        var edition = await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        Assert.Equal(2, edition.Number);
        Assert.Equal(head, await HeadAsync());
        Assert.Equal(await DigestAsync(board, "2024-1"), edition.Sha256);
    }

    [Fact]
    public async Task EveryTable_IsPublishedAsItIs()
    {
        await using var working = await board.Working.OpenAsync(CancellationToken.None);
        await using var published = await board.Stores.Published.CreateDbContextAsync();
        foreach (var unit in new[] { PublishedUnit.Registers, "2023-3", "2024-1", "2024-2" })
        {
            var ours = await PublishedUnit.Named(unit).ReadAsync(working, CancellationToken.None);
            var theirs = await PublishedUnit.Named(unit).ReadAsync(published, CancellationToken.None);
            Assert.Equal(CanonicalJson.Text(ours.Document()), CanonicalJson.Text(theirs.Document()));
        }
        var kept = working.Model.GetEntityTypes().Select(t => t.ClrType).Except([typeof(Edition), typeof(Change), typeof(Receipt), typeof(PinnedText), typeof(AcceptedFinding)]).OrderBy(t => t.Name);
        Assert.Equal(kept, PublishedUnit.Types.OrderBy(t => t.Name));
    }

    [Fact]
    public async Task AFailure_AtTheLastMoment_LeavesTheOldEdition()
    {
        await RetitleAsync("Renamed");
        var before = await CountsAsync();
        var failing = new Publisher(board.StoresWith(new FailingCommit()), new PublishedClock());

        await Assert.ThrowsAsync<TimeoutException>(() => failing.PublishAsync("2024-1", By, CancellationToken.None));

        Assert.NotEqual("Renamed", await PublishedTitleAsync());
        Assert.Equal(before, await CountsAsync());
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        Assert.Equal("Renamed", await PublishedTitleAsync());
    }

    /// <summary>On SQL Server a login without permission to write does this; see docs/sql-server/README.md.</summary>
    [SqliteFact]
    public async Task ThePublishedStore_CannotBeWritten_ByWhatServesThePublic()
    {
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        var failure = await Assert.ThrowsAsync<SqliteException>(() => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, SessionStatus.Planned)));
        Assert.Equal(8, failure.SqliteErrorCode);
    }

    [Fact]
    public async Task History_SaysWhoWhenWhy_AndWhatBecameOfWhat_InAChainOfDigests()
    {
        await RetitleAsync("Renamed");
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var changes = await db.Changes.OrderBy(c => c.Sequence).ToListAsync();

        var last = changes[^1];
        Assert.Equal(("an editor", "a test", Now, "session", "2024-1", ChangeOperation.Updated), (last.Author, last.Reason, last.At, last.Type, last.Key, last.Operation));
        Assert.Equal("""{"title.en.text":["First session of 2024","Renamed"]}""", last.Fields);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(n => (long)n), changes.Select(c => c.Sequence));
        Assert.All(changes, c => Assert.Equal(c.ComputeDigest(), c.Digest));
        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.Equal(pair.First.Digest, pair.Second.PreviousDigest));
    }

    [Fact]
    public async Task SavingAReferenceToNothing_IsRefused_AndStoresNothing()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var paragraph = await db.Paragraphs.FirstAsync();
        db.Add(new Citation(Guid.NewGuid(), "2024-1", paragraph.Id, 99, CitationKind.Document, "HSP-EB.2024-99", "HSP/EB.2024/99", LocalizedText.None));

        var refused = await Assert.ThrowsAsync<RecordException>(() => board.Working.SaveAsync(db, By, CancellationToken.None));

        Assert.Equal(ErrorCode.ReferenceToNothing, refused.Code);
        await using var fresh = await board.Working.OpenAsync(CancellationToken.None);
        Assert.False(await fresh.Citations.AnyAsync(c => c.Order == 99));
    }

    [Fact]
    public async Task SavingANumberTwice_IsRefused()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var paragraph = await db.Paragraphs.SingleAsync(p => p.Number == 21 && p.SessionId == "2024-1");
        db.Add(new Paragraph(Guid.NewGuid(), "2024-1", paragraph.SectionId, 21, LocalizedText.None.With(Language.En, "Again.")));

        var refused = await Assert.ThrowsAsync<RecordException>(() => board.Working.SaveAsync(db, By, CancellationToken.None));

        Assert.Equal(ErrorCode.NumberUsedTwice, refused.Code);
    }

    private async Task RetitleAsync(string title)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var session = await db.Sessions.SingleAsync(s => s.Id == "2024-1");
        session.Describe(session.Title.With(Language.En, title, TextStatus.Unofficial), session.Place, session.Mode, session.ModeNote, session.Interpretation);
        await board.Working.SaveAsync(db, By, CancellationToken.None);
    }

    private async Task<string?> PublishedTitleAsync()
    {
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        return (await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == "2024-1")).Title.En?.Text;
    }

    private async Task<long> HeadAsync()
    {
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        return await db.Changes.MaxAsync(c => c.Sequence);
    }

    private async Task<(int Statements, int Changes, int Editions)> CountsAsync()
    {
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        return (await db.Statements.CountAsync(), await db.Changes.CountAsync(), await db.Editions.CountAsync());
    }

    private static async Task<string> DigestAsync(TestInstallation installation, string unit)
    {
        await using var db = await installation.Stores.Published.CreateDbContextAsync();
        return await db.Editions.Where(e => e.Unit == unit && e.Number == 1).Select(e => e.Sha256).SingleAsync();
    }

    /// <summary>A machine that dies when everything is written but nothing is committed.</summary>
    private sealed class FailingCommit : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            throw new TimeoutException();
    }
}
