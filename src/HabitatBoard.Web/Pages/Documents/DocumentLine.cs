using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Documents;

/// <summary>A document as others refer to it.</summary>
public sealed record DocumentName(string Slug, string? Symbol, LocalizedText Title, DocumentKind Kind)
{
    /// <summary>Those of the slugs that are in the record and public.</summary>
    public static async Task<IReadOnlyDictionary<string, DocumentName>> ReadAsync(BoardDbContext db, IEnumerable<string?> slugs, CancellationToken cancellationToken)
    {
        var wanted = slugs.OfType<string>().Distinct().ToList();
        return wanted.Count == 0 ? new Dictionary<string, DocumentName>()
            : await db.Documents.WherePublic().AsNoTracking().Where(d => wanted.Contains(d.Slug))
                .Select(d => new DocumentName(d.Slug, d.Symbol, d.Title, d.Kind)).ToDictionaryAsync(d => d.Slug, cancellationToken);
    }
}

/// <summary>A document in a list.</summary>
/// <param name="Items">The agenda items it serves, as written in text.</param>
/// <param name="Paragraph">The first paragraph of its session's report that mentions it.</param>
public sealed record DocumentLine(
    string Session,
    string Slug,
    string? Symbol,
    string? SymbolAsPrinted,
    LocalizedText Title,
    DocumentKind Kind,
    IReadOnlyList<string> Items,
    int? Paragraph)
{
    /// <summary>By session, newest first, and in the order of their symbols.</summary>
    /// <param name="withItems">Whether it matters which items they serve; else <see cref="Items"/> is empty.</param>
    public static async Task<IReadOnlyList<DocumentLine>> ReadAsync(BoardDbContext db, IQueryable<Document> query, CancellationToken cancellationToken, bool withItems = true)
    {
        var rows = await query.AsNoTracking()
            .Select(d => new
            {
                d.Id,
                d.SessionId,
                d.Slug,
                d.Symbol,
                d.SymbolAsPrinted,
                d.Title,
                d.Kind,
                d.SortKey,
                Paragraph = db.Citations.Where(c => c.Kind == CitationKind.Document && c.Target == d.Slug && c.SessionId == d.SessionId).Min(c => (int?)c.Paragraph.Number),
            })
            .ToListAsync(cancellationToken);
        // Within the query above, the items of all documents of all sessions would be put together before those wanted are looked for.
        var items = (withItems
                ? await db.DocumentItems.Where(i => query.Select(d => d.Id).Contains(i.DocumentId)).OrderBy(i => i.Order)
                    .Select(i => new { i.DocumentId, i.AgendaItem.Number, i.AgendaItem.Letter }).ToListAsync(cancellationToken)
                : [])
            .ToLookup(i => i.DocumentId, i => AgendaItem.LabelOf(i.Number, i.Letter));
        return
        [
            .. rows.OrderBy(d => d.SortKey, StringComparer.Ordinal).Select(d => new DocumentLine(
                d.SessionId, d.Slug, d.Symbol, d.SymbolAsPrinted, d.Title, d.Kind, [.. items[d.Id]], d.Paragraph)),
        ];
    }
}

/// <summary>Documents one under another.</summary>
/// <param name="Cover">The status that the heading above already states for the titles.</param>
/// <param name="WithItems">Whether to name the agenda items they serve.</param>
public sealed record DocumentList(IReadOnlyList<DocumentLine> Documents, TextStatus? Cover, bool WithItems)
{
    /// <summary>The level of the titles as headings: one below the heading above.</summary>
    public int Level { get; init; } = 3;
}
