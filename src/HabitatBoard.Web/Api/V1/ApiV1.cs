using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Pages;
using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Api.V1;

/// <summary>Version 1 of the REST API: its routes and what they have in common.</summary>
internal static class ApiV1
{
    public const string Prefix = "/api/v1";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublishedRegisters>();
        builder.Services.AddSingleton<RecordWriter>();
        builder.Services.AddSingleton<Receipts>();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(CanonicalJson.Values.PropertyNamingPolicy));
            // Han and Arabic as they are: the escaped form is twice as long and nobody can read it.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        builder.Services.AddOpenApiDocument();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Prefix)
            .AddEndpointFilter(AcceptsJsonAsync)
            .AddEndpointFilterFactory(OnlyKnownParameters)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        var reading = api.MapGroup("")
            .AddEndpointFilter(NounApi.TagAsync)
            .WithMetadata(new PublishedContent());
        reading.MapSessions();
        reading.MapDecisions();
        reading.MapDecisionPapers();
        reading.MapDocuments();
        reading.MapDelegations();
        reading.MapStatements();
        reading.MapSearch();
        reading.MapChanges();
        reading.MapExport();

        reading.MapRegisterEditions();

        // Editions stay when their session is withdrawn.
        reading.MapGroup("/sessions/{session}").ProducesProblem(StatusCodes.Status404NotFound).MapEditions();

        var session = reading.MapGroup("/sessions/{session}")
            .AddEndpointFilter(SessionExistsAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
        session.MapAgenda();
        session.MapAttendance();
        session.MapSessionDocuments();
        session.MapSessionStatements();
        session.MapAdoptions();
        session.MapActs();
        session.MapEvents();
        session.MapSessionDecisions();
        session.MapReport();
        session.MapPapers();
        session.MapArchiveOfApi();
        api.MapGroup("/sessions/{session}").AddEndpointFilter(SessionExistsAsync).ProducesProblem(StatusCodes.Status404NotFound).MapChecks();

        var writing = api.MapGroup("")
            .RequireAuthorization(Policies.Edit)
            .AddEndpointFilter(app.Services.GetRequiredService<WriteLimits>())
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        writing.MapPublications();
        writing.MapBatch();
        writing.MapImports();
        NounApi.Map(reading, writing);
    }

    private static async ValueTask<object?> AcceptsJsonAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var accept = context.HttpContext.Request.Headers.Accept;
        // What answers with files looks itself whether the one asked for is accepted.
        if (accept.Count == 0 || context.HttpContext.GetEndpoint()!.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(p => p.Type == typeof(Stream)))
        {
            return await next(context);
        }
        var json = new MediaTypeHeaderValue("application/json");
        return MediaTypeHeaderValue.TryParseStrictList(accept, out var wanted) && wanted.Any(w => w.Quality is not 0 && json.IsSubsetOf(w))
            ? await next(context)
            : Problems.Of(context.HttpContext, ErrorCode.NotAcceptable);
    }

    /// <summary>A parameter that nobody reads would look like a filter that works.</summary>
    private static EndpointFilterDelegate OnlyKnownParameters(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var known = context.MethodInfo.GetParameters()
            .SelectMany(p => p.IsDefined(typeof(AsParametersAttribute), false) ? p.ParameterType.GetProperties().Cast<ICustomAttributeProvider>() : [p])
            .SelectMany(p => p.GetCustomAttributes(typeof(FromQueryAttribute), true).Cast<FromQueryAttribute>())
            .Select(a => a.Name!)
            .ToHashSet(StringComparer.Ordinal);
        var list = known.Count == 0 ? "–" : string.Join(", ", known.Order(StringComparer.Ordinal));
        return invocation =>
        {
            var http = invocation.HttpContext;
            foreach (var (name, values) in http.Request.Query)
            {
                if (name == ChosenStore.Parameter && values.Count == 1 && HttpMethods.IsGet(http.Request.Method))
                {
                    var accepted = StoresOf(http);
                    if (accepted.Contains(values[0]!))
                    {
                        continue;
                    }
                    return ValueTask.FromResult<object?>(Problems.OfParameter(http, name, values, string.Join(", ", accepted)));
                }
                if (!known.Contains(name))
                {
                    return ValueTask.FromResult<object?>(Problems.OfParameter(http, name, values, list));
                }
                if (values.Count > 1)
                {
                    return ValueTask.FromResult<object?>(Problems.OfParameter(http, name, values, $"{name}=…"));
                }
            }
            return next(invocation);
        };
    }

    /// <summary>Which stores an endpoint answers from.</summary>
    private static IReadOnlyList<string> StoresOf(HttpContext context) =>
        context.GetEndpoint()!.Metadata.GetMetadata<PublishedContent>() is { InWorkingStore: false } ? [ChosenStore.Published] : [ChosenStore.Published, ChosenStore.Working];

    public static async ValueTask<object?> SessionExistsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = (string)http.GetRouteValue("session")!;
        var db = http.RequestServices.GetRequiredService<BoardDbContext>();
        return await db.Sessions.AnyAsync(s => s.Id == session, http.RequestAborted)
            ? await next(context)
            : Problems.Of(http, await SessionFrame.WhyMissingAsync(db, session, http.RequestAborted), session);
    }
}
