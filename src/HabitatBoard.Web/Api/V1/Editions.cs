using System.Globalization;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Caching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>One publication of a session, kept for ever.</summary>
/// <param name="Number">From 1, within the session.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Sha256">The digest of the edition's canonical JSON (RFC 8785), in lower-case hexadecimal digits.</param>
/// <param name="Bytes">The length of the canonical JSON.</param>
public sealed record EditionContract(int Number, DateTimeOffset PublishedAt, string PublishedBy, string Note, string Sha256, int Bytes);

/// <summary>What an edition holds: the published rows of a session, or of the registers, as they are stored.</summary>
/// <param name="Format">Of the document; 1.</param>
/// <param name="Unit">The session, <c>2024-1</c>, or <c>registers</c>.</param>
/// <param name="Tables">The rows by their table, <c>statement</c>, in the order of their JSON.</param>
public sealed record EditionContentContract(int Format, string Unit, IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Tables);

internal static class EditionsApi
{
    public static void MapEditions(this RouteGroupBuilder session)
    {
        // Nobody else has them: they are publications.
        var editions = session.MapGroup("/editions").WithTags("Editions").WithMetadata(new PublishedContent { InWorkingStore = false });
        editions.MapGet("", GetEditions);
        editions.MapGet("/{edition}", GetEdition).Produces<EditionContentContract>();
    }

    public static void MapRegisterEditions(this RouteGroupBuilder reading)
    {
        var editions = reading.MapGroup("/registers/editions").WithTags("Editions").ProducesProblem(StatusCodes.Status404NotFound).WithMetadata(new PublishedContent { InWorkingStore = false });
        editions.MapGet("", GetRegisterEditions);
        editions.MapGet("/{edition}", GetRegisterEdition).Produces<EditionContentContract>();
    }

    /// <summary>The editions of the registers, oldest first.</summary>
    private static Task<Results<Ok<Page<EditionContract>>, ProblemHttpResult>> GetRegisterEditions(
        [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        GetEditions(Units.Registers, page, db, context, cancellationToken);

    /// <summary>One edition of the registers, as canonical JSON, byte for byte.</summary>
    /// <param name="edition" example="1">The edition's number.</param>
    private static Task<IResult> GetRegisterEdition(string edition, BoardDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        GetEdition(Units.Registers, edition, db, context, cancellationToken);

    /// <summary>The editions of a session, oldest first.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<Page<EditionContract>>, ProblemHttpResult>> GetEditions(
        string session, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        await KnownAsync(db, session, cancellationToken)
            ? Paging.Slice(context, page, (await ReadAsync(db, [session], cancellationToken)).Select(e => (e.Edition.Number.ToString("D6", CultureInfo.InvariantCulture), e.Edition)))
            : Problems.Of(context, ErrorCode.SessionNotFound, session);

    /// <summary>One edition: the whole published session as canonical JSON, byte for byte.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    /// <param name="edition" example="1">The edition's number.</param>
    private static async Task<IResult> GetEdition(string session, string edition, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var content = int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await db.Editions.Where(e => e.Unit == session && e.Number == number).Select(e => e.Content).FirstOrDefaultAsync(cancellationToken)
            : null;
        if (content is null)
        {
            return await KnownAsync(db, session, cancellationToken) ? Problems.Of(context, ErrorCode.EditionNotFound, edition) : Problems.Of(context, ErrorCode.SessionNotFound, session);
        }
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(content, "application/json");
    }

    /// <summary>Whether there is such a session, or was.</summary>
    private static async Task<bool> KnownAsync(BoardDbContext db, string session, CancellationToken cancellationToken) =>
        await db.Sessions.AnyAsync(s => s.Id == session, cancellationToken) || await db.Editions.AnyAsync(e => e.Unit == session, cancellationToken);

    /// <summary>The editions of sessions, oldest first.</summary>
    public static async Task<IReadOnlyList<(string Unit, EditionContract Edition)>> ReadAsync(BoardDbContext db, IReadOnlyCollection<string> sessions, CancellationToken cancellationToken)
    {
        var rows = await db.Editions.Where(e => sessions.Contains(e.Unit)).OrderBy(e => e.Number)
            .Select(e => new { e.Unit, Edition = new EditionContract(e.Number, e.PublishedAt, e.PublishedBy, e.Note, e.Sha256, e.Size) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Unit, r.Edition))];
    }
}
