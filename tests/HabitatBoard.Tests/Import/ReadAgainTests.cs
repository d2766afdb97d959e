using HabitatBoard.Import;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;

namespace HabitatBoard.Tests.Import;

/// <summary>A report that was accepted is the same when it is read again, now that the registers know whom it names.</summary>
public sealed class ReadAgainTests
{
    [Theory]
    [InlineData("2026-1.zh")]
    [InlineData("2027-2.en")]
    [InlineData("2028-2.zh")]
    [InlineData("2029-1.en")]
    public async Task Import_OfAnAcceptedReport_SaysNothingNew(string name)
    {
        await using var board = await TestInstallation.SeededAsync();
        var first = await ReadAsync();
        await ImportAcceptance.AcceptAsync(board.Working, first, [.. first.Facts.Select(f => f.Id)], null, new Attribution("editor", "read in", DateTimeOffset.UtcNow), CancellationToken.None);
        await using var db = await board.Stores.Working.CreateDbContextAsync();
        var again = await ImportComparison.CompareAsync(await ReadAsync(), db, CancellationToken.None);
        Assert.Empty(again.Facts.Where(f => f.State != FactState.Same).Select(SourceTests.Describe));

        async Task<ImportProposal> ReadAsync()
        {
            await using var known = await board.Stores.Working.CreateDbContextAsync();
            return await ReportImport.ReadAsync(HabitatBoard.Import.Files.ReportFile.Read(new MemoryStream(OtherReportTests.Bytes(name))), null, known, CancellationToken.None);
        }
    }
}
