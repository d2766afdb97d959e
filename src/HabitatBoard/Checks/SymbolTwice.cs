using HabitatBoard.Documents;

namespace HabitatBoard.Checks;

/// <summary>Two documents of the register have one symbol.</summary>
public sealed class SymbolTwice : Check
{
    public override string Code => "symbol-twice";

    public override IEnumerable<Finding> Find(CheckedRecord record) =>
        from documents in record.Facts.Documents.Where(d => d.Symbol is not null).GroupBy(d => DocumentSymbol.KeyOf(d.Symbol!))
        where documents.Count() > 1
        let ordered = documents.OrderBy(d => d.Symbol, StringComparer.Ordinal).ThenBy(d => d.Id).ToList()
        select At(
            null,
            Severity.Error,
            new Subject("document", ordered[0].Symbol!),
            "",
            ("symbol", ordered[0].Symbol!),
            ("titles", new Several([.. ordered.Select(d => d.Title)])));
}
