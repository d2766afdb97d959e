using System.Security.Cryptography;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Accounts;

/// <summary>The key of a system that writes to the record. Its text is shown once; only its digest is kept.</summary>
public sealed class ApiKey
{
    /// <summary>How every key begins, so that leaked ones are recognised.</summary>
    public const string Mark = "hb_";

    private const int PrefixLength = 12;

    private ApiKey()
    {
    }

    private ApiKey(string text, string name, Role role, DateTimeOffset? expiresAt, string createdBy, DateTimeOffset now)
    {
        if (name.Length is 0 or > User.NameLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            throw new RecordException(ErrorCode.MalformedIdentifier, "name", name);
        }
        if (expiresAt <= now)
        {
            throw new RecordException(ErrorCode.DatesReversed, "expires");
        }
        Id = Guid.CreateVersion7();
        (Name, Role, ExpiresAt, CreatedBy, CreatedAt) = (name, role, expiresAt, createdBy, now);
        (Prefix, Digest) = (text[..PrefixLength], Secret.Digest(text));
    }

    public Guid Id { get; private set; }

    /// <summary>What the system is called; the history names it <c>key:NAME</c>. No two keys, revoked ones included, have the same.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The beginning of the key, <c>hb_</c> and nine characters, by which people and the store find it.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the whole key.</summary>
    public byte[] Digest { get; private set; } = [];

    public Role Role { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>From then on the key is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes a key.</summary>
    /// <returns>The key and its text, which is not kept.</returns>
    /// <exception cref="RecordException">The name cannot be one, or the expiry has passed.</exception>
    public static (ApiKey Key, string Text) Create(string name, Role role, DateTimeOffset? expiresAt, string createdBy, DateTimeOffset now)
    {
        var text = Mark + Secret.New();
        return (new ApiKey(text, name, role, expiresAt, createdBy, now), text);
    }

    /// <summary>The beginning by which a key is looked up; null for what cannot be a key.</summary>
    public static string? PrefixOf(string text) =>
        text.Length == Mark.Length + 43 && text.StartsWith(Mark, StringComparison.Ordinal) ? text[..PrefixLength] : null;

    /// <summary>Whether this is the text of the key; takes the same time for every wrong one.</summary>
    public bool Matches(string text) => CryptographicOperations.FixedTimeEquals(Digest, Secret.Digest(text));

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(User.NameLength);
        builder.Property(k => k.CreatedBy).HasMaxLength(2 * User.NameLength);
        builder.Property(k => k.Prefix).HasMaxLength(16);
        builder.Property(k => k.Digest).HasMaxLength(32);
        builder.HasIndex(k => k.Name).IsUnique();
        builder.HasIndex(k => k.Prefix).IsUnique();
    }
}
