using System.Globalization;
using System.Resources;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Api;

/// <summary>
/// Errors as RFC 9457 problems: <c>type</c> is the address of the error's documentation, <c>title</c> and <c>detail</c>
/// are in the reader's language.
/// </summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    private static readonly ResourceManager Sentences = new("HabitatBoard.Web.Resources.Problems", typeof(Problems).Assembly);

    public static int StatusOf(ErrorCode code) => code switch
    {
        ErrorCode.MethodNotAllowed => 405,
        ErrorCode.NotAcceptable => 406,
        ErrorCode.AddressTooLong => 414,
        ErrorCode.UnsupportedMediaType => 415,
        ErrorCode.BodyTooLarge or ErrorCode.ImportTooLarge => 413,
        ErrorCode.TooManyRequests => 429,
        ErrorCode.RangeNotSatisfiable => 416,
        ErrorCode.SecureConnectionRequired => 403,
        ErrorCode.Unexpected => 500,
        ErrorCode.StoreUnavailable => 503,
        ErrorCode.LinkSpent or ErrorCode.SessionWithdrawn => 410,
        ErrorCode.NotFound or (>= (ErrorCode)2000 and < (ErrorCode)3000) => 404,
        ErrorCode.StillReferredTo or ErrorCode.NothingToPublish or ErrorCode.FindingsStand or ErrorCode.PublishAnotherFirst => 409,
        ErrorCode.StaleVersion or ErrorCode.PreconditionFailed => 412,
        ErrorCode.VersionRequired => 428,
        ErrorCode.SignInRequired or ErrorCode.KeyRefused => 401,
        ErrorCode.NotAllowed or ErrorCode.SecondFactorRequired => 403,
        ErrorCode.FormExpired => 400,
        ErrorCode.UserNotFound or ErrorCode.KeyNotFound => 404,
        >= (ErrorCode)3000 => 422,
        _ => 400,
    };

    /// <summary>A problem as the answer of a handler.</summary>
    public static ProblemHttpResult Of(HttpContext context, ErrorCode code, params object[] about) =>
        TypedResults.Problem(Details(context, code, about));

    /// <summary>A problem with one parameter of the query.</summary>
    public static ProblemHttpResult OfParameter(HttpContext context, string name, string? value, string accepted)
    {
        var problem = Details(context, ErrorCode.InvalidParameter, name, Shorten(value), accepted);
        problem.Extensions["errors"] = new[] { new { parameter = name, detail = problem.Detail } };
        return TypedResults.Problem(problem);
    }

    /// <summary>A problem as the whole answer: a page for whoever reads pages, else JSON.</summary>
    public static Task WriteAsync(HttpContext context, ErrorCode code, params object[] about) => WriteAsync(context, code, about, null);

    private static async Task WriteAsync(HttpContext context, ErrorCode code, object[] about, Exception? exception)
    {
        SecurityHeaders.Apply(context);
        context.Response.StatusCode = StatusOf(code);
        context.Response.Headers.CacheControl = "no-store";
        if (ProblemPages.Wanted(context.Request))
        {
            await ProblemPages.WriteAsync(context, code, about);
            return;
        }
        var problem = Details(context, code, about);
        Explain(problem, exception, LanguageOf(context.Request));
        await context.Response.WriteAsJsonAsync(problem, options: null, MediaType, context.RequestAborted);
    }

    /// <summary>The sentence of the catalogue, <c>title</c>, <c>detail</c> or <c>help</c>, in one language.</summary>
    public static string Sentence(ErrorCode code, string which, Language language) =>
        Sentences.GetString(string.Create(CultureInfo.InvariantCulture, $"{(int)code}.{which}"), CultureInfo.GetCultureInfo(language.Code))!;

    /// <summary>The language that the request likes best; English where it names none of those there are.</summary>
    public static Language LanguageOf(HttpRequest request, IReadOnlyList<Language>? among = null) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Where(l => l.Quality is not 0)
            .Select(l => OfficialLanguages.TryParse(l.Value.Value?.Split('-')[0].ToLowerInvariant(), out var language) && (among ?? OfficialLanguages.All).Contains(language) ? language : (Language?)null)
            .FirstOrDefault(l => l is not null) ?? Language.En;

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context =>
            {
                var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
                var (code, about) = Read(exception, context);
                return WriteAsync(context, code, about, exception);
            },
            // What is the caller's doing is answered, not logged as a failure of ours.
            SuppressDiagnosticsCallback = handled => StatusOf(Read(handled.Exception, handled.HttpContext).Code) < 500,
        });
        app.UseStatusCodePages(page => page.HttpContext.Response.StatusCode switch
        {
            404 => WriteAsync(page.HttpContext, ErrorCode.NotFound, Shorten(page.HttpContext.Request.Path)),
            405 => WriteAsync(Allowing(page.HttpContext), ErrorCode.MethodNotAllowed, page.HttpContext.Request.Method),
            406 => WriteAsync(page.HttpContext, ErrorCode.NotAcceptable),
            412 => WriteAsync(page.HttpContext, ErrorCode.PreconditionFailed),
            413 => WriteAsync(page.HttpContext, ErrorCode.BodyTooLarge, HttpLimits.BodyLength),
            414 => WriteAsync(page.HttpContext, ErrorCode.AddressTooLong, HttpLimits.AddressLength),
            415 => WriteAsync(page.HttpContext, ErrorCode.UnsupportedMediaType),
            >= 400 and < 500 => WriteAsync(page.HttpContext, ErrorCode.MalformedRequest),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>Whatever answers GET answers HEAD, though no endpoint says so.</summary>
    private static HttpContext Allowing(HttpContext context)
    {
        if (context.Response.Headers.Allow.ToString() is var allow && allow.Contains(HttpMethods.Get, StringComparison.Ordinal) && !allow.Contains(HttpMethods.Head, StringComparison.Ordinal))
        {
            context.Response.Headers.Allow = $"{allow}, {HttpMethods.Head}";
        }
        return context;
    }

    private static (ErrorCode Code, object[] About) Read(Exception exception, HttpContext context) => exception switch
    {
        RecordException e => (e.Code, [.. e.About]),
        StepException e => Read(e.Reason, context),
        BadHttpRequestException { StatusCode: 413 } => (ErrorCode.BodyTooLarge, [context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? HttpLimits.BodyLength]),
        BadHttpRequestException => (ErrorCode.MalformedRequest, []),
        // Two made the same thing at once, and neither saw the other's.
        DbUpdateException e when Stores(context).BrokenInvariant(e) is { } broken => (broken, [.. e.Entries.Select(entry => (object)entry.Metadata.ClrType.Name).DefaultIfEmpty("–").Take(1)]),
        _ when Stores(context).IsUnavailable(exception) => (ErrorCode.StoreUnavailable, []),
        _ => (ErrorCode.Unexpected, []),
    };

    private static BoardStores Stores(HttpContext context) => context.RequestServices.GetRequiredService<BoardStores>();

    private static ProblemDetails Details(HttpContext context, ErrorCode code, params object[] about)
    {
        var language = LanguageOf(context.Request);
        context.Response.Headers.ContentLanguage = language.Code;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        // What is missing now can be published the next moment.
        context.Response.Headers.CacheControl = "no-store";
        return new ProblemDetails
        {
            Type = string.Create(CultureInfo.InvariantCulture, $"/problems/{(int)code}"),
            Title = Sentence(code, "title", language),
            Status = StatusOf(code),
            Detail = Detail(code, language, about),
            Instance = Shorten(context.Request.Path),
        };
    }

    /// <summary>Says what an exception knows beside its code: which fields, which step, what is there now, what refers to it.</summary>
    private static void Explain(ProblemDetails problem, Exception? exception, Language language)
    {
        var (members, pointer) = (problem.Extensions, "");
        if (exception is StepException step)
        {
            members["step"] = step.Step;
            (exception, pointer) = (step.Reason, string.Create(CultureInfo.InvariantCulture, $"/operations/{step.Step}"));
        }
        switch (exception)
        {
            case DraftException draft:
                // In a batch the draft is the body of its operation.
                var inBody = pointer.Length > 0 && !draft.Errors.All(e => e.Field is "" or "method" or "path" or "body");
                members["errors"] = draft.Errors.Select(e => new
                {
                    pointer = pointer + (inBody ? "/body" : "") + e.Pointer,
                    detail = Detail(e.Code, language, [.. e.About]),
                    code = (int)e.Code,
                });
                break;
            case StaleException stale:
                members["fields"] = stale.Fields;
                members["etag"] = stale.Current is { } current ? $"\"{current.Version}\"" : null;
                break;
            case ReferredException referred:
                members["referrers"] = referred.Referrers;
                break;
            case FindingsException standing:
                members["findings"] = standing.Findings;
                break;
        }
    }

    /// <summary>The sentence that says what is wrong this time.</summary>
    public static string Detail(ErrorCode code, Language language, params object[] about) =>
        string.Format(CultureInfo.InvariantCulture, Sentence(code, "detail", language), about);

    public static string Shorten(string? value) => value is null ? "" : value.Length <= 200 ? value : value[..200] + "…";
}
