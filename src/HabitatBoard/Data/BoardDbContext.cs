using HabitatBoard.Accounts;
using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Checks;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Data;

/// <summary>
/// The record. The working and the published store have the same shape, so the same context serves both; each
/// provider derives one, to hang its migrations on.
/// </summary>
public abstract class BoardDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether this is the working store. What is made from it is kept by nobody.</summary>
    public bool IsWorking { get; internal set; }

    // Registers.
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<DelegationAlias> DelegationAliases => Set<DelegationAlias>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Person> Persons => Set<Person>();

    // A session and all it owns.
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Officer> Officers => Set<Officer>();
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();
    public DbSet<AttendanceEntry> Attendance => Set<AttendanceEntry>();
    public DbSet<AttendanceHeading> AttendanceHeadings => Set<AttendanceHeading>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentItem> DocumentItems => Set<DocumentItem>();
    public DbSet<DocumentRelation> DocumentRelations => Set<DocumentRelation>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Paragraph> Paragraphs => Set<Paragraph>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<Citation> Citations => Set<Citation>();
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<StatementOnBehalf> StatementsOnBehalf => Set<StatementOnBehalf>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<DecisionPart> DecisionParts => Set<DecisionPart>();
    public DbSet<DecisionParagraph> DecisionParagraphs => Set<DecisionParagraph>();
    public DbSet<Adoption> Adoptions => Set<Adoption>();
    public DbSet<AdoptedParagraph> AdoptedParagraphs => Set<AdoptedParagraph>();
    public DbSet<Act> Acts => Set<Act>();
    public DbSet<Event> Events => Set<Event>();

    // What keeps count of both.
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<Change> Changes => Set<Change>();

    // What editors decided on the way; in the working store only.
    public DbSet<PinnedText> PinnedTexts => Set<PinnedText>();
    public DbSet<AcceptedFinding> AcceptedFindings => Set<AcceptedFinding>();

    // What systems that write were answered; in the working store only.
    public DbSet<Receipt> Receipts => Set<Receipt>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // All but those of the accounts, which have a store of their own.
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BoardDbContext).Assembly, t => t.Namespace != typeof(AccountsDbContext).Namespace);
        // Nothing is ever deleted by cascade: removing says what refers to it.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.NoAction;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<string>().HaveMaxLength(256);
    }
}
