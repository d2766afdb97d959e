using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Pages;

namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// What readers follow and take away: feeds, calendars, tables. Each stands beside the page that shows the same, is made
/// from the published store alone, and is kept like a page.
/// </summary>
internal static class TakeAwayRoutes
{
    public static void AddTakeAway(this WebApplicationBuilder builder)
    {
        // Read now, so that a value that cannot be used stops the start.
        builder.Services.AddSingleton(PublicAddress.Read(builder.Configuration["Http:PublicAddress"], builder.Configuration["AllowedHosts"]));
        builder.Services.AddSingleton<SiteReader>();
        builder.Services.AddSingleton<Archives>();
    }

    public static void MapTakeAway(this WebApplication app)
    {
        var site = app.MapGroup("/{lang:language}")
            .ExcludeFromDescription()
            .AddEndpointFilter(TakesOnlyItsParametersAsync)
            .WithMetadata(new PublishedContent { InWorkingStore = false });
        var session = site.MapGroup("/sessions/{session}").AddEndpointFilter(SessionIsPublicAsync);
        site.MapFeeds(session);
        site.MapCalendars(session);
        Tables.MapTables(site, session);
        session.MapArchive();
        app.MapSitemaps();
        app.Services.GetRequiredService<SiteReader>().Follow(app, ((IApplicationBuilder)app).New());
    }

    /// <summary>The language of the address, which the route has checked.</summary>
    public static Language LanguageOf(HttpContext context) => OfficialLanguages.Parse((string)context.GetRouteValue("lang")!);

    /// <summary>A parameter that nobody reads would look like a filter that works.</summary>
    private static async ValueTask<object?> TakesOnlyItsParametersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return AcceptsAttribute.Refused(http) is var (name, values, accepted)
            ? new Refusal(ErrorCode.InvalidParameter, Problems.Shorten(name), Problems.Shorten(values), accepted)
            : await next(context);
    }

    private static async ValueTask<object?> SessionIsPublicAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = (string)http.GetRouteValue("session")!;
        var db = http.RequestServices.GetRequiredService<BoardDbContext>();
        return await http.RequestServices.GetRequiredService<SessionFrames>().ReadAsync(db, session, http.RequestAborted) is not null
            ? await next(context)
            : new Refusal(await SessionFrame.WhyMissingAsync(db, session, http.RequestAborted), Problems.Shorten(session));
    }
}

/// <summary>An error as the answer: a page for whoever reads pages, else JSON.</summary>
internal sealed class Refusal(ErrorCode code, params object[] about) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, code, about);
}
