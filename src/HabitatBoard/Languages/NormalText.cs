using System.Text;

namespace HabitatBoard.Languages;

/// <summary>Text in a normal form of Unicode (UAX 15), whatever stands in it.</summary>
public static class NormalText
{
    /// <summary>As <see cref="string.Normalize(NormalizationForm)"/>, which throws on half a surrogate pair and on U+FFFE: they become U+FFFD.</summary>
    public static string Normal(this string text, NormalizationForm form) =>
        string.Concat(text.EnumerateRunes().Select(r => r.Value == 0xFFFE ? Rune.ReplacementChar : r)).Normalize(form);
}
