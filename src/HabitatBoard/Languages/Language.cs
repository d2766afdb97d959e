using System.Diagnostics.CodeAnalysis;

namespace HabitatBoard.Languages;

/// <summary>The six official languages of the United Nations, in the order in which its language bar shows them.</summary>
public enum Language
{
    Ar,
    Zh,
    En,
    Fr,
    Ru,
    Es,
}

/// <summary>What the product knows of a language: its code, its own name, its direction.</summary>
public static class OfficialLanguages
{
    private static readonly string[] Codes = ["ar", "zh", "en", "fr", "ru", "es"];
    private static readonly string[] Codes3 = ["ara", "zho", "eng", "fra", "rus", "spa"];
    private static readonly string[] Names = ["العربية", "中文", "English", "Français", "Русский", "Español"];

    /// <summary>All six, in United Nations order.</summary>
    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();

    extension(Language language)
    {
        /// <summary>ISO 639-1 code, <c>zh</c>: the one in addresses, JSON and <c>lang</c> attributes.</summary>
        public string Code => Codes[(int)language];

        /// <summary>ISO 639-2/T code, <c>zho</c>: the one that Akoma Ntoso expressions use.</summary>
        public string Code3 => Codes3[(int)language];

        /// <summary>The language's name in itself.</summary>
        public string NativeName => Names[(int)language];

        /// <summary><c>rtl</c> or <c>ltr</c>, the value of the HTML <c>dir</c> attribute.</summary>
        public string Direction => language == Language.Ar ? "rtl" : "ltr";
    }

    /// <summary>Reads an ISO 639-1 code, in lower case as in our addresses.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, out Language language)
    {
        var index = Array.IndexOf(Codes, code);
        language = index < 0 ? default : (Language)index;
        return index >= 0;
    }

    /// <summary>As <see cref="TryParse"/>, for codes that are known to be ours.</summary>
    public static Language Parse(string code) =>
        TryParse(code, out var language) ? language : throw new ArgumentException($"Not one of the six languages: {code}", nameof(code));

    /// <summary>Several languages as one text, <c>ar zh en</c>.</summary>
    public static string Join(IEnumerable<Language> languages) => string.Join(' ', languages.Select(l => l.Code));

    /// <summary>Reads what <see cref="Join"/> wrote.</summary>
    public static IReadOnlyList<Language> Split(string codes) => [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
}
