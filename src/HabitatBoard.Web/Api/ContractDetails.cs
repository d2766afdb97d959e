using System.Globalization;
using HabitatBoard.Editing;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace HabitatBoard.Web.Api;

/// <summary>Says of members what their types do not: which are always there, which only reading has, what problems carry.</summary>
internal sealed class MemberSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: not null } own || context.MemberInfo is not null)
        {
            return;
        }
        if (context.Type == typeof(ProblemDetails))
        {
            Describe(own, context);
        }
        else if (DraftJson.ReadOnlyMembers(context.Type) is { Count: > 0 } names)
        {
            // What was read can be sent back: writing passes over them.
            foreach (var name in names)
            {
                own.Properties.TryAdd(name, name == "id" ? new OpenApiSchema { Type = JsonSchemaType.String, ReadOnly = true } : new OpenApiSchema { ReadOnly = true });
            }
        }
        else if (IsAnswer(context.Type))
        {
            // An answer leaves nothing out: what the record does not say is null.
            own.Required = own.Properties.Keys.ToHashSet();
        }
    }

    /// <summary>Answers are records of this assembly; what is asked for is a draft, or a batch.</summary>
    private static bool IsAnswer(Type type) =>
        type.Assembly == typeof(MemberSchemas).Assembly && !type.Name.EndsWith("Draft", StringComparison.Ordinal)
        && type != typeof(BatchContract) && type != typeof(BatchOperationContract) && type != typeof(OverruledFinding);

    private static void Describe(OpenApiSchema problem, SchemaFilterContext context)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var number = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" };
        problem.Description = "A problem (RFC 9457). `type` is the address of its documentation.";
        problem.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = text,
            ["title"] = text,
            ["status"] = number,
            ["detail"] = text,
            ["instance"] = text,
            ["errors"] = List("What is wrong with each field or parameter.", new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "detail" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["pointer"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "A JSON Pointer into the body." },
                    ["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The name of a parameter." },
                    ["detail"] = text,
                    ["code"] = number,
                },
            }),
            ["step"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "Of a batch: which operation, from 0." },
            ["fields"] = List("Of a stale version (412): the fields that somebody else changed, as JSON Pointers.", text),
            ["etag"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Of a stale version (412): the present one; null where it was removed." },
            ["referrers"] = List("Of what cannot be removed (409): what refers to it, at most 100.", context.SchemaGenerator.GenerateSchema(typeof(ReferrerContract), context.SchemaRepository)),
            ["findings"] = List("Of a publication that is stopped (409): why.", context.SchemaGenerator.GenerateSchema(typeof(FindingContract), context.SchemaRepository)),
        };
        problem.Required = new HashSet<string> { "type", "title", "status", "detail", "instance" };

        static OpenApiSchema List(string description, IOpenApiSchema item) => new() { Type = JsonSchemaType.Array, Description = description, Items = item };
    }
}

/// <summary>What all operations have in common and no handler says: headers, 304, parameters that are numbers.</summary>
internal sealed class ContractDetails : IDocumentFilter
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["ETag"] = "The strong entity tag of the representation, or of the version that a write names in If-Match.",
        ["Link"] = "The address of the next page, rel=next (RFC 8288); absent on the last.",
        ["Location"] = "Where it stands.",
        ["Content-Location"] = "Where it stands now; it moves where its key changes.",
        ["RateLimit"] = "What is left of the budget. Answers from memory have no budget and no such header.",
        ["RateLimit-Policy"] = "The budget.",
        ["Retry-After"] = "After how many seconds to try again.",
    };

    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Headers = Headers.ToDictionary(
            h => h.Key, h => (IOpenApiHeader)new OpenApiHeader { Description = h.Value, Schema = new OpenApiSchema { Type = h.Key == "Retry-After" ? JsonSchemaType.Integer : JsonSchemaType.String } });
        foreach (var schema in document.Components.Schemas?.Values ?? [])
        {
            MayBeNull(schema);
        }
        foreach (var (method, operation) in document.Paths.Values.SelectMany(p => p.Operations ?? []))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parameter.Schema = NumberOf(parameter) ?? parameter.Schema;
            }
            var responses = operation.Responses ??= [];
            if (method == HttpMethod.Get && operation.Security is not { Count: > 0 })
            {
                responses["304"] = new OpenApiResponse { Description = "Not Modified" };
            }
            foreach (var (status, response) in responses)
            {
                if (response is OpenApiResponse own && HeadersOf(method, status, own).ToList() is { Count: > 0 } names)
                {
                    own.Headers = names.ToDictionary(h => h, h => (IOpenApiHeader)new OpenApiHeaderReference(h, document));
                }
            }
        }
    }

    private static IEnumerable<string> HeadersOf(HttpMethod method, string status, OpenApiResponse response)
    {
        var found = method == HttpMethod.Get && status is "200" or "304";
        if (found || (status is "200" or "201" && method != HttpMethod.Get))
        {
            yield return "ETag";
        }
        if (found && response.Content?.Values.Any(c => IsPage(c.Schema)) == true)
        {
            yield return "Link";
        }
        if (status == "201")
        {
            yield return "Location";
        }
        if (status == "200" && (method == HttpMethod.Put || method == HttpMethod.Patch))
        {
            yield return "Content-Location";
        }
        // Every answer has these; said once for each operation, and where they matter most.
        if (status[0] == '2' || status == "429")
        {
            yield return "RateLimit";
            yield return "RateLimit-Policy";
        }
        if (status == "429")
        {
            yield return "Retry-After";
        }
    }

    private static bool IsPage(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id?.EndsWith("Page", StringComparison.Ordinal) == true || reference.Reference.Id == nameof(SearchAnswerContract)[..^"Contract".Length],
        OpenApiSchema own => own.Properties?.ContainsKey("next") == true,
        _ => false,
    };

    /// <summary>Numbers are read as text, so that what is none gets an answer that explains.</summary>
    private static OpenApiSchema? NumberOf(OpenApiParameter parameter) => (parameter.In, parameter.Name) switch
    {
        (ParameterLocation.Query, "limit") => Whole("int32", 1, PageQuery.MaxLimit),
        (ParameterLocation.Query, "since") => Whole("int64", 0),
        (ParameterLocation.Query or ParameterLocation.Path, "year") => Whole("int32", 1),
        (ParameterLocation.Path, "number" or "edition") => Whole("int32", 1),
        _ => null,
    };

    private static OpenApiSchema Whole(string format, int least, int? most = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = format,
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The generator says "null, and one of these at once", which nothing is.</summary>
    private static void MayBeNull(IOpenApiSchema? schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return;
        }
        if (own.Type == JsonSchemaType.Null && own.AllOf is { Count: > 0 } all)
        {
            (own.Type, own.AllOf, own.AnyOf) = (null, null, [.. all, new OpenApiSchema { Type = JsonSchemaType.Null }]);
        }
        foreach (var inner in (own.Properties?.Values ?? []).Concat(own.AllOf ?? []).Concat(own.AnyOf ?? []).Append(own.Items).Append(own.AdditionalProperties))
        {
            MayBeNull(inner);
        }
    }
}
