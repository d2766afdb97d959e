using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Accounts;

/// <summary>
/// Users and keys, in a store of their own: neither a backup nor an export of the record holds a password. Each provider
/// derives one context, to hang its migrations on.
/// </summary>
public abstract class AccountsDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    // Identity reads the version of its tables from the application's services; 3 is the one with passkeys.
    private static readonly ServiceProvider Version = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<Used> Used => Set<Used>();

    /// <summary>What every use of the context needs, that of <c>dotnet ef</c> included.</summary>
    public static void Configure(DbContextOptionsBuilder builder) => builder.UseApplicationServiceProvider(Version);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AccountsDbContext).Assembly, t => t.Namespace == typeof(AccountsDbContext).Namespace);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("UserPasskeys");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
}
