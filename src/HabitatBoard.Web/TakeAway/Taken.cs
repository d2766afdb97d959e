namespace HabitatBoard.Web.TakeAway;

/// <summary>Something to follow or to take away, as a page offers it.</summary>
/// <param name="Key">Of its word, below <c>take</c>.</param>
/// <param name="Address">After the language.</param>
public sealed record Taken(string Key, string Address, string MediaType)
{
    /// <param name="of">What it follows, <c>/sessions/2024-1</c>; nothing for the whole site.</param>
    public static Taken Feed(string of = "") => new("feed", $"{of}/feed.atom", TakeAway.Feed.MediaType);

    /// <param name="of">Whose days it holds, <c>/sessions/2024-1</c>; nothing for all sessions.</param>
    public static Taken Calendar(string of = "") => new("calendar", $"{of}/calendar.ics", CalendarText.MediaType);

    /// <param name="list">The page of the list, <c>/sessions/2024-1/agenda</c>.</param>
    /// <param name="query">What narrows the list, <c>?delegation=KEN</c>.</param>
    public static Taken Table(string list, string query = "") => new("table", $"{list}.csv{query}", "text/csv");

    /// <param name="session">The page of the session, <c>/sessions/2024-1</c>.</param>
    public static Taken Archive(string session) => new("archive", $"{session}/archive.zip", "application/zip");
}
