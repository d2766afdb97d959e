using System.Diagnostics;
using System.Globalization;
using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Publishing;

namespace HabitatBoard.Benchmarks;

/// <summary>
/// Writes the seed's report in each format, beside its paragraphs written plainly by a <see cref="StreamWriter"/>: time and
/// allocated bytes of one writing, the paper being read already.
/// </summary>
internal static class ExportBenchmark
{
    private const int Rounds = 201;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("habitatboard-benchmark-");
        try
        {
            var stores = new BoardStores(new DatabaseOptions { Folder = folder.FullName });
            await stores.MigrateAsync(CancellationToken.None);
            await new RecordSeed(new WorkingStore(stores), stores, new Publisher(stores, new PublishedClock()), TimeProvider.System).RunAsync(CancellationToken.None);
            await using var db = await stores.Published.CreateDbContextAsync();
            foreach (var language in OfficialLanguages.All)
            {
                var start = Stopwatch.GetTimestamp();
                var paper = (await PaperReader.ReportAsync(db, "2024-1", language, CancellationToken.None))!;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language.Code}  read {Stopwatch.GetElapsedTime(start).TotalMilliseconds,7:F2} ms (the first includes starting up)"));
                var plain = Measure("plain", language, stream => Plain(paper, stream), null);
                foreach (var format in PaperFormats.All)
                {
                    Measure(format.Ending, language, stream => format.Write(paper, stream), plain);
                }
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Measure(string name, Language language, Action<Stream> write, double? plain)
    {
        var times = new List<double>();
        var counting = new CountingStream();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;)
        {
            write(counting);
        }
        counting = new CountingStream();
        write(counting);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            write(Stream.Null);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        var median = times.Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{language.Code}  {name,-5}  {counting.Written / 1024.0,6:F1} KiB in pieces of at most {counting.Largest / 1024.0,5:F1} KiB  median {median,6:F2} ms{(plain is { } p ? $", {median / p,5:F1} times plain" : "                   ")}  allocates {allocated / 1024.0,7:F1} KiB"));
        return median;
    }

    private static void Plain(Paper paper, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var paragraph in paper.Sections.SelectMany(s => s.Paragraphs))
        {
            writer.WriteLine(paragraph.Plain);
        }
    }

    /// <summary>Takes bytes and counts them. It cannot seek, as a response cannot.</summary>
    private sealed class CountingStream : Stream
    {
        public long Written { get; private set; }
        public int Largest { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Written += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
        }
    }
}
