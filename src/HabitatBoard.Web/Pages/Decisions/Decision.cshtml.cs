using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Documents;
using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Decisions;

/// <summary>One decision: its parts and paragraphs, and for each where it was adopted.</summary>
public sealed class DecisionModel(BoardDbContext db) : BoardPage
{
    public Decision Decision { get; private set; } = null!;

    public DocumentName? Document { get; private set; }

    public int? ReportParagraph { get; private set; }

    public (string Id, LocalizedText Title, DateOnly? StartsOn, DateOnly? EndsOn) Held { get; private set; }

    /// <summary>The parts in order; paragraphs that stand in none come first, under no letter.</summary>
    public IReadOnlyList<PartView> Parts { get; private set; } = [];

    public IReadOnlyList<AdoptionContract> WholeAdoptions { get; private set; } = [];

    /// <summary>Titles of the decision as printed elsewhere.</summary>
    public IReadOnlyList<Printed> AlsoPrinted { get; private set; } = [];

    public (string Number, LocalizedText Title)? Previous { get; private set; }

    public (string Number, LocalizedText Title)? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, string number, CancellationToken cancellationToken)
    {
        var decision = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? await db.Decisions.AsNoTracking().Include(d => d.Parts).Include(d => d.Paragraphs).Include(d => d.Paragraph).AsSplitQuery().FirstOrDefaultAsync(d => d.Year == y && d.Number == n, cancellationToken)
            : null;
        if (decision is null)
        {
            return Fail(ErrorCode.DecisionNotFound, Problems.Shorten($"{year}/{number}"));
        }
        Decision = decision;
        Place("decisions", T.Format("decision.long", decision.Label), Crumb("/decisions", T["nav.decisions"]));
        Frame.Description = TextOf(decision.Title);
        Frame.Thing = new Thing(
            "Legislation",
            ("name", TextOf(decision.Title)),
            ("legislationIdentifier", decision.Label),
            ("legislationDate", decision.AdoptedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("legislationPassedBy", T["frame.organization"]));
        ReportParagraph = decision.Paragraph?.Number;
        Document = decision.DocumentSlug is null ? null : (await DocumentName.ReadAsync(db, [decision.DocumentSlug], cancellationToken)).GetValueOrDefault(decision.DocumentSlug);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == decision.SessionId).Select(s => new { s.Id, s.Title, s.StartsOn, s.EndsOn }).SingleAsync(cancellationToken);
        Held = (session.Id, session.Title, session.StartsOn, session.EndsOn);
        var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.DecisionId == decision.Id), cancellationToken)).Select(a => a.Adoption).ToList();
        WholeAdoptions = [.. adoptions.Where(a => a.Part is null && a.Paragraphs is null)];
        var keys = decision.Parts.Select(p => $"{decision.Label}({p.Letter})").Append(decision.Label).ToList();
        var citations = await db.Citations.AsNoTracking().Where(c => (c.Kind == CitationKind.Decision || c.Kind == CitationKind.DecisionPart) && keys.Contains(c.Target))
            .OrderBy(c => c.SessionId).ThenBy(c => c.Paragraph.Number).ThenBy(c => c.Order)
            .Select(c => new { c.Target, c.SessionId, c.Paragraph.Number, c.Wording }).ToListAsync(cancellationToken);
        AlsoPrinted = Otherwise(decision.Label, decision.Title);
        Parts =
        [
            .. decision.Parts.OrderBy(p => p.Letter, StringComparer.Ordinal).Cast<DecisionPart?>().Prepend(null).Select(part => new PartView(
                part?.Letter,
                part?.Title ?? LocalizedText.None,
                [
                    .. decision.Paragraphs.Where(p => p.PartId == part?.Id).OrderBy(p => p.Order).Select(p => new ParagraphView(
                        p.Number, p.Text, [.. adoptions.Where(a => a.Paragraphs is { } covered ? p.Number is { } own && covered.Contains(own) : a.Part == part?.Letter)])),
                ],
                part is null ? [] : [.. adoptions.Where(a => a.Part == part.Letter && a.Paragraphs is null)],
                part is null ? [] : Otherwise($"{decision.Label}({part.Letter})", part.Title)))
                .Where(p => p.Letter is not null || p.Paragraphs.Count > 0),
        ];
        Previous = await NeighbourAsync(db.Decisions.Where(d => d.Year < y || (d.Year == y && d.Number < decision.Number)).OrderByDescending(d => d.Year).ThenByDescending(d => d.Number), cancellationToken);
        Next = await NeighbourAsync(db.Decisions.Where(d => d.Year > y || (d.Year == y && d.Number > decision.Number)).OrderBy(d => d.Year).ThenBy(d => d.Number), cancellationToken);
        return Page();

        IReadOnlyList<Printed> Otherwise(string target, LocalizedText title) =>
        [
            // Our own renderings of what was printed were never printed.
            .. citations.Where(c => c.Target == target).Select(c => (Wording: c.Wording.OfficialOnly(), Place: (c.SessionId, c.Number)))
                .Where(c => c.Wording.Present().Any(w => title[w.Language]?.Text != w.Text.Text))
                .GroupBy(c => c.Wording).Select(g => new Printed(g.Key, [.. g.Select(c => c.Place).Distinct()])),
        ];
    }

    private static async Task<(string, LocalizedText)?> NeighbourAsync(IQueryable<Decision> query, CancellationToken cancellationToken) =>
        await query.AsNoTracking().Select(d => new { d.Year, d.Number, d.Title }).FirstOrDefaultAsync(cancellationToken) is { } d ? (Decision.LabelOf(d.Year, d.Number), d.Title) : null;

    /// <param name="Letter">Null for the paragraphs that stand in no part.</param>
    /// <param name="Adoptions">Of the part as a whole.</param>
    public sealed record PartView(string? Letter, LocalizedText Title, IReadOnlyList<ParagraphView> Paragraphs, IReadOnlyList<AdoptionContract> Adoptions, IReadOnlyList<Printed> AlsoPrinted);

    public sealed record ParagraphView(int? Number, LocalizedText Text, IReadOnlyList<AdoptionContract> Adoptions);

    /// <summary>A title as printed in other words than ours, and where.</summary>
    public sealed record Printed(LocalizedText Wording, IReadOnlyList<(string Session, int Paragraph)> Places);
}
