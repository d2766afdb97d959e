using System.Text.Json.Nodes;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace HabitatBoard.Web.Api;

/// <summary>
/// Describes in the contract what endpoints have in common that their handlers do not show: the nouns that one handler
/// serves, the store that reading can choose, the headers that writing reads, and who may.
/// </summary>
internal sealed class NounOperations : IOperationFilter
{
    public const string KeyScheme = "key";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<NounEndpoint>().LastOrDefault() is { } endpoint)
        {
            Describe(operation, context, endpoint);
        }
        if (metadata.OfType<WriteHeaders>().LastOrDefault() is { } headers)
        {
            AddHeaders(operation, headers.Names);
        }
        if (metadata.OfType<BodyTypes>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = body.Types.ToDictionary(t => t, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
            };
        }
        if (HttpMethods.IsGet(context.ApiDescription.HttpMethod ?? "") && metadata.OfType<PublishedContent>().LastOrDefault() is not { InWorkingStore: false })
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = ChosenStore.Parameter,
                In = ParameterLocation.Query,
                Description = "Which store answers: published, or working for those who may edit; published where it is left out.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [ChosenStore.Published, ChosenStore.Working] },
            });
        }
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
        }
    }

    private static void Describe(OpenApiOperation operation, OperationFilterContext context, NounEndpoint endpoint)
    {
        var (noun, kind) = endpoint;
        var many = char.ToUpperInvariant(noun.Editor.Collection[0]) + noun.Editor.Collection[1..];
        var words = Words(noun.Editor.Name);
        (operation.OperationId, operation.Summary) = kind switch
        {
            NounOperation.List => ($"GetAll{many}", $"Each {words} that is recorded, as it is written."),
            NounOperation.Read => ($"Read{noun.Noun}", $"One {words}, as it is written: change it, and send it back."),
            NounOperation.Create => ($"Create{noun.Noun}", $"Creates one {words} in the working store."),
            NounOperation.Replace => ($"Replace{noun.Noun}", $"Replaces one {words} in the working store."),
            NounOperation.Change => ($"Change{noun.Noun}", $"Changes some fields of one {words} in the working store, by a merge patch (RFC 7396)."),
            _ => ($"Remove{noun.Noun}", $"Removes one {words} from the working store, unless something refers to it."),
        };
        AddPath(operation, kind is NounOperation.List or NounOperation.Create ? noun.Collection : noun.Item);
        AddHeaders(operation, kind switch
        {
            NounOperation.List or NounOperation.Read => [],
            NounOperation.Create => [RequestHeaders.ReasonName, RequestHeaders.IdempotencyKeyName],
            _ => ["If-Match", RequestHeaders.ReasonName],
        });
        var draft = context.SchemaGenerator.GenerateSchema(noun.Editor.DraftType, context.SchemaRepository);
        if (kind is NounOperation.Create or NounOperation.Replace or NounOperation.Change)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [kind == NounOperation.Change ? RequestBody.MergePatch : RequestBody.Json] = new() { Schema = kind == NounOperation.Change ? new OpenApiSchema { Type = JsonSchemaType.Object } : draft },
                },
            };
        }
        operation.Responses ??= [];
        operation.Responses.Remove("200");
        switch (kind)
        {
            case NounOperation.List:
                operation.Responses["200"] = Answer("OK", new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "items", "total", "next" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = draft },
                        ["total"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                        ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                    },
                });
                break;
            case NounOperation.Remove:
                operation.Responses["204"] = new OpenApiResponse { Description = "No Content" };
                break;
            default:
                operation.Responses[kind == NounOperation.Create ? "201" : "200"] = Answer(kind == NounOperation.Create ? "Created" : "OK", draft);
                break;
        }
        var problem = context.SchemaGenerator.GenerateSchema(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), context.SchemaRepository);
        foreach (var (status, description) in Problems(kind))
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { [Api.Problems.MediaType] = new() { Schema = problem } },
            };
        }
    }

    private static IEnumerable<(string Status, string Description)> Problems(NounOperation kind)
    {
        yield return ("404", "Not Found");
        if (kind is NounOperation.List or NounOperation.Read)
        {
            yield break;
        }
        yield return ("422", "Unprocessable Entity");
        if (kind == NounOperation.Create)
        {
            yield break;
        }
        yield return ("409", "Conflict");
        yield return ("412", "Precondition Failed");
        yield return ("428", "Precondition Required");
    }

    private static OpenApiResponse Answer(string description, IOpenApiSchema schema) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [RequestBody.Json] = new() { Schema = schema } },
    };

    private static void AddPath(OpenApiOperation operation, string template)
    {
        foreach (var name in template.Split('{').Skip(1).Select(p => p.Split('}')[0]).Reverse())
        {
            var (description, example) = name switch
            {
                "session" => ("Year and number in the year.", "2024-1"),
                "item" => ("The item's number, 4, 2a or 2(a).", "2a"),
                "year" => ("The year.", "2024"),
                "number" => ("The number within the year.", "1"),
                "slug" => ("The symbol with - for /, or 2024-1-paper-1.", "HSP-EB.2024-2-Add.1"),
                "code" => ("The code.", "AFR"),
                _ => ("The id, or the number where it has one.", "1"),
            };
            operation.Parameters!.Insert(0, new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create(example),
            });
        }
    }

    private static void AddHeaders(OpenApiOperation operation, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            operation.Parameters!.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Required = name == "If-Match",
                Description = name switch
                {
                    "If-Match" => "The entity tag of what the write was made from, as read with store=working. One strong tag; any (*) is refused.",
                    RequestHeaders.ReasonName => "Why, for the history, as percent-encoded UTF-8; required where adopted text is corrected.",
                    _ => "What the caller calls the request: sent again with the same body within 24 hours, it is answered the same and done once.",
                },
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    /// <summary><c>agenda item</c> for <c>agendaItem</c>.</summary>
    private static string Words(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}

/// <summary>References are read as a code or as an object with one: the contract shows both.</summary>
internal sealed class ReferenceSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema own && context.MemberInfo?.IsDefined(typeof(System.Text.Json.Serialization.JsonConverterAttribute), false) == true
            && context.Type == typeof(string))
        {
            own.Type = null;
            own.AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["code"] = new OpenApiSchema { Type = JsonSchemaType.String } } },
            ];
        }
    }
}
