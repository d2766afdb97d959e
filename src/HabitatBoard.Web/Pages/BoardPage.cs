using System.Reflection;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HabitatBoard.Web.Pages;

/// <summary>A public page. What it shows depends on its address alone, so that its bytes can be kept until the next publication.</summary>
public abstract class BoardPage : PageModel
{
    public Frame Frame => Frame.Of(HttpContext);

    public Phrases T => Frame.T;

    public Language Language => Frame.Language;

    /// <summary>The session in the address; there is one, or the page is not found.</summary>
    protected SessionFrame Session => Frame.Session!;

    /// <summary>Says what the page is called and where it belongs.</summary>
    protected void Place(string? section, string title, params IReadOnlyList<Crumb> crumbs) =>
        (Frame.Section, Frame.Title, Frame.Crumbs) = (section, title, crumbs);

    /// <summary>As <see cref="Place"/>, below the session of the page.</summary>
    protected void PlaceInSession(string title, params IReadOnlyList<Crumb> crumbs) =>
        Place("sessions", $"{title} – {TextOf(Session.Title)}", [Crumb("/sessions", T["nav.sessions"]), SessionCrumb(Session), .. crumbs]);

    protected Crumb Crumb(string rest, string text) => new(Frame.Href(rest), text);

    protected Crumb SessionCrumb(SessionFrame session)
    {
        var (language, text) = session.Title.For(Language)!.Value;
        return new Crumb(Frame.Href($"/sessions/{session.Id}"), text.Text, language == Language ? null : language);
    }

    /// <summary>The text without its labels, for titles.</summary>
    protected string TextOf(LocalizedText text) => text.For(Language)?.Text.Text ?? "";

    protected static IActionResult Fail(ErrorCode code, params object[] about) => new ProblemResult(code, about);
}

/// <summary>Names the parameters that a page reads from the query. Any other is refused: it would look like a filter that works.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AcceptsAttribute(params string[] parameters) : Attribute
{
    public IReadOnlyList<string> Parameters => parameters;
}

/// <summary>An error as the answer of a page.</summary>
internal sealed class ProblemResult(ErrorCode code, params object[] about) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => Problems.WriteAsync(context.HttpContext, code, about);
}

/// <summary>Puts the frame round a public page; refuses what it does not read and sessions that are not there.</summary>
internal sealed class FrameFilter(BoardDbContext db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var language = OfficialLanguages.Parse((string)http.GetRouteValue("lang")!);
        var path = http.Request.Path.ToUriComponent().TrimEnd('/');
        var frame = new Frame(language, path[(1 + language.Code.Length)..], http.Request.QueryString.ToUriComponent());
        http.Features.Set(frame);
        http.Response.Headers.ContentLanguage = language.Code;

        var accepted = context.HandlerInstance.GetType().GetCustomAttribute<AcceptsAttribute>()?.Parameters ?? [];
        foreach (var (name, values) in http.Request.Query)
        {
            if (!accepted.Contains(name) || values.Count > 1)
            {
                var list = accepted.Count == 0 ? "–" : string.Join(", ", accepted.Select(p => $"{p}=…"));
                context.Result = new ProblemResult(ErrorCode.InvalidParameter, name, Problems.Shorten(values), list);
                return;
            }
        }
        if (http.GetRouteValue("session") is string session)
        {
            frame.Session = await SessionFrame.ReadAsync(db, session, http.RequestAborted);
            if (frame.Session is null)
            {
                context.Result = new ProblemResult(ErrorCode.SessionNotFound, Problems.Shorten(session));
                return;
            }
        }
        await next();
    }
}

/// <summary>What all public pages have in common, said once.</summary>
internal sealed class BoardPageConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (!typeof(PageModel).IsAssignableFrom(model.ModelType))
        {
            return;
        }
        // Reading only: without this a page answers any method, without its handler.
        model.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
        if (typeof(BoardPage).IsAssignableFrom(model.ModelType))
        {
            // Searches have no end; their pages are not kept.
            model.EndpointMetadata.Add(new PublishedContent { Kept = model.ModelType != typeof(SearchModel) });
            model.Filters.Add(new TypeFilterAttribute(typeof(FrameFilter)));
        }
    }
}
