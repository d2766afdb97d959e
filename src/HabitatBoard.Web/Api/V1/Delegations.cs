using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A State, observer entity or organization.</summary>
/// <param name="Code">ISO 3166-1 alpha-3 for States, <c>EU</c>, <c>PSE</c>, <c>VAT</c>, <c>LAS</c> and the like otherwise.</param>
/// <param name="Name">The name in running text, by language.</param>
/// <param name="ListName">The name in lists of those attending, by language.</param>
public sealed record DelegationContract(
    string Code,
    DelegationKind Kind,
    IReadOnlyDictionary<string, string>? Name,
    IReadOnlyDictionary<string, TextStatus>? NameStatus,
    IReadOnlyDictionary<string, string>? ListName,
    IReadOnlyDictionary<string, TextStatus>? ListNameStatus);

/// <summary>A delegation with what the record says of it, across sessions.</summary>
/// <param name="Memberships">Its terms in the Board and in groups, as far as they are recorded.</param>
/// <param name="Statements">The first page of its statements; <c>next</c> leads on.</param>
/// <param name="Mentions">Where reports mention it other than as a speaker or in attendance.</param>
/// <param name="SortAs">What it is sorted by in lists of a language, where that is not its name; by language.</param>
/// <param name="Aliases">Other names by which it is recognised, by language.</param>
public sealed record DelegationDetailContract(
    string Code,
    DelegationKind Kind,
    IReadOnlyDictionary<string, string>? Name,
    IReadOnlyDictionary<string, TextStatus>? NameStatus,
    IReadOnlyDictionary<string, string>? ListName,
    IReadOnlyDictionary<string, TextStatus>? ListNameStatus,
    IReadOnlyList<MembershipContract> Memberships,
    IReadOnlyList<DelegationAttendanceContract> Attendance,
    Page<StatementContract> Statements,
    IReadOnlyList<DelegationOfficerContract> Officers,
    IReadOnlyList<MentionContract> Mentions,
    IReadOnlyDictionary<string, string>? SortAs,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases);

/// <summary>A term of membership of a body or a group.</summary>
public sealed record MembershipContract(BodyReference? Body, GroupReference? Group, DateOnly? StartsOn, DateOnly? EndsOn);

/// <summary>Attendance at one session.</summary>
public sealed record DelegationAttendanceContract(string Session, AttendanceClass Class, int Order, Presence Presence, int Paragraph);

/// <summary>An officer from the delegation.</summary>
public sealed record DelegationOfficerContract(string Session, Office Office, BodyReference? Body, PersonReference? Person, int? ReportParagraph);

/// <summary>A mention in a report.</summary>
public sealed record MentionContract(string Session, int Paragraph, IReadOnlyDictionary<string, string>? Wording);

internal static class DelegationsApi
{
    private const int StatementsShown = 100;

    public static void MapDelegations(this RouteGroupBuilder api)
    {
        api.MapGet("/delegations", GetDelegations).WithTags("Delegations");
        api.MapGet("/delegations/{code}", GetDelegation).WithTags("Delegations").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>All delegations, in the order of their English names.</summary>
    private static async Task<Results<Ok<Page<DelegationContract>>, ProblemHttpResult>> GetDelegations(
        [AsParameters] PageQuery page, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        return Paging.Slice(context, page, snapshot.Delegations.Values.Select(d => ($"{d.SortKeys.En}/{d.Code}", new DelegationContract(
            d.Code, d.Kind, d.RunningName.Map(), d.RunningName.StatusMap(), d.ListName.Map(), d.ListName.StatusMap()))));
    }

    /// <summary>One delegation: its attendance, statements and mentions across sessions.</summary>
    /// <param name="code" example="BRA">The delegation's code.</param>
    private static async Task<Results<Ok<DelegationDetailContract>, ProblemHttpResult>> GetDelegation(
        string code, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        if (!snapshot.Delegations.TryGetValue(code, out var delegation))
        {
            return Problems.Of(context, ErrorCode.DelegationNotFound, code);
        }
        var memberships = await db.Memberships.Where(m => m.DelegationCode == code).OrderBy(m => m.StartsOn)
            .Select(m => new { m.BodyCode, m.GroupCode, m.StartsOn, m.EndsOn }).ToListAsync(cancellationToken);
        var attendance = await db.Attendance.Where(a => a.DelegationCode == code).OrderByDescending(a => a.SessionId).ThenBy(a => a.Order)
            .Select(a => new DelegationAttendanceContract(a.SessionId, a.Class, a.Order, a.Presence, a.Paragraph.Number)).ToListAsync(cancellationToken);
        var own = db.Statements.Where(s => s.DelegationCode == code);
        var total = await own.CountAsync(cancellationToken);
        var statements = await StatementsApi.ReadAsync(
            own.OrderBy(s => s.SessionId).ThenBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id).Take(StatementsShown), snapshot, cancellationToken);
        var officers = await db.Officers.Where(o => o.DelegationCode == code).OrderByDescending(o => o.SessionId).ThenBy(o => o.Order)
            .Select(o => new { o.SessionId, o.Office, o.BodyCode, o.PersonCode, Paragraph = (int?)o.Paragraph!.Number }).ToListAsync(cancellationToken);
        var mentions = await db.Citations.AsNoTracking().Where(c => c.Kind == CitationKind.Delegation && c.Target == code)
            .OrderByDescending(c => c.SessionId).ThenBy(c => c.Paragraph.Number).ThenBy(c => c.Order)
            .Select(c => new { c.SessionId, c.Paragraph.Number, c.Wording }).ToListAsync(cancellationToken);
        // As it is written: what it is sorted by is kept in another form.
        var draft = (DelegationDraft)(await Editors.Named("delegation")!.FindAsync(db, Units.Registers, code, cancellationToken))!.Draft;
        return TypedResults.Ok(new DelegationDetailContract(
            code,
            delegation.Kind,
            delegation.RunningName.Map(),
            delegation.RunningName.StatusMap(),
            delegation.ListName.Map(),
            delegation.ListName.StatusMap(),
            [.. memberships.Select(m => new MembershipContract(snapshot.Body(m.BodyCode), m.GroupCode is null ? null : snapshot.SpokenFor(m.GroupCode, null), m.StartsOn, m.EndsOn))],
            attendance,
            new Page<StatementContract>(statements, total, total > statements.Count ? $"{ApiV1.Prefix}/statements?delegation={Uri.EscapeDataString(code)}" : null),
            [.. officers.Select(o => new DelegationOfficerContract(o.SessionId, o.Office, snapshot.Body(o.BodyCode), snapshot.Person(o.PersonCode), o.Paragraph))],
            [.. mentions.Select(m => new MentionContract(m.SessionId, m.Number, m.Wording.Map()))],
            draft.SortAs,
            draft.Aliases));
    }
}
