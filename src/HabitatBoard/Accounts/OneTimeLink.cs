using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Accounts;

/// <summary>
/// A link that does one thing once: sets the password of a user, or makes the first administrator. Only the digest of what
/// it holds is kept.
/// </summary>
public sealed class OneTimeLink
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private OneTimeLink()
    {
    }

    public OneTimeLink(string secret, Guid? userId, DateTimeOffset now) =>
        (Digest, UserId, ExpiresAt) = (Secret.Digest(secret), userId, now + Lifetime);

    /// <summary>SHA-256 of the secret in the link.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>Whose password it sets; null where it makes the first administrator.</summary>
    public Guid? UserId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("OneTimeLinks");
        builder.HasKey(l => l.Digest);
        builder.Property(l => l.Digest).HasMaxLength(32);
        builder.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);
    }
}
