using System.Reflection;
using System.Text;
using HabitatBoard.Documents;
using HabitatBoard.Import;
using HabitatBoard.Tests.Data;

namespace HabitatBoard.Tests.Import;

/// <summary>What a seeded installation knows of other sessions, and what their reports are read to, once for all who ask.</summary>
public sealed class SeededRegisters : IAsyncLifetime
{
    private readonly Dictionary<string, ImportRegisters> known = [];
    private readonly Dictionary<string, IReadOnlyList<string>> facts = [];
    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    internal async Task<ImportRegisters> OfAsync(string session)
    {
        if (!known.TryGetValue(session, out var registers))
        {
            await using var db = await board.Stores.Working.CreateDbContextAsync();
            known[session] = registers = await ImportRegisters.ReadAsync(db, session, CancellationToken.None);
        }
        return registers;
    }

    internal async Task<ImportProposal> ReadAsync(string name, string text)
    {
        var session = name.Split('.')[0];
        return ReportImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), session, await OfAsync(session));
    }

    /// <summary>The facts of a report as it stands.</summary>
    internal async Task<IReadOnlyList<string>> FactsAsync(string name, string text)
    {
        if (!facts.TryGetValue(name, out var read))
        {
            facts[name] = read = ReadFacts.Of(await ReadAsync(name, text));
        }
        return read;
    }
}

/// <summary>
/// Reports of sessions that never were, in other wordings, with the facts that a colleague reads from each. At least 95 of
/// 100 are to be read, and none invented. The persons are made up.
/// </summary>
public sealed class OtherReportTests(SeededRegisters registers, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<SeededRegisters>
{
    public static TheoryData<string> Reports => [.. Names().Where(n => n.EndsWith(".facts.txt")).Select(n => n[..^".facts.txt".Length]).Order()];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Import_ReadsNearlyAllFacts_AndInventsNone(string name)
    {
        var expected = Expand(Text($"{name}.facts.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var proposal = await registers.ReadAsync(name, Text($"{name}.txt"));
        var read = Expand(ReadFacts.Of(proposal)).ToList();
        var (missed, invented) = (Without(expected, read), Without(read, expected));
        var share = 100.0 * (expected.Count - missed.Count) / expected.Count;
        output.WriteLine($"{name}: {expected.Count} facts, {expected.Count - missed.Count} right ({share:F1} %), {missed.Count} missed or wrong, {invented.Count} that the report does not state");
        var said = string.Join('\n', missed.Select(m => $"- {m}").Concat(invented.Select(i => $"+ {i}")).Concat(proposal.NotUnderstood.Select(n => $"? p{n.Paragraph}: {n.Text}")));

        Assert.True(share >= 95, $"{share:F1} %\n{said}");
        // A fact read wrongly is one that the report does not state.
        Assert.True(invented.Count == 0, said);
    }

    /// <summary>What a copy does to spaces, signs and digits changes nothing.</summary>
    [Fact]
    public async Task Import_OfADamagedCopy_GivesTheSameFacts()
    {
        const string Name = "2025-1.zh";
        var text = Text($"{Name}.txt");
        var known = await registers.OfAsync("2025-1");
        var whole = Read(text);
        var narrow = text.Replace('，', ',').Replace('；', ';').Replace('：', ':').Replace('（', '(').Replace('）', ')');
        var wide = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
        var spaced = text.Replace(" ", "\u3000\u00A0", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        Assert.All(new[] { narrow, wide, spaced }, damaged => Assert.Equal(whole, Read(damaged)));

        IReadOnlyList<string> Read(string report) => ReadFacts.Of(ReportImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(report)), "2025-1", known));
    }

    /// <summary>Wordings of other editors, each said at the end of a paragraph of a report, with the facts that it adds.</summary>
    [Theory]
    [InlineData("执行主任感谢各代表团的发言，并回答了提出的问题。", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -")]
    [InlineData("中国代表发言，同时代表巴基斯坦。", "statement p54 10 Statement BoardMember CHN - PAK -")]
    [InlineData("中国代表和埃及代表先后行使答辩权。", "statement p54 10 RightOfReply BoardMember CHN - - -", "statement p54 10 RightOfReply BoardMember EGY - - -")]
    [InlineData("就本项目发言的有：中国和埃及。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("执行主任作了介绍性发言，其后埃及代表发了言。", "statement p54 10 Introduction Secretariat - ingrid-solheim-barasa - -", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("中国代表和埃及代表也发了言，前者在现场，后者以视频方式。", "statement p54 10 Statement BoardMember CHN - - Room", "statement p54 10 Statement BoardMember EGY - - VideoLink")]
    [InlineData("参加讨论的有中国和埃及的代表。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("某国代表提交了书面发言。")]
    [InlineData("中国、埃及（同时代表巴基斯坦）和巴西先后表态。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - PAK -", "statement p54 10 Statement BoardMember BRA - - -")]
    [InlineData("执行局对该报告表示注意。", "act p54 10 TookNote -")]
    [InlineData("报告提到在中国、埃及和巴西的项目。")]
    [InlineData("中国、埃及和巴西表示赞同，但未要求发言，也没有发言。")]
    [InlineData("中国代表行使答辩权，对埃及代表的发言作出回应。", "statement p54 10 RightOfReply BoardMember CHN - - -")]
    [InlineData("以下代表团行使答辩权发了言：中国和埃及。", "statement p54 10 RightOfReply BoardMember CHN - - -", "statement p54 10 RightOfReply BoardMember EGY - - -")]
    [InlineData("主席恢复主持会议，并请执行主任发言。")]
    [InlineData("针对所提意见，执行主任表示，秘书处将继续努力。", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -")]
    [InlineData("会上提出的问题由执行主任作了答复。", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -")]
    [InlineData("中国、埃及和巴西的代表作了发言，埃及代表系以东道国的名义发言。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -", "statement p54 10 Statement BoardMember BRA - - -")]
    [InlineData("代表非洲国家发言的是埃及代表，代表亚太国家发言的是中国代表。", "statement p54 10 Statement BoardMember EGY - AFR -", "statement p54 10 Statement BoardMember CHN - APS -")]
    [InlineData("主席提议，评价建议每年审议一次。就这样商定。", "act p54 10 Agreed -")]
    [InlineData("报告说明了主席团就会议商定的安排。")]
    [InlineData("执行局注意到该事项，埃及（代表非洲国家）和中国（代表亚太国家）的代表发了言。", "statement p54 10 Statement BoardMember EGY - AFR -", "statement p54 10 Statement BoardMember CHN - APS -", "act p54 10 TookNote -")]
    [InlineData("埃及和中国的代表在会议闭幕时发了言。", "statement p54 10 Closing BoardMember EGY - - -", "statement p54 10 Closing BoardMember CHN - - -")]
    [InlineData("执行主任和秘书处代表就讨论中提出的问题作了答复。", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -", "statement p54 10 Answer Secretariat - - - -")]
    [InlineData("中国和埃及的代表作了发言，埃及代表还通报说，讲习班已经结束。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("下列执行局成员国的代表作了发言：中国和埃及（代表非洲国家发言）；瑞士和加拿大的代表也作了发言，执行主任对提出的问题作了答复，埃及代表行使答辩权发了言。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - AFR -", "statement p54 10 Statement Observer CHE - - -", "statement p54 10 Statement BoardMember CAN - - -", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -", "statement p54 10 RightOfReply BoardMember EGY - - -")]
    [InlineData("瑞士观察员和下列执行局成员国的代表作了发言：中国和埃及。", "statement p54 10 Statement Observer CHE - - -", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("埃及代表以非洲国家的名义、中国代表以亚太国家的名义发了言。", "statement p54 10 Statement BoardMember EGY - AFR -", "statement p54 10 Statement BoardMember CHN - APS -")]
    [InlineData("埃及常驻代表在发言中宣布，非洲国家的会议将继续举行。", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("执行主任结合其关于主要工作的报告作了发言。", "statement p54 10 Statement Secretariat - ingrid-solheim-barasa - -")]
    [InlineData("下列执行局成员国的代表作了发言：中国和埃及，以及瑞士的代表。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -", "statement p54 10 Statement Observer CHE - - -")]
    [InlineData("发言的有中国和埃及的代表；埃及代表宣布，讲习班已经结束。", "statement p54 10 Statement BoardMember CHN - - -", "statement p54 10 Statement BoardMember EGY - - -")]
    [InlineData("内部监督事务厅检查和评价司司长萨米·阿勒-哈达德通过视频链接发言，介绍了评价的结论。", "statement p54 10 Presentation Guest - person-c3df4ca4 - VideoLink")]
    [InlineData("秘书处代表宣布，第三次非洲市长会议将于2028年9月8日至10日在阿比让举行。", "statement p54 10 Statement Secretariat - - - -", "event p54 2028-09-08 2028-09-10 阿比让 “第三次非洲市长会议”")]
    [InlineData("执行主任介绍了将于2028年10月2日至6日在巴库举行的世界城市论坛第十六届会议的各项筹备工作。", "statement p54 10 Presentation Secretariat - ingrid-solheim-barasa - -", "event p54 2028-10-02 2028-10-06 巴库 “世界城市论坛第十六届会议”")]
    public Task Import_ReadsOtherWordings(string wording, params string[] facts) => Adds("2025-1.zh", "说明了各项评价建议的落实情况。", wording, facts);

    [Theory]
    [InlineData(" Interventions were made by Argentina, Brazil and, as an observer, Ireland.", "statement p54 10 Statement BoardMember ARG - - -", "statement p54 10 Statement BoardMember BRA - - -", "statement p54 10 Statement Observer IRL - - -")]
    [InlineData(" Argentina, speaking also on behalf of Chile and Peru, and Brazil contributed to the discussion.", "statement p54 10 Statement BoardMember ARG - CHL,PER -", "statement p54 10 Statement BoardMember BRA - - -")]
    [InlineData(" The Executive Director thanked delegations and answered the questions raised.", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -")]
    [InlineData(" It was agreed that the consultations would continue.", "act p54 10 Agreed -")]
    [InlineData(" A workshop on tenure was to be held in Nairobi on 12 June 2027.", "event p54 2027-06-12 - Nairobi “Workshop on tenure”")]
    [InlineData(" Following a presentation on the plan by the Executive Director, the representatives of the following members of the Executive Board spoke: Argentina and Brazil.", "statement p54 10 Presentation Secretariat - ingrid-solheim-barasa - -", "statement p54 10 Statement BoardMember ARG - - -", "statement p54 10 Statement BoardMember BRA - - -")]
    [InlineData(" The discussion went on. Álvaro Quispe Montoya, Permanent Representative of Argentina, made a statement.", "statement p54 10 Statement BoardMember ARG alvaro-quispe-montoya - -")]
    [InlineData(" The Executive Director spoke on the preparations for the forty-second session of the World Urban Forum, to be held in Valparaíso, Chile, from 4 to 8 June 2029.", "statement p54 10 Statement Secretariat - ingrid-solheim-barasa - -", "event p54 2029-06-04 2029-06-08 Valparaíso “Forty-second session of the World Urban Forum”")]
    [InlineData(" Argentina announced that the third Bay of Bengal Conference on Resilient Housing would be held from 3 to 5 May 2028 in Dar es Salaam.", "statement p54 10 Statement BoardMember ARG - - -", "event p54 2028-05-03 2028-05-05 Dar es Salaam “Third Bay of Bengal Conference on Resilient Housing”")]
    [InlineData(" The United Nations Habitat Assembly at its fourth session, held in Nairobi from 1 to 5 June 2026, had called for it.", "event p54 2026-06-01 2026-06-05 Nairobi “Fourth session of the United Nations Habitat Assembly”")]
    [InlineData(" The report described projects in Argentina, Brazil and Ireland.")]
    [InlineData(" Argentina, Brazil and Ireland aligned themselves with that statement.")]
    [InlineData(" The representatives of Argentina and Brazil then spoke, and the Executive Director answered questions.", "statement p54 10 Statement BoardMember ARG - - -", "statement p54 10 Statement BoardMember BRA - - -", "statement p54 10 Answer Secretariat - ingrid-solheim-barasa - -")]
    [InlineData(" The right of reply was exercised by the representative of Argentina, and subsequently by the observer for Ireland.", "statement p54 10 RightOfReply BoardMember ARG - - -", "statement p54 10 RightOfReply Observer IRL - - -")]
    [InlineData(" Statements were made by the representatives of Argentina (also speaking on behalf of Chile), Brazil and Kenya.", "statement p54 10 Statement BoardMember ARG - CHL -", "statement p54 10 Statement BoardMember BRA - - -", "statement p54 10 Statement BoardMember KEN - - -")]
    [InlineData(" The representative of Argentina made a statement on behalf of the Latin American and Caribbean States, and the representative of Kenya made one on behalf of the African States.", "statement p54 10 Statement BoardMember ARG - GRULAC -", "statement p54 10 Statement BoardMember KEN - AFR -")]
    [InlineData(" The Executive Director made a presentation, followed by a representative of the secretariat, who gave an update on recruitment.", "statement p54 10 Presentation Secretariat - ingrid-solheim-barasa - -", "statement p54 10 Presentation Secretariat - - - -")]
    [InlineData(" In a keynote address, the Executive Director described what had been learned.", "statement p54 10 Statement Secretariat - ingrid-solheim-barasa - -")]
    [InlineData(" The Chair proposed that the recommendations be considered each year. It was so agreed.", "act p54 10 Agreed -")]
    [InlineData(" Following an introduction of the item by the Chair, the Executive Director reported on the lessons learned.", "statement p54 10 Introduction PresidingOfficer - beatriz-salgado-ferrao - -", "statement p54 10 Presentation Secretariat - ingrid-solheim-barasa - -")]
    [InlineData(" Members of the Executive Board whose representatives made statements were Argentina and Brazil.", "statement p54 10 Statement BoardMember ARG - - -", "statement p54 10 Statement BoardMember BRA - - -")]
    [InlineData(" It was agreed that consultations would be held and that they would be co-facilitated by the Bureau.", "act p54 10 Agreed -", "act p54 10 Agreed -")]
    [InlineData(" The only member of the Executive Board to speak on the item was Argentina.", "statement p54 10 Statement BoardMember ARG - - -")]
    [InlineData(" The members who did so were those of Argentina and Brazil.", "statement p54 10 Statement BoardMember ARG - - -", "statement p54 10 Statement BoardMember BRA - - -")]
    [InlineData(" Statements were made by the observer for Ireland and by the representatives of the following members of the Executive Board: Argentina, Brazil and Kenya (on behalf of the African States).", "statement p54 10 Statement Observer IRL - - -", "statement p54 10 Statement BoardMember ARG - - -", "statement p54 10 Statement BoardMember BRA - - -", "statement p54 10 Statement BoardMember KEN - AFR -")]
    [InlineData(" The representative of Singapore, which supports non-governmental organizations, also made a statement.", "statement p54 10 Statement Observer SGP - - -")]
    [InlineData(" The Executive Director made a statement by video link in which he described what had been learned.", "statement p54 10 Statement Secretariat - ingrid-solheim-barasa - VideoLink")]
    public Task Import_ReadsOtherWordingsInEnglish(string wording, params string[] facts) => Adds("2026-2.en", "safeguarding measures.", wording, facts);

    /// <summary>Who introduced a document, and what was done with it, is no part of what it is called.</summary>
    [Theory]
    [InlineData(" The Deputy Executive Director introduced her report on land (HSP/EB.2026/40).", "HSP/EB.2026/40", DocumentKind.Report, "Land")]
    [InlineData(" The Chair introduced the item and referred to the note by the secretariat on land (HSP/EB.2026/40).", "HSP/EB.2026/40", DocumentKind.SecretariatNote, "Land")]
    [InlineData(" The Board had before it the following documents: (a) Progress made in land reform: report of the Executive Director (HSP/EB.2026/40).", "HSP/EB.2026/40", DocumentKind.ExecutiveDirectorReport, "Progress made in land reform")]
    [InlineData(" It agreed to hold informal consultations on the draft decisions (HSP/EB.2026/L.9).", "HSP/EB.2026/L.9", DocumentKind.Other, "Draft decisions")]
    [InlineData(" The list of projects was available as conference room paper HSP/EB.2026/CRP.9.", "HSP/EB.2026/CRP.9", DocumentKind.ConferenceRoomPaper, "List of projects")]
    [InlineData(" The Board followed document HSP/EB.2026/INF/40.", "HSP/EB.2026/INF/40", DocumentKind.Other, "HSP/EB.2026/INF/40")]
    public Task Import_CallsDocumentsByTheirNames(string wording, string symbol, DocumentKind kind, string title) => Calls("2026-2.en", "safeguarding measures.", wording, symbol, kind, title);

    [Theory]
    [InlineData("副执行主任介绍了执行主任关于土地的报告（HSP/EB.2025/40）。", "HSP/EB.2025/40", DocumentKind.ExecutiveDirectorReport, "土地")]
    [InlineData("主席恢复主持会议，介绍了本项目，并请执行局注意秘书处关于土地的说明（HSP/EB.2025/40）。", "HSP/EB.2025/40", DocumentKind.SecretariatNote, "土地")]
    [InlineData("与会者须知载于HSP/EB.2025/INF/40号文件。", "HSP/EB.2025/INF/40", DocumentKind.InformationDocument, "与会者须知")]
    [InlineData("执行局收到了执行主任的两份报告：土地权保障（HSP/EB.2025/40）；城市更新（HSP/EB.2025/41）。", "HSP/EB.2025/41", DocumentKind.ExecutiveDirectorReport, "城市更新")]
    public Task Import_CallsDocumentsByTheirNamesInChinese(string wording, string symbol, DocumentKind kind, string title) => Calls("2025-1.zh", "说明了各项评价建议的落实情况。", wording, symbol, kind, title);

    private async Task Calls(string name, string end, string wording, string symbol, DocumentKind kind, string title)
    {
        var proposal = await registers.ReadAsync(name, Text($"{name}.txt").Replace(end, end + wording));

        var document = Assert.Single(proposal.Record.Documents, d => d.Symbol == symbol);
        Assert.Equal((kind, title), (document.Kind, document.Title[proposal.Language]!.Text));
    }

    /// <summary>A symbol that the end of a line broke may leave what looks like the number of a paragraph that still comes.</summary>
    [Fact]
    public async Task Import_OfANumberAtTheBeginningOfALine_GoesOnWithTheParagraph()
    {
        const string Name = "2064-2.en";
        var proposal = await registers.ReadAsync(Name, Text($"{Name}.txt"));

        Assert.Contains("\n28. A presentation", Text($"{Name}.txt").ReplaceLineEndings("\n"));
        Assert.Equal(Enumerable.Range(1, proposal.Record.Paragraphs.Count), proposal.Record.Paragraphs.Select(p => p.Number).Order());
        Assert.Contains("HSP/EB.2064/28. A presentation", proposal.Record.Paragraphs.Single(p => p.Number == 21).Text[proposal.Language]!.Text);
    }

    /// <summary>A wording at the end of a paragraph adds these facts to those of a report, and no others.</summary>
    private async Task Adds(string name, string end, string wording, string[] facts)
    {
        var text = Text($"{name}.txt");
        Assert.Contains(end, text);

        var with = ReadFacts.Of(await registers.ReadAsync(name, text.Replace(end, end + wording)));

        Assert.Equal(facts, Without([.. with], [.. await registers.FactsAsync(name, text)]));
    }

    /// <summary>One of the reports, as a file.</summary>
    internal static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(Text($"{name}.txt"));

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith("Reports/")).Select(n => n["Reports/".Length..]);

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Reports/{name}")!);
        return reader.ReadToEnd();
    }

    /// <summary>A class of attendance is as many facts as it has names.</summary>
    private static IEnumerable<string> Expand(IEnumerable<string> lines) => lines.SelectMany(line =>
        line.Split(' ') is ["attendance", var attended, var codes, var paragraph]
            ? codes.Split(',').Select(code => $"attendance {attended} {code} {paragraph}")
            : [line]);

    private static List<string> Without(List<string> these, List<string> those)
    {
        var left = those.ToList();
        return [.. these.Where(t => !left.Remove(t))];
    }
}
