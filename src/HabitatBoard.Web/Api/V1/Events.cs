using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A dated event that the record of a session names.</summary>
/// <param name="EndsOn">The last day; null for an event of one day.</param>
/// <param name="ReportParagraph">The paragraph of the session's report that names it.</param>
public sealed record EventContract(
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    IReadOnlyDictionary<string, string>? Place,
    IReadOnlyDictionary<string, TextStatus>? PlaceStatus,
    int ReportParagraph,
    Guid Id);

internal static class EventsApi
{
    public static void MapEvents(this RouteGroupBuilder session) =>
        session.MapGet("/events", GetEvents).WithTags("Sessions");

    /// <summary>The dated events that the record of a session names, by date.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<Page<EventContract>>, ProblemHttpResult>> GetEvents(
        string session, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var rows = await db.Events.AsNoTracking().Where(e => e.SessionId == session)
            .Select(e => new { Event = e, Paragraph = e.Paragraph.Number })
            .ToListAsync(cancellationToken);
        return Paging.Slice(context, page, rows.Select(r => (
            string.Create(CultureInfo.InvariantCulture, $"{r.Event.StartsOn:yyyy-MM-dd}/{r.Event.Id}"),
            new EventContract(
                r.Event.Title.Map(),
                r.Event.Title.StatusMap(),
                r.Event.StartsOn,
                r.Event.EndsOn,
                r.Event.Place.Map(),
                r.Event.Place.StatusMap(),
                r.Paragraph,
                r.Event.Id))));
    }
}
