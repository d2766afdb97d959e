using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Agenda;
using HabitatBoard.Web.Pages.Statements;
using HabitatBoard.Web.TakeAway;
using HabitatBoard.Statements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Documents;

/// <summary>One document: what it is, which items it serves, where the record speaks of it.</summary>
public sealed class DocumentModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public Document Document { get; private set; } = null!;

    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    public LocalizedText SessionTitle { get; private set; } = LocalizedText.None;

    public IReadOnlyList<(RelationKind Kind, DocumentName Target)> Relations { get; private set; } = [];

    /// <summary>Documents that add to, correct or revise this one.</summary>
    public IReadOnlyList<(RelationKind Kind, DocumentName Source)> Back { get; private set; } = [];

    /// <summary>Where reports mention it, with titles that differ from its own.</summary>
    public IReadOnlyList<Mention> Mentions { get; private set; } = [];

    /// <summary>Who introduced it: the introductions in the paragraphs that mention it.</summary>
    public IReadOnlyList<Speech> Introductions { get; private set; } = [];

    /// <summary>Acts of the Board on the items that it serves.</summary>
    public IReadOnlyList<ActLine> Acts { get; private set; } = [];

    /// <summary>The decisions whose text stands in it.</summary>
    public IReadOnlyList<(string Number, LocalizedText Title)> Holds { get; private set; } = [];

    /// <summary>The session whose report it is.</summary>
    public string? ReportOf { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var document = await db.Documents.WherePublic().AsNoTracking().Include(d => d.Relations).Include(d => d.Versions).AsSplitQuery().FirstOrDefaultAsync(d => d.Slug == slug, cancellationToken);
        if (document is null)
        {
            return Fail(ErrorCode.DocumentNotFound, Problems.Shorten(slug));
        }
        Document = document;
        Place("documents", document.Symbol ?? TextOf(document.Title), Crumb("/documents", T["nav.documents"]));
        Frame.Description = TextOf(document.Title);
        Frame.Thing = new Thing("DigitalDocument", ("name", TextOf(document.Title)), ("identifier", document.Symbol));
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        SessionTitle = await db.Sessions.AsNoTracking().Where(s => s.Id == document.SessionId).Select(s => s.Title).SingleAsync(cancellationToken);
        Items = await db.AgendaItems.AsNoTracking().Where(i => db.DocumentItems.Any(x => x.DocumentId == document.Id && x.AgendaItemId == i.Id))
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        var targets = await DocumentName.ReadAsync(db, document.Relations.Select(r => r.TargetSlug), cancellationToken);
        Relations = [.. document.Relations.Where(r => targets.ContainsKey(r.TargetSlug)).Select(r => (r.Kind, targets[r.TargetSlug]))];
        var back = await db.DocumentRelations.Where(r => r.TargetSlug == slug)
            .Join(db.Documents.WherePublic(), r => r.DocumentId, d => d.Id, (r, d) => new { r.Kind, d.Slug, d.SortKey }).ToListAsync(cancellationToken);
        var sources = await DocumentName.ReadAsync(db, back.Select(b => b.Slug), cancellationToken);
        Back = [.. back.OrderBy(b => b.SortKey, StringComparer.Ordinal).Select(b => (b.Kind, sources[b.Slug]))];
        var citations = await db.Citations.AsNoTracking().Where(c => c.Kind == CitationKind.Document && c.Target == slug)
            .OrderByDescending(c => c.SessionId).ThenBy(c => c.Paragraph.Number).ThenBy(c => c.Order)
            .Select(c => new { c.SessionId, c.ParagraphId, c.Paragraph.Number, c.Reference, c.Wording }).Take(200).ToListAsync(cancellationToken);
        Mentions = [.. citations.Select(c => new Mention(c.SessionId, c.Number, c.Reference, c.Wording))];
        var paragraphs = citations.Where(c => c.SessionId == document.SessionId).Select(c => c.ParagraphId).Distinct().ToList();
        Introductions = await Speech.ReadAsync(
            db.Statements.Where(s => paragraphs.Contains(s.ParagraphId) && (s.Kind == StatementKind.Introduction || s.Kind == StatementKind.Presentation))
                .OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order), snapshot, cancellationToken);
        var items = Items.Select(i => (Guid?)i.Id).ToList();
        Acts = await ActLine.ReadAsync(
            db,
            db.Acts.Where(a => a.DocumentSlug == slug || (items.Contains(a.AgendaItemId) && a.Kind == ActKind.TookNote && a.DocumentSlug == null)), cancellationToken);
        Holds =
        [
            .. (await db.Decisions.AsNoTracking().Where(d => d.DocumentSlug == slug).OrderBy(d => d.Year).ThenBy(d => d.Number)
                    .Select(d => new { d.Year, d.Number, d.Title }).Take(200).ToListAsync(cancellationToken))
                .Select(d => (HabitatBoard.Decisions.Decision.LabelOf(d.Year, d.Number), d.Title)),
        ];
        ReportOf = await db.Reports.Where(r => r.DocumentSlug == slug).Select(r => r.SessionId).FirstOrDefaultAsync(cancellationToken);
        return Page();
    }

    /// <param name="Reference">The symbol as printed there.</param>
    /// <param name="Wording">The title as printed there.</param>
    public sealed record Mention(string Session, int Paragraph, string? Reference, LocalizedText Wording);
}
