using System.Globalization;
using System.Text.RegularExpressions;

namespace HabitatBoard.Languages;

/// <summary>The forms of a noun that a language has for a number (Unicode CLDR plural rules, whole numbers).</summary>
public enum PluralForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// <summary>
/// What grammar and United Nations usage prescribe in each language, beside its words: plural forms, lists, numbers,
/// dates, times and what is foreign in a sentence.
/// </summary>
public static partial class LanguageForms
{
    private static readonly string[][] Months =
    [
        // The Organization writes Arabic months with both names.
        ["كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"],
        ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "7 月", "8 月", "9 月", "10 月", "11 月", "12 月"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ];

    private static readonly string[][] Weekdays =
    [
        ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
        ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
        ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
    ];

    extension(Language language)
    {
        /// <summary>The plural forms that the language tells apart.</summary>
        public IReadOnlyList<PluralForm> PluralForms => language switch
        {
            Language.Ar => [PluralForm.Zero, PluralForm.One, PluralForm.Two, PluralForm.Few, PluralForm.Many, PluralForm.Other],
            Language.Zh => [PluralForm.Other],
            Language.Ru => [PluralForm.One, PluralForm.Few, PluralForm.Many],
            _ => [PluralForm.One, PluralForm.Other],
        };

        /// <summary>The plural form that goes with <paramref name="number"/>.</summary>
        public PluralForm PluralFormOf(int number)
        {
            var (tens, ones) = (number % 100, number % 10);
            return language switch
            {
                Language.Zh => PluralForm.Other,
                Language.Ar => number switch
                {
                    0 => PluralForm.Zero,
                    1 => PluralForm.One,
                    2 => PluralForm.Two,
                    _ => tens is >= 3 and <= 10 ? PluralForm.Few : tens >= 11 ? PluralForm.Many : PluralForm.Other,
                },
                Language.Ru => ones == 1 && tens != 11 ? PluralForm.One
                    : ones is >= 2 and <= 4 && tens is < 12 or > 14 ? PluralForm.Few
                    : PluralForm.Many,
                Language.Fr => number <= 1 ? PluralForm.One : PluralForm.Other,
                _ => number == 1 ? PluralForm.One : PluralForm.Other,
            };
        }

        /// <summary>Several things in one phrase: <c>A, B and C</c>, <c>A、B和C</c>.</summary>
        public string Join(IReadOnlyList<string> things) => things.Count switch
        {
            0 => "",
            1 => things[0],
            _ => language switch
            {
                Language.Ar => string.Join(" و", things),
                Language.Zh => $"{string.Join('、', things.SkipLast(1))}和{things[^1]}",
                Language.En => $"{string.Join(", ", things.SkipLast(1))} and {things[^1]}",
                Language.Fr => $"{string.Join(", ", things.SkipLast(1))} et {things[^1]}",
                Language.Ru => $"{string.Join(", ", things.SkipLast(1))} и {things[^1]}",
                _ => $"{string.Join(", ", things.SkipLast(1))} y {things[^1]}",
            },
        };

        /// <summary>A whole number, <c>12,345</c>; up to four digits without a separator.</summary>
        public string Number(int number)
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            return number is > -10_000 and < 10_000 ? digits
                : number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", language is Language.Zh or Language.En ? "," : "\u00a0", StringComparison.Ordinal);
        }

        /// <summary>A day, <c>6 May 2024</c>, <c>2024 年 5 月 6 日</c>.</summary>
        public string Date(DateOnly day) => language switch
        {
            Language.Zh => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {Month(language, day)} {day.Day} 日"),
            Language.Es => string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {Month(language, day)} de {day.Year}"),
            Language.Fr when day.Day == 1 => string.Create(CultureInfo.InvariantCulture, $"1er {Month(language, day)} {day.Year}"),
            Language.Ru => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(language, day)} {day.Year} года"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(language, day)} {day.Year}"),
        };

        /// <summary>A day of a year that is named elsewhere, <c>6 May</c>.</summary>
        public string DayAndMonth(DateOnly day) => language switch
        {
            Language.Zh => string.Create(CultureInfo.InvariantCulture, $"{Month(language, day)} {day.Day} 日"),
            Language.Es => string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {Month(language, day)}"),
            Language.Fr when day.Day == 1 => $"1er {Month(language, day)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(language, day)}"),
        };

        public string Weekday(DateOnly day) => Weekdays[(int)language][(int)day.DayOfWeek];

        /// <summary>From one day to another, <c>6–8 May 2024</c>, <c>2024 年 5 月 6 日至 8 日</c>.</summary>
        public string Dates(DateOnly from, DateOnly? until)
        {
            if (until is not { } end || end == from)
            {
                return Date(language, from);
            }
            if (language == Language.Zh)
            {
                return (from.Year == end.Year, from.Month == end.Month) switch
                {
                    (true, true) => string.Create(CultureInfo.InvariantCulture, $"{Date(language, from)}至 {end.Day} 日"),
                    (true, _) => string.Create(CultureInfo.InvariantCulture, $"{Date(language, from)}至 {Month(language, end)} {end.Day} 日"),
                    _ => $"{Date(language, from)}至 {Date(language, end)}",
                };
            }
            return from.Year != end.Year ? $"{Date(language, from)} – {Date(language, end)}"
                // In every language but Chinese the day stands first.
                : from.Month == end.Month ? string.Create(CultureInfo.InvariantCulture, $"{from.Day}–{Date(language, end)}")
                : $"{DayAndMonth(language, from)} – {Date(language, end)}";
        }

        /// <summary>A day with its weekday and the time, <c>Monday, 6 May 2024, at 9.35 a.m.</c>, in the offset it has.</summary>
        public string DateAndTime(DateTimeOffset moment)
        {
            var day = DateOnly.FromDateTime(moment.DateTime);
            var weekday = Weekday(language, day);
            var (date, time) = (Date(language, day), Time(language, TimeOnly.FromDateTime(moment.DateTime)));
            return language switch
            {
                Language.Ar => $"{weekday}، {date}، الساعة {time}",
                Language.Zh => $"{date}{weekday}{time}",
                Language.En => $"{weekday}, {date}, at {time}",
                Language.Fr => $"{weekday} {date} à {time}",
                Language.Ru => $"{weekday}, {date}, {time}",
                _ => $"{weekday} {date}, a las {time}",
            };
        }

        /// <summary>A time of day, <c>9.35 a.m.</c>, <c>上午 9 时 35 分</c>, <c>9 h 35</c>.</summary>
        public string Time(TimeOnly time)
        {
            var hour12 = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
            var morning = time.Hour < 12;
            return language switch
            {
                Language.Zh when time.Minute == 0 => string.Create(CultureInfo.InvariantCulture, $"{(morning ? "上午" : "下午")} {hour12} 时"),
                Language.Zh => string.Create(CultureInfo.InvariantCulture, $"{(morning ? "上午" : "下午")} {hour12} 时 {time.Minute} 分"),
                Language.En when time.Minute == 0 => string.Create(CultureInfo.InvariantCulture, $"{hour12} {(morning ? "a.m." : "p.m.")}"),
                Language.En => string.Create(CultureInfo.InvariantCulture, $"{hour12}.{time.Minute:D2} {(morning ? "a.m." : "p.m.")}"),
                Language.Fr => string.Create(CultureInfo.InvariantCulture, $"{time.Hour} h {time.Minute:D2}"),
                Language.Ru => string.Create(CultureInfo.InvariantCulture, $"{time.Hour} ч. {time.Minute:D2} мин."),
                Language.Es => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}.{time.Minute:D2} horas"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:D2}:{time.Minute:D2}"),
            };
        }

        /// <summary>
        /// What fills a blank of an Arabic sentence and is not itself Arabic or one number, such as <c>2024/1 (b)</c>, between
        /// U+2068 and U+2069: else its parts change places. The characters serve where no element can stand, as in titles.
        /// In a language written from left to right the text as it is.
        /// </summary>
        public string Isolated(string text) => language.Direction == "ltr" || NeedsNoIsolation().IsMatch(text) ? text : $"\u2068{text}\u2069";
    }

    [GeneratedRegex(@"^(?:[0-9]+|[\p{IsArabic}\s]*)$")]
    private static partial Regex NeedsNoIsolation();

    private static string Month(Language language, DateOnly day) => Months[(int)language][day.Month - 1];
}
