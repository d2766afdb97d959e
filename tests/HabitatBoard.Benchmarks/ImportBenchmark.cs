using System.Diagnostics;
using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Import;
using HabitatBoard.Import.Files;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Publishing;

namespace HabitatBoard.Benchmarks;

/// <summary>Reads the seed's report, as it is exported in each format, into facts; beside it, the text of it is read character by character.</summary>
internal static class ImportBenchmark
{
    private const int Rounds = 31;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("habitatboard-benchmark-");
        try
        {
            var stores = new BoardStores(new DatabaseOptions { Folder = folder.FullName });
            await stores.MigrateAsync(CancellationToken.None);
            await new RecordSeed(new WorkingStore(stores), stores, new Publisher(stores, new PublishedClock()), TimeProvider.System).RunAsync(CancellationToken.None);
            await using var db = await stores.Working.CreateDbContextAsync();
            var known = await ImportRegisters.ReadAsync(db, "2024-1", CancellationToken.None);
            foreach (var language in new[] { Language.Zh, Language.En })
            {
                var paper = (await PaperReader.ReportAsync(db, "2024-1", language, CancellationToken.None))!;
                foreach (var format in new[] { PaperFormat.Txt, PaperFormat.Html, PaperFormat.Xml, PaperFormat.Docx })
                {
                    using var exported = new MemoryStream();
                    format.Write(paper, exported);
                    var bytes = exported.ToArray();
                    if (format == PaperFormat.Txt)
                    {
                        Measure($"plain {language.Code}", bytes.Length, () =>
                        {
                            using var reader = new StreamReader(new MemoryStream(bytes));
                            return reader.ReadToEnd().Count(char.IsLetter);
                        });
                    }
                    Measure($"lines {language.Code} {format.Ending}", bytes.Length, () => ReportFile.Read(new MemoryStream(bytes)).Lines.Count);
                    Measure($"facts {language.Code} {format.Ending}", bytes.Length, () => ReportImport.Read(new MemoryStream(bytes), null, known).Facts.Count);
                }
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string name, int size, Func<int> read)
    {
        var times = new List<double>();
        long allocated = 0;
        for (var round = 0; round < Rounds + 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            read();
            if (round >= 10)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-14} {size / 1024.0,6:F0} KiB  median {times.Order().ElementAt(Rounds / 2),8:F2} ms  least {times.Min(),8:F2} ms  {allocated / 1024.0 / 1024.0,8:F2} MB allocated  ({read()})"));
    }
}
