using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Documents;

/// <summary>What a document is, by the words with which a report introduces it.</summary>
public enum DocumentKind
{
    ExecutiveDirectorReport,
    SecretariatNote,
    InformationDocument,
    ConferenceRoomPaper,
    Agenda,
    Decisions,

    /// <summary>Any other report, that of a session included.</summary>
    Report,
    Other,
}

/// <summary>Who may see a document. A restricted one is never public.</summary>
public enum Distribution
{
    General,
    Limited,
    Restricted,
}

/// <summary>Which documents everybody may see; said here and nowhere else.</summary>
public static class PublicDocuments
{
    /// <summary>All but the restricted.</summary>
    public static IQueryable<Document> WherePublic(this IQueryable<Document> documents) =>
        documents.Where(d => d.Distribution == null || d.Distribution != Distribution.Restricted);
}

/// <summary>How one document relates to another.</summary>
public enum RelationKind
{
    AddendumTo,
    CorrigendumTo,
    RevisionOf,
    AmendmentTo,
}

/// <summary>A document of a session, with a symbol or, for a paper without one, with a number of its own in its session.</summary>
public sealed class Document : ISessionOwned
{
    private readonly List<DocumentItem> items = [];
    private readonly List<DocumentRelation> relations = [];
    private readonly List<DocumentVersion> versions = [];

    private Document()
    {
    }

    /// <summary>A document with a symbol.</summary>
    public Document(Guid id, string sessionId, DocumentSymbol symbol, string? symbolAsPrinted, DocumentKind kind, Distribution? distribution, LocalizedText title)
        : this(id, sessionId, kind, distribution, title)
    {
        Symbol = symbol.Text;
        SymbolAsPrinted = symbolAsPrinted ?? symbol.Text;
        Slug = symbol.Slug;
        LookupKey = symbol.LookupKey;
        SortKey = symbol.SortKey;
    }

    /// <summary>A paper without a symbol.</summary>
    public Document(Guid id, string sessionId, int paperNumber, DocumentKind kind, Distribution? distribution, LocalizedText title)
        : this(id, sessionId, kind, distribution, title)
    {
        PaperNumber = Guard.Positive(paperNumber, "paper");
        Slug = string.Create(CultureInfo.InvariantCulture, $"{sessionId}-paper-{paperNumber}");
        LookupKey = Slug;
        SortKey = string.Create(CultureInfo.InvariantCulture, $"~{sessionId}-paper-{paperNumber:D6}");
    }

    private Document(Guid id, string sessionId, DocumentKind kind, Distribution? distribution, LocalizedText title)
    {
        Id = id;
        SessionId = sessionId;
        Describe(kind, distribution, title);
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;

    /// <summary>The symbol in its regular spelling, <c>HSP/EB.2024/INF/2</c>; null for a paper without one.</summary>
    public string? Symbol { get; private set; }

    /// <summary>The symbol as the record prints it, <c>HSP/EB.2024/INF.2</c>.</summary>
    public string? SymbolAsPrinted { get; private set; }

    /// <summary>The number of a paper without a symbol, within its session.</summary>
    public int? PaperNumber { get; private set; }

    /// <summary>The permanent address: the symbol with <c>-</c> for <c>/</c>, or <c>2024-1-paper-1</c>.</summary>
    public string Slug { get; private set; } = null!;

    /// <summary>What every spelling of the symbol comes to; see <see cref="DocumentSymbol.LookupKey"/>.</summary>
    public string LookupKey { get; private set; } = null!;

    /// <summary>The place in the register: by number, not by text, and a document before its addenda.</summary>
    public string SortKey { get; private set; } = null!;

    public DocumentKind Kind { get; private set; }

    /// <summary>Null where the record does not say.</summary>
    public Distribution? Distribution { get; private set; }

    public LocalizedText Title { get; private set; } = LocalizedText.None;

    /// <summary>The agenda items it serves.</summary>
    public IReadOnlyList<DocumentItem> Items => items;

    public IReadOnlyList<DocumentRelation> Relations => relations;
    public IReadOnlyList<DocumentVersion> Versions => versions;

    public void Describe(DocumentKind kind, Distribution? distribution, LocalizedText title)
    {
        Kind = kind;
        Distribution = distribution;
        Title = Guard.Required(title, "title");
    }

    public void Serve(Guid agendaItemId)
    {
        if (items.Any(i => i.AgendaItemId == agendaItemId))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "item", Slug);
        }
        items.Add(new DocumentItem(SessionId, Id, agendaItemId, items.Count + 1));
    }

    public void Relate(RelationKind kind, string targetSlug)
    {
        if (targetSlug == Slug)
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, "relation", targetSlug);
        }
        if (relations.Any(r => r.Kind == kind && r.TargetSlug == targetSlug))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "relation", targetSlug);
        }
        relations.Add(new DocumentRelation(SessionId, Id, kind, targetSlug));
    }

    /// <param name="file">The file that is held, if one is.</param>
    public void AddVersion(Language language, DateOnly? issuedOn, HeldFile? file = null)
    {
        if (versions.Any(v => v.Language == language))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "version", language.Code);
        }
        versions.Add(new DocumentVersion(SessionId, Id, language, issuedOn, file));
    }
}

/// <summary>A document serves an agenda item.</summary>
public sealed class DocumentItem : ISessionOwned
{
    private DocumentItem()
    {
    }

    internal DocumentItem(string sessionId, Guid documentId, Guid agendaItemId, int order)
    {
        SessionId = sessionId;
        DocumentId = documentId;
        AgendaItemId = agendaItemId;
        Order = order;
    }

    public string SessionId { get; private set; } = null!;
    public Guid DocumentId { get; private set; }
    public Document Document { get; private set; } = null!;
    public Guid AgendaItemId { get; private set; }
    public AgendaItem AgendaItem { get; private set; } = null!;
    public int Order { get; private set; }
}

/// <summary>A document relates to another, which may belong to another session and is therefore named by its slug.</summary>
public sealed class DocumentRelation : ISessionOwned
{
    private DocumentRelation()
    {
    }

    internal DocumentRelation(string sessionId, Guid documentId, RelationKind kind, string targetSlug)
    {
        SessionId = sessionId;
        DocumentId = documentId;
        Kind = kind;
        TargetSlug = targetSlug;
    }

    public string SessionId { get; private set; } = null!;
    public Guid DocumentId { get; private set; }
    public RelationKind Kind { get; private set; }
    public string TargetSlug { get; private set; } = null!;
}

/// <summary>One language version of a document.</summary>
public sealed class DocumentVersion : ISessionOwned
{
    private DocumentVersion()
    {
    }

    internal DocumentVersion(string sessionId, Guid documentId, Language language, DateOnly? issuedOn, HeldFile? file)
    {
        SessionId = sessionId;
        DocumentId = documentId;
        Language = language;
        IssuedOn = issuedOn;
        File = file;
    }

    public string SessionId { get; private set; } = null!;
    public Guid DocumentId { get; private set; }
    public Language Language { get; private set; }

    /// <summary>The date of issue of this language version; null where it is not recorded.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The file that is held, if one is.</summary>
    public HeldFile? File { get; private set; }

    /// <summary>Takes a file in the place of the one that is held; null for none.</summary>
    public void Hold(HeldFile? file) => File = file;
}
