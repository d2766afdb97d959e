using HabitatBoard.Documents;
using HabitatBoard.Errors;

namespace HabitatBoard.Tests.Documents;

public sealed class DocumentSymbolTests
{
    [Theory]
    [InlineData("HSP/EB.2024/2/Add.1", "HSP/EB.2024/2/Add.1", "", 2)]
    [InlineData("HSP/EB.2024/INF.2", "HSP/EB.2024/INF/2", "INF", 2)]
    [InlineData("ＨＳＰ／ＥＢ．２０２４／ＩＮＦ／２", "HSP/EB.2024/INF/2", "INF", 2)]
    [InlineData("hsp/eb.2024/crp.1", "HSP/EB.2024/CRP.1", "CRP", 1)]
    [InlineData(" HSP/EB.2024/L.3/rev.2* ", "HSP/EB.2024/L.3/Rev.2", "L", 3)]
    public void Parse_GivesTheRegularSpelling(string printed, string regular, string nature, int number)
    {
        var symbol = DocumentSymbol.Parse(printed);
        Assert.Equal((regular, nature, number), (symbol.Text, symbol.Nature, symbol.Number));
        Assert.Equal(symbol.Text, DocumentSymbol.Parse(symbol.Text).Text);
    }

    [Theory]
    [InlineData("HSP/HA.1/HLS.3")]
    [InlineData("HSP/GC/20/1/Add.1")]
    [InlineData("A/RES/73/239")]
    public void Parse_AcceptsOtherFamilies_AsTheyStand(string printed)
    {
        var symbol = DocumentSymbol.Parse(printed);
        Assert.Equal(printed, symbol.Text);
        Assert.Null(symbol.Series);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("HSP<script>")]
    [InlineData("/EB")]
    [InlineData("HSP/EB.2024/1\u202e")]
    public void Parse_RefusesWhatIsNoSymbol(string printed) =>
        Assert.Equal(ErrorCode.MalformedIdentifier, Assert.Throws<RecordException>(() => DocumentSymbol.Parse(printed)).Code);

    [Fact]
    public void Order_IsByNumber_AndADocumentStandsBeforeItsAddenda()
    {
        string[] expected =
        [
            "HSP/EB.2023/22", "HSP/EB.2024/1", "HSP/EB.2024/1/Add.1", "HSP/EB.2024/1/Add.2", "HSP/EB.2024/1/Add.10",
            "HSP/EB.2024/2", "HSP/EB.2024/2/Corr.1", "HSP/EB.2024/10", "HSP/EB.2024/INF/2", "HSP/EB.2024/INF/10",
        ];
        Assert.Equal(expected, expected.Reverse().OrderBy(s => DocumentSymbol.Parse(s).SortKey, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("HSP/EB.2024/INF.2")]
    [InlineData("hsp/eb.2024/inf/2")]
    [InlineData("HSP-EB.2024-INF-2")]
    [InlineData("2024/INF/2")]
    [InlineData("EB.2024/INF.2")]
    [InlineData("ＨＳＰ/ＥＢ. 2024 / INF / 2")]
    public void EverySpelling_HasTheKeyOfTheSymbol(string typed)
    {
        Assert.Contains(DocumentSymbol.Parse("HSP/EB.2024/INF/2").LookupKey, DocumentSymbol.LookupKeysOf(typed));
        Assert.DoesNotContain(DocumentSymbol.Parse("HSP/EB.2024/INF/3").LookupKey, DocumentSymbol.LookupKeysOf(typed));
        Assert.DoesNotContain(DocumentSymbol.Parse("HSP/EB.2024/2").LookupKey, DocumentSymbol.LookupKeysOf(typed));
    }
}
