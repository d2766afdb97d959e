using System.Globalization;
using System.Text;
using System.Text.Json;
using HabitatBoard.Languages;

namespace HabitatBoard.Checks;

/// <summary>A word of the checks' vocabulary, such as the name of a class of attendance, said in the reader's language.</summary>
internal sealed record Word(string Key)
{
    public static Word Of<T>(T value)
        where T : struct, Enum => new($"{JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name)}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}");
}

/// <summary>Numbers of paragraphs, said with their noun.</summary>
internal sealed record ParagraphNumbers(IReadOnlyList<int> Numbers);

/// <summary>Several things named one after the other.</summary>
internal sealed record Several(IReadOnlyList<object> Values);

/// <summary>Several wordings of one thing, each with the paragraphs that have it.</summary>
internal sealed record WordingList(IReadOnlyList<(string Text, IReadOnlyList<int> Paragraphs)> Wordings);

/// <summary>
/// The sentences of the checks, in every language of the Organization: <c>Phrases/messages.CODE.json</c>. Names stand as
/// they are recorded, so sentences are built to inflect none: names stand before a colon, in quotation marks or in parentheses.
/// </summary>
internal static class CheckPhrases
{
    private static readonly Dictionary<Language, Phrases> ByLanguage = Load();

    public static LocalizedText Message(string key, IReadOnlyList<(string Place, object Value)> values) => Fill(key, s => s.Message, values);

    public static LocalizedText Advice(string key, IReadOnlyList<(string Place, object Value)> values) => Fill(key, s => s.Advice, values);

    /// <summary>The keys of one language, with their sentences.</summary>
    internal static IReadOnlyDictionary<string, Sentences> Of(Language language) => ByLanguage[language].Messages;

    internal static IReadOnlyDictionary<string, string> WordsOf(Language language) => ByLanguage[language].Words;

    private static LocalizedText Fill(string key, Func<Sentences, string> which, IReadOnlyList<(string Place, object Value)> values)
    {
        var filled = LocalizedText.None;
        foreach (var (language, phrases) in ByLanguage)
        {
            var sentence = new StringBuilder(which(phrases.Messages[key]));
            foreach (var (place, value) in values)
            {
                sentence.Replace($"{{{place}}}", phrases.Say(language, value));
            }
            filled = filled.With(language, sentence.ToString(), TextStatus.Composed);
        }
        return filled;
    }

    private static Dictionary<Language, Phrases> Load()
    {
        var phrases = new Dictionary<Language, Phrases>();
        foreach (var language in OfficialLanguages.All)
        {
            phrases.Add(language, CheckFiles.Read<Phrases>($"messages.{language.Code}") ?? throw new InvalidOperationException($"messages.{language.Code}.json is missing."));
        }
        return phrases;
    }

    internal sealed record Sentences(string Message, string Advice);

    /// <param name="TwoParagraphs">For a language with a dual; elsewhere two are several.</param>
    private sealed record Phrases(
        string Separator,
        string Last,
        string LastNumber,
        string Series,
        string Quote,
        string OneParagraph,
        string SeveralParagraphs,
        string Wording,
        IReadOnlyDictionary<string, string> Words,
        IReadOnlyDictionary<string, Sentences> Messages,
        string? TwoParagraphs = null)
    {
        public string Say(Language language, object value) => value switch
        {
            string text => language.Isolated(text),
            int number => number.ToString(CultureInfo.InvariantCulture),
            LocalizedText text => language.Isolated(text.For(language)?.Text.Text ?? ""),
            Word word => Words[word.Key],
            DateOnly day => language.Date(day),
            DateTimeOffset at => $"{Say(language, DateOnly.FromDateTime(at.DateTime))} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}",
            ParagraphNumbers numbers => Numbers(numbers.Numbers),
            Several several => Join([.. several.Values.Select(v => Say(language, v))], Last),
            WordingList list => string.Join(Series, list.Wordings.Select(w => Worded(language.Isolated(w.Text), w.Paragraphs))),
            _ => throw new ArgumentException($"No phrase says a {value.GetType().Name}.", nameof(value)),
        };

        private string Worded(string text, IReadOnlyList<int> paragraphs)
        {
            var quoted = Quote.Replace("{text}", text, StringComparison.Ordinal);
            return paragraphs.Count == 0 ? quoted
                : Wording.Replace("{text}", quoted, StringComparison.Ordinal).Replace("{paragraphs}", Numbers(paragraphs), StringComparison.Ordinal);
        }

        private string Numbers(IReadOnlyList<int> numbers) =>
            (numbers.Count switch { 1 => OneParagraph, 2 => TwoParagraphs ?? SeveralParagraphs, _ => SeveralParagraphs })
                .Replace("{numbers}", Join([.. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))], LastNumber), StringComparison.Ordinal);

        private string Join(IReadOnlyList<string> values, string last) =>
            values.Count < 2 ? string.Concat(values) : $"{string.Join(Separator, values.SkipLast(1))}{last}{values[^1]}";
    }
}

/// <summary>The files of a language that the checks speak and read with.</summary>
internal static class CheckFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Null where there is no such file.</summary>
    public static T? Read<T>(string name)
        where T : class
    {
        using var stream = typeof(CheckFiles).Assembly.GetManifestResourceStream($"Checks/{name}.json");
        return stream is null ? null : JsonSerializer.Deserialize<T>(stream, Options);
    }
}
