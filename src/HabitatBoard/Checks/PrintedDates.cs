using System.Text.RegularExpressions;

namespace HabitatBoard.Checks;

/// <summary>A day as printed; no day where the calendar has none such.</summary>
internal sealed record PrintedDay(string Text, int Index, DateOnly? Day);

/// <summary>A period as printed.</summary>
/// <param name="IsPair">Two days rather than a period: 29 日和 30 日.</param>
internal sealed record PrintedPeriod(string Text, int Index, DateOnly? First, DateOnly? Last, bool IsPair);

/// <summary>Reads days and periods.</summary>
internal static class PrintedDates
{
    public static IEnumerable<PrintedDay> Days(Reading reading, string text) =>
        reading.Matches("date", text).Select(m => new PrintedDay(m.Value, m.Index, Day(reading, m)));

    public static IEnumerable<PrintedPeriod> Periods(Reading reading, string text) => reading.Matches("range", text).Select(m => Period(reading, m));

    public static PrintedPeriod Period(Reading reading, Match match)
    {
        // What one end leaves out stands at the other.
        var year = Value(match, "year") ?? Value(match, "year2") ?? 0;
        var month = Month(reading, match, "month") ?? Month(reading, match, "month2") ?? 0;
        return new PrintedPeriod(
            match.Value,
            match.Index,
            Day(year, month, Value(match, "day") ?? 0),
            Day(Value(match, "year2") ?? year, Month(reading, match, "month2") ?? month, Value(match, "day2") ?? 0),
            match.Groups["pair"].Success);
    }

    public static DateOnly? Day(Reading reading, Match match) =>
        Day(Value(match, "year") ?? 0, Month(reading, match, "month") ?? 0, Value(match, "day") ?? 0);

    private static int? Value(Match match, string group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Month(Reading reading, Match match, string group) => match.Groups[group].Success ? reading.Month(match.Groups[group].Value) : null;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
