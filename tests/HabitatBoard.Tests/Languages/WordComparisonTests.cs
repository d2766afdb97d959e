using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Languages;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("The Board took note", "The Board took full note", "The Board took |+full |note")]
    [InlineData("one two three", "one 2 three", "one |-two|+2| three")]
    [InlineData("执行局通过决定", "执行局赞赏地通过了决定", "执行局|+赞赏地|通过|+了|决定")]
    [InlineData("а б", "в г", "-а б|+в г")]
    [InlineData("الدورة الأولى", "الدورة الثانية", "الدورة |-الأولى|+الثانية")]
    [InlineData("", "new", "+new")]
    [InlineData("old", "", "-old")]
    [InlineData("same", "same", "same")]
    [InlineData("", "", "")]
    public void Between_ComparesByWords_AndChineseByCharacters(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', WordComparison.Between(before, after).Select(c => c.Change switch { WordChange.Removed => "-", WordChange.Added => "+", _ => "" } + c.Text)));

    [Fact]
    public void Between_GivesBothTextsBack_WhateverTheyAre()
    {
        var words = Gen.Elements("the", " ", "  ", "Board", "执", "行", "局", "é", "e\u0301", "𠀀", "🙂", ",", "\n", "عربي", "1", "").ListOf().Select(w => string.Concat(w));
        Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), (before, after) =>
        {
            var pieces = WordComparison.Between(before, after);
            return Joined(pieces, WordChange.Removed) == before && Joined(pieces, WordChange.Added) == after && pieces.All(p => p.Text.Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Between_OfLongTextsThatShareNothing_IsOneReplacement()
    {
        var (before, after) = (Many("a"), Many("b"));
        Assert.Equal([(WordChange.Removed, before), (WordChange.Added, after)], WordComparison.Between(before, after));

        static string Many(string word) => string.Join(' ', Enumerable.Range(0, 20_000).Select(n => word + n.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Joined(IReadOnlyList<(WordChange Change, string Text)> pieces, WordChange side) =>
        pieces.Where(p => p.Change == WordChange.Kept || p.Change == side).Aggregate(new StringBuilder(), (text, p) => text.Append(p.Text)).ToString();
}
