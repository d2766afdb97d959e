using System.Text.Json;
using System.Text.Json.Serialization;
using HabitatBoard.Languages;

namespace HabitatBoard.Delegations.Recognition;

/// <summary>
/// One language's phrases of lists of speakers, and spellings of names that the register does not have because nobody
/// prints them as a name of their own: inflected forms, names of groups in running text. docs/recognition.md says what goes where.
/// </summary>
internal sealed record SpellingFile(
    IReadOnlyList<string> OnBehalfOf,
    IReadOnlyList<string> OnBehalfOfBeforeAName,
    IReadOnlyList<string> Own,
    IReadOnlyList<string> Itself,
    IReadOnlyList<string> Then,
    IReadOnlyList<string> And,
    IReadOnlyList<string> Articles,
    IReadOnlyList<string> Representatives,
    IReadOnlyList<string> Verbs,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> NotDelegations,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Delegations,
    IReadOnlyList<string>? RepresentativeOrOnBehalfOf = null,
    IReadOnlyList<string>? NeedCapitals = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static SpellingFile Read(Language language)
    {
        using var stream = typeof(SpellingFile).Assembly.GetManifestResourceStream($"Spellings/{language.Code}.json")
            ?? throw new InvalidOperationException($"There are no spellings for {language.Code}.");
        try
        {
            return JsonSerializer.Deserialize<SpellingFile>(stream, Options)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Spellings {language.Code}.json: {e.Message}", e);
        }
    }

    /// <summary>The phrases with what each does in a list.</summary>
    public IEnumerable<(TokenKind Kind, IReadOnlyList<string> Phrases)> Phrases()
    {
        yield return (TokenKind.OnBehalfOf, OnBehalfOf);
        yield return (TokenKind.OnBehalfOfBeforeAName, OnBehalfOfBeforeAName);
        yield return (TokenKind.RepresentativeOrOnBehalfOf, RepresentativeOrOnBehalfOf ?? []);
        yield return (TokenKind.Own, Own);
        yield return (TokenKind.Itself, Itself);
        yield return (TokenKind.Then, Then);
        yield return (TokenKind.And, And);
        yield return (TokenKind.Representative, Representatives);
        yield return (TokenKind.Verb, Verbs);
        yield return (TokenKind.Article, Articles);
        yield return (TokenKind.Word, Words);
        yield return (TokenKind.Unknown, NotDelegations);
    }
}
