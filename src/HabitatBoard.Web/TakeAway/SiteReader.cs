using Microsoft.AspNetCore.Http.Extensions;

namespace HabitatBoard.Web.TakeAway;

/// <summary>Marks requests that the archive makes: pages leave out what only serves online.</summary>
internal sealed class ForArchive;

/// <summary>
/// The site as it answers itself, in this process and without a connection: what goes into an archive is what stands at an
/// address, made by the one thing that makes it. It asks as anybody, so it gets what is public and nothing else.
/// </summary>
internal sealed class SiteReader(IServiceScopeFactory scopes, IHttpContextAccessor accessor)
{
    private RequestDelegate? site;

    /// <summary>Takes the endpoints of the application; once, when all are mapped.</summary>
    public void Follow(IEndpointRouteBuilder endpoints, IApplicationBuilder application)
    {
        application.UseRouting();
        application.UseEndpoints(own =>
        {
            foreach (var source in endpoints.DataSources)
            {
                own.DataSources.Add(source);
            }
        });
        site = application.Build();
    }

    /// <summary>The bytes at an address. It must be called where no request is current: see <see cref="Archives"/>.</summary>
    /// <param name="address">From the root of the site, with its query.</param>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async Task<byte[]> ReadAsync(string address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        var request = context.Request;
        var question = address.IndexOf('?', StringComparison.Ordinal);
        (request.Method, request.Scheme, request.Host, request.Protocol) = (HttpMethods.Get, "http", new HostString("localhost"), "HTTP/1.1");
        request.Path = PathString.FromUriComponent(question < 0 ? address : address[..question]);
        request.QueryString = question < 0 ? QueryString.Empty : new QueryString(address[question..]);
        context.Response.Body = body;
        context.Features.Set(new ForArchive());
        accessor.HttpContext = context;
        try
        {
            await site!(context);
            await context.Response.CompleteAsync();
        }
        finally
        {
            accessor.HttpContext = null;
        }
        return context.Response.StatusCode == StatusCodes.Status200OK ? body.ToArray()
            : throw new InvalidOperationException($"{request.GetEncodedPathAndQuery()} answered {context.Response.StatusCode}.");
    }
}
