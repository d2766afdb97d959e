using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Accounts;

/// <summary>
/// Something that travels with a browser and was used up before it expired: a visit that ended, a challenge that was answered.
/// The server keeps nothing of it until then.
/// </summary>
public sealed class Used
{
    private Used()
    {
    }

    public Used(string what, DateTimeOffset expiresAt) => (Digest, ExpiresAt) = (Secret.Digest(what), expiresAt.ToUnixTimeMilliseconds());

    /// <summary>SHA-256 of what was used.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>Milliseconds since 1970, UTC: from then on it is refused without a look here.</summary>
    public long ExpiresAt { get; private set; }
}

internal sealed class UsedConfiguration : IEntityTypeConfiguration<Used>
{
    public void Configure(EntityTypeBuilder<Used> builder)
    {
        builder.ToTable("Used");
        builder.HasKey(u => u.Digest);
        builder.Property(u => u.Digest).HasMaxLength(32);
        builder.HasIndex(u => u.ExpiresAt);
    }
}
