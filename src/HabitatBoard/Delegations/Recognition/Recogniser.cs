using HabitatBoard.Languages;
using static HabitatBoard.Delegations.Recognition.SpellingTrie;

namespace HabitatBoard.Delegations.Recognition;

/// <summary>
/// Reads delegations and the groups they speak for from a sentence in any of the six languages, or from several in
/// one. It knows the names of the register, their aliases, and the spellings beside it. Reading takes time in
/// proportion to the text. A public one does not change, and any number of threads may use it.
/// </summary>
public sealed class Recogniser
{
    private const string ArabicPrefixes = "وفلبك";

    private readonly SpellingTrie spellings = new();

    /// <summary>Names that are ordinary words in lower case.</summary>
    private readonly HashSet<string> needCapitals;

    /// <summary>Organizations: they stand for their members as groups do.</summary>
    private readonly HashSet<string> associations;

    /// <summary>Groups of an association and its members, by code: the European Union and its member States.</summary>
    private readonly Dictionary<string, string> associationOf;

    /// <summary>What this one knows beside its own names.</summary>
    private readonly Recogniser? known;

    public Recogniser(IEnumerable<Delegation> delegations, IEnumerable<Group> groups)
    {
        var known = delegations.ToDictionary(d => d.Code);
        var knownGroups = groups.ToDictionary(g => g.Code);
        associations = [];
        associationOf = [];
        var files = OfficialLanguages.All.ToDictionary(l => l, SpellingFile.Read);
        needCapitals = files.Values.SelectMany(f => f.NeedCapitals ?? []).Select(Folded).ToHashSet();

        // Whoever comes first keeps the spelling: names before aliases, the register before the files, names before phrases.
        foreach (var delegation in known.Values)
        {
            Add(delegation);
        }
        foreach (var group in knownGroups.Values)
        {
            AddGroup(group.Code, group.Name);
        }
        foreach (var alias in known.Values.SelectMany(d => d.Aliases))
        {
            AddName(alias.Language, alias.Text, TokenKind.Delegation, alias.DelegationCode);
        }
        foreach (var (language, file) in files)
        {
            foreach (var (code, names) in file.Delegations.Where(d => known.ContainsKey(d.Key)))
            {
                AddNames(language, names, TokenKind.Delegation, code);
            }
            foreach (var (code, names) in file.Groups.Where(g => knownGroups.ContainsKey(g.Key)))
            {
                AddNames(language, names, TokenKind.Group, code);
            }
        }
        foreach (var (kind, phrase) in files.Values.SelectMany(f => f.Phrases()).SelectMany(p => p.Phrases.Select(phrase => (p.Kind, phrase))))
        {
            spellings.Add(phrase, kind, null, Capitals.Any);
        }

        void AddNames(Language language, IEnumerable<string> names, TokenKind kind, string code)
        {
            foreach (var name in names)
            {
                AddName(language, name, kind, code);
            }
        }
    }

    /// <summary>One that knows what another knows, and what is added to it: for one reader, for it changes.</summary>
    internal Recogniser(Recogniser known)
    {
        this.known = known;
        needCapitals = known.needCapitals;
        associations = [.. known.associations];
        associationOf = new Dictionary<string, string>(known.associationOf);
    }

    internal void Add(Delegation delegation)
    {
        if (IsAssociation(delegation))
        {
            associations.Add(delegation.Code);
        }
        foreach (var (language, text) in delegation.RunningName.Present().Concat(delegation.ListName.Present()))
        {
            AddName(language, text.Text, TokenKind.Delegation, delegation.Code);
        }
    }

    /// <summary>A group's name, or what else it is called.</summary>
    internal void AddGroup(string code, LocalizedText name)
    {
        foreach (var (language, text) in name.Present())
        {
            var folded = FoldedText.Of(text.Text);
            if (Longest(folded, 0) is { Meaning: { Kind: TokenKind.Delegation, Code: { } first }, Next: var next } && next < folded.Length && associations.Contains(first))
            {
                associationOf.TryAdd(code, first);
            }
            AddName(language, text.Text, TokenKind.Group, code);
        }
    }

    internal void AddName(Language language, string name, TokenKind kind, string code)
    {
        var capitals = IsAcronym(name) ? Capitals.All : needCapitals.Contains(Folded(name)) ? Capitals.First : Capitals.Any;
        spellings.Add(name, kind, code, capitals);
        if (language == Language.Ar)
        {
            foreach (var form in ArabicForms(Folded(name)))
            {
                spellings.Add(form, kind, code, capitals);
            }
        }
    }

    /// <summary>The longest name or phrase; of two that are as long the name, and of two names the one that was known before.</summary>
    private (Meaning Meaning, int Next)? Longest(FoldedText text, int start)
    {
        var own = spellings.Longest(text, start);
        return known?.Longest(text, start) is { } before && (own is not { } found || before.Next > found.Next || (before.Next == found.Next && before.Meaning.Code is not null)) ? before : own;
    }

    private static bool IsAssociation(Delegation delegation) => delegation.Kind is not (DelegationKind.State or DelegationKind.ObserverEntity);

    /// <summary>Reads a text. Any string will do; what is not recognised is returned as such.</summary>
    public Recognition Read(string text)
    {
        var tokens = Tokens(FoldedText.Of(text));
        var reader = new SpeakerReader(tokens, associations, associationOf);
        reader.Read();
        return new Recognition(reader.Speakers, Spans.Of(text, tokens), reader.Unspoken);
    }

    private List<Token> Tokens(FoldedText text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (text.IsBoundary(i) && (Longest(text, i) is { } found ? Add(i, found) : AddWithPrefix(i)) is { } next)
            {
                i = next;
                continue;
            }
            if (text[i] is FoldedText.Gap or FoldedText.Division)
            {
                i++;
                continue;
            }
            var end = i + 1;
            if (FoldedText.IsWord(text[i]))
            {
                while (end < text.Length && (FoldedText.IsWord(text[end]) || !text.IsBoundary(end)))
                {
                    end++;
                }
            }
            tokens.Add(new Token(text.JoinsNames(i) ? TokenKind.Unknown : KindOf(text[i]), text.Start(i), text.End(end - 1)));
            i = end;
        }
        return tokens;

        int? Add(int start, (Meaning Meaning, int Next) found)
        {
            tokens.Add(new Token(found.Meaning.Kind, text.Start(start), text.End(found.Next - 1), found.Meaning.Code));
            return found.Next;
        }

        // "and", "then", "to", "by" and "as" are one letter in Arabic, written together with the word: والبرازيل, ولمصر.
        int? AddWithPrefix(int start)
        {
            for (var letters = 1; letters <= 2 && start + letters < text.Length && ArabicPrefixes.Contains(text[start + letters - 1]); letters++)
            {
                if (text.Start(start + letters) >= text.End(start + letters - 1)
                    && Longest(text, start + letters) is { } found
                    && found.Next - start - letters > 1)
                {
                    tokens.Add(new Token(text[start] is 'و' or 'ف' ? TokenKind.And : TokenKind.Article, text.Start(start), text.End(start + letters - 1)));
                    return Add(start + letters, found);
                }
            }
            return null;
        }
    }

    private static TokenKind KindOf(char c) => c switch
    {
        ',' or '、' or '،' => TokenKind.Comma,
        '.' or '。' or ';' or '؛' or ':' or '!' or '?' or '؟' or '｡' or '।' => TokenKind.Stop,
        '(' or '[' or '【' or '〔' => TokenKind.Open,
        ')' or ']' or '】' or '〕' => TokenKind.Close,
        _ when char.IsLetterOrDigit(c) || c == '\uFFFD' => TokenKind.Unknown,
        _ => TokenKind.Punctuation,
    };

    /// <summary>
    /// The article is written together with the word and may be missing or added (السنغال, الغابون); after ل it loses a
    /// letter (للسنغال). Short words are left alone: المالي is not Mali.
    /// </summary>
    private static IEnumerable<string> ArabicForms(string name)
    {
        var article = name.StartsWith("ال", StringComparison.Ordinal);
        var bare = article ? name[2..] : name;
        if (article)
        {
            yield return "لل" + bare;
        }
        if (bare.Length >= 5 && bare.All(FoldedText.IsWord))
        {
            yield return article ? bare : "ال" + bare;
        }
    }

    /// <summary>USA, EE.UU.: capitals only. Scripts without case have no acronyms.</summary>
    private static bool IsAcronym(string name) => name.Any(char.IsUpper) && !name.AsSpan().ContainsAnyLower();

    private static string Folded(string text) => FoldedText.Of(text).ToString();
}
