using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace HabitatBoard.Web.Accounts;

/// <summary>What somebody typed into a form whose sign-in had expired.</summary>
/// <param name="Action">Where the form is sent.</param>
/// <param name="Fields">What was typed, in the order of the form; no password is among them.</param>
/// <param name="HadFiles">Whether files were chosen, which are not kept.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles);

/// <summary>
/// Carries a form over a sign-in: it travels with the sign-in page as a hidden field that only we can read, and stands ready to
/// be sent again afterwards. The server keeps nothing, so nobody can fill it.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection)
{
    // As a hidden field it grows by a third, and has to fit into the body of the next request.
    private const int MostBytes = HttpLimits.BodyLength / 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("HabitatBoard.KeptForms").ToTimeLimitedDataProtector();

    /// <summary>The hidden field of the sign-in page; null where there is nothing to keep.</summary>
    public static string? Of(HttpContext context) => context.Items[typeof(KeptForms)] as string;

    /// <summary>Keeps the form of a request that was refused for want of a sign-in, where it can be kept.</summary>
    public static async Task<bool> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOurs(request) || context.GetRouteValue("lang") is not string language
            || !request.Path.StartsWithSegments($"/{language}/manage")
            // Nobody is known yet: what is larger, with a file in it, would lie on the disk in order to be refused.
            || request.ContentLength is null or > HttpLimits.BodyLength)
        {
            return false;
        }
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
        var fields = form.Where(f => f.Key != "__RequestVerificationToken" && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        var kept = JsonSerializer.SerializeToUtf8Bytes(new KeptForm(request.Path.ToUriComponent() + request.QueryString.ToUriComponent(), fields, form.Files.Count > 0), Json);
        if (kept.Length > MostBytes)
        {
            return false;
        }
        context.Items[typeof(KeptForms)] = context.RequestServices.GetRequiredService<KeptForms>().Protect(kept);
        return true;
    }

    /// <summary>Reads the hidden field; null where it is too old or not ours.</summary>
    public KeptForm? Read(string? kept)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(Convert.FromBase64String(kept)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Protect(byte[] form) => Convert.ToBase64String(protector.Protect(form, Visits.Length));

    // Typed on a page of ours in this very browser: nobody else's form is to be sent under somebody's name.
    private static bool IsOurs(HttpRequest request) =>
        request.Headers.Origin is { Count: 1 } origin ? origin == $"{request.Scheme}://{request.Host}" : StringValues.IsNullOrEmpty(request.Headers.Origin) && request.Headers["Sec-Fetch-Site"] == "same-origin";
}

internal static class KeptFormsMiddleware
{
    /// <summary>Shows the sign-in page in place of the answer to a form that was kept.</summary>
    public static void UseKeptForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (KeptForms.Of(context) is null || context.Response.HasStarted)
        {
            return;
        }
        var request = context.Request;
        var language = (string)context.GetRouteValue("lang")!;
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, $"/{language}/account/sign-in", QueryString.Empty);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "FormBased";
        await next(context);
    });
}
