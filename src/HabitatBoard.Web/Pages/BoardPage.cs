using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace HabitatBoard.Web.Pages;

/// <summary>A page with its frame.</summary>
public abstract class FramedPage : PageModel
{
    public Frame Frame => Frame.Of(HttpContext);

    public Phrases T => Frame.T;

    public Language Language => Frame.Language;

    /// <summary>Says what the page is called and where it belongs.</summary>
    protected void Place(string? section, string title, params IReadOnlyList<Crumb> crumbs) =>
        (Frame.Section, Frame.Title, Frame.Crumbs) = (section, title, crumbs);

    protected Crumb Crumb(string rest, string text) => new(Frame.Href(rest), text);

    /// <summary>The text without its labels, for titles.</summary>
    protected string TextOf(LocalizedText text) => text.For(Language)?.Text.Text ?? "";

    protected static IActionResult Fail(ErrorCode code, params object[] about) => new ProblemResult(code, about);
}

/// <summary>A public page. What it shows depends on its address alone, so that its bytes can be kept until the next publication.</summary>
public abstract class BoardPage : FramedPage
{
    /// <summary>The session in the address; there is one, or the page is not found.</summary>
    protected SessionFrame Session => Frame.Session!;

    /// <summary>As <see cref="FramedPage.Place"/>, below the session of the page.</summary>
    protected void PlaceInSession(string title, params IReadOnlyList<Crumb> crumbs) =>
        Place("sessions", $"{title} – {TextOf(Session.Title)}", [Crumb("/sessions", T["nav.sessions"]), SessionCrumb(Session), .. crumbs]);

    protected Crumb SessionCrumb(SessionFrame session)
    {
        var (language, text) = session.Title.For(Language)!.Value;
        return new Crumb(Frame.Href($"/sessions/{session.Id}"), text.Text, language == Language ? null : language);
    }
}

/// <summary>
/// A page of the secretariat, or on the way to it. It depends on who asks, so nobody keeps it. What stands under Pages/Manage
/// requires <see cref="Accounts.Policies.Edit"/>, unless it says more.
/// </summary>
public abstract class StaffPage : FramedPage
{
    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    protected IActionResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The page again, with one thing that is wrong with a field.</summary>
    /// <param name="key">The sentence in the resources.</param>
    protected IActionResult Invalid(string field, string key, params ReadOnlySpan<object?> about)
    {
        ModelState.AddModelError(field, T.Format(key, about));
        return Invalid();
    }

    /// <summary>To another page, which the browser gets anew.</summary>
    protected IActionResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>Names the parameters that a page reads from the query. Any other is refused: it would look like a filter that works.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AcceptsAttribute(params string[] parameters) : Attribute
{
    public IReadOnlyList<string> Parameters => parameters;

    /// <summary>A parameter that the endpoint of a request does not read, or that is given twice, and what it does read; null where there is none.</summary>
    public static (string Name, StringValues Values, string Accepted)? Refused(HttpContext http)
    {
        var accepted = http.GetEndpoint()?.Metadata.GetMetadata<AcceptsAttribute>()?.Parameters ?? [];
        foreach (var (name, values) in http.Request.Query)
        {
            if (!accepted.Contains(name) || values.Count > 1)
            {
                return (name, values, accepted.Count == 0 ? "–" : string.Join(", ", accepted.Select(p => $"{p}=…")));
            }
        }
        return null;
    }
}

/// <summary>An error as the answer of a page.</summary>
internal sealed class ProblemResult(ErrorCode code, params object[] about) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => Problems.WriteAsync(context.HttpContext, code, about);
}

/// <summary>Puts the frame round a page; refuses what it does not read, and on public pages sessions that are not there.</summary>
internal sealed class FrameFilter(BoardDbContext db, SessionFrames sessions) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var language = OfficialLanguages.Parse((string)http.GetRouteValue("lang")!);
        var path = http.Request.Path.ToUriComponent().TrimEnd('/');
        var get = HttpMethods.IsGet(http.Request.Method);
        // What answers a form stands at the address of the form: the query named its handler.
        var preview = http.GetEndpoint()?.Metadata.GetMetadata<Preview>() is not null;
        var frame = new Frame(language, path[(1 + language.Code.Length + (preview ? Frame.PreviewPrefix.Length : 0))..], get ? http.Request.QueryString.ToUriComponent() : "", preview) { IsArchive = http.Features.Get<ForArchive>() is not null };
        http.Features.Set(frame);
        http.Response.Headers.ContentLanguage = language.Code;

        if (get && AcceptsAttribute.Refused(http) is var (name, values, accepted))
        {
            context.Result = new ProblemResult(ErrorCode.InvalidParameter, name, Problems.Shorten(values), accepted);
            return;
        }
        if (context.HandlerInstance is StaffPage)
        {
            http.Response.Headers.CacheControl = "no-store";
        }
        else if (http.GetRouteValue("session") is string session)
        {
            frame.Session = await sessions.ReadAsync(db, session, http.RequestAborted)
                ?? (context.HandlerInstance is IOfEditions ? await SessionFrame.ReadWithdrawnAsync(db, session, http.RequestAborted) : null);
            if (frame.Session is null)
            {
                context.Result = new ProblemResult(await SessionFrame.WhyMissingAsync(db, session, http.RequestAborted), Problems.Shorten(session));
                return;
            }
        }
        await next();
    }
}

/// <summary>What all pages have in common, said once.</summary>
internal sealed class BoardPageConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (!typeof(PageModel).IsAssignableFrom(model.ModelType))
        {
            return;
        }
        var staff = typeof(StaffPage).IsAssignableFrom(model.ModelType);
        // Public pages are for reading only: without this a page answers any method, without its handler.
        model.EndpointMetadata.Add(new HttpMethodMetadata(staff ? [HttpMethods.Get, HttpMethods.Post] : [HttpMethods.Get]));
        if (staff)
        {
            model.Filters.Add(new TypeFilterAttribute(typeof(FrameFilter)));
        }
        else if (typeof(BoardPage).IsAssignableFrom(model.ModelType))
        {
            if (model.ActionDescriptor.EndpointMetadata?.OfType<Preview>().Any() != true)
            {
                // Searches have no end; their pages are not kept.
                model.EndpointMetadata.Add(new PublishedContent { Kept = model.ModelType != typeof(SearchModel) });
            }
            model.Filters.Add(new TypeFilterAttribute(typeof(FrameFilter)));
        }
    }
}

/// <summary>A page about editions: they stay when their session is withdrawn.</summary>
internal interface IOfEditions;

/// <summary>
/// Every public page a second time, below <c>/{lang}/preview</c>, over the working store: the same page, the same links, and
/// never kept. Editions have no preview, for they are what was published.
/// </summary>
internal sealed class PreviewConvention : IPageRouteModelConvention
{
    private const string Language = "{lang:language}";

    private static readonly string[] Without = ["/Manage/", "/Account/", "/Editions/"];

    public void Apply(PageRouteModel model)
    {
        if (Without.Any(folder => model.ViewEnginePath.StartsWith(folder, StringComparison.Ordinal)))
        {
            return;
        }
        foreach (var template in model.Selectors.Select(s => s.AttributeRouteModel?.Template).OfType<string>().Where(t => t.Contains(Language, StringComparison.Ordinal)).ToList())
        {
            model.Selectors.Add(new SelectorModel
            {
                AttributeRouteModel = new AttributeRouteModel { Template = template.Replace(Language, Language + Frame.PreviewPrefix, StringComparison.Ordinal) },
                EndpointMetadata = { new Preview(), new AuthorizeAttribute(Policies.Edit) },
            });
        }
    }
}
