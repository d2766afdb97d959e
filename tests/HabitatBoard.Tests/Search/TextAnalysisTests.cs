using HabitatBoard.Search;

namespace HabitatBoard.Tests.Search;

public sealed class TextAnalysisTests
{
    /// <summary>Spellings that are searched for one another, either way.</summary>
    public static TheoryData<string, string> Alike => new()
    {
        // Arabic: harakat, tatweel, letters written for one another, presentation forms, digits.
        { "مُحَمَّد", "محمد" }, { "محـــمد", "محمد" }, { "أحمد", "احمد" }, { "إيران", "ايران" }, { "آسيا", "اسيا" }, { "ٱلعربية", "العربية" },
        { "مدينة", "مدينه" }, { "مستشفى", "مستشفي" }, { "ﻻ", "لا" }, { "٢٠٢٤", "2024" }, { "ایران", "إيران" }, { "عُمان", "عمان" },
        // Russian: ё, case, stress marks, й in two spellings.
        { "ещё", "еще" }, { "Ёлка", "елка" }, { "РОССИЯ", "россия" }, { "го\u0301род", "город" }, { "и\u0306", "й" },
        // French, Spanish, English.
        { "œuvre", "oeuvre" }, { "Œuvre", "OEUVRE" }, { "Égypte", "egypte" }, { "e\u0301te\u0301", "été" }, { "français", "francais" }, { "Côte d’Ivoire", "cote d'ivoire" },
        { "España", "espana" }, { "pingüino", "pinguino" }, { "MÉXICO", "mexico" }, { "ª", "a" }, { "Curaçao", "curacao" },
        { "Türkiye", "turkiye" }, { "ﬁnance", "finance" }, { "UN-Habitat", "un habitat" }, { "Straße", "strasse" }, { "Mlynár", "mlynar" }, { "İstanbul", "istanbul" }, { "so\u00ADft", "soft" },
        // Chinese: width, and blanks beside digits.
        { "２０２４年", "2024 年" }, { "ＵＮ", "un" }, { "扎伊娜卜·哈瓦", "扎伊娜卜哈瓦" }, { "⼈", "人" },
    };

    /// <summary>Spellings that are not: another letter, or punctuation between.</summary>
    public static TheoryData<string, string> Different => new()
    {
        { "й", "и" }, { "мой", "мои" }, { "ї", "і" }, { "ش", "س" }, { "ؤ", "و" }, { "n", "m" },
        { "财务，预算", "财务预算" }, { "财务\n预算", "财务预算" }, { "财务预算", "预算财务" }, { "un. habitat", "un habitat" }, { "un - habitat", "un habitat" }, { "2.5", "25" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void SpellingsOfOneWord_ComeToTheSame(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [MemberData(nameof(Different))]
    public void DifferentWords_StayApart(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Fact]
    public void EveryHanCharacter_IsATerm_AndPunctuationOne()
    {
        Assert.Equal(["2024", "年", "第", "一", "次", "会", "议", TextAnalysis.Break, "𠀀", "un", "habitat"], Terms("2024 年第一次会议（）、：𠀀 UN-Habitat"));
        Assert.Empty(Terms(" “”！？ "));
    }

    [Fact]
    public void Terms_KnowWhereTheyStood()
    {
        const string Text = "«Œuvre», e\u0301te\u0301 \U00020000人";
        Assert.Equal(["Œuvre", "e\u0301te\u0301", "\U00020000", "人"], TextAnalysis.Analyse(Text).Where(t => !t.IsBreak).Select(t => Text[t.Start..t.End]));
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b")]
    [InlineData("\uD800\uD800\uDC00\uDC00")]
    [InlineData("\uD83D\u0301")]
    [InlineData("\uFFFE\uFFFF\u0000")]
    [InlineData("\uE000\uE001\uE002")]
    [InlineData("\u0301\u0301")]
    public void WhatIsNoText_PartsWords_AndBreaksNothing(string text)
    {
        Assert.DoesNotContain(TextAnalysis.Analyse(text), t => t.Term.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar) || (!t.IsBreak && t.Term.Any(c => c is '\0' or (>= '\uE000' and <= '\uF8FF'))));
        Assert.Equal(["x", "y"], TextAnalysis.Analyse($"x {text} y").Where(t => t.Term is "x" or "y").Select(t => t.Term));
    }

    [Fact]
    public void Terms_AreWhatTheIndexsTokenizerLeavesAsTheyAre()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(0x10000))]);
            var tokens = TextAnalysis.Analyse(text);
            Assert.All(tokens, t => Assert.DoesNotContain(t.Term, c => c < 0x80 && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)));
            Assert.All(tokens, t => Assert.InRange(t.End, t.Start, text.Length));
            Assert.DoesNotContain(tokens.Zip(tokens.Skip(1)), pair => (pair.First.IsBreak && pair.Second.IsBreak) || pair.Second.Start < pair.First.Start);
        }
    }

    private static IEnumerable<string> Terms(string text) => TextAnalysis.Analyse(text).Select(t => t.Term).ToList() is [.. var terms, TextAnalysis.Break] ? terms : TextAnalysis.Analyse(text).Select(t => t.Term);
}
