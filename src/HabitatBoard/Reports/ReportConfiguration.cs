using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Reports;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.HasKey(r => r.SessionId);
        builder.OfSession();
        builder.Property(r => r.AdoptedByDecision).HasMaxLength(16);
        builder.Property(r => r.DocumentSlug).HasMaxLength(64);
        builder.Text(r => r.Title);
        builder.Text(r => r.Organization);
        builder.Text(r => r.Programme);
        builder.Text(r => r.ProgrammeShortName);
        builder.Text(r => r.Organ);
        builder.Text(r => r.DatesAndPlace);
    }
}

internal sealed class SectionConfiguration : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.GuidKey(s => s.Id);
        builder.OfSession();
        builder.Property(s => s.Letter).HasMaxLength(1);
        builder.HasIndex(s => new { s.SessionId, s.Number, s.Letter }).IsUnique();
        builder.HasOne(s => s.Parent).WithMany().HasForeignKey(s => s.ParentId);
        builder.HasOne(s => s.AgendaItem).WithMany().HasForeignKey(s => s.AgendaItemId);
        builder.Text(s => s.Heading);
    }
}

internal sealed class ParagraphConfiguration : IEntityTypeConfiguration<Paragraph>
{
    public void Configure(EntityTypeBuilder<Paragraph> builder)
    {
        builder.GuidKey(p => p.Id);
        builder.OfSession();
        builder.HasIndex(p => new { p.SessionId, p.Number }).IsUnique();
        builder.HasOne(p => p.Section).WithMany().HasForeignKey(p => p.SectionId);
        builder.Text(p => p.Text, Guard.TextLength);
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.GuidKey(c => c.Id);
        builder.OfSession();
        builder.Property(c => c.Target).HasMaxLength(64);
        builder.HasIndex(c => new { c.Kind, c.Target });
        // What a session says of a thing, however many other sessions speak of it.
        builder.HasIndex(c => new { c.SessionId, c.Kind, c.Target });
        builder.HasOne(c => c.Paragraph).WithMany().HasForeignKey(c => c.ParagraphId);
        builder.Text(c => c.Wording);
        builder.Property(c => c.Variant).HasMaxLength(Guard.VariantLength);
    }
}

internal sealed class PassageConfiguration : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.GuidKey(p => p.Id);
        builder.OfSession();
        builder.HasOne(p => p.Paragraph).WithMany().HasForeignKey(p => p.ParagraphId);
        builder.Text(p => p.Text, Guard.TextLength);
    }
}
