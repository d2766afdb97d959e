using System.Text.RegularExpressions;
using HabitatBoard.Statements;

namespace HabitatBoard.Import.Facts;

/// <summary>That some took the floor, as one clause tells it.</summary>
/// <param name="Said">The words of the clause that say how, and for whom.</param>
/// <param name="Beside">Whether it is told beside something else: "following a presentation by …".</param>
internal sealed record ToldClause(StatementKind Kind, IReadOnlyList<ReadSpeaker> Speakers, string Said, bool Beside);

/// <summary>
/// Reads who took the floor by the parts of a sentence, whatever their order: the words for taking it, and those who are
/// named before an active verb, behind "by" or in the midst. Words that name anybody else, or leave it open who, tell nothing.
/// </summary>
internal sealed class Telling(Draft draft, Speakers speakers)
{
    /// <summary>How many beginnings of a list are tried before a verb: those who are meant stand near it.</summary>
    private const int MaxBeginnings = 6;

    /// <summary>How many delegations make a list of speakers.</summary>
    private const int MinRoll = 3;

    private static readonly (string Group, StatementKind Kind)[] Kinds =
    [
        ("answer", StatementKind.Answer), ("introduction", StatementKind.Introduction), ("presentation", StatementKind.Presentation),
        ("account", StatementKind.Presentation), ("statement", StatementKind.Statement), ("remark", StatementKind.Statement),
    ];

    /// <summary>The longest sentence that is read so, in characters: a list of all States is half as long.</summary>
    private const int MaxSentence = 3_000;

    /// <summary>How many verbs of a sentence are tried.</summary>
    private const int MaxVerbs = 10;

    private Wording Wording => draft.Wording;

    /// <summary>What was read last: several readers ask of the same sentence.</summary>
    private (Sentence Sentence, IReadOnlyList<ToldClause> Told)? last;

    public IReadOnlyList<ToldClause> Read(Sentence sentence)
    {
        if (last is not { } before || before.Sentence != sentence)
        {
            last = (sentence, sentence.Item is null || sentence.Text.Length > MaxSentence || Wording.Is("tellsNothing", sentence.Text) ? [] : Tell(sentence));
        }
        return last.Value.Told;
    }

    private IReadOnlyList<ToldClause> Tell(Sentence sentence)
    {
        var told = new List<ToldClause>();
        var text = sentence.Text;
        var words = new[] { "tells", "toldBy", "toldOf" }
            .SelectMany(pattern => Wording.Matches(pattern, text).Select(match => (Pattern: pattern, Match: match)))
            .OrderBy(w => w.Match.Index).ThenByDescending(w => w.Match.Length).Take(MaxVerbs)
            .Where(w => Speakers.Depth(text[..w.Match.Index]) == 0 && !Wording.Is("relative", text[..w.Match.Index])).ToList();
        var from = 0;
        IReadOnlyList<ReadSpeaker>? subject = null;
        for (var i = 0; i < words.Count; i++)
        {
            var (pattern, match) = words[i];
            if (match.Index < from)
            {
                continue;
            }
            var end = match.Index + match.Length;
            var following = words.Skip(i + 1).Select(w => w.Match).FirstOrDefault(m => m.Index >= end);
            var next = following?.Index ?? text.Length;
            if (pattern == "tells")
            {
                // "… thanked delegations and answered their questions": who did the one did the other.
                var read = Before(sentence, from, match) ?? (match.Groups["remark"].Success ? null : Carried(sentence, from, match)) ?? (subject is not null && told.Count == 0 && Wording.Is("goesOn", text[..match.Index]) ? subject : null);
                if (read is not null && (!match.Groups["remark"].Success || MayRemark(text[from..next], read)))
                {
                    Add(pattern, match, speakers.Apart(Again(read, text[from..next]), text[end..next]), $"{text[(told.Count == 0 ? from : match.Index)..end]} {(Wording.Spaced || next == text.Length ? Clause(text[end..next]) : text[end..next].Split('，')[0])}");
                    from = end;
                }
                subject = read;
            }
            else if (pattern == "toldOf")
            {
                if (speakers.Actors(match.Groups["list"].Value, sentence, whole: true) is var (read, _))
                {
                    Add(pattern, match, read, match.Value);
                    from = end;
                }
            }
            else if (Behind(sentence, text[end..], next - end, following?.Groups["answer"].Success ?? false) is var (read, taken))
            {
                Add(pattern, match, read, $"{text[from..end]} {Clause(text[(end + taken)..])}");
                from = end + taken;
            }
        }
        return Roll(sentence) is { } roll && roll.Speakers.Count > told.Sum(t => t.Speakers.Count) ? [roll] : told;

        void Add(string pattern, Match match, IReadOnlyList<ReadSpeaker> read, string said)
        {
            // "… and the Mayor did so by video link": what was told before.
            (string Group, StatementKind Kind) kind = match.Groups["same"].Success ? ("same", told.LastOrDefault()?.Kind ?? draft.StatementsIn(sentence.Number).LastOrDefault()?.Kind ?? StatementKind.Statement)
                : Kinds.First(k => match.Groups[k.Group].Success);
            // A delegation that is named again goes on, unless it speaks for others too.
            read = [.. speakers.Among(read, text, sentence).Where((r, i) => r.Person is not null || r.Delegation is null || r.For.Count > 0 || !read.Take(i).Any(b => b.Person is null && b.Delegation == r.Delegation && b.For.Count == 0))];
            if (kind.Group == "remark" && read is [{ Person: null, Delegation: { } same }] && told.Exists(t => t.Kind == StatementKind.Statement && t.Speakers.Any(s => s.Person is null && s.Delegation == same)))
            {
                // "… and Sri Lanka made statements; the representative of Sri Lanka also said that …": who spoke goes on.
                return;
            }
            if (kind.Group == "account" && read.All(r => r.Capacity == Capacity.PresidingOfficer))
            {
                // Whoever presides tells the Board what to know for its work.
                return;
            }
            // Who is no officer of the Board or its secretariat, and describes or explains something, takes part in the debate.
            told.Add(new ToldClause(
                // In Chinese the next clause may tell of another.
                Wording.Is("rightOfReplyWords", Wording.Spaced ? said : text[from..(match.Index + match.Length)] + text[(match.Index + match.Length)..].Split('，')[0]) ? StatementKind.RightOfReply
                    : pattern == "toldBy" && kind.Kind == StatementKind.Statement && read.Count == 1 && Wording.Is("whoPresented", text[match.Index..]) ? StatementKind.Presentation
                    : Wording.Is("openingWords", Near(match)) ? StatementKind.Opening
                    : Wording.Is("closingWords", Near(match)) ? StatementKind.Closing
                    : kind.Group == "account" && read.All(r => r.Capacity is Capacity.BoardMember or Capacity.Observer or Capacity.Guest) ? StatementKind.Statement
                    : kind.Kind == StatementKind.Presentation && !Wording.Spaced && Wording.Is("inStatement", text[from..(match.Index + match.Length)]) ? StatementKind.Statement
                    : kind.Group is "remark" or "account" && Wording.Is("inReply", said) ? StatementKind.Answer
                    : kind.Group == "remark" && Wording.Is("inPresenting", said) ? StatementKind.Presentation
                    : kind.Group == "remark" && Wording.Is("inIntroducing", said) ? StatementKind.Introduction
                    : Wording.Is("introductory", Near(match)) || (kind.Kind == StatementKind.Presentation && ((Wording.Is("preamble", text) || Wording.Is("presentsDocuments", text)) && read.All(r => r.Capacity == Capacity.PresidingOfficer) || IntroducesDocuments(match))) ? StatementKind.Introduction
                    : kind.Kind,
                read, said, !match.Groups["remark"].Success));
        }

        // 副主席介绍了秘书处的说明，执行局商定…: the verb has documents behind it.
        bool IntroducesDocuments(Match match) => Wording.Is("documentsBehind", text[match.Index..])
            || (!Wording.Spaced && Wording.Match("presentsDocuments", text[from..]) is { Success: true } presents && presents.Length == match.Index + match.Length - from);

        string Near(Match match) => text[Math.Max(0, match.Index - 16)..(match.Index + match.Length)];
    }

    /// <summary>
    /// Three delegations or more, one after the other, in a sentence that has a word of speaking and none of what else
    /// delegations are named for: whoever reports on an item lists those who spoke.
    /// </summary>
    private ToldClause? Roll(Sentence sentence)
    {
        // What was spoken of in the sentence before: "Both members and observers commented. The former were …".
        var before = sentence.Paragraph.Text[..sentence.Start];
        if (!Wording.Is("speaking", sentence.Text) && !(Wording.Is("rollGoesOn", sentence.Text) && Wording.Is("speaking", before)))
        {
            return null;
        }
        var reply = Wording.Is("rightOfReplyWords", sentence.Text);
        var read = sentence.Text.Split(';', '；').Where(part => !Wording.Is("notSpeaking", part)).SelectMany(part => speakers.Listed(part) ?? []).ToList();
        return read.Count < MinRoll || (reply && Wording.Is("inResponse", sentence.Text)) ? null
            : new ToldClause(reply ? StatementKind.RightOfReply : StatementKind.Statement, speakers.Among(read, sentence.Text, sentence), "", Beside: false);
    }

    /// <summary>Those who are named behind "by"; where the list runs into the next verb, only those before whom that verb names.</summary>
    /// <param name="answered">Whether the next verb tells of an answer: few answer many.</param>
    private (IReadOnlyList<ReadSpeaker> Read, int End)? Behind(Sentence sentence, string words, int verb, bool answered)
    {
        // What a list in lines below lists is something else, such as documents.
        words = words.Split('\n')[0];
        verb = Math.Min(verb, words.Length);
        if (speakers.Actors(words, sentence, whole: false) is not var (read, end))
        {
            return null;
        }
        if (end < verb - 1 || verb >= words.Length)
        {
            return (read, end);
        }
        var gaps = Wording.Matches("gap", words[..verb]).Take(MaxBeginnings);
        foreach (var gap in answered ? gaps.Reverse() : gaps.OrderByDescending(g => Wording.Is("delegationsAfter", words[(g.Index + g.Length)..])))
        {
            if (speakers.Actors(words[..gap.Index], sentence, whole: true) is var (first, _) && speakers.Actors(words[(gap.Index + gap.Length)..verb], sentence, whole: true) is not null)
            {
                return (first, gap.Index);
            }
        }
        return null;
    }

    /// <summary>One delegation that speaks "first for … and then in its national capacity" is there twice.</summary>
    private IReadOnlyList<ReadSpeaker> Again(IReadOnlyList<ReadSpeaker> read, string words) =>
        read is [{ Person: null, Delegation: { } code }] && speakers.Delegations(words, draft.CapacityOf) is { Count: > 1 } twice && twice.All(t => t.Delegation == code) ? twice : read;

    /// <summary>The words up to the next clause.</summary>
    private string Clause(string words) => (words = words.TrimStart(' ', ',', '，')) is var said && Wording.Match("clause", said) is { Success: true } end ? said[..end.Index] : words;

    /// <summary>Those who are named before a verb: the longest list that stands there.</summary>
    private IReadOnlyList<ReadSpeaker>? Before(Sentence sentence, int from, Match verb)
    {
        var text = sentence.Text;
        foreach (var start in Beginnings(text[from..verb.Index]).Take(MaxBeginnings))
        {
            var words = text[(from + start)..verb.Index];
            if ((from > 0 && Wording.Is("mediumFirst", words.Split(',')[0].Trim())) || Wording.Is("aboutLead", words))
            {
                // How the one before spoke; about whom one did.
                continue;
            }
            foreach (var named in WithoutAdverbs(words))
            {
                if (speakers.Actors(named, sentence, whole: true) is var (read, _) && Stands(text[from..(from + start)], named, read))
                {
                    return read;
                }
            }
        }
        return null;
    }

    /// <summary>"区域协调司司长X接着以地图为辅助，作了介绍": a clause without anybody is of whom the clause before names.</summary>
    private IReadOnlyList<ReadSpeaker>? Carried(Sentence sentence, int from, Match verb)
    {
        var clauses = sentence.Text[from..verb.Index].Split('，', ',');
        return !Wording.Spaced && clauses.Length > 1 && Wording.Is("adverbs", clauses[^1])
            ? WithoutAdverbs(Wording.Replace("carriedVerb", Wording.Replace("beginning", clauses[^2], ""), "")).Select(named => speakers.Actors(named, sentence, whole: true)?.Read).FirstOrDefault(read => read is not null)
            : null;
    }

    /// <summary>Where those could begin who are named before a verb: at the beginning, and where clauses or lists go on.</summary>
    private IEnumerable<int> Beginnings(string words)
    {
        yield return Wording.Match("beginning", words).Length;
        foreach (var gap in Wording.Matches("gap", words).Take(4 * MaxBeginnings).Where(g => Speakers.Depth(words[..g.Index]) == 0))
        {
            yield return gap.Index + gap.Length;
        }
    }

    /// <summary>Words, and what is left of them without adverbs at the end that stand between a name and its verb.</summary>
    private IEnumerable<string> WithoutAdverbs(string words)
    {
        foreach (var at in Wording.Matches("adverb", words).Take(4 * MaxBeginnings).Where(a => a.Index > 0 && Speakers.Depth(words[..a.Index]) == 0 && Wording.Is("adverbs", words[a.Index..])).Take(MaxBeginnings))
        {
            yield return words[..at.Index].Trim();
        }
        yield return words.Trim();
    }

    /// <summary>Whether a list of delegations begins where it was found: what stands before is no part of it.</summary>
    private bool Stands(string before, string named, IReadOnlyList<ReadSpeaker> read) =>
        read.Any(r => r.Person is not null || r.Delegation is null) || Wording.Is("startsWithRepresentatives", named)
            || draft.Recogniser.Read(before[(before.LastIndexOfAny([';', '；', '。']) + 1)..]).Speakers.Count == 0;

    /// <summary>What somebody said is a statement where it is said of the representative of a delegation.</summary>
    private bool MayRemark(string named, IReadOnlyList<ReadSpeaker> read) =>
        Wording.Is("inRemarks", named) || read.All(r => r.Delegation is not null && r.Capacity != Capacity.Secretariat) && (Wording.Is("representatives", named) || read[0].Person is not null);
}
