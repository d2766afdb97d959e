using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Editing;

/// <summary>
/// What a draft is read and written in: the names that drafts use for other facts, and what those facts are. Errors are
/// collected, so that a form shows all of them at once.
/// </summary>
public sealed class EditScope(BoardDbContext db, string unit)
{
    private readonly List<DraftError> errors = [];
    private Dictionary<int, Guid>? paragraphs;
    private Dictionary<string, Guid>? items;
    private Dictionary<string, Guid>? sections;

    public BoardDbContext Db { get; } = db;

    /// <summary>The session, <c>2024-1</c>, or <c>registers</c>.</summary>
    public string Unit { get; } = unit;

    public IReadOnlyList<DraftError> Errors => errors;

    public void Fail(string field, ErrorCode code, params IReadOnlyList<object> about) => errors.Add(new DraftError(field, code, about));

    /// <summary>A paragraph of the session's report by its number; null for none.</summary>
    public async Task<Guid?> ParagraphAsync(int? number, string field, CancellationToken cancellationToken)
    {
        if (number is null)
        {
            return null;
        }
        paragraphs ??= await Db.Paragraphs.Where(p => p.SessionId == Unit).ToDictionaryAsync(p => p.Number, p => p.Id, cancellationToken);
        return paragraphs.TryGetValue(number.Value, out var id) ? id : Unknown(field, number.Value);
    }

    public async Task<int?> NumberOfAsync(Guid? paragraphId, CancellationToken cancellationToken)
    {
        paragraphs ??= await Db.Paragraphs.Where(p => p.SessionId == Unit).ToDictionaryAsync(p => p.Number, p => p.Id, cancellationToken);
        return paragraphId is null ? null : paragraphs.FirstOrDefault(p => p.Value == paragraphId).Key is > 0 and var number ? number : null;
    }

    /// <summary>An item of the adopted agenda by its number, <c>4</c>, <c>2a</c> or <c>2(a)</c>; null for none.</summary>
    public async Task<Guid?> ItemAsync(string? number, string field, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return null;
        }
        items ??= await ItemsAsync(cancellationToken);
        return AgendaItem.ParseNumber(number.Trim()) is var (n, letter) && items.TryGetValue(AgendaItem.LabelOf(n, letter), out var id) ? id : Unknown(field, number);
    }

    /// <summary>The number as written in text, <c>2(a)</c>.</summary>
    public async Task<string?> LabelOfAsync(Guid? itemId, CancellationToken cancellationToken)
    {
        items ??= await ItemsAsync(cancellationToken);
        return itemId is null ? null : items.FirstOrDefault(i => i.Value == itemId).Key;
    }

    /// <summary>A section of the session's report by number and letter, <c>2A</c>; null for none.</summary>
    public async Task<Guid?> SectionAsync(string? number, string field, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return null;
        }
        sections ??= await SectionsAsync(cancellationToken);
        return sections.TryGetValue(number.Trim(), out var id) ? id : Unknown(field, number);
    }

    public async Task<string?> SectionNumberOfAsync(Guid? sectionId, CancellationToken cancellationToken)
    {
        sections ??= await SectionsAsync(cancellationToken);
        return sectionId is null ? null : sections.FirstOrDefault(s => s.Value == sectionId).Key;
    }

    /// <summary>A key of a register that has to be there; null for none.</summary>
    public async Task<string?> KnownAsync<T>(IQueryable<T> register, System.Linq.Expressions.Expression<Func<T, string>> key, string? code, string field, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }
        var wanted = code.Trim();
        if (!await register.Select(key).AnyAsync(k => k == wanted, cancellationToken))
        {
            Fail(field, ErrorCode.ReferenceToNothing, field, wanted);
        }
        return wanted;
    }

    /// <summary>A document of any session, by its slug or by its symbol in any spelling: its slug; null for none.</summary>
    public async Task<string?> DocumentAsync(string? symbolOrSlug, string field, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(symbolOrSlug))
        {
            return null;
        }
        var (wanted, key) = (symbolOrSlug.Trim(), DocumentSymbol.KeyOf(symbolOrSlug));
        var slug = await Db.Documents.Where(d => d.Slug == wanted || d.LookupKey == key).OrderBy(d => d.Slug == wanted ? 0 : 1).Select(d => d.Slug).FirstOrDefaultAsync(cancellationToken);
        if (slug is null)
        {
            Fail(field, ErrorCode.ReferenceToNothing, field, wanted);
        }
        return slug;
    }

    /// <summary>Refuses a number or a key that another one has.</summary>
    /// <param name="others">Those of the same number or key, without the one that is replaced.</param>
    public async Task RefuseTakenAsync<T>(IQueryable<T> others, string field, CancellationToken cancellationToken)
    {
        if (await others.AnyAsync(cancellationToken))
        {
            Fail(field, ErrorCode.NumberUsedTwice, field);
        }
    }

    /// <summary>The key of a register's entry is its permanent address: it is given once.</summary>
    public async Task<string> KeyAsync<T>(IQueryable<T> register, System.Linq.Expressions.Expression<Func<T, string>> key, string code, string? present, string field, CancellationToken cancellationToken)
    {
        var wanted = code.Trim();
        if (present is not null && present != wanted)
        {
            Fail(field, ErrorCode.KeyIsPermanent, field, present);
        }
        else if (present is null)
        {
            await RefuseTakenAsync(register.Select(key).Where(k => k == wanted), field, cancellationToken);
        }
        return wanted;
    }

    /// <summary>
    /// Reads a language map with its parallel map of status. A language without a status keeps the one it had while its
    /// words are the same; otherwise it is our rendering.
    /// </summary>
    public LocalizedText Text(IReadOnlyDictionary<string, string>? texts, IReadOnlyDictionary<string, TextStatus>? status, string field, LocalizedText? present)
    {
        var text = LocalizedText.None;
        foreach (var (code, value) in texts ?? new Dictionary<string, string>())
        {
            if (OfficialLanguages.TryParse(code, out var language))
            {
                var words = value?.ReplaceLineEndings("\n").Trim();
                var had = present?[language] is { } was && was.Text == words ? was.Status : TextStatus.Unofficial;
                text = text.With(language, words, status?.GetValueOrDefault(code, had) ?? had);
            }
            else
            {
                Fail($"{field}.{code}", ErrorCode.UnknownField, $"{field}.{code}");
            }
        }
        foreach (var code in (status?.Keys ?? []).Where(c => !OfficialLanguages.TryParse(c, out _)))
        {
            Fail($"{field}Status.{code}", ErrorCode.UnknownField, $"{field}Status.{code}");
        }
        return text;
    }

    private Guid? Unknown(string field, object value)
    {
        Fail(field, ErrorCode.ReferenceToNothing, field, value);
        return null;
    }

    private async Task<Dictionary<string, Guid>> ItemsAsync(CancellationToken cancellationToken) =>
        (await Db.AgendaItems.Where(i => i.SessionId == Unit && i.Version == AgendaVersion.Adopted).Select(i => new { i.Id, i.Number, i.Letter }).ToListAsync(cancellationToken))
            .ToDictionary(i => AgendaItem.LabelOf(i.Number, i.Letter), i => i.Id);

    private async Task<Dictionary<string, Guid>> SectionsAsync(CancellationToken cancellationToken) =>
        (await Db.Sections.Where(s => s.SessionId == Unit).Select(s => new { s.Id, s.Number, s.Letter }).ToListAsync(cancellationToken))
            .ToDictionary(s => string.Create(CultureInfo.InvariantCulture, $"{s.Number}{s.Letter}"), s => s.Id);
}
