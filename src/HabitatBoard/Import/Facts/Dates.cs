using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>Dates and times as a language writes them.</summary>
internal static class Dates
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>One day, or the first and the last; null where nothing or no possible date is written.</summary>
    public static (DateOnly From, DateOnly Until)? Period(Wording wording, string text)
    {
        if (wording.Match("range", text) is { Success: true } range && (!wording.Match("date", text).Success || wording.Match("date", text).Index >= range.Index))
        {
            var until = (Year: Int(range, "year2") ?? Int(range, "year"), Month: Month(range, "month2") ?? Month(range, "month"), Day: Int(range, "day2"));
            var from = (Year: Int(range, "year") ?? until.Year, Month: Month(range, "month") ?? until.Month, Day: Int(range, "day"));
            return Day(from) is { } first && Day(until) is { } last && first <= last ? (first, last) : null;
        }
        return Date(wording, text) is { } day ? (day, day) : null;
    }

    public static DateOnly? Date(Wording wording, string text) =>
        wording.Match("date", text) is { Success: true } date ? Day((Int(date, "year"), Month(date, "month"), Int(date, "day"))) : null;

    /// <summary>A date with the time of day; with <paramref name="otherwise"/> where only a time is written.</summary>
    public static DateTimeOffset? Moment(Wording wording, string text, DateOnly? otherwise)
    {
        if ((Date(wording, text) ?? otherwise) is not { } day || Time(wording, wording.Replace("dates", text, " ")) is not { } time)
        {
            return null;
        }
        return new DateTimeOffset(day, time, Nairobi.Offset);
    }

    public static TimeOnly? Time(Wording wording, string text)
    {
        foreach (var time in wording.Matches("time", text))
        {
            if (time.Groups["noon"].Success && !time.Groups["hour"].Success)
            {
                return new TimeOnly(12, 0);
            }
            if (Wording.Number(time.Groups["hour"].Value) is not { } hour)
            {
                continue;
            }
            var minute = time.Groups["halfhour"].Success ? 30 : Int(time, "minute") ?? 0;
            var half = time.Groups["half"].Value;
            if (half.Length > 0 && wording.Is("afternoon", half) && hour < 12)
            {
                hour += 12;
            }
            else if (half.StartsWith('a') && hour == 12)
            {
                hour = 0;
            }
            if (hour < 24 && minute < 60)
            {
                return new TimeOnly(hour, minute);
            }
        }
        return null;
    }

    private static DateOnly? Day((int? Year, int? Month, int? Day) date) =>
        date is ({ } year, { } month, { } day) && year is >= 1945 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int? Int(Match match, string group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Month(Match match, string group) =>
        !match.Groups[group].Success ? null
            : Int(match, group) ?? (Array.IndexOf(Months, match.Groups[group].Value.ToLowerInvariant()) is var at and >= 0 ? at + 1 : null);
}
