using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    /// <summary>A paper's slug is longer than any symbol: room for <c>2024-1-paper-</c> and a number.</summary>
    private const int SlugLength = DocumentSymbol.MaxLength;

    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.GuidKey(d => d.Id);
        builder.OfSession();
        builder.Property(d => d.Symbol).HasMaxLength(DocumentSymbol.MaxLength);
        builder.Property(d => d.SymbolAsPrinted).HasMaxLength(DocumentSymbol.MaxLength);
        builder.Property(d => d.Slug).HasMaxLength(SlugLength);
        builder.Property(d => d.LookupKey).HasMaxLength(SlugLength);
        builder.Property(d => d.SortKey).HasMaxLength(SlugLength * 6);
        builder.HasIndex(d => d.Slug).IsUnique();
        builder.HasIndex(d => d.LookupKey).IsUnique();
        builder.HasIndex(d => new { d.SortKey, d.Slug });
        builder.Text(d => d.Title);
        builder.HasMany(d => d.Items).WithOne(i => i.Document).HasForeignKey(i => i.DocumentId);
        builder.HasMany(d => d.Relations).WithOne().HasForeignKey(r => r.DocumentId);
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DocumentId);
    }
}

internal sealed class DocumentItemConfiguration : IEntityTypeConfiguration<DocumentItem>
{
    public void Configure(EntityTypeBuilder<DocumentItem> builder)
    {
        builder.HasKey(i => new { i.DocumentId, i.AgendaItemId });
        builder.OfSession();
        builder.HasOne(i => i.AgendaItem).WithMany().HasForeignKey(i => i.AgendaItemId);
    }
}

internal sealed class DocumentRelationConfiguration : IEntityTypeConfiguration<DocumentRelation>
{
    public void Configure(EntityTypeBuilder<DocumentRelation> builder)
    {
        builder.HasKey(r => new { r.DocumentId, r.Kind, r.TargetSlug });
        builder.OfSession();
        builder.Property(r => r.TargetSlug).HasMaxLength(DocumentSymbol.MaxLength);
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.HasKey(v => new { v.DocumentId, v.Language });
        builder.OfSession();
        builder.ComplexProperty(v => v.File, file =>
        {
            file.IsRequired(false);
            file.Property(f => f.Name).HasMaxLength(128);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.MediaType).HasMaxLength(128);
        });
    }
}
