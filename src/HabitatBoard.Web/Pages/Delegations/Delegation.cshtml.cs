using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Statements;
using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Delegations;

/// <summary>One delegation: all it said, where it is mentioned, when it attended. The newest sessions first.</summary>
public sealed class DelegationModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    /// <summary>How much of each kind is shown; a longer list of statements goes on under statements.</summary>
    private const int Shown = 200;

    public Delegation Delegation { get; private set; } = null!;

    public IReadOnlyList<(string Session, IReadOnlyList<Speech> Speeches)> Statements { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>Statements that others made on its behalf.</summary>
    public IReadOnlyList<Speech> ByOthers { get; private set; } = [];

    public IReadOnlyList<AttendanceLine> Attendance { get; private set; } = [];

    public IReadOnlyList<OfficerLine> Officers { get; private set; } = [];

    public IReadOnlyList<MentionLine> Mentions { get; private set; } = [];

    public IReadOnlyList<MembershipLine> Memberships { get; private set; } = [];

    public IReadOnlyDictionary<string, LocalizedText> Sessions { get; private set; } = new Dictionary<string, LocalizedText>();

    /// <summary>Titles of agenda items by session and number as written.</summary>
    public IReadOnlyDictionary<(string Session, string Item), LocalizedText> Items { get; private set; } = new Dictionary<(string, string), LocalizedText>();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        if (!snapshot.Delegations.TryGetValue(code, out var delegation))
        {
            return Fail(ErrorCode.DelegationNotFound, Problems.Shorten(code));
        }
        Delegation = delegation;
        Place("delegations", TextOf(delegation.ListName), Crumb("/delegations", T["nav.delegations"]));
        Frame.Feed = $"/delegations/{Uri.EscapeDataString(code)}";
        Frame.Thing = new Thing("Organization", ("name", TextOf(delegation.ListName)), ("identifier", delegation.Code));
        var own = db.Statements.Where(s => s.DelegationCode == code);
        Total = await own.CountAsync(cancellationToken);
        var speeches = await Speech.ReadAsync(own.OrderByDescending(s => s.SessionId).ThenBy(s => s.Paragraph.Number).ThenBy(s => s.Order).Take(Shown), snapshot, cancellationToken);
        ByOthers = await Speech.ReadAsync(
            db.Statements.Where(s => db.StatementsOnBehalf.Where(o => o.DelegationCode == code).Select(o => o.StatementId).Contains(s.Id)).OrderByDescending(s => s.SessionId).ThenBy(s => s.Paragraph.Number).ThenBy(s => s.Order).Take(Shown), snapshot, cancellationToken);
        Statements = [.. speeches.GroupBy(s => s.Session).Select(g => (g.Key, (IReadOnlyList<Speech>)[.. g]))];
        Attendance = await db.Attendance.Where(a => a.DelegationCode == code).OrderByDescending(a => a.SessionId).Take(Shown)
            .Select(a => new AttendanceLine(a.SessionId, a.Class, a.Presence, a.Paragraph.Number)).ToListAsync(cancellationToken);
        Officers =
        [
            .. (await db.Officers.Where(o => o.DelegationCode == code).OrderByDescending(o => o.SessionId).ThenBy(o => o.Order).Take(Shown)
                    .Select(o => new { o.SessionId, o.Office, o.BodyCode, o.PersonCode, Paragraph = (int?)o.Paragraph!.Number }).ToListAsync(cancellationToken))
                .Select(o => new OfficerLine(o.SessionId, o.Office, snapshot.Bodies[o.BodyCode], snapshot.Persons[o.PersonCode], o.Paragraph)),
        ];
        Mentions =
        [
            .. (await db.Citations.AsNoTracking().Where(c => c.Kind == CitationKind.Delegation && c.Target == code)
                    .OrderByDescending(c => c.SessionId).ThenBy(c => c.Paragraph.Number).Take(Shown)
                    .Select(c => new { c.SessionId, c.Paragraph.Number, c.Paragraph.Section.Heading }).ToListAsync(cancellationToken))
                .DistinctBy(c => (c.SessionId, c.Number)).Select(c => new MentionLine(c.SessionId, c.Number, c.Heading)),
        ];
        Memberships =
        [
            .. (await db.Memberships.Where(m => m.DelegationCode == code).OrderBy(m => m.StartsOn)
                    .Select(m => new { m.BodyCode, m.GroupCode, m.StartsOn, m.EndsOn }).ToListAsync(cancellationToken))
                .Select(m => new MembershipLine(m.BodyCode is { } body ? snapshot.Bodies[body].Name : snapshot.Groups[m.GroupCode!].Name, m.StartsOn, m.EndsOn)),
        ];
        var ids = speeches.Select(s => s.Session).Concat(ByOthers.Select(s => s.Session)).Concat(Attendance.Select(a => a.Session)).Concat(Officers.Select(o => o.Session)).Concat(Mentions.Select(m => m.Session)).Distinct().ToList();
        Sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, cancellationToken);
        var spoken = speeches.Select(s => s.Session).Distinct().ToList();
        Items = (await db.AgendaItems.AsNoTracking().Where(i => spoken.Contains(i.SessionId) && i.Version == HabitatBoard.Agenda.AgendaVersion.Adopted).ToListAsync(cancellationToken))
            .ToDictionary(i => (i.SessionId, i.Label), i => i.Title);
        return Page();
    }

    public sealed record AttendanceLine(string Session, AttendanceClass Class, Presence Presence, int Paragraph);

    public sealed record OfficerLine(string Session, Office Office, Body Body, Person Person, int? Paragraph);

    public sealed record MentionLine(string Session, int Paragraph, LocalizedText Section);

    public sealed record MembershipLine(LocalizedText Name, DateOnly? StartsOn, DateOnly? EndsOn);
}
