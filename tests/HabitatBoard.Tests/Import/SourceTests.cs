using HabitatBoard.Import;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Import;

/// <summary>The source, read in, gives the seed.</summary>
public sealed class SourceTests : IAsyncLifetime
{
    private TestInstallation seeded = null!;

    public async Task InitializeAsync() => seeded = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await seeded.DisposeAsync();

    public static Stream Source() => typeof(SourceTests).Assembly.GetManifestResourceStream("HSP-EB.2024-12.zh.txt")!;

    /// <summary>The registers without any session: what an installation knows before its first report.</summary>
    private async Task<ImportRegisters> RegistersAloneAsync()
    {
        await using var db = await seeded.Stores.Working.CreateDbContextAsync();
        return new ImportRegisters(
            await db.Delegations.AsNoTracking().Include(d => d.Aliases).ToListAsync(),
            await db.Groups.AsNoTracking().ToListAsync(),
            await db.Bodies.AsNoTracking().ToListAsync(),
            await db.Persons.AsNoTracking().ToListAsync(),
            []);
    }

    [Fact]
    public async Task Import_OfTheSourceIntoAnEmptyInstallation_GivesExactlyTheSeed()
    {
        using var source = Source();
        var proposal = ReportImport.Read(source, "2024-1", await RegistersAloneAsync());
        await using var db = await seeded.Stores.Working.CreateDbContextAsync();
        var compared = (await ImportComparison.CompareAsync(proposal, db, CancellationToken.None)).Facts;

        Assert.Empty(compared.Where(c => c.State != FactState.Same).Select(Describe));
        // Every kind that the seed has is there, and the sessions before and after with their decision and dates.
        Assert.Equal(
            Enum.GetValues<FactKind>().Except([FactKind.Delegation, FactKind.Group, FactKind.Body, FactKind.Person, FactKind.Meeting]),
            compared.Select(c => c.Kind).Distinct().Order());
        Assert.Equal(["2023-3", "2024-2"], proposal.Facts.Where(f => f.Kind == FactKind.OtherSession).Select(f => ((HabitatBoard.Sessions.Session)f.Row).Id).Order());
        Assert.Empty(proposal.Problems);
        // One sentence tells what founded the Board, which is no fact of the session.
        Assert.Equal([1], proposal.NotUnderstood.Select(n => n.Paragraph));
        // The numbers that the copy lost.
        Assert.Equal([1, 2, 3, 4, 5], proposal.Mended.Where(m => m.Kind == MendingKind.Number).Select(m => m.Paragraph!.Value));
    }

    [Fact]
    public async Task Import_GivesEveryFactTheSentenceItCameFrom()
    {
        using var source = Source();
        var proposal = ReportImport.Read(source, "2024-1", await RegistersAloneAsync());
        var texts = proposal.Record.Paragraphs.ToDictionary(p => p.Number, p => p.Text.Zh!.Text);
        Assert.All(proposal.Facts.Where(f => f.Source?.Paragraph is not null), f =>
            Assert.Equal(f.Source!.Text, texts[f.Source.Paragraph!.Value].Substring(f.Source.Start, f.Source.Length)));
        Assert.All(proposal.Facts.Where(f => f.Kind is FactKind.Statement or FactKind.Adoption or FactKind.Act or FactKind.Event or FactKind.Attendance), f => Assert.NotNull(f.Source?.Paragraph));
        Assert.Equal(proposal.Facts.Count, proposal.Facts.Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public async Task Accept_StoresTheFactsInOneSave_AndTheRecordIsThatOfTheSeed()
    {
        await using var empty = await TestInstallation.EmptyAsync();
        await using (var from = await seeded.Stores.Working.CreateDbContextAsync())
        await using (var to = await empty.Stores.Working.CreateDbContextAsync())
        {
            to.AddRange(await from.Delegations.AsNoTracking().Include(d => d.Aliases).ToListAsync());
            to.AddRange(await from.Groups.AsNoTracking().ToListAsync());
            to.AddRange(await from.Bodies.AsNoTracking().ToListAsync());
            to.AddRange(await from.Persons.AsNoTracking().ToListAsync());
            await empty.Working.SaveAsync(to, new Attribution("a", "the registers", DateTimeOffset.UtcNow), CancellationToken.None);
        }
        ImportProposal proposal;
        await using (var db = await empty.Stores.Working.CreateDbContextAsync())
        {
            using var source = Source();
            proposal = ReportImport.Read(source, "2024-1", await ImportRegisters.ReadAsync(db, "2024-1", CancellationToken.None));
        }
        var stored = await ImportAcceptance.AcceptAsync(
            empty.Working, proposal, [.. proposal.Facts.Select(f => f.Id)], null, new Attribution("editor", "HSP/EB.2024/12 read in", DateTimeOffset.UtcNow), CancellationToken.None);

        Assert.Equal(proposal.Facts.Count, stored);
        await using var after = await empty.Stores.Working.CreateDbContextAsync();
        Assert.All((await ImportComparison.CompareAsync(proposal, after, CancellationToken.None)).Facts, c => Assert.Equal(FactState.Same, c.State));
        var changes = await after.Changes.Where(c => c.Author == "editor").ToListAsync();
        Assert.Equal(["HSP/EB.2024/12 read in"], changes.Select(c => c.Reason).Distinct());
        Assert.Single(changes.Select(c => c.At).Distinct());
        // The same report again changes nothing.
        using var again = Source();
        var second = ReportImport.Read(again, "2024-1", await ImportRegisters.ReadAsync(after, "2024-1", CancellationToken.None));
        Assert.All((await ImportComparison.CompareAsync(second, after, CancellationToken.None)).Facts, c => Assert.Equal(FactState.Same, c.State));
    }

    [Fact]
    public async Task Accept_OfAFactWithoutWhatItRefersTo_StoresNothing()
    {
        await using var empty = await TestInstallation.EmptyAsync();
        using var source = Source();
        var proposal = ReportImport.Read(source, "2024-1", await RegistersAloneAsync());
        var error = await Assert.ThrowsAsync<NeededFactsException>(() => ImportAcceptance.AcceptAsync(
            empty.Working, proposal, ["p21/statement/1"], null, new Attribution("editor", "", DateTimeOffset.UtcNow), CancellationToken.None));
        Assert.Contains("p21", error.Needed.Select(n => n.Fact.Id));
        Assert.All(error.Needed, n => Assert.Equal("p21/statement/1", Assert.Single(n.By).Id));
        await using var db = await empty.Stores.Working.CreateDbContextAsync();
        Assert.False(await db.Statements.AnyAsync());
        Assert.False(await db.Changes.AnyAsync());
    }

    /// <summary>A report tells of a decision some paragraphs, and of documents neither their versions nor their files.</summary>
    [Fact]
    public async Task Accept_LeavesWhatAReportDoesNotState()
    {
        await using (var db = await seeded.Stores.Working.CreateDbContextAsync())
        {
            var decision = await db.Decisions.Include(d => d.Paragraphs).FirstAsync(d => d.Year == 2024 && d.Number == 1);
            db.Add(decision.AddParagraph(Guid.NewGuid(), null, null, LocalizedText.None.With(Language.En, "Recalling what no report says,", TextStatus.Official)));
            var document = await db.Documents.Include(d => d.Versions).FirstAsync(d => d.Slug == "HSP-EB.2024-2");
            document.AddVersion(Language.Fr, new DateOnly(2024, 3, 1));
            db.Add(document.Versions[^1]);
            await seeded.Working.SaveAsync(db, new Attribution("a", "more than the report", DateTimeOffset.UtcNow), CancellationToken.None);
        }
        await using var record = await seeded.Stores.Working.CreateDbContextAsync();
        using var source = Source();
        var proposal = ReportImport.Read(source, "2024-1", await ImportRegisters.ReadAsync(record, "2024-1", CancellationToken.None));
        var comparison = await ImportComparison.CompareAsync(proposal, record, CancellationToken.None);
        Assert.Empty(comparison.Facts.Where(c => c.State != FactState.Same).Select(Describe));
        await ImportAcceptance.AcceptAsync(
            seeded.Working, proposal, [.. proposal.Facts.Select(f => f.Id)], comparison.Version, new Attribution("editor", "read in again", DateTimeOffset.UtcNow), CancellationToken.None);
        Assert.True(await record.DocumentVersions.AnyAsync(v => v.Language == Language.Fr && v.IssuedOn == new DateOnly(2024, 3, 1)));
        Assert.True(await record.DecisionParagraphs.AnyAsync(p => p.Number == null));
        Assert.False(await record.Changes.AnyAsync(c => c.Author == "editor"));
    }

    internal static string Describe(ComparedFact compared) =>
        $"{compared.State} {compared.Kind} {compared.Key}: {string.Join("; ", compared.Differences.Select(d => $"{d.Path}: {d.Before} → {d.After}"))}";
}
