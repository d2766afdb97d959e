using HabitatBoard.Papers;

namespace HabitatBoard.Tests.Papers;

/// <summary>The marks of sub-paragraphs, and their degrees.</summary>
public sealed class MarkTests
{
    [Theory]
    [InlineData("1. x|2. x|(a) x|(b) x|3. x", "1 1 2 2 1")]
    [InlineData("(a) x|(一) x|(二) x|(b) x|(一) x", "1 2 2 1 2")]
    [InlineData("(a) x|(i) x|(ii) x|(b) x|(i) x", "1 2 2 1 2")]
    [InlineData("a) x|i) x|ii) x|b) x", "1 2 2 1")]
    [InlineData("(أ) x|'1' x|'2' x|(ب) x", "1 2 2 1")]
    [InlineData("1 - x|2 - x|(أ) x|(هـ) x|3 - x", "1 1 2 2 1")]
    [InlineData("(i) x|(ii) x|(iii) x", "1 1 1")]
    [InlineData("(g) x|(h) x|(i) x|(j) x", "1 1 1 1")]
    [InlineData("no mark|(a) x|2024. x", "1 1 1")]
    public void Degrees_AreThoseAReaderSees(string lines, string degrees) =>
        Assert.Equal(degrees, string.Join(' ', Mark.Read(lines.Split('|')).Select(l => l.Degree)));

    [Theory]
    [InlineData("(a) x", "(a)", 1, Counting.LowerLetter)]
    [InlineData("(iv) x", "(iv)", 4, Counting.LowerRoman)]
    [InlineData("(十二) x", "(十二)", 12, Counting.Chinese)]
    [InlineData("'3' x", "'3'", 3, Counting.Decimal)]
    [InlineData("12 - x", "12 -", 12, Counting.Decimal)]
    public void Mark_IsRead_WithItsValueAndStyle(string line, string text, int value, Counting counting)
    {
        var mark = Mark.Read([line])[0].Mark!;
        Assert.Equal((text, value, counting), (mark.Text, mark.Value, mark.Style!.Counting));
    }

    /// <summary>Programs write the abjad in different letters: such a mark stands as it is, and is still a fifth.</summary>
    [Theory]
    [InlineData("(ج) x", 3)]
    [InlineData("(هـ) x", 5)]
    public void Mark_InTheAbjad_IsNotLeftToBeCounted(string line, int value)
    {
        var mark = Mark.Read([line])[0].Mark!;
        Assert.Equal((value, null), (mark.Value, mark.Style));
    }

    [Theory]
    [InlineData("HSP/EB.2024/1 x")]
    [InlineData("(abc-d) x")]
    [InlineData("2024. x")]
    [InlineData("(a)x")]
    [InlineData("(a)  x")]
    public void Words_AreNoMark(string line) => Assert.Null(Mark.Read([line])[0].Mark);
}
