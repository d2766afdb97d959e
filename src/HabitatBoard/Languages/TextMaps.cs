namespace HabitatBoard.Languages;

/// <summary>Texts as language maps, with a parallel map of their status.</summary>
public static class TextMaps
{
    /// <summary>The text by language code, in United Nations order; null where nothing is recorded.</summary>
    public static IReadOnlyDictionary<string, string>? Map(this LocalizedText text) =>
        text.IsNone ? null : text.Present().ToDictionary(t => t.Language.Code, t => t.Text.Text);

    /// <summary>The status by language code.</summary>
    public static IReadOnlyDictionary<string, TextStatus>? StatusMap(this LocalizedText text) =>
        text.IsNone ? null : text.Present().ToDictionary(t => t.Language.Code, t => t.Text.Status);
}
