using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>One session of the Executive Board. What the record does not say is null.</summary>
/// <param name="Id">Year and number in the year, <c>2024-1</c>.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="OpenedAt">When the Chair declared it open, with the offset of Nairobi.</param>
/// <param name="ClosedAt">When the Chair declared it closed, with the offset of Nairobi.</param>
/// <param name="ReportParagraphs">The paragraphs of the session's report that state these facts.</param>
/// <param name="PreviousSession">The id of the session before, where it is recorded.</param>
/// <param name="NextSession">The session after, where it is recorded.</param>
/// <param name="Edition">The latest published edition.</param>
public sealed record SessionContract(
    string Id,
    int Year,
    int Number,
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    SessionStatus Status,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    IReadOnlyDictionary<string, string>? Place,
    IReadOnlyDictionary<string, TextStatus>? PlaceStatus,
    SessionMode? Mode,
    IReadOnlyDictionary<string, string>? ModeNote,
    IReadOnlyDictionary<string, TextStatus>? ModeNoteStatus,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    InterpretationContract? Interpretation,
    IReadOnlyList<OfficerContract> Officers,
    IReadOnlyList<MeetingContract> Meetings,
    SessionParagraphs ReportParagraphs,
    string? PreviousSession,
    NextSessionContract? NextSession,
    SessionCounts Counts,
    EditionContract? Edition);

/// <summary>Simultaneous interpretation.</summary>
/// <param name="HoursPerDay">Hours a day; null where they are not recorded.</param>
/// <param name="Languages">ISO 639-1 codes.</param>
public sealed record InterpretationContract(double? HoursPerDay, IReadOnlyList<string> Languages);

/// <summary>An office held in a body at the session.</summary>
/// <param name="Delegation">The delegation the officer belongs to.</param>
/// <param name="ReportParagraph">The paragraph that states it; null where the masthead does.</param>
public sealed record OfficerContract(
    Office Office,
    BodyReference? Body,
    PersonReference? Person,
    DelegationReference? Delegation,
    DateOnly? TermStartsOn,
    DateOnly? TermEndsOn,
    int? ReportParagraph,
    Guid Id);

/// <summary>A meeting of the session, where the record tells them apart.</summary>
/// <param name="StartsAt">Local time.</param>
/// <param name="EndsAt">Local time.</param>
public sealed record MeetingContract(int Number, DateOnly Day, TimeOnly? StartsAt, TimeOnly? EndsAt);

/// <summary>Where the report states the facts of the session.</summary>
/// <param name="Session">The paragraphs that name the session: dates, place, mode.</param>
/// <param name="Opening">The paragraph that states its opening.</param>
/// <param name="Closing">The paragraph that states its closing.</param>
public sealed record SessionParagraphs(IReadOnlyList<int> Session, int? Opening, int? Closing);

/// <summary>The next session.</summary>
public sealed record NextSessionContract(string Id, DateOnly? StartsOn, DateOnly? EndsOn);

/// <summary>How much the record of the session holds.</summary>
public sealed record SessionCounts(int AgendaItems, int Attendance, int Documents, int Statements, int Adoptions, int Acts, int Decisions, int Events, int Paragraphs);

internal static class SessionsApi
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        api.MapGet("/sessions", GetSessions).WithTags("Sessions");
        api.MapGet("/sessions/{session}", GetSession).WithTags("Sessions").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>All sessions, newest first.</summary>
    private static async Task<Results<Ok<Page<SessionContract>>, ProblemHttpResult>> GetSessions(
        [AsParameters] PageQuery page, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(context, page, 2, out var limit, out var after, out var problem))
        {
            return problem!;
        }
        IQueryable<Session> query = db.Sessions;
        if (after is not null)
        {
            if (!int.TryParse(after[0], CultureInfo.InvariantCulture, out var year) || !int.TryParse(after[1], CultureInfo.InvariantCulture, out var number))
            {
                return Problems.Of(context, ErrorCode.InvalidCursor, page.Cursor!);
            }
            query = query.Where(s => s.Year <= year && (s.Year < year || s.Number < number));
        }
        var rows = await ReadAsync(db, query.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Take(limit + 1), registers, cancellationToken);
        return Paging.Answer(
            context,
            rows,
            limit,
            await db.Sessions.CountAsync(cancellationToken),
            s => s,
            s => [s.Year.ToString(CultureInfo.InvariantCulture), s.Number.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>One session.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<SessionContract>, ProblemHttpResult>> GetSession(
        string session, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(db, db.Sessions.Where(s => s.Id == session), registers, cancellationToken);
        return found.Count == 0 ? Problems.Of(context, await SessionFrame.WhyMissingAsync(db, session, cancellationToken), session) : TypedResults.Ok(found[0]);
    }

    /// <summary>Sessions in the order of the query, in as many queries for all of them as for one.</summary>
    private static async Task<IReadOnlyList<SessionContract>> ReadAsync(BoardDbContext db, IQueryable<Session> query, PublishedRegisters registers, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking()
            .Select(s => new
            {
                Session = s,
                Previous = db.Sessions.Where(p => p.Year <= s.Year && (p.Year < s.Year || p.Number < s.Number))
                    .OrderByDescending(p => p.Year).ThenByDescending(p => p.Number).Select(p => p.Id).FirstOrDefault(),
                Next = db.Sessions.Where(n => n.Year >= s.Year && (n.Year > s.Year || n.Number > s.Number))
                    .OrderBy(n => n.Year).ThenBy(n => n.Number).Select(n => n.Id).FirstOrDefault(),
                Opening = db.Paragraphs.Where(p => p.Id == s.OpeningParagraphId).Select(p => (int?)p.Number).FirstOrDefault(),
                Closing = db.Paragraphs.Where(p => p.Id == s.ClosingParagraphId).Select(p => (int?)p.Number).FirstOrDefault(),
                Counts = new SessionCounts(
                    db.AgendaItems.Count(r => r.SessionId == s.Id),
                    db.Attendance.Count(r => r.SessionId == s.Id),
                    db.Documents.Count(r => r.SessionId == s.Id),
                    db.Statements.Count(r => r.SessionId == s.Id),
                    db.Adoptions.Count(r => r.SessionId == s.Id),
                    db.Acts.Count(r => r.SessionId == s.Id),
                    db.Decisions.Count(r => r.SessionId == s.Id),
                    db.Events.Count(r => r.SessionId == s.Id),
                    db.Paragraphs.Count(r => r.SessionId == s.Id)),
            })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var ids = rows.Select(r => r.Session.Id).ToList();
        var officers = (await db.Officers.Where(o => ids.Contains(o.SessionId)).OrderBy(o => o.Order)
                .Select(o => new { o.SessionId, o.Office, o.BodyCode, o.PersonCode, o.DelegationCode, o.TermStartsOn, o.TermEndsOn, Paragraph = (int?)o.Paragraph!.Number, o.Id })
                .ToListAsync(cancellationToken))
            .ToLookup(o => o.SessionId, o => new OfficerContract(
                o.Office, snapshot.Body(o.BodyCode), snapshot.Person(o.PersonCode), snapshot.Delegation(o.DelegationCode), o.TermStartsOn, o.TermEndsOn, o.Paragraph, o.Id));
        var meetings = (await db.Meetings.AsNoTracking().Where(m => ids.Contains(m.SessionId)).OrderBy(m => m.Number).ToListAsync(cancellationToken))
            .ToLookup(m => m.SessionId, m => new MeetingContract(m.Number, m.Day, m.StartsAt, m.EndsAt));
        var named = (await db.Citations.Where(c => c.Kind == CitationKind.Session && ids.Contains(c.Target) && c.SessionId == c.Target)
                .Select(c => new { c.SessionId, c.Paragraph.Number }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(c => c.SessionId, c => c.Number);
        var following = rows.Select(r => r.Next).OfType<string>().ToList();
        var next = await db.Sessions.Where(s => following.Contains(s.Id))
            .Select(s => new NextSessionContract(s.Id, s.StartsOn, s.EndsOn)).ToDictionaryAsync(n => n.Id, cancellationToken);
        var editions = (await EditionsApi.ReadAsync(db, ids, cancellationToken)).ToLookup(e => e.Unit, e => e.Edition);
        return
        [
            .. rows.Select(r => new SessionContract(
                r.Session.Id,
                r.Session.Year,
                r.Session.Number,
                r.Session.Title.Map(),
                r.Session.Title.StatusMap(),
                r.Session.Status,
                r.Session.StartsOn,
                r.Session.EndsOn,
                r.Session.Place.Map(),
                r.Session.Place.StatusMap(),
                r.Session.Mode,
                r.Session.ModeNote.Map(),
                r.Session.ModeNote.StatusMap(),
                r.Session.OpenedAt,
                r.Session.ClosedAt,
                r.Session.Interpretation is { } i ? new InterpretationContract(i.HoursPerDay, [.. i.Languages.Select(l => l.Code)]) : null,
                [.. officers[r.Session.Id]],
                [.. meetings[r.Session.Id]],
                new SessionParagraphs([.. named[r.Session.Id].Order()], r.Opening, r.Closing),
                r.Previous,
                r.Next is null ? null : next.GetValueOrDefault(r.Next),
                r.Counts,
                editions[r.Session.Id].LastOrDefault())),
        ];
    }
}
