using System.Globalization;
using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Caching;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>The whole published record.</summary>
/// <param name="Format">Of the document; 1.</param>
/// <param name="Sequence">Where the feed stands: go on with <c>/changes?since=</c> this.</param>
public sealed record ExportContract(int Format, long Sequence, IReadOnlyList<ExportUnitContract> Units);

/// <summary>The latest edition of one unit.</summary>
/// <param name="Unit">The session, <c>2024-1</c>, or <c>registers</c>.</param>
/// <param name="Sha256">The digest of <c>content</c> in its canonical form (RFC 8785).</param>
public sealed record ExportUnitContract(string Unit, int Edition, string Sha256, EditionContentContract Content);

internal static class ExportApi
{
    public static void MapExport(this RouteGroupBuilder reading) =>
        reading.MapGet("/export", GetExport).WithTags("Changes").Produces<ExportContract>().WithMetadata(new PublishedContent { Kept = false, InWorkingStore = false, Streamed = true });

    /// <summary>
    /// The whole published record as one document, stamped with the sequence of the feed that it stands at: every unit
    /// that is public, the registers first, each as the canonical JSON of its latest edition.
    /// </summary>
    private static async Task GetExport(BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        // Editions never change: what is listed at one moment can be read one by one, however slowly it is taken.
        long sequence;
        List<(string Unit, int Number, string Sha256)> units;
        do
        {
            sequence = await HeadAsync();
            var open = await db.Sessions.OrderBy(s => s.Year).ThenBy(s => s.Number).Select(s => s.Id).ToListAsync(cancellationToken);
            var latest = (await db.Editions.Where(e => !db.Editions.Any(later => later.Unit == e.Unit && later.Number > e.Number))
                .Select(e => new { e.Unit, e.Number, e.Sha256 }).ToListAsync(cancellationToken)).ToDictionary(e => e.Unit);
            units = [.. open.Prepend(Units.Registers).Where(latest.ContainsKey).Select(u => (u, latest[u].Number, latest[u].Sha256))];
        }
        // The one moment: nothing was published while the list was read.
        while (sequence != await HeadAsync());
        var response = context.Response;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"export-{sequence}\"");
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        if (EntityTags.IsKnown(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "application/json";
        await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"format\":1,\"sequence\":{sequence},\"units\":["));
        foreach (var (i, (unit, number, sha256)) in units.Index())
        {
            await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}{{\"unit\":\"{unit}\",\"edition\":{number},\"sha256\":\"{sha256}\",\"content\":"));
            await response.BodyWriter.WriteAsync(await db.Editions.Where(e => e.Unit == unit && e.Number == number).Select(e => e.Content).SingleAsync(cancellationToken), cancellationToken);
            await WriteAsync("}");
        }
        await WriteAsync("]}");

        async Task<long> HeadAsync() => await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0;

        async Task WriteAsync(string text) => await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
