namespace HabitatBoard.Checks;

/// <summary>A symbol is printed otherwise than its kind is written: <c>INF.2</c> for <c>INF/2</c>.</summary>
public sealed class SymbolForm : Check
{
    public override string Code => "symbol-form";

    public override IEnumerable<Finding> Find(CheckedRecord record) =>
        from printed in Symbols.Printed(record)
        where printed.Printed != printed.Symbol.Text
        select At(
            printed.Paragraph,
            Severity.Warning,
            new Subject("document", printed.Symbol.Text),
            "",
            ("printed", printed.Printed),
            ("symbol", printed.Symbol.Text));
}
