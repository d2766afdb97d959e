using HabitatBoard.Checks;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HabitatBoard.Tests.Publishing;

/// <summary>Publishing under its rules, looking before, taking back.</summary>
public sealed class PublicationTests : IAsyncLifetime
{
    private const string Session = "2024-2";
    private static readonly Attribution By = new("a publisher", "A note.", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Fact]
    public async Task Preview_NamesWhatWouldChange_FieldByField()
    {
        Assert.Empty((await board.Publisher.PreviewAsync("2024-1", CancellationToken.None)).Differences);
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == "2024-1");
            session.Describe(session.Title.With(Language.En, "Renamed", TextStatus.Unofficial), session.Place, session.Mode, session.ModeNote, session.Interpretation);
            db.Remove(await db.Events.OrderBy(e => e.StartsOn).FirstAsync());
            var paragraph = await db.Paragraphs.SingleAsync(p => p.SessionId == "2024-1" && p.Number == 21);
            db.Add(new Event(Guid.NewGuid(), "2024-1", LocalizedText.None.With(Language.En, "A new event"), new DateOnly(2026, 5, 17), null, LocalizedText.None, paragraph.Id));
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }

        var preview = await board.Publisher.PreviewAsync("2024-1", CancellationToken.None);

        Assert.True((await StateAsync("2024-1")).IsAhead);
        Assert.Equal(
            [("event", ChangeOperation.Created), ("event", ChangeOperation.Deleted), ("session", ChangeOperation.Updated)],
            preview.Differences.Select(d => (d.Resource, d.Operation)).OrderBy(d => d.Resource).ThenBy(d => d.Operation));
        var field = Assert.Single(preview.Differences.Single(d => d.Resource == "session").Fields);
        Assert.Equal(("title.en.text", "First session of 2024", "Renamed"), (field.Path, field.Before!.ToString(), field.After!.ToString()));
        var added = preview.Differences.Single(d => d.Operation == ChangeOperation.Created);
        Assert.Equal("¶21", preview.Names.Value(added.Fields.Single(f => f.Path == "paragraphId").After!));
        Assert.Equal("A new event", preview.Names.Title("event", added.Key, Language.En)!.Value.Text);
        // What was looked at is what is published.
        var edition = await board.Publisher.PublishAsync("2024-1", By, preview.Version, await OverruledAsync("They stand in the printed report."), CancellationToken.None);
        Assert.Equal(preview.Version, edition.Sha256);
        Assert.False((await StateAsync("2024-1")).IsAhead);
        Assert.Empty((await board.Publisher.PreviewAsync("2024-1", CancellationToken.None)).Differences);
    }

    [Fact]
    public async Task Publishing_NeedsANote_ADifference_AndWhatWasLookedAt()
    {
        Assert.Equal(ErrorCode.NothingToPublish, await RefusedAsync(By, null));
        await RetitleAsync("Once");
        Assert.Equal(ErrorCode.FieldMissing, await RefusedAsync(new Attribution("a publisher", " ", By.At), null));
        Assert.Equal(ErrorCode.TextTooLong, Assert.Throws<RecordException>(() => new Attribution("a publisher", new string('n', 1_001), By.At)).Code);
        var looked = (await board.Publisher.PreviewAsync(Session, CancellationToken.None)).Version;
        await RetitleAsync("Twice");
        Assert.Equal(ErrorCode.StaleVersion, await RefusedAsync(By, looked));
        Assert.Equal(1, (await StateAsync(Session)).Last!.Number);
        Assert.Equal(2, (await board.Publisher.PublishAsync(Session, By, null, null, CancellationToken.None)).Number);
    }

    [Fact]
    public async Task ErrorsThatStand_StopAPublication_UnlessOverruled_AndTheHistorySaysByWhomAndWhy()
    {
        await RetitleAsync("Renamed", "2024-1");
        var errors = (await board.Publisher.PreviewAsync("2024-1", CancellationToken.None)).Findings.Count(f => f.Severity == Severity.Error);
        Assert.True(errors > 0, "The seed has errors, as printed.");
        var all = await OverruledAsync("As printed.");
        // Without a reason; with one that nobody looked at, because it came since.
        foreach (var overruled in new[] { all with { Reason = " " }, all with { Findings = [.. all.Findings.Skip(1)] } })
        {
            var refused = await Assert.ThrowsAsync<RecordException>(() => board.Publisher.PublishAsync("2024-1", By, null, overruled, CancellationToken.None));
            Assert.Equal((ErrorCode.FindingsStand, errors), (refused.Code, (int)refused.About[0]));
        }

        await board.Publisher.PublishAsync("2024-1", By, null, all, CancellationToken.None);

        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var overruling = await db.Changes.OrderByDescending(c => c.Sequence).FirstAsync();
        Assert.Equal((Publisher.Overruling, "2024-1", "a publisher", "As printed."), (overruling.Type, overruling.Unit, overruling.Author, overruling.Reason));
        Assert.Equal(errors, System.Text.Json.Nodes.JsonNode.Parse(overruling.Fields!)!["overruled"]![1]!.AsArray().Count);
        Assert.False((await StateAsync("2024-1")).IsAhead);
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task WhatRefersToUnpublishedRegisters_IsRefused_AndNothingIsPublished()
    {
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            db.Add(new Person("new-person", LocalizedText.None.With(Language.En, "A Person"), "Person"));
            var body = await db.Bodies.Select(b => b.Code).FirstAsync();
            db.Add(new Officer(Guid.NewGuid(), Session, 1, Office.Chair, body, "new-person", null, null));
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        Assert.Equal(ErrorCode.PublishAnotherFirst, await RefusedAsync(By, null));
        await board.Publisher.PublishAsync(Units.Registers, By, null, null, CancellationToken.None);
        Assert.Equal(2, (await board.Publisher.PublishAsync(Session, By, null, null, CancellationToken.None)).Number);
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task Withdrawing_TakesTheRows_TellsTheFeed_AndKeepsTheEditions()
    {
        await board.Publisher.WithdrawAsync("2024-1", By, CancellationToken.None);

        await using (var db = await board.Stores.Published.CreateDbContextAsync())
        {
            Assert.False(await db.Sessions.AnyAsync(s => s.Id == "2024-1"));
            Assert.False(await db.Statements.AnyAsync(s => s.SessionId == "2024-1"));
            Assert.True(await db.Changes.AnyAsync(c => c.Unit == "2024-1" && c.Type == "session" && c.Operation == ChangeOperation.Deleted && c.Reason == "A note."));
            Assert.Equal(1, await db.Editions.CountAsync(e => e.Unit == "2024-1"));
        }
        var state = await StateAsync("2024-1");
        Assert.Equal((false, true, 1), (state.IsPublic, state.IsAhead, state.Last!.Number));
        await AssertVerifiedAsync();
        Assert.Equal(ErrorCode.SessionNotFound, (await Assert.ThrowsAsync<RecordException>(() => board.Publisher.WithdrawAsync("2024-1", By, CancellationToken.None))).Code);
        Assert.Equal(ErrorCode.StillReferredTo, (await Assert.ThrowsAsync<RecordException>(() => board.Publisher.WithdrawAsync(Units.Registers, By, CancellationToken.None))).Code);

        // Back again, as a new edition of the same content.
        var edition = await board.Publisher.PublishAsync("2024-1", By, null, await OverruledAsync("As printed."), CancellationToken.None);
        Assert.Equal(2, edition.Number);
        await AssertVerifiedAsync();
    }

    [Fact]
    public async Task ManyPublishersAtOnce_MakeOneEditionAfterTheOther_AndNoneTakesThePublicBack()
    {
        var stores = new[] { board.Stores, board.StoresWith(new Nothing()) };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            // As two processes would: each has a gate of its own.
            var own = stores[n % 2];
            var working = new WorkingStore(own);
            await using (var db = await working.OpenAsync(CancellationToken.None))
            {
                var session = await db.Sessions.SingleAsync(s => s.Id == Session);
                session.Describe(session.Title.With(Language.En, $"Title {n}"), session.Place, session.Mode, session.ModeNote, session.Interpretation);
                await working.SaveAsync(db, By, CancellationToken.None);
            }
            await new Publisher(own, new PublishedClock()).PublishAsync(Session, By, CancellationToken.None);
        }));
        await using var published = await board.Stores.Published.CreateDbContextAsync();
        var editions = await published.Editions.Where(e => e.Unit == Session).OrderBy(e => e.Number).Select(e => new { e.Number, e.WorkingSequence }).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 9), editions.Select(e => e.Number));
        Assert.Equal(editions.Select(e => e.WorkingSequence).Order(), editions.Select(e => e.WorkingSequence));
        Assert.Empty((await board.Publisher.PreviewAsync(Session, CancellationToken.None)).Differences);
        await AssertVerifiedAsync();
    }

    [SqliteFact]
    public async Task Editions_StayAsTheyAre_AcrossMigrations()
    {
        var content = await EditionAsync();
        await using var fresh = await TestInstallation.EmptyAsync();
        await using (var db = await fresh.Stores.Publishing.CreateDbContextAsync())
        {
            var migrator = db.GetService<IMigrator>();
            var migrations = db.Database.GetMigrations().ToList();
            await migrator.MigrateAsync(migrations[0]);
            await db.Database.ExecuteSqlAsync($"INSERT INTO Editions (Unit, Number, PublishedAt, PublishedBy, Note, Size, Sha256, WorkingSequence, Content) VALUES ('2024-1', 1, '2024-05-14 09:00:00+00:00', 'somebody', 'a note', {content.Length}, {CanonicalJson.Sha256(content)}, 1, {content})");
            await migrator.MigrateAsync(migrations[^1]);
            var after = await db.Editions.SingleAsync();
            Assert.Equal(content, after.Content);
            Assert.Equal(CanonicalJson.Sha256(content), after.Sha256);
        }

        async Task<byte[]> EditionAsync()
        {
            await using var db = await board.Stores.Published.CreateDbContextAsync();
            return await db.Editions.Where(e => e.Unit == "2024-1").Select(e => e.Content).SingleAsync();
        }
    }

    [Fact]
    public async Task ComparingEditions_SaysWhatOneChangedOfTheOther()
    {
        await RetitleAsync("Renamed");
        await board.Publisher.PublishAsync(Session, By, null, null, CancellationToken.None);
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        var contents = await db.Editions.Where(e => e.Unit == Session).OrderBy(e => e.Number).Select(e => e.Content).ToListAsync();

        var (differences, names) = UnitDifferences.Between(db, contents[0], contents[1]);

        var difference = Assert.Single(differences);
        Assert.Equal(("session", Session, ChangeOperation.Updated), (difference.Resource, difference.Key, difference.Operation));
        Assert.Equal("Renamed", names.Title("session", Session, Language.En)!.Value.Text);
        Assert.Empty(UnitDifferences.Between(db, contents[0], contents[0]).Differences);
        // Every seeded edition reads back to the content it was made of.
        foreach (var edition in await db.Editions.ToListAsync())
        {
            Assert.Equal(edition.Content, CanonicalJson.Bytes(UnitContent.Read(db, System.Text.Json.Nodes.JsonNode.Parse(edition.Content)!).Document()));
        }
    }

    /// <summary>All errors of the first session.</summary>
    private async Task<Overruled> OverruledAsync(string reason) => new(
        reason, [.. (await board.Publisher.PreviewAsync("2024-1", CancellationToken.None)).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.DigestIn("2024-1"))]);

    private async Task<ErrorCode> RefusedAsync(Attribution by, string? version) =>
        (await Assert.ThrowsAsync<RecordException>(() => board.Publisher.PublishAsync(Session, by, version, null, CancellationToken.None))).Code;

    private async Task<UnitState> StateAsync(string unit) => (await board.Publisher.UnitsAsync(CancellationToken.None)).Single(u => u.Unit == unit);

    private async Task RetitleAsync(string title, string unit = Session)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var session = await db.Sessions.SingleAsync(s => s.Id == unit);
        session.Describe(session.Title.With(Language.En, title), session.Place, session.Mode, session.ModeNote, session.Interpretation);
        await board.Working.SaveAsync(db, By, CancellationToken.None);
    }

    private async Task AssertVerifiedAsync()
    {
        var faults = new List<Fault>();
        await foreach (var fault in new Verification(board.Stores).RunAsync(null, CancellationToken.None))
        {
            faults.Add(fault);
        }
        Assert.Empty(faults);
    }

    private sealed class Nothing : Microsoft.EntityFrameworkCore.Diagnostics.SaveChangesInterceptor;
}
