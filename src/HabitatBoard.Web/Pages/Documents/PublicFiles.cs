using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Pages.Documents;

/// <summary>The files of published documents, to be kept by whoever wants them.</summary>
internal static class PublicFiles
{
    /// <summary>The address of a file.</summary>
    public static string Href(string slug, Language language, HeldFile file) => $"/documents/{Uri.EscapeDataString(slug)}/{language.Code}/{Uri.EscapeDataString(file.Name)}";

    public static void MapDocumentFiles(this WebApplication app) =>
        app.MapMethods("/documents/{slug}/{lang}/{file}", [HttpMethods.Get, HttpMethods.Head], GetFile).ExcludeFromDescription();

    /// <summary>What is public the published store says: a file that it does not name, or of a restricted document, is not there.</summary>
    private static async Task<IResult> GetFile(string slug, string lang, string file, BoardDbContext published, DocumentFiles files, HttpContext context, CancellationToken cancellationToken)
    {
        if (!OfficialLanguages.TryParse(lang, out var language)
            || await published.Documents.WherePublic().Where(d => d.Slug == slug)
                .SelectMany(d => d.Versions).Where(v => v.Language == language).AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { File: { } held }
            || held.Name != file
            || files.Open(held) is not { } content)
        {
            return Problems.Of(context, ErrorCode.NotFound, Problems.Shorten(context.Request.Path));
        }
        // Asked for again each time: what is withdrawn is gone at once, and what stays costs a 304.
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(content, held.MediaType, held.Name, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{held.Sha256}\""));
    }
}
