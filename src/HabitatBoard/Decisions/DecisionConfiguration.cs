using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Decisions;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.GuidKey(d => d.Id);
        builder.OfSession();
        builder.HasIndex(d => new { d.Year, d.Number }).IsUnique();
        builder.Text(d => d.Title);
        builder.Property(d => d.DocumentSlug).HasMaxLength(64);
        builder.HasOne(d => d.Paragraph).WithMany().HasForeignKey(d => d.ParagraphId);
        builder.HasMany(d => d.Parts).WithOne().HasForeignKey(p => p.DecisionId);
        builder.HasMany(d => d.Paragraphs).WithOne().HasForeignKey(p => p.DecisionId);
    }
}

internal sealed class DecisionPartConfiguration : IEntityTypeConfiguration<DecisionPart>
{
    public void Configure(EntityTypeBuilder<DecisionPart> builder)
    {
        builder.GuidKey(p => p.Id);
        builder.OfSession();
        builder.Property(p => p.Letter).HasMaxLength(1);
        builder.HasIndex(p => new { p.DecisionId, p.Letter }).IsUnique();
        builder.Text(p => p.Title);
    }
}

internal sealed class DecisionParagraphConfiguration : IEntityTypeConfiguration<DecisionParagraph>
{
    public void Configure(EntityTypeBuilder<DecisionParagraph> builder)
    {
        builder.GuidKey(p => p.Id);
        builder.OfSession();
        builder.HasOne<DecisionPart>().WithMany().HasForeignKey(p => p.PartId);
        builder.HasIndex(p => new { p.DecisionId, p.Number }).IsUnique();
        builder.Text(p => p.Text, Guard.TextLength);
    }
}

internal sealed class AdoptionConfiguration : IEntityTypeConfiguration<Adoption>
{
    public void Configure(EntityTypeBuilder<Adoption> builder)
    {
        builder.GuidKey(a => a.Id);
        builder.OfSession();
        builder.HasOne(a => a.Decision).WithMany().HasForeignKey(a => a.DecisionId);
        builder.HasOne(a => a.Part).WithMany().HasForeignKey(a => a.PartId);
        builder.HasOne(a => a.AgendaItem).WithMany().HasForeignKey(a => a.AgendaItemId);
        builder.HasOne(a => a.Paragraph).WithMany().HasForeignKey(a => a.ParagraphId);
        builder.Property(a => a.Variant).HasMaxLength(Guard.VariantLength);
        builder.HasMany(a => a.Paragraphs).WithOne().HasForeignKey(p => p.AdoptionId);
    }
}

internal sealed class AdoptedParagraphConfiguration : IEntityTypeConfiguration<AdoptedParagraph>
{
    public void Configure(EntityTypeBuilder<AdoptedParagraph> builder)
    {
        builder.HasKey(p => new { p.AdoptionId, p.DecisionParagraphId });
        builder.OfSession();
        builder.HasOne(p => p.DecisionParagraph).WithMany().HasForeignKey(p => p.DecisionParagraphId);
    }
}
