using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A decision of the Board.</summary>
/// <param name="Number">As written, <c>2024/1</c>.</param>
/// <param name="AdoptedOn">Null where the record does not say.</param>
/// <param name="Document">The symbol of the document in which its text stands.</param>
/// <param name="ReportParagraph">The paragraph of the report that lists the decision among those of its session.</param>
/// <param name="Adoptions">The adoptions of the decision as a whole.</param>
/// <param name="Paragraphs">The paragraphs that stand in no part, as far as the record knows of them.</param>
public sealed record DecisionContract(
    string Number,
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    DateOnly? AdoptedOn,
    string Session,
    string? Document,
    int? ReportParagraph,
    IReadOnlyList<AdoptionContract> Adoptions,
    IReadOnlyList<DecisionPartContract> Parts,
    IReadOnlyList<DecisionParagraphContract> Paragraphs);

/// <summary>A part of a decision.</summary>
/// <param name="Letter"><c>b</c>.</param>
/// <param name="Adoptions">The adoptions of the part, or of paragraphs of it.</param>
/// <param name="Paragraphs">Its paragraphs, as far as the record knows of them.</param>
public sealed record DecisionPartContract(
    string Letter,
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    IReadOnlyList<AdoptionContract> Adoptions,
    IReadOnlyList<DecisionParagraphContract> Paragraphs);

/// <summary>A paragraph of a decision.</summary>
/// <param name="Number">Runs through the decision; null for a preambular paragraph.</param>
/// <param name="Text">Null where the record does not hold it; the decision's <c>document</c> does.</param>
/// <param name="Adoptions">The adoptions that cover it: of itself, of its part, or of the whole decision.</param>
public sealed record DecisionParagraphContract(
    int? Number,
    DecisionParagraphKind Kind,
    IReadOnlyDictionary<string, string>? Text,
    IReadOnlyDictionary<string, TextStatus>? TextStatus,
    IReadOnlyList<AdoptionContract> Adoptions);

internal static class DecisionsApi
{
    public static void MapDecisions(this RouteGroupBuilder api)
    {
        api.MapGet("/decisions", GetDecisions).WithTags("Decisions");
        api.MapGet("/decisions/{year}/{number}", GetDecision).WithTags("Decisions").ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static void MapSessionDecisions(this RouteGroupBuilder session) =>
        session.MapGet("/decisions", GetSessionDecisions).WithTags("Decisions");

    /// <summary>Decisions of all sessions, newest first.</summary>
    private static async Task<Results<Ok<Page<DecisionContract>>, ProblemHttpResult>> GetDecisions(
        [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(context, page, 2, out var limit, out var after, out var problem))
        {
            return problem!;
        }
        IQueryable<Decision> query = db.Decisions;
        if (after is [var yearText, var numberText])
        {
            if (!int.TryParse(yearText, CultureInfo.InvariantCulture, out var year) || !int.TryParse(numberText, CultureInfo.InvariantCulture, out var number))
            {
                return Problems.Of(context, ErrorCode.InvalidCursor, page.Cursor!);
            }
            query = query.Where(d => d.Year <= year && (d.Year < year || d.Number < number));
        }
        var rows = await ReadAsync(db, query.OrderByDescending(d => d.Year).ThenByDescending(d => d.Number).Take(limit + 1), cancellationToken);
        return Paging.Answer(context, rows, limit, await db.Decisions.CountAsync(cancellationToken), d => d, d => d.Number.Split('/'));
    }

    /// <summary>The decisions of one session, in order.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<Page<DecisionContract>>, ProblemHttpResult>> GetSessionDecisions(
        string session, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(db, db.Decisions.Where(d => d.SessionId == session).OrderBy(d => d.Year).ThenBy(d => d.Number), cancellationToken);
        return Paging.Slice(context, page, rows.Select(d => (string.Join('/', d.Number.Split('/').Select(n => n.PadLeft(6, '0'))), d)));
    }

    /// <summary>One decision: its parts and paragraphs, each with where it was adopted.</summary>
    /// <param name="year" example="2024">The year.</param>
    /// <param name="number" example="1">The number within the year.</param>
    private static async Task<Results<Ok<DecisionContract>, ProblemHttpResult>> GetDecision(
        string year, string number, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var found = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? await ReadAsync(db, db.Decisions.Where(d => d.Year == y && d.Number == n), cancellationToken)
            : [];
        return found.Count == 0 ? Problems.Of(context, ErrorCode.DecisionNotFound, $"{year}/{number}") : TypedResults.Ok(found[0]);
    }

    private static async Task<IReadOnlyList<DecisionContract>> ReadAsync(BoardDbContext db, IQueryable<Decision> query, CancellationToken cancellationToken)
    {
        var ids = query.Select(d => d.Id);
        var decisions = await query.AsNoTracking()
            .Select(d => new
            {
                Decision = d,
                ReportParagraph = d.Paragraph == null ? (int?)null : d.Paragraph.Number,
            })
            .ToListAsync(cancellationToken);
        var documents = await DocumentsApi.NamesAsync(db, decisions.Select(d => d.Decision.DocumentSlug), cancellationToken);
        var parts = (await db.DecisionParts.AsNoTracking().Where(p => ids.Contains(p.DecisionId)).ToListAsync(cancellationToken)).ToLookup(p => p.DecisionId);
        var paragraphs = (await db.DecisionParagraphs.AsNoTracking().Where(p => ids.Contains(p.DecisionId)).ToListAsync(cancellationToken)).ToLookup(p => p.DecisionId);
        var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => ids.Contains(a.DecisionId)), cancellationToken)).Select(a => a.Adoption).ToLookup(a => a.Decision);
        return [.. decisions.Select(d => Map(d.Decision, parts[d.Decision.Id], paragraphs[d.Decision.Id], [.. adoptions[d.Decision.Label]], documents.GetValueOrDefault(d.Decision.DocumentSlug ?? ""), d.ReportParagraph))];
    }

    public static DecisionContract Map(
        Decision decision,
        IEnumerable<DecisionPart> parts,
        IEnumerable<DecisionParagraph> paragraphs,
        IReadOnlyList<AdoptionContract> adoptions,
        string? document,
        int? reportParagraph)
    {
        return new DecisionContract(
            decision.Label,
            decision.Title.Map(),
            decision.Title.StatusMap(),
            decision.AdoptedOn,
            decision.SessionId,
            document,
            reportParagraph,
            [.. adoptions.Where(a => a.Part is null && a.Paragraphs is null)],
            [
                .. parts.OrderBy(p => p.Letter, StringComparer.Ordinal).Select(part => new DecisionPartContract(
                    part.Letter,
                    part.Title.Map(),
                    part.Title.StatusMap(),
                    [.. adoptions.Where(a => a.Part == part.Letter)],
                    [.. Paragraphs(part)])),
            ],
            [.. Paragraphs(null)]);

        IEnumerable<DecisionParagraphContract> Paragraphs(DecisionPart? part) =>
            paragraphs.Where(p => p.PartId == part?.Id).OrderBy(p => p.Order).Select(p => new DecisionParagraphContract(
                p.Number,
                p.Kind,
                p.Text.Map(),
                p.Text.StatusMap(),
                [.. adoptions.Where(a => Covers(a, part?.Letter, p.Number))]));
    }

    /// <summary>Whether an adoption is of a paragraph of a part, or of all of what that is in.</summary>
    internal static bool Covers(AdoptionContract adoption, string? part, int? paragraph) =>
        adoption.Paragraphs is { } numbers ? paragraph is { } number && numbers.Contains(number) : adoption.Part is null || adoption.Part == part;
}
