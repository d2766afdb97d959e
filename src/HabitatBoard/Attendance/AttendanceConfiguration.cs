using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Attendance;

internal sealed class AttendanceEntryConfiguration : IEntityTypeConfiguration<AttendanceEntry>
{
    public void Configure(EntityTypeBuilder<AttendanceEntry> builder)
    {
        builder.GuidKey(a => a.Id);
        builder.OfSession();
        builder.HasIndex(a => new { a.DelegationCode, a.SessionId });
        builder.HasOne(a => a.Delegation).WithMany().HasForeignKey(a => a.DelegationCode);
        builder.HasOne(a => a.Paragraph).WithMany().HasForeignKey(a => a.ParagraphId);
    }
}

internal sealed class AttendanceHeadingConfiguration : IEntityTypeConfiguration<AttendanceHeading>
{
    public void Configure(EntityTypeBuilder<AttendanceHeading> builder)
    {
        builder.HasKey(h => new { h.SessionId, h.Class });
        builder.OfSession();
        builder.Text(h => h.Heading);
        builder.HasOne(h => h.Paragraph).WithMany().HasForeignKey(h => h.ParagraphId);
    }
}
