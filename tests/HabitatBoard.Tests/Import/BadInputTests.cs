using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using HabitatBoard.Errors;
using HabitatBoard.Import;

namespace HabitatBoard.Tests.Import;

/// <summary>What is no report, or cannot be read, gives a clear error soon and in little memory.</summary>
public sealed class BadInputTests
{
    private static readonly ImportRegisters Nothing = new([], [], [], [], []);
    private static readonly string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n  ")]
    [InlineData("Dear colleagues,\n\nplease find attached the report.\n\nBest regards")]
    [InlineData("{\"session\": \"2025-1\", \"paragraphs\": []}")]
    [InlineData("I. Heading without a paragraph")]
    public void Read_OfWhatIsNoReport_SaysSo(string text) => Assert.Equal(ErrorCode.ImportNotAReport, ErrorOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("United Nations Environment Programme\n\nReport of the Environment Assembly\n\nfirst session of 2025\n\nI. Opening\n\n1. The session was opened at 10 a.m. on Monday, 3 March 2025.")]
    [InlineData("联合国环境规划署\n\n联合国环境大会\n\n2025 年第一次会议\n\n一、会议开幕\n\n1. 会议于 2025 年 3 月 3 日上午 10 时开幕。")]
    public void Read_OfAnotherBodysReport_SaysSo(string text) => Assert.Equal(ErrorCode.ImportOtherBody, ErrorOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_OfAnotherSessionsReport_SaysSo()
    {
        using var source = SourceTests.Source();
        var error = Assert.Throws<RecordException>(() => ReportImport.Read(source, "2025-1", Nothing));
        Assert.Equal(ErrorCode.ImportOtherSession, error.Code);
        Assert.Equal(["2024-1", "2025-1"], error.About);
    }

    [Fact]
    public void Read_OfAHundredMegabytes_Refuses()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var endless = new Endless(100L * 1024 * 1024);
        Assert.Equal(ErrorCode.ImportTooLarge, Timed(() => ReportImport.Read(endless, null, Nothing)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128L * 1024 * 1024);
        Assert.True(endless.Position < 20L * 1024 * 1024);
    }

    [Fact]
    public void Read_OfALongText_Refuses() => Assert.Equal(ErrorCode.ImportTooLarge, ErrorOf(Encoding.UTF8.GetBytes(new string('a', 400_000))));

    /// <summary>What would take long is refused by its length, whatever the machine: words that many patterns begin with, in one paragraph.</summary>
    [Theory]
    [InlineData("the representative of Kenya, on behalf of the Chair of the working group, ", 10_100)]
    [InlineData("title for consideration ", 60_000)]
    public void Read_OfAParagraphWithoutEnd_Refuses(string words, int length)
    {
        var report = "Executive Board of the United Nations Human Settlements Programme\n\nfirst session of 2025\n\nI. Opening of the session\n\n1. ";
        Assert.Equal(ErrorCode.ImportTooLarge, ErrorOf(Encoding.UTF8.GetBytes(report + Repeat(words, (length / words.Length) + 1))));
    }

    [Fact]
    public void Read_OfAZipBomb_Refuses()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            Array.Fill(zeros, (byte)' ');
            for (var i = 0; i < 512; i++)
            {
                entry.Write(zeros);
            }
        }
        Assert.Equal(ErrorCode.ImportTooLarge, ErrorOf(packed.ToArray()));
    }

    [Fact]
    public void Read_OfAPackageWithManyEntries_Refuses()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 6_000; i++)
            {
                zip.CreateEntry($"word/media/{i}");
            }
        }
        Assert.Equal(ErrorCode.ImportTooLarge, ErrorOf(packed.ToArray()));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;")]
    public void Read_OfXmlWithADocumentType_Refuses(string type, string text) =>
        Assert.Equal(ErrorCode.ImportDamaged, ErrorOf(Package($"{type}<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")));

    [Fact]
    public void Read_OfDeepNesting_Refuses() =>
        Assert.Equal(ErrorCode.ImportDamaged, ErrorOf(Package($"<w:document xmlns:w=\"{Word}\"><w:body>{Repeat("<w:p>", 20_000)}{Repeat("</w:p>", 20_000)}</w:body></w:document>")));

    [Fact]
    public void Read_OfATruncatedPackage_SaysThatItIsDamaged()
    {
        var whole = Package($"<w:document xmlns:w=\"{Word}\"><w:body/></w:document>");
        Assert.Equal(ErrorCode.ImportDamaged, ErrorOf(whole[..(whole.Length / 2)]));
        Assert.Equal(ErrorCode.ImportDamaged, ErrorOf(whole[..30]));
    }

    [Fact]
    public void Read_OfAPackageThatIsNoDocument_SaysThatItIsDamaged()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("readme.txt");
        }
        Assert.Equal(ErrorCode.ImportDamaged, ErrorOf(packed.ToArray()));
    }

    [Fact]
    public void Read_OfMixedEncodings_Refuses()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        using var reader = new StreamReader(SourceTests.Source());
        var text = reader.ReadToEnd();
        Assert.Equal(ErrorCode.ImportEncoding, ErrorOf([.. Encoding.UTF8.GetBytes(text[..(text.Length / 2)]), .. gb18030.GetBytes(text[(text.Length / 2)..])]));
        Assert.Equal(ErrorCode.ImportEncoding, ErrorOf(Encoding.Unicode.GetBytes(text)));
        Assert.Equal(ErrorCode.ImportEncoding, ErrorOf(Encoding.Latin1.GetBytes(new string('é', 5_000))));
        Assert.Equal(ErrorCode.ImportEncoding, ErrorOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00]));
    }

    /// <summary>The other encodings of the same text are read, and say so.</summary>
    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public void Read_OfAnotherEncoding_GivesTheSameParagraphs(string name)
    {
        using var reader = new StreamReader(SourceTests.Source());
        var text = reader.ReadToEnd();
        var encoding = name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        using var plain = SourceTests.Source();
        using var other = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        Assert.Equal(
            ReportImport.Read(plain, "2024-1", Nothing).Record.Paragraphs.Select(p => p.Text.Zh!.Text),
            ReportImport.Read(other, "2024-1", Nothing).Record.Paragraphs.Select(p => p.Text.Zh!.Text));
    }

    private static byte[] Package(string document)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            entry.Write(document);
        }
        return packed.ToArray();
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static ErrorCode ErrorOf(byte[] file) => Timed(() => ReportImport.Read(new MemoryStream(file), null, Nothing));

    /// <summary>The error, and the time it took on standard output: it is looked at, not asserted.</summary>
    private static ErrorCode Timed(Action read)
    {
        var began = Stopwatch.GetTimestamp();
        var error = Assert.Throws<RecordException>(read);
        Console.WriteLine($"{error.Code} after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        return error.Code;
    }

    private sealed class Endless(long length) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - read);
            Array.Fill(buffer, (byte)'a', offset, given);
            read += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
