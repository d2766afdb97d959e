using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Statements;

internal sealed class StatementConfiguration : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.GuidKey(s => s.Id);
        builder.OfSession();
        builder.HasOne(s => s.Paragraph).WithMany().HasForeignKey(s => s.ParagraphId);
        builder.HasOne(s => s.AgendaItem).WithMany().HasForeignKey(s => s.AgendaItemId);
        builder.HasIndex(s => new { s.DelegationCode, s.SessionId });
        builder.HasOne(s => s.Delegation).WithMany().HasForeignKey(s => s.DelegationCode);
        builder.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonCode);
        builder.HasMany(s => s.OnBehalfOf).WithOne().HasForeignKey(o => o.StatementId);
        builder.Text(s => s.Office);
        builder.Text(s => s.Subject);
        builder.Text(s => s.Topic);
        builder.Property(s => s.DocumentSlug).HasMaxLength(64);
        builder.Property(s => s.Variant).HasMaxLength(Guard.VariantLength);
    }
}

internal sealed class StatementOnBehalfConfiguration : IEntityTypeConfiguration<StatementOnBehalf>
{
    public void Configure(EntityTypeBuilder<StatementOnBehalf> builder)
    {
        builder.HasKey(o => new { o.StatementId, o.Order });
        builder.OfSession();
        builder.HasOne(o => o.Group).WithMany().HasForeignKey(o => o.GroupCode);
        builder.HasOne(o => o.Delegation).WithMany().HasForeignKey(o => o.DelegationCode);
    }
}
