using System.Reflection;
using System.Text;
using HabitatBoard.Attendance;
using HabitatBoard.Checks;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using HabitatBoard.Tests.Reports;

namespace HabitatBoard.Tests.Checks;

/// <summary>What the checks find in the seed's session, and in it with one thing made wrong or right.</summary>
public sealed class SeedChecksTests(SeedReport seed) : IClassFixture<SeedReport>
{
    [Fact]
    public async Task TheSeed_HasTheseFindings_AndNoOthers()
    {
        var text = new StringBuilder();
        foreach (var finding in RecordChecks.Run(await seed.FactsAsync()))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{finding.Paragraph}\t{finding.Severity}\t{finding.Code}\t{finding.Subject.Type} {finding.Subject.Key}\t{string.Join(' ', finding.Paragraphs)}\n");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\t{finding.Message.Zh!.Text}\n\t{finding.Message.En!.Text}\n\t{finding.Advice.Zh!.Text}\n\t{finding.Advice.En!.Text}\n");
        }
        Golden.Assert("2024-1.findings.txt", text.ToString());
    }

    [Fact]
    public async Task TheSameFacts_GiveTheSameFindings_InWhateverOrderTheyAreRead()
    {
        var facts = await seed.FactsAsync();
        var first = RecordChecks.Run(facts).Select(Key).ToList();
        foreach (var list in typeof(ReportFacts).GetProperties().Select(p => p.GetValue(facts)).OfType<System.Collections.IList>())
        {
            for (var i = 0; i < list.Count / 2; i++)
            {
                (list[i], list[list.Count - 1 - i]) = (list[list.Count - 1 - i], list[i]);
            }
        }
        Assert.Equal(first, RecordChecks.Run(facts).Select(Key));
    }

    [Theory]
    [InlineData("2023-3")]
    [InlineData("2024-2")]
    public async Task ASession_OfWhichLittleIsKnown_HasNoFindings(string session)
    {
        await using var board = await Data.TestInstallation.SeededAsync();
        await using var db = await board.Stores.Working.CreateDbContextAsync();
        Assert.Empty(RecordChecks.Run((await ReportFacts.ReadAsync(db, session, CancellationToken.None))!));
    }

    public static TheoryData<string, string> Slips => new()
    {
        { "swap two speakers", "26 list-order BRA" },
        { "move a speaker to the end", "33 list-order ARG" },
        { "swap two organizations", "71 list-order jane-anyango" },
        { "swap two members attending", "9 list-order ARG" },
        { "another weekday at the opening", "4 weekday-of-date 4" },
        { "another weekday at the closing", "73 weekday-of-date 73" },
        { "another hour at the closing", "73 opening-and-closing 2024-1" },
        { "another length", "2 duration-of-dates 2" },
        { "other dates of the session", "3 dates-of-session 2024-1" },
        { "other dates of the session before", "8 dates-of-session 2023-3" },
        { "other dates of the next session", "70 dates-of-session 2024-2" },
        { "a last meeting after the session", "7 dates-of-session 2024-1" },
        { "other dates of the forum", "43 dates-of-event Twelfth session of the World Urban Forum" },
        { "a day that there is not", "49 impossible-date 49" },
        { "remove an observer's attendance", "33 speaker-not-in-attendance BFA" },
        { "remove a member's attendance", "16 speaker-not-in-attendance BRA" },
        { "attend twice", "10 attended-twice BRA" },
        { "an observer as member", "27 capacity-against-attendance LAS" },
        { "a member as observer", "16 capacity-against-attendance TUR" },
        { "speak twice", "16 spoke-twice FRA" },
        { "adopt a paragraph twice", "68 adopted-twice 2024/1(b)/5" },
        { "adopt a part twice", "47 adopted-twice 2024/2(a)" },
        { "adopt no paragraph 6", "23 adoption-gap 2024/1(b)" },
        { "adopt a part nowhere", "69 not-adopted 2024/2(b)" },
        { "adopt a part under another item", "47 adoption-under-item 2024/2(b)" },
        { "a symbol with a point", "19 symbol-form HSP/EB.2024/INF/3" },
        { "a symbol nobody knows", "53 symbol-not-in-register HSP/EB.2024/19" },
        { "a document nobody cites", " document-not-cited HSP/EB.2024/INF/8" },
        { "another word for the session", "3 session-word 2024-1" },
        { "an accent lost", "14 person-spelling pedro-leon-cortes-ruiz" },
        { "a transliteration changed", "31 person-spelling fatoumata-ndiaye" },
        { "a quoted name changed", "37 name-drift 包容性社区、繁荣城市" },
        { "a body's name changed", "14 name-drift 方案、预算和行政事项特设工作组" },
        { "a part's wording changed", "47 wording-differs 2024/2(b)" },
        { "a document's wording changed", "8 wording-differs HSP/EB.2024/13" },
        { "a heading changed", "48 heading-against-agenda 9" },
        { "one speaker left", "45 number-of-speakers 45" },
        { "agencies in a heading", "12 heading-against-content otherObserver" },
        { "a paragraph's number skipped", "73 numbering-gap 72" },
        { "an item left out", "6 numbering-gap 8" },
        { "a line numbered wrongly", "69 numbering-gap 69" },
        { "nobody introduces", "48 item-incomplete 9" },
        { "a particle twice", "20 misprint 20" },
        { "a bracket left open", "50 misprint 50" },
        { "two spellings of a word", "20 spelling-differs 帐户" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task ASlip_IsFound_AndLocated_AndNothingElseIs(string slip, string found)
    {
        var facts = await seed.FactsAsync();
        var before = RecordChecks.Run(facts).Select(Key).ToList();
        Make(slip, facts);
        Assert.Equal([found], RecordChecks.Run(facts).Select(Key).Except(before));
    }

    [Fact]
    public async Task TheSeed_WithoutItsSlips_HasNoFindings()
    {
        var facts = await seed.FactsAsync();
        Rewrite(facts, 5, "致词", "致辞");
        Rewrite(facts, 15, "INF.2", "INF/2");
        Rewrite(facts, 38, "重点是下一代", "重点是为下一代");
        Rewrite(facts, 66, "以下执行局成员国作了发言：美国。", "美国代表作了发言。");
        Rewrite(facts, 70, "第二届会议", "第二次会议");
        Rewrite(facts, 71, "Daguerrre", "Daguerre");
        Rewrite(facts, 71, "城市和世界城市和地方政府联合组织", "世界城市和地方政府联合组织");
        Rewrite(facts, 71, "非政府组织", "组织");
        Set(facts.Persons["pablo-fernandez-marmissolle-daguerrre"], nameof(Person.Name), Zh("Pablo Fernández Marmissolle-Daguerre"));
        foreach (var (entry, i) in facts.Attendance.OrderBy(a => facts.Delegations[a.DelegationCode].SortKeys.Zh, StringComparer.Ordinal).Select((a, i) => (a, i)))
        {
            Set(entry, nameof(AttendanceEntry.Order), i + 1);
            if (entry.DelegationCode is "ZAF" or "NLD")
            {
                Set(entry, nameof(AttendanceEntry.Class), AttendanceClass.Member);
            }
        }
        Set(facts.AttendanceHeadings.Single(h => h.Class == AttendanceClass.SpecializedAgency), nameof(AttendanceHeading.Heading), Zh("下列实体也派观察员出席了会议"));
        var observers = facts.Attendance.Single(a => a.DelegationCode == "VAT");
        foreach (var (code, i) in new[] { "HUAIROU", "ICLEI", "SHAFDB", "UCLG", "YOUTH-ALERT" }.Select((c, i) => (c, i)))
        {
            List(facts.Attendance).Add(new AttendanceEntry(Guid.NewGuid(), "2024-1", (AttendanceClass)9, i + 1, code, Presence.Present, observers.ParagraphId));
        }
        foreach (var citation in facts.Citations)
        {
            if (citation.Kind is CitationKind.Decision or CitationKind.DecisionPart or CitationKind.Document && !citation.Wording.IsNone)
            {
                Set(citation, nameof(Citation.Wording), facts.Citations.Last(c => c.Kind == citation.Kind && c.Target == citation.Target && !c.Wording.IsNone).Wording);
            }
            Set(citation, nameof(Citation.Wording), Replaced(citation.Wording, "城市和世界城市", "世界城市"));
            Set(citation, nameof(Citation.Wording), Replaced(citation.Wording, "期间人居署", "期间"));
            Set(citation, nameof(Citation.Reference), citation.Reference?.Replace("INF.2", "INF/2", StringComparison.Ordinal));
        }
        Set(facts.Delegations["UCLG"], nameof(Delegation.RunningName), Zh("世界城市和地方政府联合组织"));

        Assert.Empty(RecordChecks.Run(facts).Select(Key));
    }

    /// <summary>Before a report is written, what is composed from the facts is read: slips of the facts are found, and no others.</summary>
    [Fact]
    public async Task AReport_NotWrittenYet_IsReadAsComposed()
    {
        var facts = await seed.FactsAsync();
        foreach (var paragraph in facts.Paragraphs)
        {
            Set(paragraph, nameof(Paragraph.Text), LocalizedText.None);
        }
        Assert.Equal(
            [
                "10 list-order SOM",
                "11 heading-against-content specializedAgency",
                "15 symbol-form HSP/EB.2024/INF/2",
                "50 capacity-against-attendance ZAF",
                "60 capacity-against-attendance NLD",
                "71 heading-against-content nonGovernmental",
                "71 misprint pablo-fernandez-marmissolle-daguerrre",
                "71 speaker-not-in-attendance nonGovernmental",
            ],
            RecordChecks.Run(facts).Select(Key));
    }

    [Fact]
    public async Task OfAllDelegations_OneNameSaysSomethingTwice()
    {
        var facts = await seed.FactsAsync();
        var names = new[] { Language.Zh, Language.En }.SelectMany(language => facts.Delegations.Values.SelectMany(d => new[] { d.ListName[language]?.Text, d.RunningName[language]?.Text })
            .OfType<string>().Where(name => RepeatedInName.InSeries(Reading.Of(language)!, name) is not null)).Distinct();
        Assert.Equal(["城市和世界城市和地方政府联合组织"], names);
    }

    private static string Key(Finding finding) => $"{finding.Paragraph} {finding.Code} {finding.Subject.Key}";

    private static void Make(string slip, ReportFacts facts)
    {
        switch (slip)
        {
            case "swap two speakers":
                Swap(Speaker(facts, 26, "ARG"), Speaker(facts, 26, "BRA"), nameof(Statement.Order));
                break;
            case "move a speaker to the end":
                foreach (var statement in facts.Statements.Where(s => Number(facts, s.ParagraphId) == 33 && s.Capacity == Capacity.BoardMember && s.DelegationCode != "ARG"))
                {
                    Set(statement, nameof(Statement.Order), statement.Order - 1);
                }
                Set(Speaker(facts, 33, "ARG"), nameof(Statement.Order), 14);
                break;
            case "swap two organizations":
                Swap(Speaker(facts, 71, "YOUTH-ALERT"), Speaker(facts, 71, "HUAIROU"), nameof(Statement.Order));
                break;
            case "swap two members attending":
                Swap(Entry(facts, "AGO"), Entry(facts, "ARG"), nameof(AttendanceEntry.Order));
                break;
            case "another weekday at the opening":
                Rewrite(facts, 4, "星期一", "星期二");
                break;
            case "another weekday at the closing":
                Rewrite(facts, 73, "星期三", "星期四");
                break;
            case "another hour at the closing":
                Rewrite(facts, 73, "下午 5 时", "下午 6 时");
                break;
            case "another length":
                Rewrite(facts, 2, "为期三天", "为期二天");
                break;
            case "other dates of the session":
                Rewrite(facts, 3, "6 日至 8 日", "7 日至 9 日");
                break;
            case "other dates of the session before":
                Rewrite(facts, 8, "28 日至 30 日", "27 日至 29 日");
                break;
            case "other dates of the next session":
                Rewrite(facts, 70, "4 日至 6 日", "3 日至 5 日");
                break;
            case "a last meeting after the session":
                Rewrite(facts, 7, "5 月 8 日", "5 月 9 日");
                break;
            case "other dates of the forum":
                Rewrite(facts, 43, "4 日至 8 日", "4 日至 9 日");
                break;
            case "a day that there is not":
                // The event's other day is still printed.
                Rewrite(facts, 49, "休会，", "休会（2023 年 6 月 31 日），");
                break;
            case "remove an observer's attendance":
                List(facts.Attendance).RemoveAll(a => a.DelegationCode == "BFA");
                break;
            case "remove a member's attendance":
                List(facts.Attendance).RemoveAll(a => a.DelegationCode == "BRA");
                break;
            case "attend twice":
                // Between Botswana and Burkina Faso.
                foreach (var entry in facts.Attendance.Where(a => a.Class == AttendanceClass.ObserverState && a.Order >= Entry(facts, "BFA").Order).ToList())
                {
                    Set(entry, nameof(AttendanceEntry.Order), entry.Order + 100);
                }
                List(facts.Attendance).Add(new AttendanceEntry(Guid.NewGuid(), "2024-1", AttendanceClass.ObserverState, 100, "BRA", Presence.Present, Entry(facts, "BFA").ParagraphId));
                break;
            case "an observer as member":
                Set(Speaker(facts, 27, "LAS"), nameof(Statement.Capacity), Capacity.BoardMember);
                break;
            case "a member as observer":
                Set(Speaker(facts, 16, "TUR"), nameof(Statement.Capacity), Capacity.Observer);
                break;
            case "speak twice":
                Set(Speaker(facts, 16, "BRA"), nameof(Statement.DelegationCode), "FRA");
                break;
            case "adopt a paragraph twice":
                Cover(facts, facts.Adoptions.Single(a => Number(facts, a.ParagraphId) == 68), 5);
                break;
            case "adopt a part twice":
                List(facts.Adoptions).Add(Copy(facts.Adoptions.Single(a => Number(facts, a.ParagraphId) == 41), facts, 47, "8", order: 2));
                break;
            case "adopt no paragraph 6":
                List(facts.Adoptions).RemoveAll(a => Number(facts, a.ParagraphId) == 68);
                break;
            case "adopt a part nowhere":
                List(facts.Adoptions).RemoveAll(a => Number(facts, a.ParagraphId) == 47);
                break;
            case "adopt a part under another item":
                Set(facts.Adoptions.Single(a => Number(facts, a.ParagraphId) == 47), nameof(Adoption.AgendaItemId), Item(facts, "7"));
                break;
            case "a symbol with a point":
                Rewrite(facts, 19, "INF/3", "INF.3");
                break;
            case "a symbol nobody knows":
                Rewrite(facts, 53, "HSP/EB.2024/9", "HSP/EB.2024/19");
                break;
            case "a document nobody cites":
                Rewrite(facts, 53, "（HSP/EB.2024/INF/8）", "");
                List(facts.Citations).RemoveAll(c => c.Target == "HSP-EB.2024-INF-8");
                break;
            case "another word for the session":
                Rewrite(facts, 3, "2024 年第一次会议", "2024 年第一届会议");
                break;
            case "an accent lost":
                Rewrite(facts, 14, "Cortés", "Cortes");
                break;
            case "a transliteration changed":
                Rewrite(facts, 31, "恩迪亚耶", "恩迪亚叶");
                break;
            case "a quoted name changed":
                Rewrite(facts, 37, "包容性社区", "包容型社区");
                break;
            case "a body's name changed":
                Rewrite(facts, 14, "特设工作组", "专设工作组");
                break;
            case "a part's wording changed":
                Reword(facts, 47, CitationKind.DecisionPart, "世界城市论坛第十二届会议的组织工作");
                break;
            case "a document's wording changed":
                Reword(facts, 8, CitationKind.Document, "决定", last: true);
                Reword(facts, 18, CitationKind.Document, "各项决定", last: true);
                Reword(facts, 23, CitationKind.Document, "各项决定", last: true);
                break;
            case "a heading changed":
                Set(facts.Sections.Single(s => s.Number == 9), nameof(Section.Heading), Zh("联合国人居大会所通过决议的最新执行情况"));
                break;
            case "one speaker left":
                Rewrite(facts, 45, "哥伦比亚、法国、德国、肯尼亚和美国", "美国");
                break;
            case "agencies in a heading":
                Set(facts.AttendanceHeadings.Single(h => h.Class == AttendanceClass.OtherObserver), nameof(AttendanceHeading.Heading), Zh("下列专门机构也出席了会议"));
                break;
            case "a paragraph's number skipped":
                Set(facts.Paragraphs.Single(p => p.Number == 73), nameof(Paragraph.Number), 74);
                Set(facts.Paragraphs.Single(p => p.Number == 72), nameof(Paragraph.Number), 73);
                break;
            case "an item left out":
                List(facts.Agenda).RemoveAll(i => i.Number == 8);
                break;
            case "a line numbered wrongly":
                Rewrite(facts, 69, "(c) 第 2024/3", "(d) 第 2024/3");
                break;
            case "nobody introduces":
                List(facts.Statements).RemoveAll(s => Number(facts, s.ParagraphId) == 48);
                break;
            case "a particle twice":
                Rewrite(facts, 20, "基金会的资产", "基金会的的资产");
                break;
            case "a bracket left open":
                Rewrite(facts, 50, "（代表非洲国家发言）", "（代表非洲国家发言");
                break;
            case "two spellings of a word":
                Rewrite(facts, 20, "资产", "账户和帐户");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(slip), slip, null);
        }
    }

    private static int? Number(ReportFacts facts, Guid? id) => facts.Paragraphs.FirstOrDefault(p => p.Id == id)?.Number;

    private static Statement Speaker(ReportFacts facts, int paragraph, string delegation) => facts.Statements.First(s => Number(facts, s.ParagraphId) == paragraph && s.DelegationCode == delegation);

    private static AttendanceEntry Entry(ReportFacts facts, string delegation) => facts.Attendance.Single(a => a.DelegationCode == delegation);

    private static Guid Item(ReportFacts facts, string label) => facts.Agenda.Single(i => i.Label == label).Id;

    private static List<T> List<T>(IReadOnlyList<T> facts) => (List<T>)facts;

    private static LocalizedText Zh(string text) => LocalizedText.None.With(Language.Zh, text);

    private static LocalizedText Replaced(LocalizedText text, string from, string to) => text.With(Language.Zh, text.Zh?.Text.Replace(from, to, StringComparison.Ordinal));

    private static void Rewrite(ReportFacts facts, int number, string from, string to)
    {
        var paragraph = facts.Paragraphs.Single(p => p.Number == number);
        Assert.Contains(from, paragraph.Text.Zh!.Text, StringComparison.Ordinal);
        Set(paragraph, nameof(Paragraph.Text), Replaced(paragraph.Text, from, to));
    }

    private static void Reword(ReportFacts facts, int number, CitationKind kind, string wording, bool last = false)
    {
        var citations = facts.Citations.Where(c => Number(facts, c.ParagraphId) == number && c.Kind == kind).OrderBy(c => c.Order).ToList();
        Set(last ? citations[^1] : citations[0], nameof(Citation.Wording), Zh(wording));
    }

    private static Adoption Copy(Adoption adoption, ReportFacts facts, int paragraph, string item, int order) =>
        new(Guid.NewGuid(), adoption.SessionId, adoption.DecisionId, adoption.PartId, Item(facts, item), facts.Paragraphs.Single(p => p.Number == paragraph).Id, order, adoption.Manner, adoption.OrallyAmended);

    private static void Cover(ReportFacts facts, Adoption adoption, int number) =>
        adoption.Cover(facts.Decisions.Single(d => d.Id == adoption.DecisionId).Paragraphs.Single(p => p.Number == number));

    private static void Swap(object a, object b, string property)
    {
        var of = a.GetType().GetProperty(property)!;
        var (first, second) = (of.GetValue(a), of.GetValue(b));
        of.SetValue(a, second);
        of.SetValue(b, first);
    }

    /// <summary>Puts in what no rule of the record would let an editor put in.</summary>
    private static void Set(object entity, string property, object? value) =>
        entity.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(entity, value);
}
