using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A document of a session.</summary>
/// <param name="Symbol">In its regular spelling, <c>HSP/EB.2024/INF/2</c>; null for a paper without a symbol.</param>
/// <param name="Slug">The symbol in addresses, <c>HSP-EB.2024-INF-2</c>; a paper without one is <c>2024-1-paper-1</c>.</param>
/// <param name="SymbolAsPrinted">As the record prints it, <c>HSP/EB.2024/INF.2</c>.</param>
/// <param name="Distribution">Null where the record does not say.</param>
/// <param name="Items">The numbers of the agenda items it serves.</param>
/// <param name="Paragraphs">The paragraphs of the session's report that mention it.</param>
/// <param name="Relations">To which other documents it is an addendum, corrigendum, revision or amendment.</param>
/// <param name="Versions">The language versions that the record knows of.</param>
public sealed record DocumentContract(
    string? Symbol,
    string Slug,
    string? SymbolAsPrinted,
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    DocumentKind Kind,
    Distribution? Distribution,
    string Session,
    IReadOnlyList<string> Items,
    IReadOnlyList<int> Paragraphs,
    IReadOnlyList<RelationContract> Relations,
    IReadOnlyList<VersionContract> Versions);

/// <summary>A relation to another document.</summary>
/// <param name="Document">The slug of the other document.</param>
public sealed record RelationContract(RelationKind Kind, string Document);

/// <summary>One language version.</summary>
/// <param name="Lang">ISO 639-1 code.</param>
/// <param name="IssuedOn">Null where the record does not say.</param>
/// <param name="File">The name of the file, where it is held.</param>
public sealed record VersionContract(string Lang, DateOnly? IssuedOn, string? File);

internal static class DocumentsApi
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        api.MapGet("/documents", GetDocuments).WithTags("Documents");
        api.MapGet("/documents/{slug}", GetDocument).WithTags("Documents").ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static void MapSessionDocuments(this RouteGroupBuilder session) =>
        session.MapGet("/documents", GetSessionDocuments).WithTags("Documents");

    /// <summary>Documents of all sessions, in the order of their symbols.</summary>
    /// <param name="symbol" example="HSP/EB.2024/INF.2">Finds the document with this symbol, in any spelling.</param>
    private static async Task<Results<Ok<Page<DocumentContract>>, ProblemHttpResult>> GetDocuments(
        [FromQuery(Name = "symbol")] string? symbol, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var query = Public(db);
        if (symbol is not null)
        {
            if (symbol.Length is 0 or > DocumentSymbol.MaxLength)
            {
                return Problems.OfParameter(context, "symbol", symbol, "HSP/EB.2024/1");
            }
            var keys = DocumentSymbol.LookupKeysOf(symbol);
            query = query.Where(d => keys.Contains(d.LookupKey));
        }
        return await PageAsync(query, page, db, context, cancellationToken);
    }

    /// <summary>The documents of one session, in the order of their symbols.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static Task<Results<Ok<Page<DocumentContract>>, ProblemHttpResult>> GetSessionDocuments(
        string session, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        PageAsync(Public(db).Where(d => d.SessionId == session), page, db, context, cancellationToken);

    /// <summary>One document.</summary>
    /// <param name="slug" example="HSP-EB.2024-2-Add.1">The symbol with <c>-</c> for <c>/</c>, or <c>2024-1-paper-1</c>.</param>
    private static async Task<Results<Ok<DocumentContract>, ProblemHttpResult>> GetDocument(
        string slug, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(db, Public(db).Where(d => d.Slug == slug), cancellationToken);
        return found.Count == 0 ? Problems.Of(context, ErrorCode.DocumentNotFound, slug) : TypedResults.Ok(found[0]);
    }

    /// <summary>A restricted document is never public.</summary>
    private static IQueryable<Document> Public(BoardDbContext db) =>
        db.Documents.Where(d => d.Distribution == null || d.Distribution != Distribution.Restricted);

    private static async Task<Results<Ok<Page<DocumentContract>>, ProblemHttpResult>> PageAsync(
        IQueryable<Document> query, PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(context, page, 2, out var limit, out var after, out var problem))
        {
            return problem!;
        }
        var total = await query.CountAsync(cancellationToken);
        if (after is [var sortKey, var slug])
        {
            query = query.Where(d => string.Compare(d.SortKey, sortKey) > 0 || (d.SortKey == sortKey && string.Compare(d.Slug, slug) > 0));
        }
        var sortKeys = await query.OrderBy(d => d.SortKey).ThenBy(d => d.Slug).Take(limit + 1).Select(d => new { d.Slug, d.SortKey }).ToListAsync(cancellationToken);
        var slugs = sortKeys.Select(k => k.Slug).ToList();
        var contracts = (await ReadAsync(db, db.Documents.Where(d => slugs.Contains(d.Slug)), cancellationToken)).ToDictionary(d => d.Slug);
        return Paging.Answer(context, sortKeys, limit, total, k => contracts[k.Slug], k => [k.SortKey, k.Slug]);
    }

    private static async Task<IReadOnlyList<DocumentContract>> ReadAsync(BoardDbContext db, IQueryable<Document> query, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking()
            .Select(d => new
            {
                Document = d,
                Items = d.Items.OrderBy(i => i.Order).Select(i => new { i.AgendaItem.Number, i.AgendaItem.Letter }).ToList(),
                Relations = d.Relations.Select(r => new RelationContract(r.Kind, r.TargetSlug)).ToList(),
                Versions = d.Versions.ToList(),
                Paragraphs = db.Citations.Where(c => c.Kind == CitationKind.Document && c.Target == d.Slug && c.SessionId == d.SessionId).Select(c => c.Paragraph.Number).Distinct().ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new DocumentContract(
                r.Document.Symbol,
                r.Document.Slug,
                r.Document.SymbolAsPrinted,
                r.Document.Title.Map(),
                r.Document.Title.StatusMap(),
                r.Document.Kind,
                r.Document.Distribution,
                r.Document.SessionId,
                [.. r.Items.Select(i => AgendaItem.LabelOf(i.Number, i.Letter))],
                [.. r.Paragraphs.Order()],
                [.. r.Relations.OrderBy(x => x.Kind).ThenBy(x => x.Document, StringComparer.Ordinal)],
                [.. r.Versions.OrderBy(v => v.Language).Select(v => new VersionContract(v.Language.Code, v.IssuedOn, v.File))])),
        ];
    }
}
