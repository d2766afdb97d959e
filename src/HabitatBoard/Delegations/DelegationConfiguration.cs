using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Delegations;

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(16);
        builder.Text(d => d.ListName);
        builder.Text(d => d.RunningName);
        builder.ComplexProperty(d => d.SortKeys);
        builder.HasMany(d => d.Aliases).WithOne().HasForeignKey(a => a.DelegationCode);
    }
}

internal sealed class DelegationAliasConfiguration : IEntityTypeConfiguration<DelegationAlias>
{
    public void Configure(EntityTypeBuilder<DelegationAlias> builder)
    {
        builder.HasKey(a => new { a.DelegationCode, a.Language, a.Text });
        builder.Property(a => a.DelegationCode).HasMaxLength(16);
        builder.Property(a => a.Text).HasMaxLength(DelegationAlias.Longest);
    }
}

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.HasKey(g => g.Code);
        builder.Property(g => g.Code).HasMaxLength(16);
        builder.Text(g => g.Name);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.GuidKey(m => m.Id);
        builder.HasOne(m => m.Delegation).WithMany(d => d.Memberships).HasForeignKey(m => m.DelegationCode);
        builder.HasOne(m => m.Body).WithMany().HasForeignKey(m => m.BodyCode);
        builder.HasOne(m => m.Group).WithMany().HasForeignKey(m => m.GroupCode);
    }
}
