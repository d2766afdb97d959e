using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Web.Pages;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Api.V1;

/// <summary>Reports, agendas and decisions as files: HTML, text, DOCX and Akoma Ntoso.</summary>
internal static class PapersApi
{
    /// <summary>The name of the sheet with which HTML files are shown when they come from here.</summary>
    private const string Sheet = "paper.css";

    public static void MapPapers(this RouteGroupBuilder session)
    {
        session.MapGet("/report.{format}", GetReportFile).WithTags("Report").ProducesPaper();
        session.MapGet("/agenda.{format}", GetAgendaFile).WithTags("Agenda").ProducesPaper();
    }

    public static void MapDecisionPapers(this RouteGroupBuilder api) =>
        api.MapGet("/decisions/{year}/{number}.{format}", GetDecisionFile).WithTags("Decisions").ProducesPaper().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The report of a session as a file. What the language does not have of it is composed from the facts, and says so.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    /// <param name="format" example="docx"><c>html</c>, <c>txt</c>, <c>docx</c>, or <c>xml</c> for Akoma Ntoso.</param>
    /// <param name="lang" example="zh">One of the six languages; English where it is left out.</param>
    private static Task<IResult> GetReportFile(
        string session, string format, [FromQuery(Name = "lang")] string? lang, BoardDbContext db, Assets assets, HttpContext context, CancellationToken cancellationToken) =>
        FileAsync(context, assets, format, lang, language => PaperReader.ReportAsync(db, session, language, cancellationToken), ErrorCode.ReportNotFound, session);

    /// <summary>The adopted agenda of a session as a file.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    /// <param name="format" example="docx"><c>html</c>, <c>txt</c>, <c>docx</c>, or <c>xml</c> for Akoma Ntoso.</param>
    /// <param name="lang" example="zh">One of the six languages; English where it is left out.</param>
    private static Task<IResult> GetAgendaFile(
        string session, string format, [FromQuery(Name = "lang")] string? lang, BoardDbContext db, Assets assets, HttpContext context, CancellationToken cancellationToken) =>
        FileAsync(context, assets, format, lang, language => PaperReader.AgendaAsync(db, session, language, cancellationToken), ErrorCode.AgendaNotFound, session);

    /// <summary>One decision as a file: its parts and paragraphs, each with where it was adopted.</summary>
    /// <param name="year" example="2024">The year.</param>
    /// <param name="number" example="1">The number within the year.</param>
    /// <param name="format" example="docx"><c>html</c>, <c>txt</c>, <c>docx</c>, or <c>xml</c> for Akoma Ntoso.</param>
    /// <param name="lang" example="zh">One of the six languages; English where it is left out.</param>
    private static Task<IResult> GetDecisionFile(
        string year, string number, string format, [FromQuery(Name = "lang")] string? lang, BoardDbContext db, Assets assets, HttpContext context, CancellationToken cancellationToken) =>
        FileAsync(
            context,
            assets,
            format,
            lang,
            async language => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? await PaperReader.DecisionAsync(db, y, n, language, cancellationToken)
                : null,
            ErrorCode.DecisionNotFound,
            $"{year}/{number}");

    private static async Task<IResult> FileAsync(
        HttpContext context, Assets assets, string ending, string? lang, Func<Language, Task<Paper?>> read, ErrorCode missing, string what)
    {
        if (PaperFormats.Parse(ending) is not { } format)
        {
            return Problems.Of(context, ErrorCode.FormatNotFound, Problems.Shorten(ending), string.Join(", ", PaperFormats.All.Select(f => f.Ending)));
        }
        var language = Language.En;
        if (lang is not null && !OfficialLanguages.TryParse(lang, out language))
        {
            return Problems.OfParameter(context, "lang", lang, string.Join(", ", OfficialLanguages.All.Select(l => l.Code)));
        }
        return await read(language) is { } paper ? new PaperResult(paper, format, assets.Href(Sheet)) : Problems.Of(context, missing, Problems.Shorten(what));
    }

    private static RouteHandlerBuilder ProducesPaper(this RouteHandlerBuilder builder) =>
        builder.Produces<Stream>(StatusCodes.Status200OK, PaperFormats.Html, PaperFormats.Text, PaperFormats.Docx, PaperFormats.AkomaNtoso);

    private sealed class PaperResult(Paper paper, PaperFormat format, string stylesheet) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (!Accepts(httpContext.Request))
            {
                return Problems.Of(httpContext, ErrorCode.NotAcceptable).ExecuteAsync(httpContext);
            }
            var headers = httpContext.Response.Headers;
            headers.ContentType = format is PaperFormat.Html or PaperFormat.Txt ? $"{format.MediaType}; charset=utf-8" : format.MediaType;
            headers.ContentLanguage = paper.Language.Code;
            // What a browser can show it shows; the name is that of the file when it is saved.
            headers.ContentDisposition = new ContentDispositionHeaderValue(format is PaperFormat.Html or PaperFormat.Txt ? "inline" : "attachment")
            {
                FileName = $"{paper.FileName}.{paper.Language.Code}.{format.Ending}",
            }.ToString();
            // Archives and XML are written synchronously. From the published store that is into memory; from the working
            // store it is to the caller, paragraph by paragraph.
            if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            {
                body.AllowSynchronousIO = true;
            }
            format.Write(paper, httpContext.Response.Body, stylesheet);
            return Task.CompletedTask;
        }

        private bool Accepts(HttpRequest request) =>
            request.Headers.Accept is not { Count: > 0 } accept
            || (MediaTypeHeaderValue.TryParseStrictList(accept, out var wanted) && wanted.Any(w => w.Quality is not 0 && new MediaTypeHeaderValue(format.MediaType).IsSubsetOf(w)));
    }
}
