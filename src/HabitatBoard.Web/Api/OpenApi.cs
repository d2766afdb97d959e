using System.Text.Json;
using System.Text.Json.Serialization;
using HabitatBoard.Web.Api.V1;
using Microsoft.OpenApi;

namespace HabitatBoard.Web.Api;

/// <summary>The contract as an OpenAPI 3.1 document, and pages to read it.</summary>
internal static class OpenApi
{
    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        // The description reads the options of MVC, the API those of minimal APIs: enumerations are names in both.
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options => options.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "HabitatBoard",
                Version = "1",
                Description = "The session records of the Executive Board of UN-Habitat. Texts are language maps with a parallel map of their status; "
                    + "what the record does not say is null. Clients accept values that they do not know in every enumeration.",
            });
            options.CustomOperationIds(endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<System.Reflection.MethodInfo>().FirstOrDefault()?.Name);
            options.CustomSchemaIds(SchemaId);
            options.SupportNonNullableReferenceTypes();
            options.UseAllOfToExtendReferenceSchemas();
            options.AddSecurityDefinition(NounOperations.KeyScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of the API, hb_…; an administrator makes one.",
            });
            foreach (var assembly in new[] { typeof(ApiV1).Assembly, typeof(HabitatBoard.Sessions.Session).Assembly })
            {
                options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"));
            }
            // After the comments: one handler serves many nouns.
            options.OperationFilter<NounOperations>();
            options.SchemaFilter<ReferenceSchemas>();
            options.SchemaFilter<MemberSchemas>();
            options.DocumentFilter<ContractDetails>();
            // Content that is as its writer made it: rows of editions, bodies of batches.
            options.MapType<System.Text.Json.Nodes.JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
        });
    }

    public static void MapApiDocumentation(this WebApplication app)
    {
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/swagger/v1/swagger.json", "HabitatBoard API 1");
            options.DocumentTitle = "HabitatBoard API";
        });
    }

    /// <summary><c>Session</c> for <c>SessionContract</c>, <c>SessionPage</c> for a page of them.</summary>
    private static string SchemaId(Type type) => type.IsGenericType
        ? SchemaId(type.GetGenericArguments()[0]) + type.Name.Split('`')[0]
        : type.Name.EndsWith("Contract", StringComparison.Ordinal) ? type.Name[..^"Contract".Length] : type.Name;
}
