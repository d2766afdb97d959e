namespace HabitatBoard.Languages;

/// <summary>Where a text comes from.</summary>
public enum TextStatus
{
    /// <summary>Printed in a published language version. All six versions of a United Nations document are official.</summary>
    Official,

    /// <summary>Our own rendering of a text that is published in another language; labelled so wherever it is shown.</summary>
    Unofficial,

    /// <summary>Composed by the application from facts and standard phrases.</summary>
    Composed,
}

/// <summary>One text in one language.</summary>
/// <param name="Text">Plain text, never blank; lines are separated by <c>\n</c>.</param>
/// <param name="Status">Where it comes from.</param>
public sealed record LanguageText(string Text, TextStatus Status);

/// <summary>
/// One text in up to six languages. It is a value: setting a language gives a new one.
/// A text in no language is <see cref="None"/>: the record does not say.
/// </summary>
public sealed record LocalizedText
{
    /// <summary>Not recorded in any language.</summary>
    public static LocalizedText None { get; } = new();

    public LanguageText? Ar { get; private init; }
    public LanguageText? Zh { get; private init; }
    public LanguageText? En { get; private init; }
    public LanguageText? Fr { get; private init; }
    public LanguageText? Ru { get; private init; }
    public LanguageText? Es { get; private init; }

    /// <summary>The text of one language, or null where it has none.</summary>
    public LanguageText? this[Language language] => language switch
    {
        Language.Ar => Ar,
        Language.Zh => Zh,
        Language.En => En,
        Language.Fr => Fr,
        Language.Ru => Ru,
        _ => Es,
    };

    public bool IsNone => Ar is null && Zh is null && En is null && Fr is null && Ru is null && Es is null;

    /// <summary>This text with one language set; a blank text removes the language.</summary>
    public LocalizedText With(Language language, string? text, TextStatus status = TextStatus.Official)
    {
        var value = string.IsNullOrWhiteSpace(text) ? null : new LanguageText(text.Trim(), status);
        return language switch
        {
            Language.Ar => this with { Ar = value },
            Language.Zh => this with { Zh = value },
            Language.En => this with { En = value },
            Language.Fr => this with { Fr = value },
            Language.Ru => this with { Ru = value },
            _ => this with { Es = value },
        };
    }

    /// <summary>
    /// The text for a reader of <paramref name="wanted"/>, and the language it is in: the wanted one, else English,
    /// else Chinese, else the first there is. Null where nothing is recorded.
    /// </summary>
    public (Language Language, LanguageText Text)? For(Language wanted)
    {
        ReadOnlySpan<Language> order = [wanted, Language.En, Language.Zh, Language.Fr, Language.Es, Language.Ru, Language.Ar];
        foreach (var language in order)
        {
            if (this[language] is { } text)
            {
                return (language, text);
            }
        }
        return null;
    }

    /// <summary>What of it is printed in a published language version.</summary>
    public LocalizedText OfficialOnly() =>
        Present().Where(p => p.Text.Status == TextStatus.Official).Aggregate(None, (text, p) => text.With(p.Language, p.Text.Text));

    /// <summary>The languages that have a text, in United Nations order.</summary>
    public IEnumerable<(Language Language, LanguageText Text)> Present()
    {
        foreach (var language in OfficialLanguages.All)
        {
            if (this[language] is { } text)
            {
                yield return (language, text);
            }
        }
    }
}
