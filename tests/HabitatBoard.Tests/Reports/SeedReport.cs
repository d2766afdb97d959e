using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Tests.Data;

namespace HabitatBoard.Tests.Reports;

/// <summary>The facts of the seed's session, read anew for each test, so that each may change them.</summary>
public sealed class SeedReport : IAsyncLifetime
{
    private TestInstallation installation = null!;

    public async Task InitializeAsync() => installation = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    public async Task<ReportFacts> FactsAsync()
    {
        await using var db = await installation.Stores.Published.CreateDbContextAsync();
        return (await ReportFacts.ReadAsync(db, "2024-1", CancellationToken.None))!;
    }

    public static ComposedReport Compose(ReportFacts facts, Language language) =>
        new ReportComposer(LanguagePhrasing.Of(language)!).Compose(SessionReport.From(facts));
}
