namespace HabitatBoard.Checks;

/// <summary>A paragraph cites a symbol of the Board that the register of documents does not hold.</summary>
public sealed class SymbolNotInRegister : Check
{
    public override string Code => "symbol-not-in-register";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var known = record.Facts.Documents.Select(d => d.LookupKey).ToHashSet();
        return from printed in Symbols.Printed(record)
               group printed by (printed.Paragraph, printed.Symbol.LookupKey) into cited
               where !known.Contains(cited.Key.LookupKey)
               select At(cited.Key.Paragraph, Severity.Error, new Subject("document", cited.First().Symbol.Text), "", ("symbol", cited.First().Printed));
    }
}
