using HabitatBoard.Data;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Editing;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>Something that a field can refer to.</summary>
/// <param name="Value">What the field holds when it refers to it.</param>
/// <param name="Sign">What stands before its name; empty where the value says it.</param>
public sealed record Choice(string Value, string Sign, LocalizedText Label);

/// <summary>
/// What the fields of a form can refer to, and how people call it: by key, by number or symbol, by name in any language;
/// delegations and groups also as they stand in a sentence.
/// </summary>
public sealed class Names
{
    private static readonly char[] Separators = [',', ';', '、', '，', '；', '،', '؛'];

    // What a session or a register has of one kind fits; a longer list nobody looks through.
    private const int LongestList = 1_000;

    private readonly Dictionary<string, IReadOnlyList<Choice>> choices = [];
    private readonly Dictionary<string, Dictionary<string, string>> byName = [];
    private Lazy<Recogniser>? recogniser;

    public static async Task<Names> ReadAsync(BoardDbContext db, string unit, DraftShape shape, CancellationToken cancellationToken)
    {
        var names = new Names();
        var nouns = shape.References.SelectMany(f => f.Nouns).Distinct().ToList();
        foreach (var noun in nouns)
        {
            if (Editors.Named(noun) is { } editor && (unit != Units.Registers || !ManagePaths.IsBelowSession(editor)))
            {
                var listed = await editor.ListAsync(db, ManagePaths.IsBelowSession(editor) ? unit : Units.Registers, cancellationToken);
                names.Add(noun, [.. listed.Select(l => IsCalledBySign(noun) ? new Choice(l.Sign, "", l.Label) : new Choice(l.Key, l.Sign == l.Key ? "" : l.Sign, l.Label)).DistinctBy(c => c.Value)]);
            }
        }
        if (nouns.Any(n => n is "delegation" or "group"))
        {
            var delegations = await db.Delegations.AsNoTracking().Include(d => d.Aliases).OrderBy(d => d.Code).ToListAsync(cancellationToken);
            var groups = await db.Groups.AsNoTracking().OrderBy(g => g.Code).ToListAsync(cancellationToken);
            names.recogniser = new(() => new Recogniser(delegations, groups));
        }
        return names;
    }

    /// <summary>The id of the list that a field offers; null where there is nothing to offer.</summary>
    public string? ListOf(DraftField field) => field.Nouns.Any(n => choices.GetValueOrDefault(n) is { Count: > 0 }) ? "of-" + string.Join('-', field.Nouns) : null;

    /// <summary>The lists that the fields of a form offer, by their ids.</summary>
    public IEnumerable<(string Id, IEnumerable<Choice> Choices)> Lists(DraftShape shape) =>
        shape.References.DistinctBy(ListOf).Where(f => ListOf(f) is not null).Select(f => (ListOf(f)!, f.Nouns.SelectMany(n => choices.GetValueOrDefault(n) ?? []).Take(LongestList)));

    /// <summary>What is referred to, to be shown beside its key; null where there is none.</summary>
    public Choice? Find(DraftField field, string value) =>
        field.Nouns.Select(n => choices.GetValueOrDefault(n)?.FirstOrDefault(c => c.Value == value)).FirstOrDefault(c => c is not null);

    /// <summary>The key for what was typed; what is not known stays as it is, to be told as an error.</summary>
    public string Resolve(DraftField field, string typed) => Known(field, typed) ?? (Recognised(field, typed) is [var code] ? code : typed);

    /// <summary>The entries of a list: one to a line, or separated, or the delegations of a sentence.</summary>
    public IEnumerable<string> SplitList(DraftField field, string typed)
    {
        foreach (var line in typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Known(field, line) is { } one)
            {
                yield return one;
                continue;
            }
            var parts = line.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var entries = field.Nouns.Count > 0 && parts.Any(p => Known(field, p) is null) ? Recognised(field, line) : null;
            foreach (var entry in entries ?? parts.Select(p => Known(field, p) ?? p))
            {
                yield return entry;
            }
        }
    }

    private static bool IsCalledBySign(string noun) => noun is "agendaItem" or "decision";

    private static string Folded(string text) => text.Trim().ToUpperInvariant();

    private void Add(string noun, IReadOnlyList<Choice> known)
    {
        choices[noun] = known;
        var names = byName[noun] = [];
        foreach (var choice in known)
        {
            names.TryAdd(Folded(choice.Value), choice.Value);
        }
        // Keys before names: what one calls another by its key is that one.
        foreach (var choice in known)
        {
            foreach (var name in choice.Label.Present().Select(t => t.Text.Text).Append(choice.Sign).Where(n => n.Length > 0))
            {
                names.TryAdd(Folded(name), choice.Value);
            }
        }
    }

    private string? Known(DraftField field, string typed)
    {
        var folded = Folded(typed);
        foreach (var noun in field.Nouns)
        {
            if (byName.TryGetValue(noun, out var names)
                && (names.TryGetValue(folded, out var value)
                    // A key with its name behind it, as lists show them.
                    || (folded.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && names.TryGetValue(folded[..space], out value) && names.GetValueOrDefault(folded[(space + 1)..].Trim()) == value)))
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>The delegations and groups of a text, with what is none of them left as it is; null where it has none.</summary>
    private List<string>? Recognised(DraftField field, string text)
    {
        if (recogniser is null || string.IsNullOrWhiteSpace(text) || !field.Nouns.Any(n => n is "delegation" or "group"))
        {
            return null;
        }
        var spans = recogniser.Value.Read(text).Spans;
        return spans.Any(s => s.Code is not null)
            ? [.. spans.Where(s => s.Kind != SpanKind.Connective).Select(s => s.Code ?? s.In(text).Trim())]
            : null;
    }
}
