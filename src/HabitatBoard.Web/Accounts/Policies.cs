using System.Security.Claims;
using HabitatBoard.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace HabitatBoard.Web.Accounts;

/// <summary>Who may do what; said here and nowhere else. Endpoints name one of these.</summary>
public static class Policies
{
    /// <summary>Whoever is signed in, with a role or without.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Edit the working store: every role.</summary>
    public const string Edit = nameof(Edit);

    /// <summary>Publish, restore, overrule checks: Publishers and above, with a second factor.</summary>
    public const string Publish = nameof(Publish);

    /// <summary>Keep accounts and keys: Administrators, with a second factor.</summary>
    public const string Administer = nameof(Administer);

    internal static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
        .AddPolicy(Edit, policy => policy.RequireAuthenticatedUser().AddRequirements(new AtLeast(Role.Editor)))
        .AddPolicy(Publish, policy => policy.RequireAuthenticatedUser().AddRequirements(new AtLeast(Role.Publisher), new SecondFactor()))
        .AddPolicy(Administer, policy => policy.RequireAuthenticatedUser().AddRequirements(new AtLeast(Role.Administrator), new SecondFactor()));

    /// <summary>Requires a role.</summary>
    internal sealed class AtLeast(Role role) : AuthorizationHandler<AtLeast>, IAuthorizationRequirement
    {
        // Each of them is asked about all of them: what counts is the requirement, not who is asked.
        private Role Least => role;

        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AtLeast requirement)
        {
            if (context.User.Role >= requirement.Least)
            {
                context.Succeed(requirement);
            }
            return Task.CompletedTask;
        }
    }

    /// <summary>Requires that the present sign-in had a second factor.</summary>
    internal sealed class SecondFactor : AuthorizationHandler<SecondFactor>, IAuthorizationRequirement
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactor requirement)
        {
            if (context.User.HasSecondFactor)
            {
                context.Succeed(requirement);
            }
            return Task.CompletedTask;
        }
    }
}

/// <summary>What is known of the caller of a request.</summary>
public static class Callers
{
    internal const string RoleClaim = "role";
    internal const string SecondFactorClaim = "mfa";

    extension(ClaimsPrincipal caller)
    {
        /// <summary>The caller's role at this moment; null for none.</summary>
        public Role? Role => Enum.TryParse<Role>(caller.FindFirstValue(RoleClaim), out var role) ? role : null;

        /// <summary>Whether this sign-in had a second factor. A key is its own: nobody can guess one.</summary>
        public bool HasSecondFactor => caller.HasClaim(c => c.Type == SecondFactorClaim);
    }

    extension(HttpContext context)
    {
        /// <summary>The name that the history keeps for what this request writes: that of the user, or <c>key:NAME</c>.</summary>
        /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
        public string Writer => context.User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
    }

    /// <summary>A caller as the policies know one.</summary>
    internal static ClaimsPrincipal Of(string scheme, Guid id, string name, Role? role, bool secondFactor)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString()), new(ClaimTypes.Name, name)], scheme);
        if (role is { } given)
        {
            identity.AddClaim(new Claim(RoleClaim, given.ToString()));
        }
        if (secondFactor)
        {
            identity.AddClaim(new Claim(SecondFactorClaim, "1"));
        }
        return new ClaimsPrincipal(identity);
    }
}
