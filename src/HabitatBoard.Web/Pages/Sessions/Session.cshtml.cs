using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Decisions;
using HabitatBoard.Web.Pages.Pictures;
using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Sessions;

/// <summary>One session: when, where and how it was held, who presided, what came of it.</summary>
public sealed class SessionModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public Session Held { get; private set; } = null!;

    public NeighbourSession? Previous { get; private set; }

    public NeighbourSession? Next { get; private set; }

    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];

    public IReadOnlyList<AgendaItem> Agenda { get; private set; } = [];

    public IReadOnlyList<OfficerLine> Officers { get; private set; } = [];

    public IReadOnlyList<EventLine> Events { get; private set; } = [];

    public Speakers Speakers { get; private set; } = null!;

    public ReportName? Report { get; private set; }

    public int? OpeningParagraph { get; private set; }

    public int? ClosingParagraph { get; private set; }

    /// <summary>The paragraph that states dates and place.</summary>
    public int? NamingParagraph { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var id = Session.Id;
        Place("sessions", TextOf(Session.Title), Crumb("/sessions", T["nav.sessions"]));
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        Held = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
        Frame.Description = string.Join(T["list.separator"], new[] { TextOf(Held.Title), Held.StartsOn is { } first ? T.Dates(first, Held.EndsOn) : "", TextOf(Held.Place) }.Where(t => t.Length > 0));
        Frame.Thing = new Thing(
            "Event",
            ("name", TextOf(Held.Title)),
            ("startDate", Held.StartsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("endDate", Held.EndsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("location", TextOf(Held.Place) is { Length: > 0 } place ? place : null),
            ("organizer", T["frame.organization"]));
        Previous = await NeighbourSession.BeforeAsync(db, Held, cancellationToken);
        Next = await NeighbourSession.AfterAsync(db, Held, cancellationToken);
        Decisions = await DecisionLine.ReadAsync(db, db.Decisions.Where(d => d.SessionId == id).OrderBy(d => d.Year).ThenBy(d => d.Number), cancellationToken);
        Agenda = await db.AgendaItems.AsNoTracking()
            .Where(i => i.SessionId == id && i.Version == AgendaVersion.Adopted && i.Letter == "").OrderBy(i => i.Number).ToListAsync(cancellationToken);
        Officers =
        [
            .. (await db.Officers.Where(o => o.SessionId == id).OrderBy(o => o.Order)
                    .Select(o => new { o.Office, o.BodyCode, o.PersonCode, o.DelegationCode, Paragraph = (int?)o.Paragraph!.Number }).ToListAsync(cancellationToken))
                .Select(o => new OfficerLine(
                    o.Office, snapshot.Bodies[o.BodyCode], snapshot.Persons[o.PersonCode], o.DelegationCode is null ? null : snapshot.Delegations[o.DelegationCode], o.Paragraph)),
        ];
        Events = await db.Events.AsNoTracking().Where(e => e.SessionId == id).OrderBy(e => e.StartsOn)
            .Select(e => new EventLine(e.Title, e.StartsOn, e.EndsOn, e.Place, e.Paragraph.Number)).ToListAsync(cancellationToken);
        Speakers = await Speakers.ReadAsync(db, id, snapshot, Language, cancellationToken);
        Report = await ReportName.ReadAsync(db, id, cancellationToken);
        var stated = await db.Paragraphs.Where(p => p.Id == Held.OpeningParagraphId || p.Id == Held.ClosingParagraphId).Select(p => new { p.Id, p.Number }).ToListAsync(cancellationToken);
        OpeningParagraph = stated.FirstOrDefault(p => p.Id == Held.OpeningParagraphId)?.Number;
        ClosingParagraph = stated.FirstOrDefault(p => p.Id == Held.ClosingParagraphId)?.Number;
        // The introduction ends with when and where the session was held.
        NamingParagraph = await db.Citations.Where(c => c.SessionId == id && c.Kind == HabitatBoard.Reports.CitationKind.Session && c.Target == id && c.Paragraph.Section.Number == 0)
            .MaxAsync(c => (int?)c.Paragraph.Number, cancellationToken);
        return Page();
    }

    public sealed record OfficerLine(Office Office, Body Body, Person Person, Delegation? Delegation, int? Paragraph);

    public sealed record EventLine(LocalizedText Title, DateOnly StartsOn, DateOnly? EndsOn, LocalizedText Place, int Paragraph);
}
