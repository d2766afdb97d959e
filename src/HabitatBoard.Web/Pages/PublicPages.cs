using System.Text.Encodings.Web;
using System.Text.Unicode;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;
using Microsoft.Extensions.WebEncoders;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Pages;

/// <summary>The public pages as a part of the application.</summary>
internal static class PublicPages
{
    public static void AddPublicPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(options => options.Conventions.Add(new BoardPageConvention()));
        builder.Services.Configure<RouteOptions>(options => options.ConstraintMap["language"] = typeof(LanguageConstraint));
        // Han and accents as they are: as entities they are three times as long.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Not scoped: an error replaces the frame of the page in which it happened.
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient(services => Frame.Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        builder.Services.AddTransient(services => services.GetRequiredService<Frame>().T);
        builder.Services.AddSingleton<Assets>();
    }

    public static void MapPublicPages(this WebApplication app)
    {
        app.Services.GetRequiredService<Assets>().Map(app);
        app.MapGet("/", ChooseLanguage).ExcludeFromDescription();
        app.MapRazorPages();
    }

    private static void ChooseLanguage(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"/{InterfaceLanguages.Choose(context.Request).Code}");
    }
}
