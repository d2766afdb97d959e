using System.Globalization;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HabitatBoard.Web.Api.V1;

/// <summary>
/// The resources of one kind of fact as they are written: what is read here can be changed and sent back. One class for
/// all kinds: what differs between them is their editors.
/// </summary>
internal sealed class NounApi(NounAddress noun)
{
    /// <summary>Maps every kind of fact: reading where it has no reader of its own, and writing.</summary>
    public static void Map(RouteGroupBuilder reading, RouteGroupBuilder writing)
    {
        foreach (var noun in NounAddress.All)
        {
            var api = new NounApi(noun);
            if (!noun.HasList)
            {
                Describe(Inside(reading, noun).MapGet(noun.Collection, api.GetAll), noun, NounOperation.List);
            }
            if (!noun.HasReader)
            {
                Describe(Inside(reading, noun).MapGet(noun.Item, api.GetOne), noun, NounOperation.Read);
            }
            Describe(writing.MapPost(noun.Collection, api.Create), noun, NounOperation.Create);
            Describe(writing.MapPut(noun.Item, api.Replace), noun, NounOperation.Replace);
            Describe(writing.MapPatch(noun.Item, api.Change), noun, NounOperation.Change);
            Describe(writing.MapDelete(noun.Item, api.Remove), noun, NounOperation.Remove);
        }

        static void Describe(RouteHandlerBuilder endpoint, NounAddress noun, NounOperation operation) =>
            endpoint.WithTags(noun.Tag).WithMetadata(new NounEndpoint(noun, operation));

        static RouteGroupBuilder Inside(RouteGroupBuilder reading, NounAddress noun)
        {
            var group = reading.MapGroup("");
            if (noun.Collection.Contains("{session}", StringComparison.Ordinal))
            {
                group.AddEndpointFilter(ApiV1.SessionExistsAsync);
            }
            return group;
        }
    }

    /// <summary>
    /// Gives what is read from the working store the version that a write of it has to name. Taken before the rest is read:
    /// should somebody write in between, the version is the older, and the next write is refused.
    /// </summary>
    public static async ValueTask<object?> TagAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<ChosenStore>().IsWorking
            && http.Request.Path.StartsWithSegments(ApiV1.Prefix, out var path)
            && NounAddress.Find(path, ofItem: true) is var (noun, values) && noun.HasReader)
        {
            var db = http.RequestServices.GetRequiredService<BoardDbContext>();
            try
            {
                if (await noun.Editor.FindAsync(db, await noun.UnitOfAsync(db, values, http.RequestAborted), noun.KeyOf(values), http.RequestAborted) is { } found)
                {
                    http.Response.Headers.ETag = $"\"{found.Version}\"";
                    if (EntityTags.IsKnown(http.Request, $"\"{found.Version}\""))
                    {
                        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
                    }
                }
            }
            catch (RecordException)
            {
                // Not there, as the reader will say.
            }
        }
        return await next(context);
    }

    private async Task<Results<JsonHttpResult<JsonObject>, StatusCodeHttpResult, ProblemHttpResult>> GetOne(HttpContext context, BoardDbContext db, ChosenStore store, CancellationToken cancellationToken)
    {
        var values = context.Request.RouteValues;
        var key = noun.KeyOf(values);
        if (await noun.Editor.FindAsync(db, await noun.UnitOfAsync(db, values, cancellationToken), key, cancellationToken) is not { } found)
        {
            return Problems.Of(context, ErrorCode.RecordNotFound, noun.Editor.Name, Problems.Shorten(key));
        }
        if (store.IsWorking)
        {
            context.Response.Headers.ETag = $"\"{found.Version}\"";
            if (EntityTags.IsKnown(context.Request, $"\"{found.Version}\""))
            {
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }
        }
        return TypedResults.Json(RecordWriter.BodyOf(noun.Editor, found));
    }

    private async Task<Results<Ok<Page<JsonObject>>, ProblemHttpResult>> GetAll([AsParameters] PageQuery page, HttpContext context, BoardDbContext db, CancellationToken cancellationToken)
    {
        var all = await noun.Editor.AllAsync(db, await noun.UnitOfAsync(db, context.Request.RouteValues, cancellationToken), cancellationToken);
        return Paging.Slice(context, page, all.Select(e => (PlaceOf(e), RecordWriter.BodyOf(noun.Editor, e))));
    }

    private Task<IResult> Create(HttpContext context, RecordWriter writer, BoardStores stores) => WriteAsync(context, writer, stores);

    private Task<IResult> Replace(HttpContext context, RecordWriter writer, BoardStores stores) => WriteAsync(context, writer, stores);

    private Task<IResult> Change(HttpContext context, RecordWriter writer, BoardStores stores) => WriteAsync(context, writer, stores);

    private Task<IResult> Remove(HttpContext context, RecordWriter writer, BoardStores stores) => WriteAsync(context, writer, stores);

    private async Task<IResult> WriteAsync(HttpContext context, RecordWriter writer, BoardStores stores)
    {
        var request = context.Request;
        var body = HttpMethods.IsDelete(request.Method) ? null
            : await (HttpMethods.IsPatch(request.Method) ? RequestBody.ReadAsync(request, RequestBody.MergePatch, RequestBody.Json) : RequestBody.ReadAsync(request, RequestBody.Json));
        await using var db = await stores.Working.CreateDbContextAsync(context.RequestAborted);
        var step = await WriteStep.ReadAsync(request.Method, noun, request.RouteValues, body, () => RequestHeaders.Version(request), db, context.RequestAborted);
        var outcome = (await writer.WriteAsync(context, [step], body))[0];
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store, private";
        headers.ETag = outcome.Etag;
        if (outcome.Status == StatusCodes.Status204NoContent)
        {
            return TypedResults.NoContent();
        }
        // What has a new key has a new address; the old one is gone.
        headers[outcome.Status == StatusCodes.Status201Created ? "Location" : "Content-Location"] = outcome.Location;
        return TypedResults.Json(outcome.Body, statusCode: outcome.Status);
    }

    /// <summary>Where it stands in a list: by paragraph and order, where it has them, then by its key, numbers by their value.</summary>
    private static string PlaceOf(Editable editable)
    {
        var draft = DraftJson.Write(editable.Draft);
        var key = string.Concat(editable.Key.Split('-').Select(part => part.PadLeft(12, '0')));
        return string.Create(CultureInfo.InvariantCulture, $"{Number("paragraph") ?? Number("reportParagraph") ?? 0:D6}/{Number("order") ?? 0:D6}/{key}");

        int? Number(string name) => draft[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
    }
}

/// <summary>What is done at an endpoint of a noun.</summary>
internal enum NounOperation
{
    List,
    Read,
    Create,
    Replace,
    Change,
    Remove,
}

/// <summary>Which noun an endpoint is of; the contract is described by it.</summary>
internal sealed record NounEndpoint(NounAddress Noun, NounOperation Operation);
