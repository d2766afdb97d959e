using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Errors;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Api;

/// <summary>Reads what is sent as JSON, strictly: what two readers could read differently is refused.</summary>
internal static class RequestBody
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>Deeper than anything of the record, a batch included.</summary>
    private const int Depth = 24;

    /// <summary>Reads the body as a JSON object.</summary>
    /// <exception cref="RecordException">It is of another type, or not JSON in UTF-8, or names a member twice.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, params string[] types)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || type.Charset is { HasValue: true } charset && !charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || request.Headers.ContentEncoding.Any(e => !string.Equals(e, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RecordException(ErrorCode.UnsupportedMediaType);
        }
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    private static JsonObject Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            RequireTexts(json.Span);
            // A member that stands twice would be one thing to us and another to whoever logs or signs it (RFC 8259, section 4).
            return JsonNode.Parse(json.Span, documentOptions: new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new RecordException(ErrorCode.MalformedJson, 1, 1);
        }
        catch (JsonException e)
        {
            throw new RecordException(ErrorCode.MalformedJson, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
    }

    /// <summary>Every string is a text: escapes can write halves of surrogate pairs, which have no UTF-8.</summary>
    private static void RequireTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            {
                continue;
            }
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                var before = json[..(int)reader.TokenStartIndex];
                throw new RecordException(ErrorCode.MalformedJson, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
            }
        }
    }
}
