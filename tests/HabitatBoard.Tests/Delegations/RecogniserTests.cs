using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Delegations;

public class RecogniserTests(RecognitionFixture register) : IClassFixture<RecognitionFixture>
{
    /// <summary>Pieces that the recogniser treats in a way of their own, to be put together at random.</summary>
    private static readonly string[] Pieces =
    [
        "巴西", "77 国集团和中国", "代表", "（", "）", "(", ")", "、", "和", "Egypt", "on behalf of the ", "African States", "and then", ", ", ". ", "\n", "-\n", " ", "and",
        "Côte d’Ivoire", "от имени ", "Группы 77", "و", "ومصر", "باسم ", "ـ", "\u0301", "\uD83D", "\uDE00", "\uD83D\uDE00", "\uFFFE", "\uFFFF", "\0", "\u00AD", "㏂", "\uFDFA", "ﬁ", "…", "７７", "ＡＵ", "İ", "ǅ", "한국", "·", "阿曼·",
    ];

    private static Config Many => Config.QuickThrowOnFailure.WithMaxTest(2000);

    public static TheoryData<Language> Languages() => [.. OfficialLanguages.All];

    [Fact]
    public void Read_AnyString_GivesItBackAsSpans()
    {
        Check.One(Many, Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s is not null), SpansAreTheText));

        var codeUnits = Gen.Choose(0, char.MaxValue).Select(i => ((char)i).ToString());
        var mixed = Gen.OneOf(Gen.Elements(Pieces), codeUnits).ListOf().Select(string.Concat);
        Check.One(Many, Prop.ForAll(mixed.ToArbitrary(), SpansAreTheText));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_ComposedList_GivesItsDelegationsBack(Language language)
    {
        var named = register.Delegations.Where(d => d.RunningName[language] is not null).ToList();
        var speaker =
            from delegation in Gen.Elements<Delegation>(named)
            from list in ArbMap.Default.GeneratorFor<bool>()
            from groups in Gen.Frequency(
                (3, Gen.Constant(Array.Empty<Group>())),
                (1, Gen.Elements<Group>(register.Groups).ArrayOf(1)))
            from itself in ArbMap.Default.GeneratorFor<bool>()
            select new Listed((list ? delegation.ListName : delegation.RunningName)[language]!.Text, delegation.Code, groups, itself && groups.Length > 0);
        var lists = Gen.NonEmptyListOf(speaker).Select(l => l.ToList());

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(lists.ToArbitrary(), list =>
        {
            var text = Compose(language, list);
            var expected = RecognitionFixture.Notation(list.SelectMany(Expected));
            var recognition = register.Recogniser.Read(text);
            Assert.True(expected == RecognitionFixture.Notation(recognition), $"{text}\nexpected {expected}\nread     {RecognitionFixture.Notation(recognition)}");
            Assert.Empty(recognition.Unrecognised);
        }));
    }

    /// <summary>No name reaches into its neighbour: "Congo, Democratic Republic of the Congo" are two.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_EveryPairOfNames_GivesBoth(Language language)
    {
        var names = register.Delegations
            .SelectMany(d => new[] { d.ListName[language]?.Text, d.RunningName[language]?.Text }.OfType<string>().Distinct().Select(name => (d.Code, Name: name)))
            .ToList();
        var (comma, and) = Joints(language);
        foreach (var first in names)
        {
            var text = string.Join("; ", names.Select(second => first.Name + comma + second.Name + and + first.Name));
            var read = register.Recogniser.Read(text).Speakers.Select(s => s.Code).Chunk(3).ToList();
            Assert.Equal(names.Count, read.Count);
            foreach (var (second, codes) in names.Zip(read))
            {
                Assert.True(codes.SequenceEqual([first.Code, second.Code, first.Code]), $"{first.Name}{comma}{second.Name}{and}{first.Name} was read as {string.Join(' ', codes)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_EveryNameAndAliasOfTheRegister_GivesTheDelegation(Language language)
    {
        foreach (var delegation in register.Delegations)
        {
            string?[] names = [delegation.ListName[language]?.Text, delegation.RunningName[language]?.Text, .. delegation.Aliases.Where(a => a.Language == language).Select(a => a.Text)];
            foreach (var name in names.OfType<string>())
            {
                var recognition = register.Recogniser.Read(name);
                Assert.True(delegation.Code == RecognitionFixture.Notation(recognition), $"{name} is {delegation.Code}, and was read as {RecognitionFixture.Notation(recognition)}");
                Assert.Equal(new Span(SpanKind.Delegation, 0, name.Length, delegation.Code), Assert.Single(recognition.Spans));
            }
        }
        foreach (var group in register.Groups)
        {
            var name = group.Name[language]!.Text;
            Assert.Equal(new Span(SpanKind.Group, 0, name.Length, group.Code), Assert.Single(register.Recogniser.Read(name).Spans));
        }
    }

    [Fact]
    public void Read_SpanOfAName_IsWhereItStandsInTheText()
    {
        const string text = "the Islamic\n  Republic of Iran and Tu\u0308rkiye";

        var names = register.Recogniser.Read(text).Spans.Where(s => s.Kind == SpanKind.Delegation).Select(s => s.In(text));

        Assert.Equal(["Islamic\n  Republic of Iran", "Tu\u0308rkiye"], names);
    }

    [Fact]
    public void Read_FromManyThreads_GivesTheSame()
    {
        const string text = "الكاميرون (باسم الدول الأفريقية)، Türkiye, Кот-д’Ивуар, 埃及（代表 77 国集团和中国）";
        var recogniser = new Recogniser(register.Delegations, register.Groups);

        var readings = Enumerable.Range(0, 1000).AsParallel().Select(_ => RecognitionFixture.Notation(recogniser.Read(text))).Distinct();

        Assert.Equal("CMR(AFR) TUR CIV EGY(G77)", Assert.Single(readings));
    }

    [Fact]
    public void Read_GroupWithoutDelegation_SaysSo()
    {
        var recognition = register.Recogniser.Read("The African States made a statement.");

        Assert.Empty(recognition.Speakers);
        Assert.Equal("AFR", Assert.Single(recognition.Unspoken).Code);
    }

    [Fact]
    public void Spellings_OfAllLanguages_NameKnownDelegationsAndGroups()
    {
        var delegations = register.Delegations.Select(d => d.Code).ToHashSet();
        var groups = register.Groups.Select(g => g.Code).ToHashSet();
        foreach (var language in OfficialLanguages.All)
        {
            var file = SpellingFile.Read(language);
            Assert.Empty(file.Delegations.Keys.Except(delegations));
            Assert.Empty(file.Groups.Keys.Except(groups));
            foreach (var (code, name) in file.Delegations.SelectMany(d => d.Value.Select(name => (d.Key, name))))
            {
                Assert.True(code == RecognitionFixture.Notation(register.Recogniser.Read(name)), $"{language}: {name} is {code}, and was read as {RecognitionFixture.Notation(register.Recogniser.Read(name))}");
            }
            foreach (var (code, name) in file.Groups.SelectMany(d => d.Value.Select(name => (d.Key, name))))
            {
                Assert.Equal((name, code), (name, Assert.Single(register.Recogniser.Read(name).Spans).Code));
            }
        }
    }

    /// <summary>Texts that would keep a careless reader busy for hours; this one needs about a second for each.</summary>
    [Theory(Timeout = 120_000)]
    [InlineData("United Kingdom of Great Britain and Northern ")]
    [InlineData("Norway on behalf of Sweden, ")]
    [InlineData("Sweden, Denmark, ")]
    [InlineData("(")]
    [InlineData("(Egypt ")]
    [InlineData("African States (")]
    [InlineData("of ")]
    [InlineData("x of ")]
    [InlineData("on behalf of ")]
    [InlineData("and, on behalf of the African States, ")]
    [InlineData("代表")]
    [InlineData("埃及（首先代表 77 国集团和中国，然后代表埃及）、")]
    [InlineData("波斯尼亚和黑塞哥维")]
    [InlineData("ولل")]
    [InlineData("a-\n")]
    [InlineData("\u0301")]
    [InlineData("\uFDFA")]
    [InlineData("lone surrogate")]
    public async Task Read_MegabyteOfOnePattern_Finishes(string pattern)
    {
        // An attribute cannot hold half a pair.
        pattern = pattern == "lone surrogate" ? "\uD800" : pattern;
        var text = new StringBuilder("Norway on behalf of ").Insert(20, pattern, 1_000_000 / pattern.Length).ToString();

        var recognition = await Task.Run(() => register.Recogniser.Read(text));

        Assert.Equal(text.Length, recognition.Spans.Sum(s => s.Length));
    }

    private void SpansAreTheText(string text)
    {
        var recognition = register.Recogniser.Read(text);
        Assert.Equal(text, string.Concat(recognition.Spans.Select(s => s.In(text))));
        Assert.All(recognition.Spans, s => Assert.True(s.Length > 0));
        Assert.All(recognition.Spans, s => Assert.Equal(s.Kind is SpanKind.Delegation or SpanKind.Group, s.Code is not null));
    }

    private static IEnumerable<(string, IReadOnlyList<string>)> Expected(Listed listed)
    {
        yield return (listed.Code, [.. listed.Groups.Select(g => g.Code)]);
        if (listed.Itself)
        {
            yield return (listed.Code, []);
        }
    }

    /// <summary>A list as the language joins it, with groups in parentheses.</summary>
    private static string Compose(Language language, List<Listed> list)
    {
        var items = list.Select(l => Item(language, l)).ToList();
        if (items.Count == 1)
        {
            return items[0];
        }
        var (comma, and) = Joints(language);
        return string.Join(comma, items[..^1]) + and + items[^1];
    }

    private static (string Comma, string And) Joints(Language language) => language switch
    {
        Language.Zh => ("、", "和"),
        Language.Ar => ("، ", " و"),
        Language.En => (", ", " and "),
        Language.Fr => (", ", " et "),
        Language.Ru => (", ", " и "),
        _ => (", ", " y "),
    };

    private static string Item(Language language, Listed listed)
    {
        if (listed.Groups is not [var group])
        {
            return listed.Name;
        }
        var name = group.Name[language]!.Text;
        return (language, listed.Itself) switch
        {
            (Language.Zh, false) => $"{listed.Name}（代表{name}发言）",
            (Language.Zh, true) => $"{listed.Name}（首先代表{name}，然后代表{listed.Name}发言）",
            (Language.Ar, false) => $"{listed.Name} (باسم {name})",
            (Language.Ar, true) => $"{listed.Name} (أولا باسم {name}، ثم باسم {listed.Name})",
            (Language.En, false) => $"{listed.Name} (on behalf of the {name})",
            (Language.En, true) => $"{listed.Name} (first on behalf of the {name} and then on behalf of {listed.Name})",
            (Language.Fr, false) => $"{listed.Name} (au nom des {name})",
            (Language.Fr, true) => $"{listed.Name} (d’abord au nom des {name}, puis au nom de {listed.Name})",
            (Language.Ru, false) => $"{listed.Name} (от имени: {name})",
            (Language.Ru, true) => $"{listed.Name} ({name}, затем от своего имени)",
            (_, false) => $"{listed.Name} (en nombre de los {name})",
            (_, true) => $"{listed.Name} (primero en nombre de los {name} y luego en nombre de {listed.Name})",
        };
    }

    private sealed record Listed(string Name, string Code, Group[] Groups, bool Itself);
}
