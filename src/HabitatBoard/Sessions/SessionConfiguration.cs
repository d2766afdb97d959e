using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Sessions;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).HasMaxLength(16);
        builder.HasIndex(s => new { s.Year, s.Number }).IsUnique();
        builder.Text(s => s.Title);
        builder.Text(s => s.Place);
        builder.Text(s => s.ModeNote);
        builder.ComplexProperty(s => s.Interpretation, interpretation =>
        {
            interpretation.IsRequired(false);
            interpretation.Property(i => i!.HoursPerDay);
            interpretation.Property(i => i!.Languages)
                .HasConversion(
                    languages => OfficialLanguages.Join(languages),
                    codes => OfficialLanguages.Split(codes),
                    new ValueComparer<IReadOnlyList<Language>>(
                        (a, b) => a!.SequenceEqual(b!),
                        l => l.Aggregate(0, (hash, language) => HashCode.Combine(hash, language)),
                        l => l.ToList()))
                .HasMaxLength(32);
        });
    }
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.GuidKey(m => m.Id);
        builder.OfSession();
        builder.HasIndex(m => new { m.SessionId, m.Number }).IsUnique();
    }
}

internal sealed class BodyConfiguration : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.HasKey(b => b.Code);
        builder.Property(b => b.Code).HasMaxLength(64);
        builder.Text(b => b.Name);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(64);
        builder.Text(p => p.Name);
    }
}

internal sealed class OfficerConfiguration : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.GuidKey(o => o.Id);
        builder.OfSession();
        builder.HasOne(o => o.Body).WithMany().HasForeignKey(o => o.BodyCode);
        builder.HasOne(o => o.Person).WithMany().HasForeignKey(o => o.PersonCode);
        builder.HasOne(o => o.Delegation).WithMany().HasForeignKey(o => o.DelegationCode);
        builder.HasOne(o => o.Paragraph).WithMany().HasForeignKey(o => o.ParagraphId);
    }
}

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.GuidKey(e => e.Id);
        builder.OfSession();
        builder.Text(e => e.Title);
        builder.Text(e => e.Place);
        builder.HasOne(e => e.Paragraph).WithMany().HasForeignKey(e => e.ParagraphId);
    }
}

internal sealed class ActConfiguration : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> builder)
    {
        builder.GuidKey(a => a.Id);
        builder.OfSession();
        builder.Text(a => a.Subject);
        builder.Property(a => a.DocumentSlug).HasMaxLength(64);
        builder.Property(a => a.SubjectSessionId).HasMaxLength(16);
        builder.HasOne(a => a.Paragraph).WithMany().HasForeignKey(a => a.ParagraphId);
        builder.HasOne(a => a.AgendaItem).WithMany().HasForeignKey(a => a.AgendaItemId);
        builder.HasOne<Adoption>().WithMany().HasForeignKey(a => a.AdoptionId);
        builder.Property(a => a.Variant).HasMaxLength(Guard.VariantLength);
    }
}
