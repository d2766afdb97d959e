using HabitatBoard.Data;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace HabitatBoard.Web.Hosting;

/// <summary>Marks the endpoints that show the public pages over the working store. They require <see cref="Policies.Edit"/>.</summary>
internal sealed class Preview;

/// <summary>
/// The store that a request reads: the published one, unless somebody who may edit asked for the working one. Whoever
/// takes the record from the services gets the one chosen here, and nothing else chooses.
/// </summary>
public sealed class ChosenStore(BoardStores stores)
{
    /// <summary>The parameter that asks.</summary>
    public const string Parameter = "store";

    /// <summary>Its value for the working store.</summary>
    public const string Working = "working";

    /// <summary>Its value for the published store, which is also what one gets without it.</summary>
    public const string Published = "published";

    private bool isOpen;

    public bool IsWorking { get; private set; }

    internal BoardDbContext Open()
    {
        isOpen = true;
        return (IsWorking ? stores.Working : stores.Published).CreateDbContext();
    }

    /// <summary>Lets a request have the working store. What it is answered is for the caller alone and kept by nobody.</summary>
    internal static void LetIn(HttpContext context)
    {
        var chosen = context.RequestServices.GetRequiredService<ChosenStore>();
        if (chosen.isOpen || context.User.Role is null)
        {
            throw new InvalidOperationException("Too late, or for nobody who may: the working store is not for this request.");
        }
        chosen.IsWorking = true;
        context.Response.Headers.CacheControl = "no-store, private";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }
}

internal static class ChosenStoreMiddleware
{
    /// <summary>
    /// Lets previews read the working store, whose policy was asked before; and asks it before a request of the API does.
    /// Behind authorization, and in front of whatever opens a store.
    /// </summary>
    public static void UseChosenStore(this WebApplication app)
    {
        var policies = app.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var refusals = app.Services.GetRequiredService<IAuthorizationMiddlewareResultHandler>();
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<Preview>() is not null)
            {
                ChosenStore.LetIn(context);
                await next(context);
                return;
            }
            if (!context.Request.Path.StartsWithSegments(ApiV1.Prefix) || !context.Request.Query[ChosenStore.Parameter].Contains(ChosenStore.Working))
            {
                await next(context);
                return;
            }
            var policy = (await policies.GetPolicyAsync(Policies.Edit))!;
            var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
            var caller = await evaluator.AuthenticateAsync(policy, context);
            var verdict = await evaluator.AuthorizeAsync(policy, caller, context, context.GetEndpoint());
            await refusals.HandleAsync(
                let =>
                {
                    ChosenStore.LetIn(let);
                    return next(let);
                },
                context,
                policy,
                verdict);
        });
    }
}
