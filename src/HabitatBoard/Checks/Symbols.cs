using System.Text.RegularExpressions;
using HabitatBoard.Documents;
using HabitatBoard.Reports;

namespace HabitatBoard.Checks;

/// <summary>The symbols a report prints, by its citations and in its texts.</summary>
internal static partial class Symbols
{
    /// <summary>Each spelling of a symbol of the Board in each paragraph, once.</summary>
    public static IEnumerable<(int? Paragraph, string Printed, DocumentSymbol Symbol)> Printed(CheckedRecord record) =>
        record.Facts.Citations
            .Where(c => c.Kind == CitationKind.Document && c.Reference is not null)
            .Select(c => (Paragraph: record.Number(c.ParagraphId), Printed: c.Reference!))
            .Concat(record.Texts.SelectMany(t => Pattern().Matches(t.Text).Select(m => (Paragraph: (int?)t.Paragraph, Printed: m.Value.TrimEnd('.', '-')))))
            .Distinct()
            .Where(p => p.Printed.Length <= DocumentSymbol.MaxLength)
            .Select(p => (p.Paragraph, p.Printed, Symbol: DocumentSymbol.Parse(p.Printed)))
            .Where(p => p.Symbol.Series is not null);

    [GeneratedRegex(@"(?<![\w/])HSP/EB\.?\s?\d{4}[./][A-Za-z0-9./-]*\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
