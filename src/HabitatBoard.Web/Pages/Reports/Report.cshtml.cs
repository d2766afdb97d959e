using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Agenda;
using HabitatBoard.Web.Pages.Documents;
using HabitatBoard.Web.Pages.Statements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Reports;

/// <summary>The report of a session: its sections and numbered paragraphs, and beside each paragraph the facts it states.</summary>
[Accepts("text")]
public sealed class ReportModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    /// <summary>The text as published, whatever the reader's language.</summary>
    public const string PublishedText = "published";

    /// <summary>The text as composed from the facts, in the reader's language.</summary>
    public const string ComposedText = "composed";

    /// <summary>Whether the paragraphs are shown as composed from their facts, instead of as published.</summary>
    public bool Composed { get; private set; }

    /// <summary>Whether the text is published in the reader's language; else it is composed in it, unless asked for as published.</summary>
    public bool PublishedHere => Languages.Contains(Language);

    /// <summary>Symbol, title and status; null while only its paragraphs are recorded.</summary>
    public Report? Report { get; private set; }

    public DocumentName? Document { get; private set; }

    public (Person Person, Delegation? Delegation)? Rapporteur { get; private set; }

    /// <summary>The languages in which the record holds the text.</summary>
    public IReadOnlyList<Language> Languages { get; private set; } = [];

    public IReadOnlyList<SectionView> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var id = Session.Id;
        var withheld = await Withheld.ReadAsync(db, cancellationToken);
        var report = await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.SessionId == id, cancellationToken) is { } recorded && !withheld.Covers(recorded) ? recorded : null;
        if (report is null && Session.Paragraphs == 0)
        {
            return Fail(ErrorCode.ReportNotFound, id);
        }
        var shown = Request.Query["text"].ToString();
        if (shown is not ("" or PublishedText or ComposedText))
        {
            return Fail(ErrorCode.InvalidParameter, "text", shown, $"{PublishedText}, {ComposedText}");
        }
        Report = report;
        PlaceInSession(T["nav.report"]);
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var sections = await db.Sections.AsNoTracking().Where(s => s.SessionId == id).OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var paragraphs = await db.Paragraphs.AsNoTracking().Where(p => p.SessionId == id).OrderBy(p => p.Number).ToListAsync(cancellationToken);
        Languages = [.. OfficialLanguages.All.Where(l => paragraphs.Any(p => p.Text[l] is not null))];
        // Before there is a report nobody has adopted a text; what the facts compose is all there is.
        Composed = report is null || shown == ComposedText || (shown.Length == 0 && !PublishedHere);
        var composed = Composed ? await ComposeAsync(id, withheld, cancellationToken) : [];

        var turns = Turn.Of(await Speech.ReadAsync(db.Statements.Where(s => s.SessionId == id).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id), snapshot, cancellationToken)).ToLookup(t => t.Paragraph);
        var acts = (await ActLine.ReadAsync(db, db.Acts.Where(a => a.SessionId == id), cancellationToken)).ToLookup(a => a.Paragraph);
        var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.SessionId == id), cancellationToken)).Select(a => a.Adoption).ToLookup(a => a.ReportParagraph);
        var attendance = (await db.Attendance.Where(a => a.SessionId == id).GroupBy(a => new { a.Paragraph.Number, a.Class }).Select(g => new { g.Key.Number, g.Key.Class, Count = g.Count() }).ToListAsync(cancellationToken)).ToLookup(a => a.Number);
        var events = (await db.Events.AsNoTracking().Where(e => e.SessionId == id).OrderBy(e => e.StartsOn).ToListAsync(cancellationToken)).ToLookup(e => e.ParagraphId);
        var officers = (await db.Officers.AsNoTracking().Where(o => o.SessionId == id).OrderBy(o => o.Order).ToListAsync(cancellationToken)).ToLookup(o => o.ParagraphId);
        var citations = (await db.Citations.AsNoTracking().Where(c => c.SessionId == id).OrderBy(c => c.Order).ToListAsync(cancellationToken)).ToLookup(c => c.ParagraphId);
        var documents = await DocumentName.ReadAsync(
            db,
            [report?.DocumentSlug, .. citations.SelectMany(g => g).Where(c => c.Kind == CitationKind.Document).Select(c => c.Target)],
            cancellationToken);
        var years = citations.SelectMany(g => g).Where(c => c.Kind == CitationKind.Decision).Select(c => c.Target).Distinct().Select(t => int.Parse(t.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();
        var decisions = (await db.Decisions.Where(d => years.Contains(d.Year)).Select(d => new { d.Year, d.Number }).ToListAsync(cancellationToken)).Select(d => Decision.LabelOf(d.Year, d.Number)).ToHashSet();
        var sessions = await db.Sessions.AsNoTracking().Where(s => db.Citations.Where(c => c.SessionId == id && c.Kind == CitationKind.Session).Select(c => c.Target).Contains(s.Id)).Select(s => new { s.Id, s.Title, s.StartsOn, s.EndsOn }).ToDictionaryAsync(s => s.Id, cancellationToken);
        var held = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);

        Document = report is null ? null : documents.GetValueOrDefault(report.DocumentSlug);
        if (report is not null)
        {
            Frame.Description = TextOf(report.Title);
            Frame.Thing = new HabitatBoard.Web.TakeAway.Thing("Report", ("name", TextOf(report.Title)), ("reportNumber", Document?.Symbol));
        }
        Rapporteur = officers.SelectMany(g => g).Where(o => o.Office == Office.Rapporteur)
            .Select(o => ((Person, Delegation?)?)(snapshot.Persons[o.PersonCode], o.DelegationCode is { } code ? snapshot.Delegations[code] : null)).FirstOrDefault();
        var bySection = paragraphs.ToLookup(p => p.SectionId);
        Sections = [.. sections.Select(s => new SectionView(s.Number, s.Letter, s.Heading, [.. bySection[s.Id].Select(View)]))];
        return Page();

        ParagraphView View(Paragraph paragraph)
        {
            var own = citations[paragraph.Id].ToList();
            var spoken = turns[paragraph.Number].SelectMany(t => t.Speeches).ToList();
            var serving = officers[paragraph.Id].ToList();
            var adopted = adoptions[paragraph.Number].ToList();
            return new ParagraphView(
                paragraph.Number,
                composed.GetValueOrDefault(paragraph.Id, paragraph.Text),
                [.. own.Select(c => (c, LinkOf(c))).Where(c => c.Item2 is not null).Select(c => new Link(Printed(c.c), c.Item2!, c.c.Kind == CitationKind.Document && c.c.Reference is not null))],
                [.. turns[paragraph.Number]],
                [.. acts[paragraph.Number]],
                adopted,
                [.. attendance[paragraph.Number].Select(a => (a.Class, a.Count))],
                [.. events[paragraph.Id]],
                [.. serving.Select(o => (o.Office, snapshot.Bodies[o.BodyCode], snapshot.Persons[o.PersonCode], o.DelegationCode is { } code ? snapshot.Delegations[code] : null))],
                paragraph.Id == held.OpeningParagraphId ? held.OpenedAt : null,
                paragraph.Id == held.ClosingParagraphId ? held.ClosedAt : null,
                [.. own.Where(c => c.Kind == CitationKind.Document).Select(c => documents.GetValueOrDefault(c.Target)).OfType<DocumentName>().Distinct()],
                // What is adopted here stands as adopted; whom the paragraph has speak or serve stands so already.
                [.. own.Where(c => c.Kind == CitationKind.Decision && decisions.Contains(c.Target) && adopted.All(a => a.Decision != c.Target)).Select(c => c.Target).Distinct()],
                [.. own.Where(c => c.Kind == CitationKind.Resolution).Select(c => c.Target).Distinct()],
                [.. own.Where(c => c.Kind == CitationKind.Body).Select(c => snapshot.Bodies[c.Target]).Distinct()],
                [.. own.Where(c => c.Kind == CitationKind.Person && spoken.All(s => s.Person?.Code != c.Target) && serving.All(o => o.PersonCode != c.Target)).Select(c => snapshot.Persons[c.Target]).Distinct()],
                [.. own.Where(c => c.Kind == CitationKind.Delegation && spoken.All(s => s.Delegation?.Code != c.Target) && serving.All(o => o.DelegationCode != c.Target)).Select(c => snapshot.Delegations[c.Target]).Distinct()],
                [.. own.Where(c => c.Kind == CitationKind.Session && c.Target != id && sessions.ContainsKey(c.Target)).Select(c => sessions[c.Target]).Distinct().Select(s => (s.Id, s.Title, s.StartsOn, s.EndsOn))]);
        }

        string? LinkOf(Citation citation) => citation.Kind switch
        {
            CitationKind.Document when documents.ContainsKey(citation.Target) => $"/documents/{citation.Target}",
            CitationKind.Decision when decisions.Contains(citation.Target) => $"/decisions/{citation.Target}",
            CitationKind.DecisionPart when citation.Target.Split('(') is [var number, var letter] && decisions.Contains(number) => $"/decisions/{number}#{letter.TrimEnd(')')}",
            _ => null,
        };

        // A paper without a symbol is found by its title.
        static string Printed(Citation citation) => citation.Reference ?? citation.Wording.Zh?.Text ?? "";
    }

    /// <summary>The paragraphs in the page's language.</summary>
    private async Task<Dictionary<Guid, LocalizedText>> ComposeAsync(string session, Withheld withheld, CancellationToken cancellationToken)
    {
        var facts = (await ReportFacts.ReadAsync(db, session, cancellationToken))!.Without(withheld);
        var phrasing = LanguagePhrasing.Of(Language)!;
        return new ReportComposer(phrasing).Compose(SessionReport.From(facts)).Paragraphs
            .ToDictionary(p => p.Id, p => LocalizedText.None.With(phrasing.Language, p.Text, TextStatus.Composed));
    }

    /// <param name="Letter">Empty for a section that is no part of another.</param>
    public sealed record SectionView(int Number, string Letter, LocalizedText Heading, IReadOnlyList<ParagraphView> Paragraphs);

    /// <summary>A reference printed in a paragraph that leads somewhere.</summary>
    public sealed record Link(string Printed, string Href, bool IsSymbol);

    /// <summary>A paragraph with the facts it states.</summary>
    public sealed record ParagraphView(
        int Number,
        LocalizedText Text,
        IReadOnlyList<Link> Links,
        IReadOnlyList<Turn> Turns,
        IReadOnlyList<ActLine> Acts,
        IReadOnlyList<AdoptionContract> Adoptions,
        IReadOnlyList<(AttendanceClass Class, int Count)> Attendance,
        IReadOnlyList<Event> Events,
        IReadOnlyList<(Office Office, Body Body, Person Person, Delegation? Delegation)> Officers,
        DateTimeOffset? OpenedAt,
        DateTimeOffset? ClosedAt,
        IReadOnlyList<DocumentName> Documents,
        IReadOnlyList<string> Decisions,
        IReadOnlyList<string> Resolutions,
        IReadOnlyList<Body> Bodies,
        IReadOnlyList<Person> Persons,
        IReadOnlyList<Delegation> Delegations,
        IReadOnlyList<(string Id, LocalizedText Title, DateOnly? StartsOn, DateOnly? EndsOn)> Sessions)
    {
        /// <summary>How many facts stand beside the paragraph.</summary>
        public int Facts => Turns.Count + Acts.Count + Adoptions.Count + Attendance.Count + Events.Count + Officers.Count + (OpenedAt is null ? 0 : 1) + (ClosedAt is null ? 0 : 1)
            + new[] { Documents.Count, Decisions.Count, Resolutions.Count, Bodies.Count, Persons.Count, Delegations.Count, Sessions.Count }.Count(n => n > 0);
    }
}
