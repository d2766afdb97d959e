using System.Globalization;
using System.Text;
using System.Text.Json;
using HabitatBoard.Languages;

namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// A list as CSV (RFC 4180) in UTF-8, with the mark at its beginning by which spreadsheets know UTF-8. The columns have the
/// same English names in every language, those of the API as far as they go, so that one program reads every table.
/// </summary>
/// <param name="Columns">The header.</param>
/// <param name="Rows">Their cells: text, numbers, days, moments, values of enumerations, lists of those; null for what is not recorded.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IAsyncEnumerable<object?[]> Rows)
{
    public const string MediaType = "text/csv";

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await LineAsync([.. Columns]);
        await foreach (var row in Rows.WithCancellation(cancellationToken))
        {
            if (row.Length != Columns.Count)
            {
                throw new InvalidOperationException($"A row of {row.Length} cells in a table of {Columns.Count} columns.");
            }
            await LineAsync(row);
        }

        async Task LineAsync(object?[] cells)
        {
            var line = new StringBuilder();
            foreach (var (i, cell) in cells.Index())
            {
                line.Append(i == 0 ? "" : ",").Append(Field(TextOf(cell)));
            }
            await writer.WriteAsync(line.Append("\r\n"), cancellationToken);
        }
    }

    /// <summary>
    /// A cell as it stands in the file. One that a spreadsheet would take for a formula has an apostrophe before it, which
    /// spreadsheets take for "this is text" (OWASP, CSV injection); full-width signs are signs, too.
    /// </summary>
    public static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')
        {
            text = $"'{text}";
        }
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        Enum value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join("; ", list),
        IEnumerable<int> numbers => string.Join("; ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A table has no cell for a {cell.GetType()}."),
    };
}

internal static class TableTexts
{
    /// <summary>A text as three cells: in the reader's language or the one it is in, which language that is, and where the text comes from.</summary>
    public static object?[] Cells(this LocalizedText text, Language language) =>
        text.For(language) is var (found, value) ? [value.Text, found.Code, value.Status] : [null, null, null];

    /// <summary>A name as one cell.</summary>
    public static string? Cell(this LocalizedText? text, Language language) => text?.For(language)?.Text.Text;
}
