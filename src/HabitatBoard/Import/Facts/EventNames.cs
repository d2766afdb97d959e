using System.Text.RegularExpressions;
using HabitatBoard.Agenda;

namespace HabitatBoard.Import.Facts;

/// <summary>
/// What an event is called, by the words around its date: without the words of the sentence before and behind it, and by its
/// full name where the sentence says "the session" or "the Forum" of what was called by its name before.
/// </summary>
internal sealed class EventNames(Draft draft)
{
    /// <summary>How far before the words that were found a name may begin, in characters.</summary>
    private const int Wider = 100;

    /// <summary>How many paragraphs under the same item are looked at for a name, the one that is read among them.</summary>
    private const int MaxHeard = 6;

    /// <summary>What was said before under the same item, the paragraph that is read being the last.</summary>
    private readonly List<(int Number, string Text)> heard = [];
    private AgendaItem? item;

    private Wording Wording => draft.Wording;

    /// <summary>What is called so in these words of a sentence; they end before the date, or where the pattern ends that found them.</summary>
    public string Called(Sentence sentence, int from, int until)
    {
        var words = sentence.Text[from..until].TrimEnd(' ', ',', '，', '(', '（');
        var name = Wording.Spaced ? Spaced(sentence.Text[Math.Max(0, from - Wider)..from], words) : Wording.Replace("eventTail", Cut("eventWords", words), "");
        return InFull(Wording.Replace("eventNext", name, "").Trim(), sentence, from);
    }

    /// <summary>A name as it stands, or in full where it only says again what was named before these words of the sentence.</summary>
    public string InFull(string name, Sentence sentence, int at) =>
        Wording.Match("eventAgain", name) is { Success: true } again && !(again.Groups["noun"].Success && IsOurs(sentence.Paragraph.Text[..(sentence.Start + at)])) ? Again(again, Before(sentence, at)) ?? name : name;

    /// <summary>Whether a session of the Board was named last.</summary>
    private bool IsOurs(string before) =>
        Wording.Matches("session", before) is [.., var session] && !Wording.Matches("eventBefore", before).Any(m => m.Index > session.Index);

    /// <summary>Where it is held, by what stands between the name and the date or behind the date: the city alone.</summary>
    public string? Place(Sentence sentence, int from, int until, int behind) =>
        from < until && Wording.Matches("eventPlace", sentence.Text[from..until]) is [.., var before] ? before.Groups["place"].Value
            : Wording.Match("eventPlaceBehind", sentence.Text[behind..]) is { Success: true } after ? after.Groups["place"].Value : null;

    private string Spaced(string before, string words)
    {
        if (Last("eventOfBody") is { } ofBody)
        {
            // "the Assembly at its tenth session"
            return $"{ofBody.Groups["which"].Value} of the {ofBody.Groups["body"].Value}";
        }
        foreach (var pattern in (ReadOnlySpan<string>)["eventNumbered", "eventProper"])
        {
            if (Last(pattern) is { } named)
            {
                return Ended(named.Value, named.Groups["which"].Length);
            }
        }
        var noun = Wording.Match("eventNounAt", words);
        return Wording.Match("eventCommon", Ended(words, noun.Index + noun.Length)) is { Success: true } common ? common.Value : words;

        // A long name may begin before the words that were found.
        Match? Last(string pattern) => Wording.Matches(pattern, before + words).LastOrDefault(m => m.Index + m.Length > before.Length);
    }

    /// <summary>Words up to those that say something of the event, such as where it is held.</summary>
    private string Ended(string words, int from) => Wording.Match("eventEnd", words, from) is { Success: true } end ? words[..end.Index] : words;

    private string Cut(string lead, string words) => words[Wording.Match(lead, words).Length..];

    /// <summary>What "the session", "the tenth session", "the tenth session of the Assembly" is, by what was called so before.</summary>
    private string? Again(Match again, IEnumerable<string> before)
    {
        var (which, body) = (again.Groups["which"].Value, again.Groups["body"].Value);
        var found = before.SelectMany(text => Wording.Matches("eventBefore", text).Reverse()).FirstOrDefault(m =>
            body.Length > 0 ? m.Groups["body"].Value is var full && full.Length > body.Length && (full.EndsWith(body, StringComparison.OrdinalIgnoreCase) || full.Contains($"{body} ", StringComparison.OrdinalIgnoreCase))
                : which.Length > 0 ? m.Groups["body"].Success
                : m.Groups["which"].Success || m.Groups["body"].Value.Contains(again.Groups["noun"].Value, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            return null;
        }
        which = which.Length > 0 ? which : body.Length > 0 ? "" : found.Groups["which"].Value;
        var whose = found.Groups["body"].Value;
        whose = Wording.Spaced ? whose : Cut("eventWords", whose);
        return (which.Length == 0 ? whose : Wording.Spaced ? $"{which} of the {whose}" : whose + which) + again.Groups["rest"].Value;
    }

    /// <summary>What was said before these words, the nearest first, and what the item is called.</summary>
    private IEnumerable<string> Before(Sentence sentence, int at)
    {
        yield return sentence.Paragraph.Text[..(sentence.Start + at)];
        if (sentence.Item?.Title[Wording.Language]?.Text is { } title)
        {
            yield return title;
        }
        foreach (var (_, text) in heard.Where(h => h.Number < sentence.Number).Reverse())
        {
            yield return text;
        }
    }

    /// <summary>Hears a sentence that may name an event by which later ones call it "the session".</summary>
    public void Hear(Sentence sentence)
    {
        if (item != sentence.Item)
        {
            heard.Clear();
            item = sentence.Item;
        }
        if (heard is not [.., (var number, _)] || number != sentence.Number)
        {
            heard.Add((sentence.Number, sentence.Paragraph.Text));
            heard.RemoveRange(0, Math.Max(0, heard.Count - MaxHeard));
        }
    }
}
