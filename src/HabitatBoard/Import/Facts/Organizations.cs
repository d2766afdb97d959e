using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using TokenKind = HabitatBoard.Delegations.Recognition.TokenKind;
using SpanKind = HabitatBoard.Delegations.Recognition.SpanKind;

namespace HabitatBoard.Import.Facts;

/// <summary>The non-governmental organizations for which somebody speaks; those that nobody knows are made known.</summary>
internal sealed class Organizations(Draft draft)
{
    public IReadOnlyList<string> Read(string words, Sentence sentence)
    {
        words = words.Trim();
        if (Known(words) is { } whole)
        {
            return [whole];
        }
        var recognition = draft.Recogniser.Read(words);
        var known = recognition.Spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
        if (known.Count > 0 && known.All(s => draft.Delegations[s.Code!].Kind == DelegationKind.NonGovernmental))
        {
            return [.. known.Select(s => s.Code!).Distinct()];
        }
        return Add(words, sentence) is { } added ? [added] : [];
    }

    /// <summary>An organization among those that attended: of the United Nations, or of Governments.</summary>
    public string? Attending(string name, Sentence sentence) =>
        Known(name) ?? Add(name, sentence, draft.Wording.Is("unBody", name) ? DelegationKind.UnBody : DelegationKind.Intergovernmental, "");

    private string? Known(string words)
    {
        var bare = draft.Wording.Bare(words);
        return draft.Delegations.Values.FirstOrDefault(d => d.ListName.Present().Concat(d.RunningName.Present()).Any(n => draft.Wording.Bare(n.Text.Text) == bare))?.Code;
    }

    private string? Add(string words, Sentence sentence, DelegationKind kind = DelegationKind.NonGovernmental, string prefix = "NGO-")
    {
        var code = CodeOf(words, prefix);
        if (code.Length == 0)
        {
            return null;
        }
        var text = draft.Text(words);
        if (draft.Add(FactKind.Delegation, $"delegation/{code}", sentence.Source, () => new Delegation(code, kind, text, text, SortKeys.For(text, LocalizedText.None))) is not { } added)
        {
            return null;
        }
        draft.Delegations[code] = added;
        draft.Recogniser.Add(added);
        foreach (var name in draft.Wording.Abbreviations(words))
        {
            draft.Recogniser.AddName(draft.Language, name, TokenKind.Delegation, code);
        }
        draft.Problems.Add(new ImportProblem(ImportProblemKind.NewEntry, sentence.Number, words));
        return code;
    }

    /// <summary>The initials of a name, or one made from it; unlike any code there is.</summary>
    private string CodeOf(string name, string prefix)
    {
        var initials = string.Concat(name.Split(' ', '-').Where(w => w.Length > 0 && char.IsAsciiLetterUpper(w[0])).Select(w => w[0]));
        var code = initials.Length >= 3 && !draft.Delegations.ContainsKey(prefix + initials) && initials.Length <= 12
            ? prefix + initials
            : $"{(prefix.Length == 0 ? "ORG-" : prefix)}{StableId.ShortFor(name)}";
        return draft.Delegations.ContainsKey(code) ? "" : code;
    }
}
