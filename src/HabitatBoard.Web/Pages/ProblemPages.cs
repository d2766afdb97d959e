using System.Diagnostics;
using System.Text;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Pages;

/// <summary>An error as its page shows it.</summary>
/// <param name="Reference">By which the log finds the request; null where the fault is the caller's.</param>
public sealed record ProblemView(ErrorCode Code, int Status, string Title, string Detail, string Help, string? Reference);

/// <summary>Errors as pages, in the reader's language. They need no endpoint and no store: either may be what is missing.</summary>
internal static class ProblemPages
{
    private static readonly string[] NotPages = ["/api", "/swagger", "/health"];

    /// <summary>Whether the error is to be a page: at the address of a page, for a client that did not ask for JSON.</summary>
    public static bool Wanted(HttpRequest request)
    {
        if (NotPages.Any(p => request.Path.StartsWithSegments(p)))
        {
            return false;
        }
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count == 0
            || accepted.Any(a => a.MatchesMediaType("text/html") && a.Quality is not 0)
            || !accepted.Any(a => a.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase));
    }

    public static async Task WriteAsync(HttpContext context, ErrorCode code, object[] about)
    {
        var frame = FrameOf(context);
        var status = Problems.StatusOf(code);
        var problem = new ProblemView(
            code,
            status,
            Problems.Sentence(code, "title", frame.Language),
            Problems.Detail(code, frame.Language, about),
            Problems.Sentence(code, "help", frame.Language),
            status < 500 ? null : Activity.Current?.Id ?? context.TraceIdentifier);
        frame.Title = problem.Title;
        context.Features.Set(frame);
        context.Response.Headers.ContentLanguage = frame.Language.Code;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var html = await RenderAsync(context, problem);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Length;
        await context.Response.Body.WriteAsync(html, context.RequestAborted);
    }

    /// <summary>A longer query, in characters, is left out of the links on an error page.</summary>
    private const int MostOfQuery = 1_000;

    /// <summary>
    /// In the language of the address; else in that of the browser. Whoever asked for a language that is not ours is
    /// offered the same address in those that are.
    /// </summary>
    private static Frame FrameOf(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var first = path.Split('/').ElementAtOrDefault(1) ?? "";
        var query = context.Request.QueryString.ToUriComponent();
        // Every link to another language would have it again.
        if (query.Length > MostOfQuery)
        {
            query = "";
        }
        if (InterfaceLanguages.TryParse(first, out var language))
        {
            var rest = context.Request.Path.ToUriComponent()[(1 + first.Length)..].TrimEnd('/');
            var preview = context.RequestServices.GetRequiredService<ChosenStore>().IsWorking && rest.StartsWith(Frame.PreviewPrefix, StringComparison.Ordinal);
            return new Frame(language, preview ? rest[Frame.PreviewPrefix.Length..] : rest, query, preview);
        }
        var isLanguage = first.Length is 2 or 3 && first.All(char.IsAsciiLetter);
        return new Frame(InterfaceLanguages.Choose(context.Request), isLanguage ? context.Request.Path.ToUriComponent()[(1 + first.Length)..].TrimEnd('/') : null, query);
    }

    private static async Task<byte[]> RenderAsync(HttpContext context, ProblemView problem)
    {
        var services = context.RequestServices;
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(executingFilePath: null, "/Pages/Shared/Problem.cshtml", isMainPage: true).View!;
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<ProblemView>(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = problem };
        var temporary = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        await view.RenderAsync(new ViewContext(new ActionContext(context, new RouteData(), new ActionDescriptor()), view, data, temporary, writer, new HtmlHelperOptions()));
        return Encoding.UTF8.GetBytes(writer.ToString());
    }
}
