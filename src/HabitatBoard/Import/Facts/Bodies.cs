using HabitatBoard.Data;
using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>The bodies that a report names.</summary>
internal static class Bodies
{
    public const string Board = "executive-board";

    public static string Consultations(Draft draft) => draft.Bodies.Values.FirstOrDefault(b => b.Kind == BodyKind.Consultations)?.Code ?? "informal-consultations";

    /// <summary>The body of that name, made known as a working group if nobody knows it.</summary>
    public static string? Named(Draft draft, string words, ImportSource? source)
    {
        var bare = draft.Wording.Bare(words);
        if (bare.Length == 0)
        {
            return null;
        }
        var known = draft.Bodies.Values.FirstOrDefault(b => b.Name.Present().Any(n => draft.Wording.Bare(n.Text.Text) == bare))
            ?? draft.Bodies.Values.FirstOrDefault(b => b.Kind != BodyKind.Board && b.Name.Present().Any(n => draft.Wording.Bare(n.Text.Text) is { Length: > 6 } name && (bare.Contains(name, StringComparison.Ordinal) || AgendaReader.Likeness(name, bare) > 0.85)));
        if (known is not null)
        {
            return known.Code;
        }
        if (!draft.Wording.Is("newBody", words))
        {
            return null;
        }
        var slug = string.Join('-', words.ToLowerInvariant().Split(' ').Where(w => w.Length > 0 && w.All(char.IsAsciiLetter)).Take(7));
        var code = slug.Length is > 0 and < 60 ? slug : $"body-{StableId.ShortFor(words)}";
        if (draft.Bodies.ContainsKey(code))
        {
            return code;
        }
        if (draft.Add(FactKind.Body, $"body/{code}", source, () => new Body(code, BodyKind.AdHocWorkingGroup, draft.Text(Draft.Capital(words)))) is not { } body)
        {
            return null;
        }
        draft.Problems.Add(new ImportProblem(ImportProblemKind.NewEntry, source?.Paragraph, words));
        draft.Bodies[code] = body;
        return code;
    }

    /// <summary>The working group that a text named last.</summary>
    public static string? Before(Draft draft, string text) =>
        Mentions(draft, text).Where(m => draft.Bodies[m.Code].Kind is BodyKind.AdHocWorkingGroup).Select(m => m.Code).LastOrDefault();

    /// <summary>Where a text names bodies: by the names of the register, and by those that reports use for them.</summary>
    public static IReadOnlyList<(string Code, int Start, int Length, bool InFull)> Mentions(Draft draft, string text)
    {
        var found = new List<(string Code, int Start, int Length, bool InFull)>();
        foreach (var body in draft.Bodies.Values)
        {
            if (body.Name[draft.Language] is not { Text: var name } || name.Length < 3)
            {
                continue;
            }
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                found.Add((body.Code, at, name.Length, InFull: body.Kind != BodyKind.Bureau));
            }
        }
        foreach (var (pattern, kind) in new[] { ("bureauMention", BodyKind.Bureau), ("assemblyMention", BodyKind.Other), ("boardMention", BodyKind.Board), ("consultationsMention", BodyKind.Consultations) })
        {
            if (draft.Bodies.Values.FirstOrDefault(b => b.Kind == kind) is { } body)
            {
                found.AddRange(draft.Wording.Matches(pattern, text).Select(m => (body.Code, m.Index, m.Length, kind is BodyKind.Board)));
            }
        }
        // The longest name of those that overlap.
        var kept = new List<(string Code, int Start, int Length, bool InFull)>();
        foreach (var mention in found.OrderBy(f => f.Start).ThenByDescending(f => f.Length))
        {
            if (kept.Count == 0 || mention.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(mention);
            }
        }
        return kept;
    }
}
