using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Publishing;

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.HasKey(e => new { e.Unit, e.Number });
        builder.Property(e => e.Unit).HasMaxLength(16);
        builder.Property(e => e.Note).HasMaxLength(Attribution.ReasonLength);
        builder.Property(e => e.Sha256).HasMaxLength(64);
    }
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.HasKey(c => c.Sequence);
        builder.Property(c => c.Sequence).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(Attribution.ReasonLength);
        builder.Property(c => c.Unit).HasMaxLength(16);
        builder.Property(c => c.Type).HasMaxLength(64);
        builder.Property(c => c.Fields).HasMaxLength(-1);
        builder.Property(c => c.PreviousDigest).HasMaxLength(64);
        builder.Property(c => c.Digest).HasMaxLength(64);
        builder.HasIndex(c => new { c.Unit, c.Sequence });
        builder.HasIndex(c => new { c.Type, c.Key });
    }
}
