using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HabitatBoard.Tests.Oracle;

/// <summary>
/// The seeded record, asked over HTTP, against <see cref="SourceText"/>, an independent reading of the report
/// it was transcribed from. Nothing is shared with the product: neither parser nor contracts.
/// </summary>
public sealed partial class OracleTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Session = "/api/v1/sessions/2024-1";

    /// <summary>Paragraphs that list speakers; the others tell who spoke.</summary>
    private static readonly int[] SpeakerParagraphs = [16, 21, 26, 27, 33, 39, 43, 45, 50, 55, 60, 66];

    /// <summary>Names in the source, as lists and as running text print them, with their Codes.</summary>
    private static readonly Dictionary<string, string> Codes = """
        安哥拉 AGO 阿根廷 ARG 巴林 BHR 巴巴多斯 BRB 巴西 BRA 喀麦隆 CMR 加拿大 CAN 中国 CHN 哥伦比亚 COL
        刚果民主共和国 COD 埃及 EGY 埃塞俄比亚 ETH 法国 FRA 德国 DEU 印度 IND 伊朗伊斯兰共和国 IRN 日本 JPN
        肯尼亚 KEN 马拉维 MWI 墨西哥 MEX 摩洛哥 MAR 尼日利亚 NGA 巴基斯坦 PAK 波兰 POL 葡萄牙 PRT 大韩民国 KOR
        罗马尼亚 ROU 俄罗斯联邦 RUS 塞内加尔 SEN 塞尔维亚 SRB 西班牙 ESP 瑞典 SWE 土耳其 TUR 美利坚合众国 USA
        乌拉圭 URY 阿尔及利亚 DZA 阿塞拜疆 AZE 孟加拉国 BGD 白俄罗斯 BLR 比利时 BEL 博茨瓦纳 BWA 布基纳法索 BFA
        智利 CHL 刚果 COG 哥斯达黎加 CRI 科特迪瓦 CIV 古巴 CUB 捷克 CZE 厄立特里亚 ERI 芬兰 FIN 加纳 GHA 几内亚 GIN
        印度尼西亚 IDN 伊拉克 IRQ 以色列 ISR 约旦 JOR 科威特 KWT 马达加斯加 MDG 马来西亚 MYS 荷兰王国 NLD 挪威 NOR
        阿曼 OMN 菲律宾 PHL 卡塔尔 QAT 沙特阿拉伯 SAU 塞拉利昂 SLE 索马里 SOM 斯洛伐克 SVK 南非 ZAF 南苏丹 SSD
        苏丹 SDN 泰国 THA 突尼斯 TUN 乌干达 UGA 乌克兰 UKR 阿拉伯联合酋长国 ARE 委内瑞拉玻利瓦尔共和国 VEN 也门 YEM
        赞比亚 ZMB 津巴布韦 ZWE 欧洲联盟 EU 巴勒斯坦国 PSE 罗马教廷 VAT 阿拉伯国家联盟 LAS 美国 USA
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1]);

    private static SourceText Source => SourceText.Report;

    public static TheoryData<int> SpeakerLists => [.. SpeakerParagraphs];

    public static TheoryData<int, string, int> AttendanceLists => new()
    {
        { 9, "member", 35 },
        { 10, "observerState", 45 },
        { 11, "specializedAgency", 2 },
        { 12, "otherObserver", 2 },
    };

    [Fact]
    public async Task Paragraphs_are_those_of_the_source()
    {
        var recorded = Array((await Get("/report"))["paragraphs"]);

        Assert.Equal(73, Source.Paragraphs.Count);
        Same("paragraph numbers", Enumerable.Range(1, 73).Select(Text), Source.Paragraphs.Select(p => Text(p.Number)));
        Same("paragraph numbers", Enumerable.Range(1, 73).Select(Text), recorded.Select(p => Text(p["number"])));
        Same(
            "sections of paragraphs",
            Source.Paragraphs.Select(p => $"{p.Number} in {p.Section}"),
            recorded.Select(p => $"{Text(p["number"])} in {Text(p["section"])}"));
        Report(Source.Paragraphs.Zip(recorded, (printed, held) =>
            Difference($"paragraph {printed.Number}", printed.Text, SourceText.Collapse(Zh(held["text"])))));
    }

    [Fact]
    public async Task Sections_have_the_numerals_letters_and_headings_of_the_source()
    {
        var recorded = Array((await Get("/report"))["sections"]);

        Assert.Equal(21, Source.Sections.Count);
        Same(
            "sections",
            Source.Sections.Select(section => $"{section.Key} {SourceText.Squash(section.Heading)}"),
            recorded.Select(section => $"{Key(section)} {Heading(section)}"));
        Same(
            "items of sections",
            Source.Agenda.Select(item => item.Number),
            recorded.Where(section => Source.Agenda.Any(item => SourceText.Squash(item.Title) == Heading(section)))
                .Select(section => Text(section["item"])));

        static string Key(JsonNode section) =>
            (section["number"] is { } number ? Text(number) : "0") + Text(section["letter"]);
        static string Heading(JsonNode section) =>
            SourceText.Squash(Numeral().Replace(Zh(section["heading"]), ""));
    }

    [Fact]
    public async Task Masthead_is_that_of_the_source()
    {
        var report = await Get("/report");
        var lines = Source.Masthead;
        var symbol = SourceText.Symbols(string.Join('\n', lines)).Single();
        var document = (await List("/documents")).Single(d => Text(d["symbol"]) == symbol);
        var distribution = After("Distr.: ");
        var original = After("Original: ");
        var dated = lines.Single(line => EnglishDate().IsMatch(line));
        var issued = Iso(DateOnly.Parse(dated, CultureInfo.InvariantCulture));
        var title = SourceText.Squash(lines.Single(line => line.EndsWith("工作报告草案", StringComparison.Ordinal)));
        var rapporteur = Source.Officers.Single(officer => officer.Office == "rapporteur");

        Assert.Equal(("HSP/EB.2024/12", "General", "English", "2024-05-14"), (symbol, distribution, original, issued));
        Assert.Equal(symbol, Text(report["symbol"]));
        Assert.Equal("draft", Text(report["status"]), ignoreCase: true);
        Assert.Equal("en", Text(report["originalLanguage"]));
        Assert.Equal(distribution, Text(document["distribution"]), ignoreCase: true);
        Assert.Equal(
            issued,
            Text(Array(report["versions"]).Concat(Array(document["versions"]))
                .First(version => Text(version["lang"]) == "zh")["issuedOn"]));
        Assert.EndsWith("工作报告草案", SourceText.Squash(Zh(report["title"])), StringComparison.Ordinal);
        Assert.Contains(SourceText.Squash(Zh(report["title"])), title);
        Assert.Contains(rapporteur.Name, Texts(report["rapporteur"]!["person"]));
        Assert.Equal(rapporteur.State, Zh(report["rapporteur"]!["delegation"]!["name"]));

        string After(string label) =>
            lines.Single(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..];
    }

    [Fact]
    public async Task Register_holds_the_symbols_of_the_source_and_no_others()
    {
        var recorded = (await List("/documents")).Where(d => d["symbol"] is not null).ToList();
        var printed = Source.Masthead.Concat(Source.Paragraphs.Select(p => p.Text))
            .SelectMany(SourceText.Symbols)
            .Distinct()
            .ToList();

        Assert.Equal(23, printed.Count);
        SameSet("symbols as printed", printed, recorded.Select(AsPrinted));
        SameSet("symbols", printed.Select(Normal), recorded.Select(d => Normal(Text(d["symbol"]))));
        SameSet(
            "paragraphs of documents",
            printed.Select(symbol => $"{symbol}: {string.Join(' ', Source.Paragraphs
                .Where(p => SourceText.Symbols(p.Text).Contains(symbol))
                .Select(p => p.Number))}"),
            recorded.Select(d => $"{AsPrinted(d)}: {string.Join(' ', Array(d["paragraphs"]).Select(Number).Order())}"));

        static string AsPrinted(JsonNode document) => Text(document["symbolAsPrinted"] ?? document["symbol"]);
        static string Normal(string symbol) => symbol.Replace("/INF.", "/INF/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_without_a_symbol_are_the_conference_room_papers()
    {
        var printed = Source.Paragraphs.Where(p => p.Text.Contains("会议室文件")).Select(p => Text(p.Number)).ToList();
        var recorded = (await List("/documents")).Where(d => d["symbol"] is null).ToList();

        Assert.Equal(2, printed.Count);
        SameSet("paragraphs of papers", printed, recorded.SelectMany(d => Array(d["paragraphs"])).Select(Text));
    }

    [Fact]
    public async Task Documents_drawn_to_attention_serve_the_item()
    {
        var documents = await List("/documents");
        var agenda = Flat(Array((await Get("/agenda"))["items"])).ToDictionary(item => Text(item["number"]));
        var drawn = (from paragraph in Source.Paragraphs
                     where paragraph.Text.Contains("提请注意")
                     from symbol in SourceText.Symbols(paragraph.Text)
                     select (paragraph.Number, Item: Source.ItemOf(paragraph.Section)!, symbol)).ToList();

        Assert.Equal(18, drawn.Count);
        Report(drawn.Select(fact =>
        {
            var document = documents.FirstOrDefault(d => AnySymbol(d, fact.symbol));
            return document is null ? $"{fact.symbol} is not in the register"
                : !Array(document["items"]).Select(Text).Contains(fact.Item)
                    ? $"{fact.symbol} does not serve item {fact.Item} (paragraph {fact.Number})"
                : !Array(agenda[fact.Item]["documents"]).Select(Text).Any(symbol => AnySymbol(document, symbol))
                    ? $"item {fact.Item} lacks {fact.symbol} (paragraph {fact.Number})"
                : null;
        }));

        static bool AnySymbol(JsonNode document, string symbol) =>
            Text(document["symbol"]) == symbol || Text(document["symbolAsPrinted"]) == symbol;
    }

    [Theory]
    [MemberData(nameof(AttendanceLists))]
    public async Task Attendance_is_as_listed(int paragraph, string attendanceClass, int count)
    {
        var printed = Source.Attendance(paragraph);
        var recorded = (await List("/attendance")).Where(entry => Number(entry["paragraph"]) == paragraph).ToList();

        Assert.Equal(count, printed.Count);
        Same(
            $"attendance, paragraph {paragraph}",
            printed.Select(name => $"{name} {Codes[name]} {attendanceClass}"),
            recorded.Select(entry =>
                $"{Zh(entry["listName"])} {Text(entry["delegation"]!["code"])} {Text(entry["class"])}"));
        Assert.True(
            recorded.Zip(recorded.Skip(1)).All(pair => Number(pair.First["order"]) < Number(pair.Second["order"])),
            $"order does not rise in paragraph {paragraph}");
        Assert.All(recorded, entry =>
        {
            var heading = SourceText.Squash(Zh(entry["heading"])).TrimEnd('：');
            Assert.NotEmpty(heading);
            Assert.Contains(heading, SourceText.Squash(Source[paragraph].Text));
        });
    }

    [Fact]
    public async Task Attendance_lists_nobody_else() =>
        Assert.Equal(35 + 45 + 2 + 2, (await List("/attendance")).Count);

    [Theory]
    [MemberData(nameof(SpeakerLists))]
    public async Task Speakers_are_as_listed(int paragraph)
    {
        var turns = Source.Turns(paragraph);

        Assert.Contains(turns, turn => turn.Voice == Voice.Delegation);
        Report(Differences(paragraph, turns, await Statements(paragraph)));
    }

    /// <summary>So that a speaker whom the parser loses is not missed on both sides.</summary>
    [Fact]
    public void Speaker_lists_are_read_whole() => Assert.Equal(
        "16:8 21:20 26:10 27:2 33:20 39:17 43:3 45:7 50:14 55:6 60:7 66:3",
        string.Join(' ', SpeakerParagraphs.Select(paragraph => $"{paragraph}:{Source.Turns(paragraph).Count}")));

    [Fact]
    public async Task Speakers_outside_the_lists_are_those_the_text_names()
    {
        var statements = (await List("/statements")).ToLookup(statement => Number(statement["paragraph"]));
        var told = Source.Paragraphs.Select(p => p.Number).Except(SpeakerParagraphs).ToList();
        // The Chair opening the session, presenting the draft decisions and closing it may count as statements or not.
        int[] chairMay = [4, 7, 73];

        Assert.Equal(10 + 4 + 4 + 1 + 23, told.Sum(paragraph => Source.Turns(paragraph).Count));
        Report(told.Except(chairMay).SelectMany(paragraph => Differences(
            paragraph,
            Source.Turns(paragraph),
            [.. statements[paragraph].Where(s => !IsFilm(s)).OrderBy(s => Number(s["order"]))])));
        Report(chairMay.SelectMany(paragraph => statements[paragraph])
            .Where(s => Text(s["capacity"]) != "presidingOfficer")
            .Select(s => $"paragraph {Text(s["paragraph"])} has {Describe(s)}"));
        Report(statements.SelectMany(group => group)
            .Where(s => Text(s["item"]) != Source.ItemOf(Source[Number(s["paragraph"])].Section))
            .Select(s => $"paragraph {Text(s["paragraph"])}: item {Text(s["item"])}, {Describe(s)}"));

        // A film was shown in paragraph 37; it may count as a statement or not.
        static bool IsFilm(JsonNode s) => Number(s["paragraph"]) == 37 && Text(s["medium"]) == "recordedVideo";
    }

    [Fact]
    public async Task Chair_introduces_where_the_text_says_so()
    {
        var printed = Source.Introductions.ToList();
        var recorded = (await List("/statements"))
            .Where(s => Text(s["kind"]) == "introduction" && Text(s["capacity"]) == "presidingOfficer")
            .Where(s => Number(s["paragraph"]) != 7) // the draft decisions, presented without an item
            .ToList();

        Assert.Equal(10, printed.Count);
        SameSet(
            "introductions",
            printed.Select(p => $"paragraph {p}, item {Source.ItemOf(Source[p].Section)}"),
            recorded.Select(s => $"paragraph {Text(s["paragraph"])}, item {Text(s["item"])}"));
    }

    [Fact]
    public async Task Adoptions_are_those_the_text_states()
    {
        var printed = Source.Adoptions.ToList();

        Assert.Equal(13, printed.Count);
        SameSet("adoptions", printed.Select(Describe), (await List("/adoptions")).Select(a =>
            $"{Text(a["decision"])}{Part(Text(a["part"]))}{Paragraphs(Array(a["paragraphs"]).Select(Number))}"
            + $" under {Text(a["item"])}, paragraph {Text(a["reportParagraph"])}"));

        static string Describe(SourceAdoption a) =>
            $"{a.Decision}{Part(a.Part)}{Paragraphs(a.Numbers)} under {a.Item}, paragraph {a.Paragraph}";
        static string Part(string? part) => string.IsNullOrEmpty(part) ? "" : $"({part})";
        static string Paragraphs(IEnumerable<int> numbers) =>
            numbers.Any() ? $" [{string.Join(' ', numbers.Order())}]" : "";
    }

    [Fact]
    public async Task Decisions_and_parts_have_the_titles_of_the_list()
    {
        var recorded = (await List("/decisions")).OrderBy(d => Text(d["number"]), StringComparer.Ordinal).ToList();

        Assert.Equal((4, 12), (Source.Decisions.Count(), Source.Parts.Count()));
        Same(
            "decisions",
            Source.Decisions.Select(Line),
            recorded.Select(d => $"{Text(d["number"])} {SourceText.Collapse(Zh(d["title"]))}"));
        Same(
            "parts",
            Source.Parts.Select(Line),
            recorded.SelectMany(d => Array(d["parts"]), (d, part) =>
                $"{Text(d["number"])}({Text(part["letter"])}) {SourceText.Collapse(Zh(part["title"]))}"));
        Assert.All(recorded, d =>
        {
            Assert.Equal(69, Number(d["reportParagraph"]));
            Assert.Equal(
                SourceText.Symbols(Source[69].Text).Single(),
                Text(d["document"] is JsonObject document ? document["symbol"] : d["document"]));
        });

        static string Line(SourceTitle title) => $"{title.Number} {title.Title}";
    }

    /// <summary>
    /// The text of the decisions stands in another document: their paragraphs are known by number alone, and
    /// each by the adoption that names it.
    /// </summary>
    [Fact]
    public async Task Decision_paragraphs_are_those_the_text_numbers_and_have_no_text()
    {
        var printed = from adoption in Source.Adoptions
                      from number in adoption.Numbers
                      select $"{adoption.Decision}({adoption.Part}) {number}, paragraph {adoption.Paragraph}";
        var recorded = (from decision in await List("/decisions")
                        from part in Array(decision["parts"])
                        from paragraph in Array(part["paragraphs"])
                        from adoption in Array(paragraph["adoptions"])
                        let name = $"{Text(decision["number"])}({Text(part["letter"])}) {Text(paragraph["number"])}"
                        select (
                            Line: $"{name}, paragraph {Text(adoption["reportParagraph"])}",
                            Words: Zh(paragraph["text"]))).ToList();

        Assert.Equal(8, printed.Count());
        SameSet("decision paragraphs", printed, recorded.Select(paragraph => paragraph.Line));
        Report(recorded.Where(paragraph => paragraph.Words.Length > 0)
            .Select(paragraph => $"{paragraph.Line} has text: {paragraph.Words}"));
    }

    [Fact]
    public async Task Agenda_is_that_of_paragraph_6()
    {
        var agenda = await Get("/agenda");

        Assert.Equal(17, Source.Agenda.Count);
        Same(
            "agenda",
            Source.Agenda.Select(item => $"{item.Number} {item.Title}"),
            Flat(Array(agenda["items"])).Select(item =>
                $"{Text(item["number"])} {SourceText.Collapse(Zh(item["title"])).TrimEnd('。', '；', '：')}"));
        Same("agenda adopted from", SourceText.Symbols(Source[6].Text), Array(agenda["adoptedFrom"]).Select(Text));
        Assert.Equal(6, Number(agenda["reportParagraph"]));
    }

    [Fact]
    public async Task Acts_are_those_the_text_states()
    {
        var acts = (await List("/acts"))
            .Select(act => (
                Kind: Text(act["kind"]),
                Paragraph: Number(act["reportParagraph"]),
                Item: Text(act["item"])))
            .ToList();
        var noted = Source.TookNote.ToList();

        Assert.Equal(10, noted.Count);
        SameSet(
            "took note",
            noted.Select(fact => $"paragraph {fact.Paragraph}, item {fact.Item}"),
            // Paragraph 8 takes note through the decision it adopts: an act of its own or not.
            acts.Where(act => act.Kind == "tookNote" && act.Paragraph != 8)
                .Select(act => $"paragraph {act.Paragraph}, item {act.Item}"));
        Assert.Contains(("adoptedAgenda", 6, "2(a)"), acts);
        Assert.Contains(("adoptedReport", 8, "2(b)"), acts);
        Assert.Contains(("agreed", 7, "2(a)"), acts);
        Assert.Contains(("decided", 70, "13"), acts);
        // The verb of each kind stands in the paragraph.
        Dictionary<string, string> verbs = new()
        {
            ["tookNote"] = "表示注意到",
            ["agreed"] = "商定",
            ["decided"] = "决定",
            ["adoptedAgenda"] = "议程",
            ["adoptedReport"] = "报告",
        };
        Report(acts
            .Where(act => !verbs.TryGetValue(act.Kind, out var verb) || !Source[act.Paragraph].Text.Contains(verb))
            .Select(act => $"paragraph {act.Paragraph} does not say {act.Kind}"));
    }

    [Fact]
    public async Task Session_has_the_dates_times_and_arrangements_of_the_text()
    {
        var session = await Get("");
        var held = SourceText.Dates(Source[3].Text).Single();
        var opened = SourceText.Dates(Source[4].Text).First().Start.ToDateTime(SourceText.Time(Source[4].Text));
        var closed = SourceText.Dates(Source[73].Text).Single().Start.ToDateTime(SourceText.Time(Source[73].Text));
        var next = SourceText.Dates(Source[70].Text).Single();
        var hours = Regex.Match(Source[4].Text, @"每天可提供 (\d+) 小时").Groups[1].Value;

        Assert.Equal(("2024-05-06T09:35:00", "2024-05-08T17:45:00"), (opened.ToString("s"), closed.ToString("s")));
        Assert.Equal(("2024", "1"), (Text(session["year"]), Text(session["number"])));
        Assert.Equal((Iso(held.Start), Iso(held.End)), (Text(session["startsOn"]), Text(session["endsOn"])));
        Assert.Equal(Nairobi(opened), DateTimeOffset.Parse(Text(session["openedAt"])));
        Assert.Equal(Nairobi(closed), DateTimeOffset.Parse(Text(session["closedAt"])));
        Assert.EndsWith("+03:00", Text(session["openedAt"]), StringComparison.Ordinal);
        Assert.EndsWith("+03:00", Text(session["closedAt"]), StringComparison.Ordinal);
        Assert.Contains("内罗毕", Zh(session["place"]));
        Assert.Equal("6", hours);
        Assert.Equal(hours, Text(session["interpretation"]!["hoursPerDay"]));
        Assert.Contains("六种正式语文", Source[4].Text);
        SameSet(
            "languages",
            ["ar", "zh", "en", "fr", "ru", "es"],
            Array(session["interpretation"]!["languages"]).Select(Text));
        Assert.Equal(("2024-12-04", "2024-12-06"), (Iso(next.Start), Iso(next.End)));
        var following = session["nextSession"]!;
        Assert.Equal(
            ("2024-2", Iso(next.Start), Iso(next.End)),
            (Text(following["id"]), Text(following["startsOn"]), Text(following["endsOn"])));
        Assert.Contains("2023 年第三次会议", Source[2].Text);
        var previous = session["previousSession"];
        Assert.Equal("2023-3", Text(previous is JsonObject ? previous["id"] : previous));

        static DateTimeOffset Nairobi(DateTime time) => new(time, TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task Events_have_the_dates_of_the_text()
    {
        var session = SourceText.Dates(Source[3].Text).Single();
        var expected = new[] { 4, 43, 44, 49 }
            .SelectMany(paragraph => SourceText.Dates(Source[paragraph].Text), (paragraph, dates) => (paragraph, dates))
            .Where(fact => fact.dates.Start < session.Start || fact.dates.Start > session.End)
            .ToList();
        var recorded = (await List("/events")).Select(e => (Event: e, Dates: DatesIn(e).ToHashSet())).ToList();
        var printed = Source.Paragraphs.SelectMany(p => SourceText.Dates(p.Text))
            .SelectMany(dates => new[] { Iso(dates.Start), Iso(dates.End) })
            .ToHashSet();

        Assert.Equal(5, expected.Count);
        Report(expected
            .Select(fact => (fact.paragraph, Days: new[] { Iso(fact.dates.Start), Iso(fact.dates.End) }))
            .Where(fact => !recorded.Any(e => e.Dates.IsSupersetOf(fact.Days)))
            .Select(fact => $"no event from {fact.Days[0]} to {fact.Days[1]} (paragraph {fact.paragraph})"));
        Report(recorded.Where(e => !e.Dates.IsSubsetOf(printed))
            .Select(e => $"a date the source does not have: {e.Event.ToJsonString(Readable)}"));

        static IEnumerable<string> DatesIn(JsonNode node) =>
            Texts(node).Where(text => IsoDate().IsMatch(text)).Select(text => text[..10]);
    }

    [Fact]
    public async Task Officers_are_those_the_text_names()
    {
        var officers = Array((await Get(""))["officers"]).ToList();
        var printed = Source.Officers.ToList();

        Assert.Equal(6, printed.Count);
        Assert.All(printed, officer => Assert.NotEmpty(officer.Name));
        Report(printed.Where(officer => !officers.Any(held => Matches(officer, held)))
            .Select(officer => $"not recorded: {officer}"));
        Report(officers.Where(held => !printed.Any(officer => Matches(officer, held)))
            .Select(held => $"not in the source: {held.ToJsonString(Readable)}"));
        Assert.Equal(printed.Count, officers.Count);
        // Paragraph 7 names him in full and then by surname: one person.
        var chair = officers.Where(held => Holds(held, "Cortés Ruiz")).ToList();
        Assert.Equal(2, chair.Count);
        Assert.Single(chair.Select(held => Text(held["person"]!["code"])).Distinct());

        static bool Holds(JsonNode held, string name) => Texts(held["person"]).Any(text => text.Contains(name));
        static bool Matches(SourceOfficer officer, JsonNode held) =>
            Holds(held, officer.Name)
            && held["office"]!.ToJsonString().Contains(officer.Office, StringComparison.OrdinalIgnoreCase)
            && Zh(held["delegation"]?["name"]) == officer.State
            && Text(held["delegation"]?["code"]) == Codes[officer.State]
            && (officer.Body is null || Zh(held["body"]?["name"]).EndsWith(officer.Body, StringComparison.Ordinal))
            && (held["reportParagraph"] is not { } paragraph
                || Source[Number(paragraph)].Text.Contains(officer.Name.Split(' ')[^1]));
    }

    [Fact]
    public async Task Citations_are_printed_in_their_paragraph_and_nothing_is_left_uncited()
    {
        var cited = Array((await Get("/report"))["paragraphs"])
            .ToDictionary(p => Number(p["number"]), p => Array(p["citations"]).ToList());
        var symbols = Source.Paragraphs.SelectMany(p => SourceText.Symbols(p.Text).Distinct()).Count();
        var decisions = Source.Paragraphs.SelectMany(p => SourceText.DecisionNumbers(p.Text).Distinct()).Count();

        Assert.Equal((34, 17), (symbols, decisions));
        Report(Source.Paragraphs.SelectMany(paragraph =>
        {
            var citations = cited.GetValueOrDefault(paragraph.Number, []);
            var strangers = from citation in citations
                            from printed in new[] { Zh(citation["wording"]), Zh(citation["reference"]) }
                            where !paragraph.Text.Contains(SourceText.Collapse(printed))
                            select $"paragraph {paragraph.Number} does not have “{printed}” ({Text(citation["kind"])})";
            var wordless = citations.Where(c => Zh(c["wording"]).Length == 0 && Zh(c["reference"]).Length == 0)
                .Select(c => $"paragraph {paragraph.Number} has a citation without wording: {c.ToJsonString()}");
            var symbols = SourceText.Symbols(paragraph.Text)
                .Except(citations.SelectMany(c => SourceText.Symbols($"{Zh(c["wording"])} {Zh(c["reference"])}")))
                .Select(symbol => $"paragraph {paragraph.Number} leaves {symbol} uncited");
            var decisions = SourceText.DecisionNumbers(paragraph.Text)
                .Except(citations.Where(c => !Text(c["kind"]).Contains("document", StringComparison.OrdinalIgnoreCase))
                    .SelectMany(c => Numbers().Matches($"{Zh(c["wording"])} {Zh(c["reference"])}"))
                    .Select(match => match.Value))
                .Select(number => $"paragraph {paragraph.Number} leaves decision {number} uncited");
            return strangers.Concat(wordless).Concat(symbols).Concat(decisions);
        }));
    }

    private static IEnumerable<string?> Differences(
        int paragraph,
        IReadOnlyList<Turn> printed,
        IReadOnlyList<JsonNode> recorded)
    {
        for (var i = 0; i < Math.Max(printed.Count, recorded.Count); i++)
        {
            var turn = i < printed.Count ? printed[i] : null;
            var statement = i < recorded.Count ? recorded[i] : null;
            if (turn is null || statement is null || !Matches(turn, statement, paragraph))
            {
                yield return $"paragraph {paragraph}, speaker {i + 1}: printed {turn?.ToString() ?? "nobody"}, "
                    + $"recorded {(statement is null ? "nobody" : Describe(statement))}";
            }
        }
    }

    private static bool Matches(Turn turn, JsonNode statement, int paragraph)
    {
        var speaker = statement["speaker"];
        var (delegation, person, office) = (speaker?["delegation"], speaker?["person"], speaker?["office"]);
        var people = Texts(person).Concat(Texts(office)).Select(SourceText.Squash).ToList();
        var groups = Array(statement["onBehalfOf"]).Where(g => Text(g["code"]) != Text(delegation?["code"]))
            .Select(g => SourceText.Squash(Zh(g["name"])))
            .ToList();
        var capacity = turn.Capacity ?? (paragraph == 27 ? ListedAs(turn.Name) : null);
        var delegationName = Zh(delegation?["name"]);
        return (turn.Kind is null || Text(statement["kind"]) == turn.Kind)
            && (capacity is null || Text(statement["capacity"]) == capacity)
            && (turn.Medium is null || Text(statement["medium"]) == turn.Medium)
            && turn.Voice switch
            {
                Voice.Delegation => delegationName == turn.Name
                    && Text(delegation?["code"]) == Codes[turn.Name]
                    && groups.SequenceEqual(turn.Group is null ? [] : [turn.Group]),
                Voice.Person => people.Any(text => text.Contains(SourceText.Squash(turn.Name)))
                    && (turn.Office is null || Texts(office).Select(SourceText.Squash).Any(IsOffice)),
                Voice.Secretariat when turn.Name.Contains("秘书处") => person is null && delegation is null,
                Voice.Secretariat => people.Any(text => text.Contains("代理执行主任") || text.Contains("姆利纳日")),
                Voice.NonGovernmental => people.Any(text => text.Contains(SourceText.Squash(turn.Name)))
                    && Speaks(turn.Group!, [delegationName, .. groups, Zh(office)]),
                Voice.Chair => delegation is null || Text(delegation["code"]) == Codes["尼日利亚"],
                _ => false,
            };

        bool IsOffice(string text) => text.Length > 1 && (turn.Office!.Contains(text) || text.Contains(turn.Office));
    }

    /// <summary>The organizations make up what stands in brackets; two may be joined by a few words (及城市和).</summary>
    private static bool Speaks(string bracket, IEnumerable<string> organizations)
    {
        var rest = SourceText.Squash(bracket);
        var found = 0;
        foreach (var organization in organizations.Select(SourceText.Squash).OrderByDescending(name => name.Length))
        {
            if (organization.Length == 0 || !rest.Contains(organization))
                continue;
            rest = rest.Replace(organization, "");
            found++;
        }

        return rest.Length <= (found > 1 ? 4 : 0);
    }

    private static string ListedAs(string name) =>
        Source.Attendance(9).Any(listed => Codes[listed] == Codes[name]) ? "boardMember" : "observer";

    private static string Describe(JsonNode statement) =>
        $"{Text(statement["kind"])} {Text(statement["capacity"])} {Text(statement["medium"])} "
        + $"{statement["speaker"]?.ToJsonString(Readable)} for {statement["onBehalfOf"]?.ToJsonString(Readable)}";

    private async Task<List<JsonNode>> Statements(int paragraph) =>
    [
        .. (await List("/statements"))
            .Where(s => Number(s["paragraph"]) == paragraph)
            .OrderBy(s => Number(s["order"])),
    ];
}
