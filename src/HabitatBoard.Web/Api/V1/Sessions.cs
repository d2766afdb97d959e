using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
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
/// <param name="HoursPerDay">Hours a day.</param>
/// <param name="Languages">ISO 639-1 codes.</param>
public sealed record InterpretationContract(double HoursPerDay, IReadOnlyList<string> Languages);

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
    int? ReportParagraph);

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
        var query = db.Sessions.AsNoTracking();
        if (after is not null)
        {
            if (!int.TryParse(after[0], CultureInfo.InvariantCulture, out var year) || !int.TryParse(after[1], CultureInfo.InvariantCulture, out var number))
            {
                return Problems.Of(context, ErrorCode.InvalidCursor, page.Cursor!);
            }
            query = query.Where(s => s.Year < year || (s.Year == year && s.Number < number));
        }
        var rows = await query.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Take(limit + 1).ToListAsync(cancellationToken);
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var contracts = new Dictionary<string, SessionContract>();
        foreach (var session in rows.Take(limit))
        {
            contracts[session.Id] = await ReadAsync(db, session, snapshot, cancellationToken);
        }
        return Paging.Answer(
            context,
            rows,
            limit,
            await db.Sessions.CountAsync(cancellationToken),
            s => contracts[s.Id],
            s => [s.Year.ToString(CultureInfo.InvariantCulture), s.Number.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>One session.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<SessionContract>, ProblemHttpResult>> GetSession(
        string session, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == session, cancellationToken);
        return found is null
            ? Problems.Of(context, ErrorCode.SessionNotFound, session)
            : TypedResults.Ok(await ReadAsync(db, found, await registers.ReadAsync(db, cancellationToken), cancellationToken));
    }

    private static async Task<SessionContract> ReadAsync(BoardDbContext db, Session session, PublishedRegisters.Snapshot registers, CancellationToken cancellationToken)
    {
        var id = session.Id;
        var officers = await db.Officers.Where(o => o.SessionId == id).OrderBy(o => o.Order)
            .Select(o => new { o.Office, o.BodyCode, o.PersonCode, o.DelegationCode, o.TermStartsOn, o.TermEndsOn, Paragraph = (int?)o.Paragraph!.Number })
            .ToListAsync(cancellationToken);
        var meetings = await db.Meetings.Where(m => m.SessionId == id).OrderBy(m => m.Number)
            .Select(m => new MeetingContract(m.Number, m.Day, m.StartsAt, m.EndsAt)).ToListAsync(cancellationToken);
        var named = await db.Citations.Where(c => c.SessionId == id && c.Kind == CitationKind.Session && c.Target == id)
            .Select(c => c.Paragraph.Number).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
        var stated = await db.Paragraphs.Where(p => p.Id == session.OpeningParagraphId || p.Id == session.ClosingParagraphId)
            .Select(p => new { p.Id, p.Number }).ToListAsync(cancellationToken);
        var previous = await db.Sessions.Where(s => s.Year < session.Year || (s.Year == session.Year && s.Number < session.Number))
            .OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        var next = await db.Sessions.Where(s => s.Year > session.Year || (s.Year == session.Year && s.Number > session.Number))
            .OrderBy(s => s.Year).ThenBy(s => s.Number).Select(s => new NextSessionContract(s.Id, s.StartsOn, s.EndsOn)).FirstOrDefaultAsync(cancellationToken);
        var counts = await db.Sessions.Where(s => s.Id == id).Select(s => new SessionCounts(
            db.AgendaItems.Count(r => r.SessionId == id),
            db.Attendance.Count(r => r.SessionId == id),
            db.Documents.Count(r => r.SessionId == id),
            db.Statements.Count(r => r.SessionId == id),
            db.Adoptions.Count(r => r.SessionId == id),
            db.Acts.Count(r => r.SessionId == id),
            db.Decisions.Count(r => r.SessionId == id),
            db.Events.Count(r => r.SessionId == id),
            db.Paragraphs.Count(r => r.SessionId == id))).SingleAsync(cancellationToken);
        return new SessionContract(
            id,
            session.Year,
            session.Number,
            session.Title.Map(),
            session.Title.StatusMap(),
            session.Status,
            session.StartsOn,
            session.EndsOn,
            session.Place.Map(),
            session.Place.StatusMap(),
            session.Mode,
            session.ModeNote.Map(),
            session.ModeNote.StatusMap(),
            session.OpenedAt,
            session.ClosedAt,
            session.Interpretation is { } i ? new InterpretationContract(i.HoursPerDay, [.. i.Languages.Select(l => l.Code)]) : null,
            [.. officers.Select(o => new OfficerContract(o.Office, registers.Body(o.BodyCode), registers.Person(o.PersonCode), registers.Delegation(o.DelegationCode), o.TermStartsOn, o.TermEndsOn, o.Paragraph))],
            meetings,
            new SessionParagraphs(named, stated.FirstOrDefault(p => p.Id == session.OpeningParagraphId)?.Number, stated.FirstOrDefault(p => p.Id == session.ClosingParagraphId)?.Number),
            previous,
            next,
            counts,
            (await EditionsApi.ReadAsync(db, id, cancellationToken)).LastOrDefault());
    }
}
