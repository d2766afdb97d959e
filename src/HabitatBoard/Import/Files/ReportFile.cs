using System.IO.Compression;
using System.Text;
using System.Text.Json;
using HabitatBoard.Errors;

namespace HabitatBoard.Import.Files;

/// <summary>One line of a file, or one paragraph of a word processor's.</summary>
/// <param name="Text">The words, with the number that the word processor computes for them.</param>
/// <param name="Heading">The level of a heading by its style, from 1; 0 for anything else or where the file has no styles.</param>
/// <param name="IsNote">A note to the lines before it, which prints at the foot of the page.</param>
/// <param name="IsRow">A row of a table: its cells with a tab between them, the lines of a cell with a vertical tab.</param>
public readonly record struct SourceLine(string Text, int Heading = 0, bool IsNote = false, bool IsRow = false);

/// <summary>A file as lines of text.</summary>
/// <param name="Lines">In the order of the file. An empty one separates paragraphs.</param>
/// <param name="HasParagraphs">Whether a line is a whole paragraph, as in a word processor's file; else lines may be broken anywhere.</param>
/// <param name="Mended">What was set right in reading it.</param>
public sealed record ReportFile(IReadOnlyList<SourceLine> Lines, bool HasParagraphs, IReadOnlyList<Mending> Mended)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The longest text that is read, in characters: a report of this Board has about 30,000.</summary>
    public const int MaxCharacters = 300_000;

    /// <summary>Reads a file of any kind that is understood. No more than <see cref="MaxBytes"/> of it is ever held.</summary>
    /// <exception cref="RecordException">The file is too large, of an unknown kind, or damaged.</exception>
    public static ReportFile Read(Stream stream)
    {
        var bytes = Bytes(stream);
        var start = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1_000))).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        var file = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith("PK\u0005\u0006"u8) ? WordDocument.Read(bytes)
            : HtmlDocument.Is(start) ? HtmlDocument.Read(bytes)
            : start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<akomaNtoso", StringComparison.Ordinal) ? AkomaNtosoDocument.Read(bytes)
            : PlainText.Read(bytes);
        return file.Lines.Sum(l => (long)l.Text.Length) <= MaxCharacters ? file : throw TooLarge();
    }

    /// <summary>
    /// What was read, packed into letters and digits: some tens of kilobytes for a report. It travels in a form between the
    /// comparison and its acceptance, so that nothing is stored before.
    /// </summary>
    public string Pack()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, this);
        }
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <exception cref="RecordException">It is not that, or too large.</exception>
    public static ReportFile Unpack(string packed)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            var file = JsonSerializer.Deserialize<ReportFile>(Bytes(zip));
            return file is not { Lines: not null, Mended: not null } || file.Lines.Any(l => l.Text is null) ? throw Damaged("form")
                : file.Lines.Sum(l => (long)l.Text.Length) <= MaxCharacters ? file : throw TooLarge();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or JsonException)
        {
            throw Damaged("form");
        }
    }

    internal static RecordException TooLarge() => new(ErrorCode.ImportTooLarge, MaxBytes / 1024 / 1024, MaxCharacters);

    internal static RecordException Damaged(string what) => new(ErrorCode.ImportDamaged, what);

    private static byte[] Bytes(Stream stream)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (held.Length + read > MaxBytes)
            {
                throw TooLarge();
            }
            held.Write(buffer, 0, read);
        }
        return held.ToArray();
    }
}
