using HabitatBoard.Reports;

namespace HabitatBoard.Checks;

/// <summary>The session's register holds a document that no paragraph of the report cites. The report itself need not be.</summary>
public sealed class DocumentNotCited : Check
{
    public override string Code => "document-not-cited";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        if (record.Paragraphs.Count == 0)
        {
            return [];
        }
        var cited = record.Facts.Citations.Where(c => c.Kind == CitationKind.Document).Select(c => c.Target).ToHashSet();
        var printed = Symbols.Printed(record).Select(p => p.Symbol.LookupKey).ToHashSet();
        return from document in record.Facts.Documents
               where document.SessionId == record.Facts.Session.Id && document.Slug != record.Facts.Report?.DocumentSlug
               where !cited.Contains(document.Slug) && !printed.Contains(document.LookupKey)
               orderby document.SortKey
               select At(null, Severity.Notice, new Subject("document", document.Symbol ?? document.Slug), "", ("document", document.Symbol ?? document.Slug), ("title", document.Title));
    }
}
