using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Tests.Reports;

/// <summary>The rules of Russian and Arabic that no template can hold.</summary>
public sealed class PhrasingTests(SeedReport seed) : IClassFixture<SeedReport>
{
    private static readonly RussianPhrasing Ru = new();
    private static readonly ArabicPhrasing Ar = new();

    [Fact]
    public async Task Russian_DeclinesEveryNameThatIsDeclined()
    {
        var facts = await seed.FactsAsync();
        var undeclined = facts.Delegations.Values
            .Where(d => d.RunningName.Ru is { } name && Ru.InSentence(d, name.Text) == name.Text).Select(d => d.RunningName.Ru!.Text).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Буркина-Фасо", "Бурунди", "Вануату", "Гаити", "Джибути", "Зимбабве", "Кабо-Верде", "Кирибати", "Конго", "Лесото", "Малави", "Мали",
                "Марокко", "Монако", "Науру", "Никарагуа", "Палау", "Перу", "Самоа", "Сан-Марино", "Сан-Томе и Принсипи", "Сомали", "Сьерра-Леоне",
                "Того", "Тувалу", "Фиджи", "Чили", "Эсватини",
            ],
            undeclined);
        Assert.All(facts.Groups.Values, g => Assert.NotEqual(g.Name.Ru!.Text, Ru.GroupInSentence(g.Name.Ru.Text)));
        Assert.Equal("государств Африки", Ru.GroupInSentence(facts.Groups["AFR"].Name.Ru!.Text));
        Assert.Equal("Группы 77 и Китая", Ru.GroupInSentence(facts.Groups["G77"].Name.Ru!.Text));
        Assert.Equal("Соединенных Штатов", Ru.InSentence(facts.Delegations["USA"], "Соединенные Штаты"));
        Assert.Equal("Соединенные Штаты", Ru.InList(facts.Delegations["USA"], "Соединенные Штаты"));
    }

    [Fact]
    public void Russian_DoesNotDeclineANameItDoesNotKnow()
    {
        var name = LocalizedText.None.With(Language.Ru, "Новая Страна");
        Assert.Equal("Новая Страна", Ru.InSentence(new Delegation("COL", DelegationKind.State, name, name, SortKeys.For(name, LocalizedText.None)), "Новая Страна"));
    }

    [Theory]
    [InlineData("Первая сессия 2024 года", "первой сессии 2024 года")]
    [InlineData("Третья сессия", "третьей сессии")]
    [InlineData("Возобновленная вторая сессия 2025 года", "возобновленной второй сессии 2025 года")]
    [InlineData("Следующая сессия", "следующей сессии")]
    [InlineData("Проекты решений", "«Проекты решений»")]
    [InlineData("Доклад о программе «Инклюзивные сообщества»", "«Доклад о программе „Инклюзивные сообщества“»")]
    [InlineData("о методах работы Исполнительного совета", "о методах работы Исполнительного совета")]
    public void Russian_TitleInSentence(string title, string expected) => Assert.Equal(expected, Ru.TitleInSentence(title));

    [Theory]
    [InlineData("Информация, представленная председателями", "информацию, представленную председателями")]
    [InlineData("Дополнительная информация, содержащаяся в докладе", "дополнительную информацию, содержащуюся в докладе")]
    [InlineData("Предварительная повестка дня второй сессии", "предварительную повестку дня второй сессии")]
    [InlineData("Результаты опроса", "результаты опроса")]
    [InlineData("Решения Исполнительного совета", "следующее: решения Исполнительного совета")]
    [InlineData("Придерживаться организации работы", "придерживаться организации работы")]
    [InlineData("Что консультации следует провести", "о том, что консультации следует провести")]
    [InlineData("Бюро", "Бюро")]
    public void Russian_SubjectInSentence(string subject, string expected) => Assert.Equal(expected, Ru.SubjectInSentence(subject));

    [Theory]
    [InlineData("Доклад о нормативной деятельности", "доклад", "о нормативной деятельности")]
    [InlineData("Предварительный доклад о ходе восстановления", "предварительный доклад", "о ходе восстановления")]
    [InlineData("Доклад Директора-исполнителя о мерах", "доклад", "о мерах")]
    [InlineData("Доклады рабочих групп", null, "Доклады рабочих групп")]
    public void Russian_ReportTitle(string title, string? called, string on) => Assert.Equal((called, on), Ru.ReportTitle(title));

    [Theory]
    [InlineData("تقرير عن الأنشطة", "تقرير", "الأنشطة")]
    [InlineData("تقرير أولي عن التقدم المحرز", "تقرير أولي", "التقدم المحرز")]
    [InlineData("تقرير المدير التنفيذي عن التدابير", "تقرير", "التدابير")]
    [InlineData("تقارير الأفرقة العاملة", null, "تقارير الأفرقة العاملة")]
    public void Arabic_ReportTitle(string title, string? called, string on) => Assert.Equal((called, on), Ar.ReportTitle(title));

    [Fact]
    public void NumbersAndDates_FollowTheLanguage()
    {
        var at = new DateTimeOffset(2024, 5, 7, 9, 5, 0, TimeSpan.FromHours(3));
        Assert.Equal("во вторник, 7 мая 2024 года, в 9 ч. 05 мин.", Ru.Moment(at));
        Assert.Equal("يوم الثلاثاء، 7 أيار/مايو 2024، الساعة 09:05", Ar.Moment(at));
        Assert.Equal(["один день", "три дня", "пять дней", "11 дней", "22 дня"], new[] { 1, 3, 5, 11, 22 }.Select(Ru.Days));
        Assert.Equal(["يوم واحد", "يومين", "ثلاثة أيام", "عشرة أيام", "11 يوما", "100 يوم", "103 أيام"], new[] { 1, 2, 3, 10, 11, 100, 103 }.Select(Ar.Days));
        Assert.Equal(["один час", "шесть часов", "4,5 часа"], new[] { 1, 6, 4.5 }.Select(Ru.Hours));
        Assert.Equal(["ساعة واحدة", "ساعتين", "ست ساعات", "12 ساعة", "4,5 ساعات"], new[] { 1, 2, 6, 12, 4.5 }.Select(Ar.Hours));
        Assert.Equal(
            ["6 мая 2024 года", "6–8 мая 2024 года", "30 апреля – 2 мая 2024 года"],
            new[] { Days(5, 6, 5, 6), Days(5, 6, 5, 8), Days(4, 30, 5, 2) }.Select(Ru.Dates));
        Assert.Equal(
            ["في 6 أيار/مايو 2024", "في الفترة من 6 إلى 8 أيار/مايو 2024", "في الفترة من 30 نيسان/أبريل إلى 2 أيار/مايو 2024"],
            new[] { Days(5, 6, 5, 6), Days(5, 6, 5, 8), Days(4, 30, 5, 2) }.Select(Ar.Dates));

        static Period Days(int month, int day, int lastMonth, int lastDay) => new(new DateOnly(2024, month, day), new DateOnly(2024, lastMonth, lastDay));
    }

    [Fact]
    public void MarksAndLabels_FollowTheLanguage()
    {
        Assert.Equal(["a)", "i)", "xiv)", "2 a)", "IV.", "XV."], [Ru.FirstDegree("a"), Ru.SecondDegree(1), Ru.SecondDegree(14), Ru.ItemLabel("2(a)"), Ru.SectionNumber(4), Ru.SectionNumber(15)]);
        Assert.Equal(["(أ)", "(هـ)", "(ض)", "'1'"], [Ar.FirstDegree("a"), Ar.FirstDegree("e"), Ar.FirstDegree("z"), Ar.SecondDegree(1)]);
        Assert.Equal(["2 (أ)", "أولا -", "عاشرا -", "خامس عشر -", "عشرون -", "حادي وعشرون -"], [Ar.ItemLabel("2(a)"), .. new[] { 1, 10, 15, 20, 21 }.Select(Ar.SectionNumber)]);
        Assert.Equal(["пункт 7", "пункты 4 и 5", "пункты 2–4", "пункты 2, 4 и 6"], new[] { new[] { 7 }, [4, 5], [2, 3, 4], [2, 4, 6] }.Select(n => Ru.ParagraphNumbers(n)));
        Assert.Equal(
            ["الفقرة 7", "الفقرتين 4 و 5", "الفقرات من 2 إلى 4", "الفقرات 2 و 4 و 6"],
            new[] { new[] { 7 }, [4, 5], [2, 3, 4], [2, 4, 6] }.Select(n => Ar.ParagraphNumbers(n)));
    }
}
