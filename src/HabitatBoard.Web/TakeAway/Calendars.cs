using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.TakeAway;

/// <summary>Sessions, their meetings and the other dated events of the record, for the reader's own calendar.</summary>
internal static class Calendars
{
    public static void MapCalendars(this RouteGroupBuilder site, RouteGroupBuilder session)
    {
        site.MapGet("/calendar.ics", GetAll);
        session.MapGet("/calendar.ics", GetSession);
    }

    private static async Task<IResult> GetAll(BoardDbContext db, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        var language = TakeAwayRoutes.LanguageOf(context);
        return await AnswerAsync(db, address, context, language, Phrases.In(language)["frame.product"], "executive-board", db.Sessions, cancellationToken);
    }

    private static async Task<IResult> GetSession(string session, BoardDbContext db, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        var language = TakeAwayRoutes.LanguageOf(context);
        var sessions = db.Sessions.Where(s => s.Id == session);
        var title = (await sessions.AsNoTracking().Select(s => s.Title).SingleAsync(cancellationToken)).For(language)!.Value.Text.Text;
        return await AnswerAsync(db, address, context, language, title, session, sessions, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        BoardDbContext db, PublicAddress address, HttpContext context, Language language, string name, string fileName, IQueryable<Session> chosen, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(language);
        var ids = chosen.Select(s => s.Id);
        var sessions = await chosen.AsNoTracking().Where(s => s.StartsOn != null).OrderBy(s => s.Year).ThenBy(s => s.Number).ToListAsync(cancellationToken);
        var meetings = await db.Meetings.AsNoTracking().Where(m => ids.Contains(m.SessionId)).OrderBy(m => m.SessionId).ThenBy(m => m.Number).ToListAsync(cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => ids.Contains(e.SessionId)).OrderBy(e => e.StartsOn).ThenBy(e => e.Id)
            .Select(e => new { e.Id, e.SessionId, e.Title, e.StartsOn, e.EndsOn, e.Place, Paragraph = e.Paragraph.Number }).ToListAsync(cancellationToken);
        var titles = (await chosen.AsNoTracking().Select(s => new { s.Id, s.Title, s.Place }).ToListAsync(cancellationToken)).ToDictionary(s => s.Id);
        // What an entry says is as old as the edition it stands in, and its revisions are counted by editions.
        var editions = (await db.Editions.Where(e => ids.Contains(e.Unit)).Select(e => new { e.Unit, e.Number, e.PublishedAt }).ToListAsync(cancellationToken))
            .GroupBy(e => e.Unit).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Number)!);

        var text = new CalendarText();
        // RFC 7986 for NAME; X-WR-CALNAME is what most programs read instead.
        text.Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//HabitatBoard//Executive Board//EN").Line("CALSCALE", "GREGORIAN")
            .Text("NAME", name).Text("X-WR-CALNAME", name).Line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        foreach (var session in sessions)
        {
            Begin($"session/{session.Id}", session.Id);
            text.Days(session.StartsOn!.Value, session.EndsOn)
                .Text(Named("SUMMARY"), Of(session.Title)).Text(Named("LOCATION"), Of(session.Place))
                .Text(Named("DESCRIPTION"), session.Mode is { } mode ? $"{phrases.Of(session.Status)} · {phrases.Of(mode)}" : phrases.Of(session.Status));
            End($"/sessions/{session.Id}");
        }
        foreach (var meeting in meetings)
        {
            var session = titles[meeting.SessionId];
            Begin($"meeting/{meeting.Id}", meeting.SessionId);
            // The record has the hour of the place, and not which zone that is: the hour stands in words.
            var hours = meeting.StartsAt is { } from ? $" {from:HH\\:mm}{(meeting.EndsAt is { } until ? $"–{until:HH\\:mm}" : "")}" : "";
            text.Days(meeting.Day, null).Text(Named("SUMMARY"), phrases.Format("calendar.meeting", language.Number(meeting.Number)) + hours)
                .Text(Named("LOCATION"), Of(session.Place)).Text(Named("DESCRIPTION"), Of(session.Title));
            End($"/sessions/{meeting.SessionId}");
        }
        foreach (var happening in events)
        {
            Begin($"event/{happening.Id}", happening.SessionId);
            text.Days(happening.StartsOn, happening.EndsOn).Text(Named("SUMMARY"), Of(happening.Title)).Text(Named("LOCATION"), Of(happening.Place))
                .Text(Named("DESCRIPTION"), phrases.Format("calendar.named", Of(titles[happening.SessionId].Title), happening.Paragraph));
            End($"/sessions/{happening.SessionId}/report#p{happening.Paragraph}");
        }
        text.Line("END", "VCALENDAR");
        context.Response.Headers.ContentLanguage = language.Code;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}.{language.Code}.ics\"";
        return TypedResults.Bytes(text.ToBytes(), $"{CalendarText.MediaType}; charset=utf-8");

        // The same thing has one id in all calendars and languages, so that a calendar shows it once.
        void Begin(string thing, string unit)
        {
            text.Line("BEGIN", "VEVENT").Line("UID", NamedId.Of(thing).ToString());
            var edition = editions.GetValueOrDefault(unit);
            text.Moment("DTSTAMP", edition?.PublishedAt ?? DateTimeOffset.UnixEpoch).Moment("LAST-MODIFIED", edition?.PublishedAt ?? DateTimeOffset.UnixEpoch)
                .Line("SEQUENCE", ((edition?.Number ?? 1) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        void End(string page)
        {
            if (address.IsKnown)
            {
                text.Line("URL", address.Of($"/{language.Code}{page}"));
            }
            // Whole days of others do not make the reader busy.
            text.Line("TRANSP", "TRANSPARENT").Line("END", "VEVENT");
        }

        string Named(string property) => $"{property};LANGUAGE={language.Code}";

        string Of(LocalizedText value) => value.For(language)?.Text.Text ?? "";
    }
}
