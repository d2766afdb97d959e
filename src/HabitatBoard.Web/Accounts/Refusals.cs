using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HabitatBoard.Web.Accounts;

/// <summary>What those are told who may not: programs a problem, people the way to sign in or the reason.</summary>
internal sealed class Refusals(SecurityLog log) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded)
        {
            await next(context);
            return;
        }
        var page = !context.Request.Path.StartsWithSegments(ApiV1.Prefix);
        if (result.Challenged)
        {
            if (page && await KeptForms.KeepAsync(context))
            {
                return;
            }
            await (page ? SignInAsync(context) : ChallengeAsync(context));
            return;
        }
        var secondFactor = result.AuthorizationFailure?.FailedRequirements.All(r => r is Policies.SecondFactor) == true;
        log.Refused(context.Request.Path, secondFactor ? "no second factor" : "role");
        if (page && secondFactor && HttpMethods.IsGet(context.Request.Method))
        {
            Redirect(context, "/account/authenticator");
            return;
        }
        await Problems.WriteAsync(context, secondFactor ? ErrorCode.SecondFactorRequired : ErrorCode.NotAllowed);
    }

    private static Task ChallengeAsync(HttpContext context)
    {
        var presented = KeyHandler.IsPresented(context.Request);
        // RFC 6750, section 3.
        context.Response.Headers.WWWAuthenticate = presented ? "Bearer realm=\"HabitatBoard\", error=\"invalid_token\"" : "Bearer realm=\"HabitatBoard\"";
        return Problems.WriteAsync(context, presented ? ErrorCode.KeyRefused : ErrorCode.SignInRequired);
    }

    private static Task SignInAsync(HttpContext context)
    {
        Redirect(context, "/account/sign-in");
        return Task.CompletedTask;
    }

    /// <summary>To a page of the account in the language of the address, and from there back.</summary>
    private static void Redirect(HttpContext context, string page)
    {
        var language = InterfaceLanguages.TryParse(context.GetRouteValue("lang") as string, out var ofAddress) ? ofAddress : InterfaceLanguages.Choose(context.Request);
        // What was posted cannot be got: back to where its form stands.
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent() : $"/{language.Code}/manage";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"/{language.Code}{page}{QueryString.Create("returnUrl", back)}");
    }
}

/// <summary>Says what is wrong with a form whose token is missing or of another sign-in.</summary>
internal sealed class FormTokenFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            // A form that cannot be read, one with a NUL for instance, has no token either.
            var unread = context.HttpContext.Request.HasFormContentType && context.HttpContext.Features.Get<IFormFeature>()?.Form is null;
            context.Result = new ProblemResult(unread ? ErrorCode.MalformedRequest : ErrorCode.FormExpired);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
