using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Errors;

namespace HabitatBoard.Import.Facts;

/// <summary>
/// The groups of States for which somebody speaks. One of the registers stays that group however it is spelt; one that
/// nobody knows is a name from then on, and is proposed when a statement is made for it.
/// </summary>
internal sealed class Groups
{
    private readonly Draft draft;

    /// <summary>What groups are called, as names are compared, with their codes.</summary>
    private readonly Dictionary<string, string> codes = [];

    private readonly HashSet<string> proposed = [];

    public Groups(Draft draft)
    {
        this.draft = draft;
        var spellings = SpellingFile.Read(draft.Language).Groups;
        foreach (var group in draft.Groups.Values)
        {
            foreach (var name in group.Name.Present().Select(n => n.Text.Text).Concat(spellings.GetValueOrDefault(group.Code) ?? []).Append(group.Code))
            {
                _ = Learn(group.Code, name);
            }
        }
    }

    private Wording Wording => draft.Wording;

    /// <summary>Finds the groups that stand where a sentence says for whom somebody speaks.</summary>
    public void Read(Sentence sentence)
    {
        foreach (var region in Wording.Matches("spokenFor", sentence.Text).Where(m => !m.Groups["aside"].Success || FollowsADelegation(sentence.Text, m.Index)))
        {
            foreach (var match in Wording.Matches("groupName", region.Groups["words"].Value))
            {
                Name(match.Groups["name"].Value.Trim(), match.Groups["acronym"].Value);
            }
        }
        // "Arab States (Egypt)".
        foreach (var match in Wording.Matches("groupName", sentence.Text).Where(m => m.Groups["by"].Success && draft.DelegationNamed(m.Groups["by"].Value) is not null))
        {
            Name(match.Groups["name"].Value.Trim(), "");
        }
    }

    /// <summary>Proposes a group for which a statement is made, if it is new.</summary>
    public void Propose(string code, ImportSource source)
    {
        if (draft.Known.Groups.All(g => g.Code != code) && proposed.Add(code) && draft.Add(FactKind.Group, $"group/{code}", source, () => draft.Groups[code]) is { } group)
        {
            draft.Problems.Add(new ImportProblem(ImportProblemKind.NewEntry, source.Paragraph, group.Name[draft.Language]!.Text));
        }
    }

    /// <summary>Whether a delegation stands just before a place: what is in parentheses there is for whom it speaks.</summary>
    private bool FollowsADelegation(string text, int at)
    {
        var before = text[Math.Max(0, at - 80)..at];
        return draft.Recogniser.Read(before).Spans is [.., { Kind: SpanKind.Delegation }] or [.., { Kind: SpanKind.Delegation }, { Kind: SpanKind.Connective, Length: < 5 }];
    }

    private void Name(string name, string acronym)
    {
        var spans = draft.Recogniser.Read(name).Spans;
        var members = Wording.Match("groupAndMembers", name) is { Success: true } match && draft.DelegationNamed(match.Groups["of"].Value) is not null;
        if (!members)
        {
            if (spans is [{ Kind: SpanKind.Group or SpanKind.Delegation }])
            {
                return;
            }
            // What stands before it in a list is no part of its name: "Iceland and Nordic countries".
            if (spans is [{ Kind: SpanKind.Group or SpanKind.Delegation }, ..] && spans.LastOrDefault(s => s.Kind is SpanKind.Group or SpanKind.Delegation && EndsAt(s.End)) is { Length: > 0 } named)
            {
                name = Wording.Replace("nameJoint", name[named.End..], "").Trim();
            }
        }
        if (name.Length == 0 || (!members && (!Wording.Is("groupName", name) || Wording.Is("notAGroup", name) || Wording.Match("groupAndMembers", name).Groups["and"].Success)))
        {
            return;
        }
        var initials = acronym.Length > 0 ? acronym : Initials(name);
        // Initials that nobody printed may be those of another: landlocked and least developed countries.
        if ((codes.GetValueOrDefault(Key(name)) ?? codes.GetValueOrDefault(Key(acronym))) is not { } code)
        {
            code = CodeOf(name, initials);
            if (draft.Groups.ContainsKey(code))
            {
                return;
            }
            draft.Groups.Add(code, new Group(code, GroupKind.Political, draft.Text(name)));
            _ = Learn(code, code);
        }
        // From here on the words name the group.
        foreach (var called in new[] { name, acronym }.Where(n => n.Length > 0))
        {
            _ = Learn(code, called);
            draft.Recogniser.AddGroup(code, draft.Text(called));
        }

        // 葡萄牙语国家共同体 begins with a State that does not stand before it.
        bool EndsAt(int end) => Wording.Spaced || end == name.Length || Wording.Match("nameJoint", name[end..]).Length > 0;
    }

    private bool Learn(string code, string name) => Key(name) is { Length: > 0 } key && codes.TryAdd(key, code);

    /// <summary>What tells groups apart: that they are States, countries or a group is said of the same one in turn.</summary>
    private string Key(string name)
    {
        if (Wording.Match("groupAndMembers", name) is { Success: true } members)
        {
            return draft.DelegationNamed(members.Groups["of"].Value) is { } of ? $"{of} {members.Groups["and"].Success} members" : Wording.Bare(name);
        }
        return Wording.Bare(Wording.Replace("groupWords", name, " "));
    }

    private string Initials(string name) => name.All(char.IsAsciiLetterUpper) ? name
        : Wording.Spaced ? string.Concat(name.Split(' ', '-').Where(w => w.Length > 0 && char.IsLetter(w[0]) && !Wording.Is("littleWord", w)).Select(w => char.ToUpperInvariant(w[0])))
        : "";

    /// <summary>Its initials, else one made from its name.</summary>
    private string CodeOf(string name, string initials) =>
        initials.Length > 2 && Guard.IsCode(initials, 12) && !draft.Groups.ContainsKey(initials) && !draft.Delegations.ContainsKey(initials)
            ? initials
            : $"GRP-{StableId.ShortFor(name)}";
}
