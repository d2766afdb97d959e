using System.Text;
using HabitatBoard.Errors;

namespace HabitatBoard.Import.Files;

/// <summary>
/// Text in UTF-8, in UTF-16 with a byte order mark, or in GB 18030 where the bytes leave no doubt. Anything else is an
/// error: guessed characters would go into the record.
/// </summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static ReportFile Read(byte[] bytes)
    {
        var mended = new List<Mending>();
        var lines = Decode(bytes, mended).ReplaceLineEndings("\n").Split('\n');
        return new ReportFile([.. lines.Select(l => new SourceLine(l))], HasParagraphs: false, mended);
    }

    /// <summary>The characters of a file in one of these encodings.</summary>
    /// <exception cref="RecordException">It is in another, in several, or has characters that no text has.</exception>
    public static string Decode(byte[] bytes, List<Mending> mended)
    {
        var text = Characters(bytes, mended);
        return text.Any(c => c is '\0' or '\uFFFD' or '\uFFFE' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085')))
            ? throw new RecordException(ErrorCode.ImportEncoding)
            : text;
    }

    private static string Characters(byte[] bytes, List<Mending> mended)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes, 3, bytes.Length - 3),
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (ArgumentException)
        {
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..] || !IsGb18030(bytes))
            {
                throw new RecordException(ErrorCode.ImportEncoding);
            }
        }
        try
        {
            var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
            mended.Add(new Mending(MendingKind.Encoding, null, "GB 18030", ""));
            return gb18030.GetString(bytes);
        }
        catch (ArgumentException)
        {
            throw new RecordException(ErrorCode.ImportEncoding);
        }
    }

    /// <summary>
    /// Nearly every character of Chinese prose is a sign (rows 1 to 9) or of the first level (rows 16 to 55) of GB 2312.
    /// UTF-8 read as GB 18030 falls elsewhere.
    /// </summary>
    private static bool IsGb18030(byte[] bytes)
    {
        var (usual, unusual) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }
            var pair = i + 1 < bytes.Length && bytes[i + 1] >= 0xA1;
            if (pair && bytes[i] is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xD7))
            {
                usual++;
            }
            else
            {
                unusual++;
            }
            i++;
        }
        return usual > 100 && unusual * 12 < usual;
    }
}
