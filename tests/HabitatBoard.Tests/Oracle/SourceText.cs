using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HabitatBoard.Tests.Oracle;

/// <summary>One section: <c>2A</c> and its heading without the numeral.</summary>
internal sealed record SourceSection(string Key, string Heading);

/// <summary>One numbered paragraph; <see cref="Lines"/> are the paragraph itself and the list under it.</summary>
internal sealed record SourceParagraph(int Number, string Section, List<string> Lines)
{
    public string Text => SourceText.Collapse(string.Join(' ', Lines));

    public IEnumerable<string> Sentences =>
        Text.Split('。', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A line of the agenda, a decision or a part of one, with its title.</summary>
internal sealed record SourceTitle(string Number, string Title);

/// <summary>What the text says was adopted: a whole decision, a part, or paragraphs of a part.</summary>
internal sealed record SourceAdoption(
    string Decision,
    string? Part,
    IReadOnlyList<int> Numbers,
    string Item,
    int Paragraph);

internal enum Voice
{
    Delegation,
    Secretariat,
    Person,
    Chair,
    NonGovernmental,
}

/// <summary>Somebody taking the floor. Nulls are what the text leaves to judgement.</summary>
internal sealed record Turn(
    Voice Voice,
    string Name,
    string? Kind = null,
    string? Capacity = null,
    string? Group = null,
    string? Medium = null,
    string? Office = null);

internal sealed record SourceOfficer(string Office, string Name, string State, string? Body);

internal sealed record SourceDates(DateOnly Start, DateOnly End);

/// <summary>
/// The draft report read once more, straight from its text and by this file alone: what the seeded record is
/// held against. Nothing here may come from the product.
/// </summary>
internal sealed partial class SourceText
{
    private const string Numerals = "零一二三四五六七八九十";
    private const string Latin = @"\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*";

    private readonly List<string> masthead = [];
    private readonly List<SourceSection> sections = [];
    private readonly List<SourceParagraph> paragraphs = [];
    private readonly List<SourceTitle> agenda = [];

    private SourceText(string text)
    {
        Read(text);
        foreach (var match in this[6].Lines.Select(line => AgendaLine().Match(line)).Where(match => match.Success))
        {
            var number = match.Groups["letter"].Success
                ? $"{agenda[^1].Number.Split('(')[0]}({match.Groups["letter"].Value})"
                : match.Groups["number"].Value;
            agenda.Add(new(number, match.Groups["title"].Value));
        }
    }

    public static SourceText Report { get; } = new(Load());

    public IReadOnlyList<string> Masthead => masthead;

    public IReadOnlyList<SourceSection> Sections => sections;

    public IReadOnlyList<SourceParagraph> Paragraphs => paragraphs;

    public IReadOnlyList<SourceTitle> Agenda => agenda;

    public SourceParagraph this[int number] => paragraphs.Single(paragraph => paragraph.Number == number);

    /// <summary>
    /// The agenda item that a section reports on: the one whose title is the section's heading, or else that of
    /// the section it is part of.
    /// </summary>
    public string? ItemOf(string section)
    {
        var heading = Squash(sections.Single(candidate => candidate.Key == section).Heading);
        return agenda.SingleOrDefault(item => Squash(item.Title) == heading)?.Number
            ?? (char.IsLetter(section[^1]) ? ItemOf(section[..^1]) : null);
    }

    /// <summary>White space as one space: what the conversion did to line breaks is no difference.</summary>
    public static string Collapse(string text) => Space().Replace(text, " ").Trim();

    /// <summary>White space removed: for headings and names, where the copy breaks at will.</summary>
    public static string Squash(string text) => Space().Replace(text, "");

    public static IEnumerable<string> Symbols(string text) =>
        SymbolPattern().Matches(text).Select(match => match.Value);

    public static IEnumerable<string> DecisionNumbers(string text) =>
        DecisionPattern().Matches(text).Select(match => match.Groups["number"].Value);

    /// <summary>Dates and ranges of days that the text names with their year.</summary>
    public static IEnumerable<SourceDates> Dates(string text) => DatePattern().Matches(text).Select(match =>
    {
        var start = new DateOnly(Int(match, "year"), Int(match, "month"), Int(match, "day"));
        if (!match.Groups["last"].Success)
            return new SourceDates(start, start);
        var month = match.Groups["until"].Success ? Int(match, "until") : start.Month;
        return new SourceDates(start, new(start.Year, month, Int(match, "last")));
    });

    /// <summary>The time of day that a paragraph names, morning or afternoon.</summary>
    public static TimeOnly Time(string text)
    {
        var match = TimePattern().Match(text);
        return new(Int(match, "hour") + (match.Groups["half"].Value == "下午" ? 12 : 0), Int(match, "minute"));
    }

    /// <summary>Names joined by 、 and a last 和 (no 共和国 is taken apart), with the brackets after each.</summary>
    public static IEnumerable<(string Name, string Note)> Names(string list) => ListPattern().Matches(list)
        .Select(match => (match.Groups["name"].Value.Trim(), match.Groups["note"].Value));

    /// <summary>Names after the colon of an attendance paragraph.</summary>
    public IReadOnlyList<string> Attendance(int paragraph) =>
        [.. Names(this[paragraph].Text.Split('：')[1].TrimEnd('。')).Select(name => name.Name)];

    public IEnumerable<SourceTitle> Decisions => this[69].Lines.Select(line => DecisionLine().Match(line))
        .Where(match => match.Success)
        .Select(match => new SourceTitle(match.Groups["number"].Value, match.Groups["title"].Value));

    /// <summary>Parts of the decisions listed, numbered <c>2024/1(b)</c>.</summary>
    public IEnumerable<SourceTitle> Parts
    {
        get
        {
            var decision = "";
            foreach (var line in this[69].Lines)
            {
                if (DecisionLine().Match(line) is { Success: true } head)
                    decision = head.Groups["number"].Value;
                if (PartLine().Match(line) is { Success: true } part)
                    yield return new($"{decision}({part.Groups["part"]})", part.Groups["title"].Value);
            }
        }
    }

    /// <summary>
    /// What was adopted under an item. Paragraph 69 lists the decisions as the outcome, number and title; it
    /// is not one more adoption of each.
    /// </summary>
    public IEnumerable<SourceAdoption> Adoptions =>
        from paragraph in paragraphs
        from sentence in paragraph.Sentences
        where sentence.Contains("通过了")
        from match in AdoptionPattern().Matches(sentence)
        let first = match.Groups["first"].Success ? Int(match, "first") : 0
        let last = match.Groups["last"].Success ? Int(match, "last") : first
        select new SourceAdoption(
            match.Groups["number"].Value,
            match.Groups["part"].Success ? match.Groups["part"].Value : null,
            first == 0 ? [] : match.Groups["join"].Value == "至" ? [.. Enumerable.Range(first, last - first + 1)]
                : first == last ? [first] : [first, last],
            ItemOf(paragraph.Section)!,
            paragraph.Number);

    /// <summary>Paragraphs in which the Board takes note, with the item that they or their section name.</summary>
    public IEnumerable<(int Paragraph, string Item)> TookNote =>
        from paragraph in paragraphs
        where paragraph.Text.StartsWith("执行局表示注意到", StringComparison.Ordinal)
        let named = Regex.Match(paragraph.Text, @"议程项目 (\d+)")
        select (paragraph.Number, named.Success ? named.Groups[1].Value : ItemOf(paragraph.Section)!);

    public IEnumerable<int> Introductions => paragraphs
        .Where(paragraph => IntroductionPattern().IsMatch(paragraph.Text))
        .Select(paragraph => paragraph.Number);

    public IEnumerable<SourceOfficer> Officers
    {
        get
        {
            const string Who = $"(?<name>{Latin})（(?<state>[^）]+)）";
            const string Group = "(?<body>[^，。]+特设工作组)";
            var rapporteur = Regex.Match(string.Join('\n', masthead), $"报告员：{Who}");
            var chair = Regex.Match(this[4].Text, $"主席 {Who}宣布.*开幕");
            var first = Regex.Match(this[7].Text, $"责成{Group}[^。]*该工作组主席 {Who}");
            var second = Regex.Match(this[15].Text, $"^{Group}主席 {Who}");
            var pair = Regex.Match(this[7].Text, "由 (?<list>[^。]+)共同主持").Groups["list"].Value;
            return
            [
                Officer("chair", chair),
                Officer("rapporteur", rapporteur),
                Officer("chair", first),
                Officer("chair", second),
                .. from name in Names(pair)
                   select new SourceOfficer("facilitator", name.Name.Replace(" 先生", ""), name.Note, null),
            ];

            static SourceOfficer Officer(string office, Match match) => new(
                office,
                match.Groups["name"].Value,
                match.Groups["state"].Value,
                match.Groups["body"].Success ? match.Groups["body"].Value : null);
        }
    }

    /// <summary>Everybody who takes the floor in a paragraph, in the order of the text.</summary>
    public IReadOnlyList<Turn> Turns(int number)
    {
        var paragraph = this[number];
        if (Introductions.Contains(number))
            return [new(Voice.Chair, "主席", "introduction", "presidingOfficer")];
        if (paragraph.Text.StartsWith("致开幕词的有：", StringComparison.Ordinal))
            return [.. paragraph.Text.Split('：')[1].TrimEnd('。').Split('；').Select(Opening)];
        if (paragraph.Text.StartsWith("下列非政府组织的代表发了言：", StringComparison.Ordinal))
        {
            return [.. NonGovernmentalPattern().Matches(paragraph.Text).Select(match => new Turn(
                Voice.NonGovernmental,
                match.Groups["name"].Value,
                "statement",
                "nonGovernmental",
                match.Groups["note"].Value))];
        }

        return [.. paragraph.Sentences.SelectMany(Turns)];
    }

    private static IEnumerable<Turn> Turns(string sentence)
    {
        if (MemberListPattern().Match(sentence) is { Success: true } members)
            return Delegations(members, "boardMember");
        if (OtherListPattern().Match(sentence) is { Success: true } others)
            return Delegations(others, "observer");
        if (ReplyPattern().Match(sentence) is { Success: true } reply)
            return Delegations(reply, null, "rightOfReply");
        if (AnswerPattern().Match(sentence) is { Success: true } answer)
        {
            return Names(answer.Groups["list"].Value).Select(name => name.Name.EndsWith("先生", StringComparison.Ordinal)
                ? new Turn(Voice.Person, name.Name.Split(' ')[0], "answer")
                : new Turn(Voice.Secretariat, name.Name, "answer", "secretariat"));
        }

        if (SingleStatementPattern().Match(sentence) is { Success: true } single)
            return Delegations(single, null);
        if (sentence.Contains("致闭幕词"))
            return [new(Voice.Secretariat, "代理执行主任", "closing", "secretariat")];
        if (SecretariatPattern().Match(sentence) is { Success: true } secretariat)
            return [new(Voice.Secretariat, secretariat.Groups["who"].Value, Capacity: "secretariat")];
        return PersonPattern().Matches(sentence).Select(person => new Turn(
            Voice.Person,
            person.Groups["name"].Value,
            Medium: person.Groups["video"].Success ? "videoLink" : null));
    }

    private static IEnumerable<Turn> Delegations(Match match, string? capacity, string kind = "statement") =>
        from name in Names(match.Groups["list"].Value)
        from own in name.Note.Length == 0
            ? [name.Name]
            : GroupPattern().Matches(name.Note).Select(note => note.Groups["group"].Value)
        select new Turn(Voice.Delegation, name.Name, kind, capacity, own == name.Name ? null : Squash(own));

    private static Turn Opening(string clause)
    {
        var match = OpeningPattern().Match(clause);
        return new(
            Voice.Person,
            match.Groups["name"].Value.Trim(),
            "opening",
            Office: Squash(match.Groups["office"].Value),
            Medium: match.Groups["note"].Value.Contains("录制视频") ? "recordedVideo" : null);
    }

    /// <summary>
    /// Undoes what the conversion did: the first five paragraphs have bullets for numbers, names are in bold,
    /// items of lists have bullets before their letters, and one sentence is broken over two paragraphs.
    /// </summary>
    private void Read(string text)
    {
        foreach (var raw in text.ReplaceLineEndings("\n").Replace("**", "").Split('\n'))
        {
            var next = paragraphs.Count + 1;
            var line = raw.TrimEnd();
            var item = line.TrimStart(' ', '-');
            if (line.Length == 0)
                continue;
            if (line == "引言")
                sections.Add(new("0", line));
            else if (sections.Count == 0)
                masthead.Add(line);
            else if (SectionLine().Match(line) is { Success: true } section)
                sections.Add(Section(section));
            else if (next <= 5 && line.StartsWith("- ", StringComparison.Ordinal))
                paragraphs.Add(new(next, sections[^1].Key, [item]));
            else if (ParagraphLine().Match(line) is { Success: true } paragraph)
                paragraphs.Add(new(Int(paragraph, "number"), sections[^1].Key, [paragraph.Groups["text"].Value]));
            else if (ListLine().IsMatch(item))
                paragraphs[^1].Lines.Add(item);
            else
                paragraphs[^1].Lines[^1] += item;
        }
    }

    private SourceSection Section(Match match)
    {
        var heading = match.Groups["heading"].Value;
        return match.Groups["letter"].Success
            ? new(sections[^1].Key.TrimEnd('A', 'B', 'C') + match.Groups["letter"].Value, heading)
            : new(Numeral(match.Groups["numeral"].Value), heading);
    }

    private static string Numeral(string numeral) =>
        numeral.Sum(digit => Numerals.IndexOf(digit)).ToString(CultureInfo.InvariantCulture);

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Load()
    {
        using var stream = typeof(SourceText).Assembly.GetManifestResourceStream("HSP-EB.2024-12.zh.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:(?<numeral>[一二三四五六七八九十]+)、|(?<letter>[A-Z])\. )\s*(?<heading>.+)$")]
    private static partial Regex SectionLine();

    [GeneratedRegex(@"^(?<number>\d+)\. (?<text>.+)$")]
    private static partial Regex ParagraphLine();

    [GeneratedRegex(@"^(?:\d+\.|\([a-z一二三四五]\)) ")]
    private static partial Regex ListLine();

    [GeneratedRegex(@"^(?:(?<number>\d+)\.|\((?<letter>[a-z])\)) (?<title>.+)[。；：]$")]
    private static partial Regex AgendaLine();

    [GeneratedRegex(@"^\([a-z]\) 第 (?<number>\d{4}/\d+) 号决定：(?<title>.+)[。，]具体包括：$")]
    private static partial Regex DecisionLine();

    [GeneratedRegex(@"^\([一二三四五]\) \((?<part>[a-z])\)部分：(?<title>.+)[。；]$")]
    private static partial Regex PartLine();

    [GeneratedRegex(@"HSP/[A-Z]+\.\d{4}(?:/[A-Za-z0-9.]*[A-Za-z0-9])+")]
    private static partial Regex SymbolPattern();

    [GeneratedRegex(@"第 (?<number>\d{4}/\d+) 号决定")]
    private static partial Regex DecisionPattern();

    [GeneratedRegex(@"(?<year>\d{4}) 年 (?<month>\d+) 月 (?<day>\d+) 日(?:[至和] ?(?:(?<until>\d+) 月 )?(?<last>\d+) 日)?")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"(?<half>上午|下午) (?<hour>\d+) 时 (?<minute>\d+) 分")]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"(?<name>[^、（）]+?)(?:（(?<note>[^）]*)）)?(?:、|(?<!共)和|$)")]
    private static partial Regex ListPattern();

    [GeneratedRegex(@"第 (?<number>2024/\d+) 号决定(?!：)(?:中，?关于[^；]*?\((?<part>[a-z])\)部分(?:下的)?"
        + @"(?:第 (?<first>\d+) (?:(?<join>[和至])第 (?<last>\d+) )?段)?)?")]
    private static partial Regex AdoptionPattern();

    [GeneratedRegex("主席(?:在|介绍了)[^。]*该项目|在介绍该项目时，主席")]
    private static partial Regex IntroductionPattern();

    [GeneratedRegex("成员国(?:的代表)?(?:作了发言|发了言)：(?<list>.+)$")]
    private static partial Regex MemberListPattern();

    [GeneratedRegex("^(?<list>.+?)的?代表也作了发言$")]
    private static partial Regex OtherListPattern();

    [GeneratedRegex("^(?<list>.+)代表行使答辩权发了言$")]
    private static partial Regex ReplyPattern();

    [GeneratedRegex("^(?<list>.+)对提出的问题作了答复$")]
    private static partial Regex AnswerPattern();

    [GeneratedRegex(@"^(?<list>[^，]+?)代表(?:发了言$|以\k<list>政府的名义作了发言)")]
    private static partial Regex SingleStatementPattern();

    [GeneratedRegex("^(?<who>代理执行主任|秘书处的?(?:[另一]+位)?代表)(?=发言|就|作了|介绍|发了言)")]
    private static partial Regex SecretariatPattern();

    [GeneratedRegex(@"(?:(?<name>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)|·(?<name>[\p{L}-[A-Za-z]]+?))"
        + @"(?: 先生)?(?:（[^）]+）)? ?(?<video>通过视频链接)?(?:发言|发了言|作了发言|介绍了)")]
    private static partial Regex PersonPattern();

    [GeneratedRegex("代表(?<group>[^，]+?)(?:发言)?(?:，|$)")]
    private static partial Regex GroupPattern();

    [GeneratedRegex("^(?<office>.*(?:总干事|执行主任|主席|内阁秘书))(?<name>[^（]+)(?:（(?<note>.+)）)?$")]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"(?<name>\p{Lu}[^（；：]+)（(?<note>[^）]+)）")]
    private static partial Regex NonGovernmentalPattern();
}
