using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Documents;

/// <summary>A document as it is written. It has a symbol or, where it has none, a paper number in its session.</summary>
[ReadOnlyMembers("id", "slug", "session", "paragraphs")]
public sealed class DocumentDraft
{
    /// <summary>In any spelling, <c>HSP/EB.2024/INF/2</c>.</summary>
    public string? Symbol { get; set; }

    /// <summary>As the record prints it, <c>HSP/EB.2024/INF.2</c>; the regular spelling when left out.</summary>
    public string? SymbolAsPrinted { get; set; }

    /// <summary>The number of a paper without a symbol; kept when left out.</summary>
    public int? Paper { get; set; }

    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    public DocumentKind? Kind { get; set; }

    /// <summary>Null where the record does not say.</summary>
    public Distribution? Distribution { get; set; }

    /// <summary>The numbers of the agenda items it serves.</summary>
    [Refers("agendaItem")]
    public IReadOnlyList<string> Items { get; set; } = [];

    /// <summary>To which other documents it is an addendum, corrigendum, revision or amendment.</summary>
    public IReadOnlyList<RelationDraft> Relations { get; set; } = [];

    /// <summary>Its language versions.</summary>
    public IReadOnlyList<VersionDraft> Versions { get; set; } = [];

    public sealed class Validator : AbstractValidator<DocumentDraft>
    {
        public Validator()
        {
            RuleFor(d => d.Symbol).Form(IsSymbol);
            RuleFor(d => d.SymbolAsPrinted).Line(DocumentSymbol.MaxLength);
            RuleFor(d => d.Paper).Within(1, 9_999);
            RuleFor(d => d.Paper).Must((d, paper) => paper is null || string.IsNullOrWhiteSpace(d.Symbol)).Says(ErrorCode.MalformedValue);
            RuleFor(d => d.Title).Text(required: true);
            RuleFor(d => d.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(d => d.Items).Listed();
            RuleForEach(d => d.Items).Given();
            RuleFor(d => d.Relations).Listed();
            RuleForEach(d => d.Relations).ChildRules(relation =>
            {
                relation.RuleFor(r => r.Kind).NotNull().Says(ErrorCode.FieldMissing);
                relation.RuleFor(r => r.Document).Given();
            });
            RuleFor(d => d.Versions).Listed();
            RuleForEach(d => d.Versions).ChildRules(version =>
            {
                version.RuleFor(v => v.Lang).Given();
                version.RuleFor(v => v.IssuedOn).Day();
                version.RuleFor(v => v.Lang).Form(l => OfficialLanguages.TryParse(l, out _));
            });
        }

        private static bool IsSymbol(string text)
        {
            try
            {
                DocumentSymbol.Parse(text);
                return true;
            }
            catch (RecordException)
            {
                return false;
            }
        }
    }
}

/// <summary>A relation to another document.</summary>
public sealed class RelationDraft
{
    public RelationKind? Kind { get; set; }

    /// <summary>The other document, of any session, by slug or symbol.</summary>
    [Refers("document")]
    public string? Document { get; set; }
}

/// <summary>One language version. Its file, where one is held, stays with it.</summary>
[ReadOnlyMembers("file")]
public sealed class VersionDraft
{
    /// <summary>ISO 639-1 code.</summary>
    public string? Lang { get; set; }

    /// <summary>Null where the record does not say.</summary>
    public DateOnly? IssuedOn { get; set; }
}

/// <summary>The documents of a session.</summary>
public sealed class DocumentEditor : Editor<Document, DocumentDraft>
{
    public override string Name => "document";

    public override string Collection => "documents";

    protected override IValidator<DocumentDraft> Rules => field ??= new DocumentDraft.Validator();

    protected override IQueryable<Document> All(BoardDbContext db, string unit) =>
        db.Documents.Where(d => d.SessionId == unit).OrderBy(d => d.SortKey).ThenBy(d => d.Slug);

    protected override IQueryable<Document>? One(BoardDbContext db, string unit, string key) => db.Documents.Where(d => d.SessionId == unit && d.Slug == key);

    protected override string KeyOf(Document root) => root.Slug;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Document> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(d => new Listed(d.Slug, d.Symbol ?? "", d.Title))]);

    protected override async Task<DocumentDraft> DraftOfAsync(EditScope scope, Document root, CancellationToken cancellationToken)
    {
        var items = new List<string>();
        foreach (var item in root.Items.OrderBy(i => i.Order))
        {
            items.Add((await scope.LabelOfAsync(item.AgendaItemId, cancellationToken))!);
        }
        return new DocumentDraft
        {
            Symbol = root.Symbol,
            SymbolAsPrinted = root.SymbolAsPrinted,
            Paper = root.PaperNumber,
            Title = root.Title.Map(),
            TitleStatus = root.Title.StatusMap(),
            Kind = root.Kind,
            Distribution = root.Distribution,
            Items = items,
            Relations = [.. root.Relations.OrderBy(r => r.Kind).ThenBy(r => r.TargetSlug, StringComparer.Ordinal).Select(r => new RelationDraft { Kind = r.Kind, Document = r.TargetSlug })],
            Versions = [.. root.Versions.OrderBy(v => v.Language).Select(v => new VersionDraft { Lang = v.Language.Code, IssuedOn = v.IssuedOn })],
        };
    }

    protected override async Task<Document?> BuildAsync(EditScope scope, DocumentDraft draft, Document? replaced, CancellationToken cancellationToken)
    {
        var (db, id) = (scope.Db, replaced?.Id ?? Guid.CreateVersion7());
        var title = scope.Text(draft.Title, draft.TitleStatus, "title", replaced?.Title);
        Document document;
        if (!string.IsNullOrWhiteSpace(draft.Symbol))
        {
            var printed = string.IsNullOrWhiteSpace(draft.SymbolAsPrinted) ? null : draft.SymbolAsPrinted.Trim();
            document = new Document(id, scope.Unit, DocumentSymbol.Parse(draft.Symbol), printed, draft.Kind!.Value, draft.Distribution, title);
        }
        else if ((draft.Paper ?? replaced?.PaperNumber) is { } paper)
        {
            document = new Document(id, scope.Unit, paper, draft.Kind!.Value, draft.Distribution, title);
        }
        else
        {
            scope.Fail("symbol", ErrorCode.FieldMissing, "symbol");
            return null;
        }
        await scope.RefuseTakenAsync(
            db.Documents.Where(d => d.Id != id && (d.LookupKey == document.LookupKey || d.Slug == document.Slug)), document.Symbol is null ? "paper" : "symbol", cancellationToken);
        foreach (var (i, number) in draft.Items.Index())
        {
            if (await scope.ItemAsync(number, $"items[{i}]", cancellationToken) is not { } item)
            {
                continue;
            }
            if (document.Items.Any(d => d.AgendaItemId == item))
            {
                scope.Fail($"items[{i}]", ErrorCode.NumberUsedTwice, $"items[{i}]");
                continue;
            }
            document.Serve(item);
        }
        foreach (var (i, relation) in draft.Relations.Index())
        {
            var field = $"relations[{i}].document";
            // A new document is not found by its own symbol, but it cannot be meant.
            var isItself = relation.Document!.Trim() == document.Slug || DocumentSymbol.KeyOf(relation.Document) == document.LookupKey;
            var target = isItself ? null : await scope.DocumentAsync(relation.Document, field, cancellationToken);
            if (isItself || (target is not null && await LeadsToAsync(db, target, document.Slug, id, cancellationToken)))
            {
                scope.Fail(field, ErrorCode.CircularRelation, field, relation.Document);
            }
            else if (document.Relations.Any(r => r.Kind == relation.Kind && r.TargetSlug == target))
            {
                scope.Fail(field, ErrorCode.NumberUsedTwice, field);
            }
            else if (target is not null)
            {
                document.Relate(relation.Kind!.Value, target);
            }
        }
        foreach (var (i, version) in draft.Versions.Index())
        {
            var language = OfficialLanguages.Parse(version.Lang!);
            if (document.Versions.Any(v => v.Language == language))
            {
                scope.Fail($"versions[{i}].lang", ErrorCode.NumberUsedTwice, $"versions[{i}].lang");
                continue;
            }
            document.AddVersion(language, version.IssuedOn, replaced?.Versions.FirstOrDefault(v => v.Language == language)?.File);
        }
        return document;
    }

    /// <summary>Whether relations lead from one document, over others, to <paramref name="slug"/>.</summary>
    private static async Task<bool> LeadsToAsync(BoardDbContext db, string from, string slug, Guid replaced, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (List<string> next = [from]; next.Count > 0;)
        {
            if (next.Contains(slug))
            {
                return true;
            }
            var frontier = next.Where(seen.Add).ToList();
            next = await db.Documents.Where(d => d.Id != replaced && frontier.Contains(d.Slug))
                .SelectMany(d => d.Relations, (_, r) => r.TargetSlug).Distinct().ToListAsync(cancellationToken);
        }
        return false;
    }
}
