using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Checks;

/// <summary>
/// A finding that an editor has looked into and lets stand. It is silent as long as the check says the same of the same
/// thing. Kept in the working store only.
/// </summary>
public sealed class AcceptedFinding : ISessionOwned
{
    private AcceptedFinding()
    {
    }

    internal AcceptedFinding(string digest, string sessionId, string code, Attribution by) =>
        (Digest, SessionId, Code, Reason, Author, At) = (digest, sessionId, code, by.Reason, by.Author, by.At);

    /// <summary>Which finding; see <see cref="Finding.DigestIn"/>.</summary>
    public string Digest { get; private set; } = null!;

    public string SessionId { get; private set; } = null!;

    /// <summary>Which check found it, as <see cref="Finding.Code"/>.</summary>
    public string Code { get; private set; } = null!;

    /// <summary>Why it may stand, in the author's words.</summary>
    public string Reason { get; private set; } = null!;

    public string Author { get; private set; } = null!;

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; private set; }
}

internal sealed class AcceptedFindingConfiguration : IEntityTypeConfiguration<AcceptedFinding>
{
    public void Configure(EntityTypeBuilder<AcceptedFinding> builder)
    {
        builder.HasKey(f => f.Digest);
        builder.Property(f => f.Digest).HasMaxLength(64);
        builder.Property(f => f.SessionId).HasMaxLength(16);
        builder.Property(f => f.Code).HasMaxLength(64);
        builder.Property(f => f.Reason).HasMaxLength(Attribution.ReasonLength);
        builder.HasIndex(f => f.SessionId);
    }
}
