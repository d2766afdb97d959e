using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>
/// Ten things a delegate comes for, each from the home page, with the keyboard alone and without JavaScript: in Chinese
/// and English on a phone and at a desk, in Arabic and Russian on a phone.
/// </summary>
[Collection(nameof(InBrowser))]
public sealed class DelegateTaskTests(BrowserFixture board)
{
    private static readonly Dictionary<string, Words> Interface = new()
    {
        ["zh"] = new("议程", "文件", "发言", "代表团", "决定", "出席情况", "会议", "筛选", "2024 年 12 月 4 日至 6 日", "喀麦隆", "非洲国家", "肯尼亚", "第 7 段", "招聘、公平地域分配和性别均等", "利益攸关方参与政策的最新草案", "荷兰王国", "美国", "首先代表 77 国集团和中国，然后代表埃及发言"),
        ["en"] = new("Agenda", "Documents", "Statements", "Delegations", "Decisions", "Attendance", "Sessions", "Filter", "4–6 December 2024", "Cameroon", "African States", "Kenya", "paragraph 7", "Recruitment, equitable geographical distribution and gender parity", "Latest draft of the stakeholder engagement policy", "Netherlands (Kingdom of the)", "United States", "speaking first on behalf of the Group of 77 and China and then on behalf of Egypt"),
        ["ar"] = new("جدول الأعمال", "الوثائق", "البيانات", "الوفود", "المقررات", "الحضور", "الدورات", "تصفية", "4–6 كانون الأول/ديسمبر 2024", "الكاميرون", "الدول الأفريقية", "كينيا", "الفقرة 7", "استقدام الموظفين والتوزيع الجغرافي العادل والتكافؤ بين الجنسين", "أحدث صيغة لمشروع سياسة إشراك أصحاب المصلحة", "هولندا (مملكة -)", "الولايات المتحدة", "أولا باسم مجموعة الـ 77 والصين، ثم باسم مصر"),
        ["ru"] = new("Повестка дня", "Документы", "Выступления", "Делегации", "Решения", "Участники", "Сессии", "Фильтр", "4–6 декабря 2024 года", "Камерун", "Государства Африки", "Кения", "пункт 7", "Набор персонала, справедливое географическое распределение и гендерный паритет", "Последний вариант проекта политики взаимодействия с заинтересованными сторонами", "Нидерландов (Королевство)", "Соединенные Штаты", "сначала от имени Группы 77 и Китая, а затем от имени Египта"),
    };

    public static TheoryData<string, int> Readers => new() { { "zh", 320 }, { "zh", 1280 }, { "en", 320 }, { "en", 1280 }, { "ar", 320 }, { "ru", 320 } };

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsTheDocumentsOfAnItem(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAddressAsync("/agenda/4");
        await visitor.ReadsAsync("HSP/EB.2024/2/Add.1");
        await visitor.FollowAsync("HSP/EB.2024/2/Add.1", "main");
        await visitor.ReadsAsync(words.Recruitment, "h1");
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsWhoSpokeForTheAfricanStates(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAddressAsync("/agenda/4");
        var speaker = visitor.Page.Locator("main li").Filter(new LocatorFilterOptions { HasText = words.AfricanStates });
        await Assertions.Expect(speaker).ToHaveCountAsync(1);
        await Assertions.Expect(speaker).ToContainTextAsync(words.Cameroon);
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsWhatWasAdoptedUnderAnItem_AndReadsTheParagraph(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAddressAsync("/agenda/11");
        await visitor.ReadsAsync("2024/1 (b)");
        await visitor.ReadsAsync(words.Paragraph7);
        await visitor.FollowAddressAsync("/report#p62");
        await Assertions.Expect(visitor.Page.Locator("#p62")).ToBeInViewportAsync();
        await visitor.ReadsAsync("2024/1", "#p62");
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsWhatKenyaSaid(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAsync(words.Delegations, ".nav");
        await visitor.FollowAsync(words.Kenya, "main");
        await visitor.ReadsAsync(words.Kenya, "h1");
        foreach (var paragraph in new[] { 5, 21, 33, 39, 45, 50, 60 })
        {
            await Assertions.Expect(visitor.Page.Locator($"main a[href$='/report#p{paragraph}']").First).ToBeVisibleAsync();
        }
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task SeesTheDateOfTheNextSession(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
        await visitor.ReadsAsync(words.NextSession));

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsWhereAParagraphOfADecisionWasAdopted(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAsync(words.Decisions, ".nav");
        await visitor.FollowAddressAsync("/decisions/2024/1");
        var paragraph = visitor.Page.Locator("#b li").Filter(new LocatorFilterOptions { HasText = "7" }).Filter(new LocatorFilterOptions { Has = visitor.Page.Locator("a[href$='/agenda/11']") });
        await Assertions.Expect(paragraph).ToHaveCountAsync(1);
        await Assertions.Expect(paragraph).ToContainTextAsync("¶62");
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsADocumentPrintedWithAnotherSymbol(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAsync(words.Documents, ".nav");
        await visitor.FollowAddressAsync("/documents/HSP-EB.2024-INF-2");
        await visitor.ReadsAsync(words.StakeholderPolicy, "h1");
        await visitor.ReadsAsync("HSP/EB.2024/INF.2");
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FindsWhoAttended(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAddressAsync("/sessions/2024-1");
        await visitor.FollowAddressAsync("/sessions/2024-1/attendance", "body");
        await visitor.ReadsAsync(words.Attendance, "h1");
        await visitor.ReadsAsync(words.Netherlands);
        await Assertions.Expect(visitor.Page.Locator("main .cols li")).ToHaveCountAsync(84);
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task FiltersStatements_ForTheRightOfReply(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAsync(words.Statements, ".nav");
        await visitor.DiscloseAsync(words.Filter);
        await visitor.Page.Locator("#kind").FocusAsync();
        await visitor.Page.Locator("#kind").SelectOptionAsync("rightOfReply");
        await visitor.Page.Locator("main form button").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("kind=rightOfReply"));
        await visitor.ReadsAsync(words.UnitedStates);
        await Assertions.Expect(visitor.Page.Locator("main a[href$='/report#p27']").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("main a[href$='/report#p21']")).ToHaveCountAsync(0);
    });

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public Task ReadsTheReport_WithTheFactsBesideAParagraph(string language, int width) => VisitAsync(language, width, async (visitor, words) =>
    {
        await visitor.FollowAddressAsync("/sessions/2024-1/report");
        await Assertions.Expect(visitor.Page.Locator(".para")).ToHaveCountAsync(73);
        // The report is read first in the language of its reader.
        await visitor.ReadsAsync(words.FirstForTheGroup, "#p21");
        if (width < 640)
        {
            await visitor.Page.Locator("#p21 .facts summary").FocusAsync();
            await visitor.Page.Keyboard.PressAsync("Enter");
        }
        await Assertions.Expect(visitor.Page.Locator("#p21 .facts a[href$='/delegations/EGY']").First).ToBeVisibleAsync();
    });

    private Task VisitAsync(string language, int width, Func<Visitor, Words, Task> task, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        board.VisitAsync(new Reader(language, width, Script: false), async page =>
        {
            var visitor = new Visitor(page);
            await visitor.OpenAsync("/");
            Assert.EndsWith($"/{language}", page.Url, StringComparison.Ordinal);
            await task(visitor, Interface[language]);
        }, test: name);

    private sealed record Words(
        string Agenda,
        string Documents,
        string Statements,
        string Delegations,
        string Decisions,
        string Attendance,
        string Sessions,
        string Filter,
        string NextSession,
        string Cameroon,
        string AfricanStates,
        string Kenya,
        string Paragraph7,
        string Recruitment,
        string StakeholderPolicy,
        string Netherlands,
        string UnitedStates,
        string FirstForTheGroup);
}
