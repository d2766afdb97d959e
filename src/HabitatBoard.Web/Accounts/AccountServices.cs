using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Web.Accounts;

/// <summary>Accounts, keys and the policies that guard endpoints, as a part of the application.</summary>
internal static class AccountServices
{
    private const string EitherScheme = "Caller";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped(provider => provider.GetRequiredService<BoardStores>().Accounts.CreateDbContext());
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<KeptForms>();
        services.AddScoped<UsedOnce>();
        services.AddScoped<SignIns>();
        services.AddScoped<Passkeys>();
        services.AddScoped<OneTimeLinks>();
        services.AddHostedService<FirstStart>();

        // The only rules for passwords: those of Identity ask for capitals and digits.
        services.AddScoped<IPasswordValidator<User>, PasswordRules>();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddIdentityCore<User>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.Lockout.MaxFailedAccessAttempts = 10;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<AccountsDbContext>().AddUserValidator<DisplayNames>();
        // OWASP Password Storage Cheat Sheet: at least 220,000 rounds of PBKDF2 with HMAC-SHA512, which is what version 3 uses.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // With these a passkey is two factors: the device, and what opens it.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });

        services.AddDataProtection().SetApplicationName("HabitatBoard").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(builder.Configuration.Database().Folder), "keys")));
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.SchemeName, null)
            .AddCookie(Visits.SchemeName, options =>
            {
                options.Cookie.Name = "habitatboard";
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = Visits.Length;
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = Visits.CheckAsync;
            })
            .AddCookie(SignIns.PendingScheme, options =>
            {
                options.Cookie.Name = "habitatboard-pending";
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.ExpireTimeSpan = SignIns.Patience;
                options.SlidingExpiration = false;
            });
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "habitatboard-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            // The policy of all our pages is stricter.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddPolicies();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
    }

    /// <summary>
    /// Pages know visitors by their cookie, the API programs by their key. The API also lets visitors read, but not write: a
    /// browser sends cookies along with what other sites make it send.
    /// </summary>
    private static string Choose(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ApiV1.Prefix) && (KeyHandler.IsPresented(context.Request) || !HttpMethods.IsGet(context.Request.Method))
            ? KeyHandler.SchemeName
            : Visits.SchemeName;
}
