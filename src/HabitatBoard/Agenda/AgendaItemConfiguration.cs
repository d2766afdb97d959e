using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Agenda;

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.GuidKey(i => i.Id);
        builder.OfSession();
        builder.Property(i => i.Letter).HasMaxLength(1);
        builder.HasIndex(i => new { i.SessionId, i.Version, i.Number, i.Letter }).IsUnique();
        builder.Text(i => i.Title);
    }
}
