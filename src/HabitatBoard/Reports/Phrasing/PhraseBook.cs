using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>
/// The keys of the variants that a fact names, in the order in which it does. A key that a phrase or a language does not
/// know means the usual phrase, so one key serves every language.
/// </summary>
public readonly record struct Variants(string? Keys)
{
    /// <summary>Says that a paper is a report of the Executive Director; what that is called, other phrases say.</summary>
    public const string ByExecutiveDirector = "by-executive-director";

    /// <summary>Names one where the phrase may list several. The composer adds it, for languages whose words depend on it.</summary>
    public const string Single = "single";

    /// <summary>A decision of which a part or paragraphs are named, or a part of which paragraphs are. The composer adds it.</summary>
    public const string Within = "within";

    public static Variants None => default;

    public IEnumerable<string> All => Keys is null ? [] : Keys.Split(' ');

    /// <summary>These and one more, which counts where none of these is known.</summary>
    public Variants With(string key) => new(Keys is null ? key : $"{Keys} {key}");

    /// <summary>What several facts name that one phrase tells together.</summary>
    public static Variants Of(IEnumerable<string?> keys)
    {
        var named = keys.OfType<string>().SelectMany(k => k.Split(' ')).Distinct().ToList();
        return named.Count == 0 ? None : new Variants(string.Join(' ', named));
    }
}

/// <summary>
/// The standard phrases of one language as templates with named places, <c>{speakers}</c>. A phrase has one usual
/// wording, and may have variants by key.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A book is a collection for its initializer alone.")]
public sealed class PhraseBook : IEnumerable<KeyValuePair<(Phrase Phrase, string Variant), string>>
{
    private readonly Dictionary<(Phrase Phrase, string Variant), Template> templates = [];

    public void Add(Phrase phrase, string template) => Add(phrase, "", template);

    public void Add(Phrase phrase, string variant, string template) => templates.Add((phrase, variant), Template.Parse(template));

    public IEnumerator<KeyValuePair<(Phrase Phrase, string Variant), string>> GetEnumerator() =>
        templates.Select(t => KeyValuePair.Create(t.Key, t.Value.Text)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first of the variants that the phrase has here, else its usual wording.</summary>
    internal Template Find(Phrase phrase, Variants variants)
    {
        if (variants.Keys is not null)
        {
            foreach (var key in variants.All)
            {
                if (templates.TryGetValue((phrase, key), out var variant))
                {
                    return variant;
                }
            }
        }
        return templates[(phrase, "")];
    }
}

/// <summary>A template taken apart: words and places in turn.</summary>
internal sealed record Template(string Text, IReadOnlyList<(string? Words, string? Place)> Pieces)
{
    public static Template Parse(string text)
    {
        var pieces = new List<(string? Words, string? Place)>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                pieces.Add((text[at..], null));
                break;
            }
            if (open > at)
            {
                pieces.Add((text[at..open], null));
            }
            pieces.Add((null, text[(open + 1)..close]));
            at = close + 1;
        }
        return new Template(text, pieces);
    }
}
