using System.Text.Encodings.Web;
using System.Text.Unicode;
using HabitatBoard.Languages;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages.Documents;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.WebEncoders;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Pages;

/// <summary>The pages as a part of the application.</summary>
internal static class SitePages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.Add(new BoardPageConvention());
            options.Conventions.Add(new PreviewConvention());
            options.Conventions.AuthorizeFolder("/Manage", Policies.Edit);
            ManagePaths.AddRoutes(options.Conventions);
        }).AddMvcOptions(options => options.Filters.Add(new FormTokenFilter()))
            // There are no controllers; looking for them loads every type there is.
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        builder.Services.Configure<RouteOptions>(options =>
        {
            options.ConstraintMap["language"] = typeof(LanguageConstraint);
            options.ConstraintMap["session"] = typeof(SessionConstraint);
        });
        // Han and accents as they are: as entities they are three times as long.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Not scoped: an error replaces the frame of the page in which it happened.
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient(services => Frame.Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        builder.Services.AddTransient(services => services.GetRequiredService<Frame>().T);
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddSingleton<SessionFrames>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.Services.GetRequiredService<Assets>().Map(app);
        app.MapGet("/", ChooseLanguage).ExcludeFromDescription();
        app.MapDocumentFiles();
        app.MapRazorPages();
    }

    private static void ChooseLanguage(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"/{InterfaceLanguages.Choose(context.Request).Code}");
    }
}

/// <summary>Tells the address of a session, <c>2024-1</c>, from that of a page beside the sessions, such as a new one.</summary>
internal sealed class SessionConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string session && Matches(session);

    public bool MatchesLiteral(string parameterName, string literal) => Matches(literal);

    private static bool Matches(string session) => session is { Length: > 0 and <= 16 } && char.IsAsciiDigit(session[0]);
}
