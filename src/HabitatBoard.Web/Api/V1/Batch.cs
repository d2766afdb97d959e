using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;

namespace HabitatBoard.Web.Api.V1;

/// <summary>Writes that belong together.</summary>
/// <param name="Operations">What is to be done, in this order; at most 500.</param>
public sealed record BatchContract(IReadOnlyList<BatchOperationContract> Operations);

/// <summary>One write of a batch.</summary>
/// <param name="Method"><c>POST</c>, <c>PUT</c>, <c>PATCH</c> or <c>DELETE</c>.</param>
/// <param name="Path">The address, with <c>/api/v1</c> or from there, <c>/sessions/2024-1/statements</c>.</param>
/// <param name="IfMatch">The entity tag of what the write was made from, as in <c>If-Match</c>; null for <c>POST</c>.</param>
/// <param name="Body">As the write by itself has it; null for <c>DELETE</c>.</param>
public sealed record BatchOperationContract(string Method, string Path, string? IfMatch, JsonObject? Body);

/// <summary>What a batch came to.</summary>
/// <param name="Results">One for each operation, in their order.</param>
public sealed record BatchAnswerContract(IReadOnlyList<BatchResultContract> Results);

/// <summary>What one write of a batch came to.</summary>
/// <param name="Location">Where it stands in the working store; null where it was removed.</param>
/// <param name="Etag">The version that the next write names in <c>If-Match</c>.</param>
/// <param name="Body">What was stored.</param>
public sealed record BatchResultContract(int Status, string? Location, string? Etag, JsonObject? Body);

internal static class BatchApi
{
    /// <summary>The most operations in one batch.</summary>
    public const int MostOperations = 500;

    public static void MapBatch(this RouteGroupBuilder writing) =>
        writing.MapPost("/batch", PostBatch).WithTags("Batch")
            .Accepts<BatchContract>(RequestBody.Json)
            .Produces<BatchAnswerContract>()
            .WithMetadata(new WriteHeaders(RequestHeaders.ReasonName, RequestHeaders.IdempotencyKeyName))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    /// <summary>Does several writes in one transaction, or none of them; an error names the operation.</summary>
    private static async Task<IResult> PostBatch(HttpContext context, RecordWriter writer, BoardStores stores)
    {
        var body = await RequestBody.ReadAsync(context.Request, RequestBody.Json);
        if (body.FirstOrDefault(m => m.Key != "operations") is { Key: { } unknown })
        {
            throw new DraftException([new DraftError(unknown, ErrorCode.UnknownField, unknown)]);
        }
        if (body["operations"] is not JsonArray { Count: > 0 and <= MostOperations } operations)
        {
            throw new DraftException([new DraftError("operations", ErrorCode.OutOfRange, "operations", 1, MostOperations)]);
        }
        await using var db = await stores.Working.CreateDbContextAsync(context.RequestAborted);
        var steps = new List<WriteStep>(operations.Count);
        foreach (var (i, operation) in operations.Index())
        {
            try
            {
                steps.Add(await ReadAsync(operation as JsonObject, db, context.RequestAborted));
            }
            catch (RecordException e)
            {
                throw new StepException(i, e);
            }
        }
        IReadOnlyList<WriteOutcome> outcomes;
        try
        {
            outcomes = await writer.WriteAsync(context, steps, body);
        }
        catch (RecordException e) when (steps.Count == 1 && e.Code != ErrorCode.KeyOfAnotherRequest)
        {
            throw new StepException(0, e);
        }
        context.Response.Headers.CacheControl = "no-store, private";
        return TypedResults.Ok(new BatchAnswerContract([.. outcomes.Select(o => new BatchResultContract(o.Status, o.Location, o.Etag, o.Body))]));
    }

    private static async Task<WriteStep> ReadAsync(JsonObject? operation, BoardDbContext db, CancellationToken cancellationToken)
    {
        var problem = operation?.FirstOrDefault(m => m.Key is not ("method" or "path" or "ifMatch" or "body")).Key;
        if (operation is null || problem is not null)
        {
            throw new DraftException([new DraftError(problem ?? "", problem is null ? ErrorCode.MalformedValue : ErrorCode.UnknownField, problem ?? "operation")]);
        }
        var method = Text("method") ?? "";
        if (method is not ("POST" or "PUT" or "PATCH" or "DELETE"))
        {
            throw new DraftException([new DraftError("method", ErrorCode.MalformedValue, "method")]);
        }
        var path = Text("path") ?? "";
        if (path.StartsWith(ApiV1.Prefix + "/", StringComparison.Ordinal))
        {
            path = path[ApiV1.Prefix.Length..];
        }
        if (!path.StartsWith('/') || NounAddress.Find(Uri.UnescapeDataString(path.Split('?')[0]), ofItem: method != "POST") is not var (noun, values))
        {
            throw new DraftException([new DraftError("path", ErrorCode.MalformedValue, "path")]);
        }
        var body = operation["body"] as JsonObject;
        if (body is null != (method == "DELETE"))
        {
            throw new DraftException([new DraftError("body", ErrorCode.MalformedValue, "body")]);
        }
        var tag = Text("ifMatch");
        return await WriteStep.ReadAsync(method, noun, values, body, () => RequestHeaders.Version(tag), db, cancellationToken);

        string? Text(string name) => operation[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => throw new DraftException([new DraftError(name, ErrorCode.MalformedValue, name)]),
        };
    }
}

/// <summary>The headers that an endpoint for writing reads; the contract is described by it.</summary>
internal sealed class WriteHeaders(params string[] names)
{
    public IReadOnlyList<string> Names { get; } = names;
}
