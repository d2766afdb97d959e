using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Web.Pages.Documents;
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
/// <param name="Paper">The number of a paper without a symbol among those of its session.</param>
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
    IReadOnlyList<VersionContract> Versions,
    int? Paper);

/// <summary>A relation to another document.</summary>
/// <param name="Document">The symbol of the other document; the slug of a paper without one.</param>
public sealed record RelationContract(RelationKind Kind, string Document);

/// <summary>One language version.</summary>
/// <param name="Lang">ISO 639-1 code.</param>
/// <param name="IssuedOn">Null where the record does not say.</param>
/// <param name="File">The file, where it is held.</param>
public sealed record VersionContract(string Lang, DateOnly? IssuedOn, FileContract? File)
{
    internal static VersionContract Of(string slug, DocumentVersion version) => new(
        version.Language.Code, version.IssuedOn, version.File is { } file ? new FileContract(file.Name, file.MediaType, file.Size, file.Sha256, PublicFiles.Href(slug, version.Language, file)) : null);
}

/// <summary>The file of a language version.</summary>
/// <param name="Type">The media type.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">The digest of its bytes, in hexadecimal digits.</param>
/// <param name="Url">Where it is downloaded; takes ranges.</param>
public sealed record FileContract(string Name, string Type, long Size, string Sha256, string Url);

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

    /// <summary>Those who edit read what is restricted, in the working store.</summary>
    private static IQueryable<Document> Public(BoardDbContext db) => db.IsWorking ? db.Documents : db.Documents.WherePublic();

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
            query = query.Where(d => string.Compare(d.SortKey, sortKey) >= 0 && (d.SortKey != sortKey || string.Compare(d.Slug, slug) > 0));
        }
        var sortKeys = await query.OrderBy(d => d.SortKey).ThenBy(d => d.Slug).Take(limit + 1).Select(d => new { d.Slug, d.SortKey }).ToListAsync(cancellationToken);
        var slugs = sortKeys.Select(k => k.Slug).ToList();
        var contracts = (await ReadAsync(db, db.Documents.Where(d => slugs.Contains(d.Slug)), cancellationToken)).ToDictionary(d => d.Slug);
        return Paging.Answer(context, sortKeys, limit, total, k => contracts[k.Slug], k => [k.SortKey, k.Slug]);
    }

    private static async Task<IReadOnlyList<DocumentContract>> ReadAsync(BoardDbContext db, IQueryable<Document> query, CancellationToken cancellationToken)
    {
        var documents = await query.AsNoTracking()
            .Include(d => d.Items).ThenInclude(i => i.AgendaItem).Include(d => d.Relations).Include(d => d.Versions)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var slugs = documents.Select(d => d.Slug).ToList();
        var paragraphs = (await db.Citations.Where(c => c.Kind == CitationKind.Document && slugs.Contains(c.Target))
                .Select(c => new { c.Target, c.SessionId, c.Paragraph.Number }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(c => (c.Target, c.SessionId), c => c.Number);
        var names = await NamesAsync(db, documents.SelectMany(d => d.Relations).Select(r => r.TargetSlug), cancellationToken);
        return
        [
            .. documents.Select(d => new DocumentContract(
                d.Symbol,
                d.Slug,
                d.SymbolAsPrinted,
                d.Title.Map(),
                d.Title.StatusMap(),
                d.Kind,
                d.Distribution,
                d.SessionId,
                [.. d.Items.OrderBy(i => i.Order).Select(i => i.AgendaItem.Label)],
                [.. paragraphs[(d.Slug, d.SessionId)].Order()],
                [.. d.Relations.Where(r => names.ContainsKey(r.TargetSlug)).OrderBy(r => r.Kind).ThenBy(r => r.TargetSlug, StringComparer.Ordinal).Select(r => new RelationContract(r.Kind, names[r.TargetSlug]))],
                [.. d.Versions.OrderBy(v => v.Language).Select(v => VersionContract.Of(d.Slug, v))],
                d.PaperNumber)),
        ];
    }

    /// <summary>
    /// How other resources name the documents that there are, by slug: by the symbol, or by the slug itself for a paper
    /// without one. What the store does not hold has no name.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(BoardDbContext db, IEnumerable<string?> slugs, CancellationToken cancellationToken)
    {
        var wanted = slugs.OfType<string>().Distinct().ToList();
        return await db.Documents.Where(d => wanted.Contains(d.Slug)).Select(d => new { d.Slug, d.Symbol })
            .ToDictionaryAsync(d => d.Slug, d => d.Symbol ?? d.Slug, cancellationToken);
    }
}
