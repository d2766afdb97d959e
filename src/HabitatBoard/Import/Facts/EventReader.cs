using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads the dated events that a report names: what is held somewhere, meetings of bodies, a session suspended and resumed.</summary>
internal sealed class EventReader(Draft draft)
{
    private readonly List<(Sentence Sentence, int At, int End, string Title, DateOnly From, DateOnly? Until, string? Place)> found = [];

    /// <summary>How far from its date an event is named, in characters.</summary>
    private const int Before = 220;
    private const int Behind = 90;

    /// <summary>How many dates of a sentence are looked at.</summary>
    private const int MaxDates = 8;

    private Wording Wording => draft.Wording;

    public bool Read(Sentence sentence)
    {
        var before = found.Count;
        foreach (var pattern in (ReadOnlySpan<string>)["eventHeld", "eventWill"])
        {
            foreach (var match in Wording.Matches(pattern, sentence.Text))
            {
                var title = Wording.Replace("eventLead", match.Groups["title"].Value.Trim(), "").Trim();
                if (!Wording.Is("session", title) && !Wording.Is("session", match.Value) && !Wording.Is("notAnEvent", title) && !Wording.Is("ownEvent", title) && Wording.Is("eventName", title))
                {
                    Add(sentence, match.Index, match.Length, title, match.Groups["when"].Value, match.Groups["place"].Success ? match.Groups["place"].Value.Trim() : null);
                }
            }
        }
        // However it is worded: what is called by a word for events, with a date behind nothing but words of holding it.
        foreach (var date in Wording.Matches("dates", sentence.Text).Take(MaxDates))
        {
            var from = Math.Max(0, date.Index - Before);
            var near = sentence.Text[from..Math.Min(sentence.Text.Length, date.Index + date.Length + Behind)];
            if (!Wording.Is("eventHint", near))
            {
                continue;
            }
            foreach (var match in Wording.Matches("eventDated", near).Where(m => m.Groups["when"].Index <= date.Index - from && date.Index - from < m.Groups["when"].Index + m.Groups["when"].Length && !Dated(sentence, date.Index)))
            {
                var title = Name(match.Groups["title"].Value);
                title = Wording.Is("eventAgain", match.Groups["title"].Value.Trim()) || Wording.Is("eventAgain", title) ? Earlier(sentence, from + match.Index, title) ?? title : title;
                if (Dates.Period(Wording, match.Groups["when"].Value) is var (first, last) && IsOther(first, last) && !Wording.Is("session", match.Value) && !Wording.Is("ownEvent", title))
                {
                    Add(sentence, from + match.Index, match.Length, title, match.Groups["when"].Value, match.Groups["place"].Success ? match.Groups["place"].Value.Trim() : null);
                }
            }
        }
        foreach (var match in Wording.Matches("bodyMeeting", sentence.Text))
        {
            if (Bodies.Mentions(draft, sentence.Text[..match.Index]) is [.., var body] && sentence.Text[(body.Start + body.Length)..match.Index].Trim().Length <= 3)
            {
                var named = sentence.Text.Substring(body.Start, body.Length);
                // The year may be said once, with the last.
                var days = match.Groups["when"].Captures.Select(c => c.Value).ToList();
                foreach (var when in days.Select(day => Wording.Is("date", day) ? day
                    : Wording.Match("date", days.First(d => Wording.Is("date", d))).Groups["year"].Value is var year && Wording.Spaced ? $"{day} {year}" : $"{year}年{day}"))
                {
                    Add(
                        sentence, body.Start, match.Index + match.Length - body.Start,
                        Wording.Spaced ? $"Meeting of the {named} of {when}" : match.Groups["when"].Captures.Count == 1 ? sentence.Text[body.Start..(match.Index + match.Length)] : $"{named}{when}会议",
                        when, null);
                }
            }
        }
        if (Wording.Is("suspension", sentence.Text))
        {
            Suspended(sentence);
        }
        return found.Count > before;
    }

    /// <summary>What "the session" is of which a paragraph tells: what it called by its name before.</summary>
    private string? Earlier(Sentence sentence, int at, string again)
    {
        if (Wording.Matches("eventBefore", sentence.Paragraph.Text[..(sentence.Start + at)]) is not [.., var named] || Name(named.Groups["title"].Value) is not { Length: > 2 } title || Wording.Is("ownEvent", title))
        {
            return null;
        }
        // "… the seventh session of the Assembly …; the eighth session": another of the same.
        var which = Wording.Match("eventAgain", again).Groups["which"];
        var numeral = Wording.Match("numeral", title);
        return which.Success && numeral is { Success: true, Index: 0 } ? which.Value + title[numeral.Length..] : title;
    }

    private bool Dated(Sentence sentence, int at) => found.Exists(f => f.Sentence == sentence && at >= f.At && at < f.End);

    /// <summary>Whether something at that time is none of the meetings of this session.</summary>
    private bool IsOther(DateOnly from, DateOnly until) => draft.Session.StartsOn is not { } starts || draft.Session.EndsOn is not { } ends || until < starts || from > ends;

    /// <summary>What an event is called, without the words of the sentence before it.</summary>
    private string Name(string words)
    {
        var noun = Wording.Match("eventNounAt", words);
        var lead = Wording.Match("eventWords", noun.Success ? words[..noun.Index] : words);
        return words[lead.Length..].Trim();
    }

    /// <summary>"The second session had been suspended on …, and would resume on …": two events of one thing.</summary>
    private void Suspended(Sentence sentence)
    {
        string? subject = null;
        foreach (var match in Wording.Matches("eventSuspended", sentence.Text))
        {
            if (match.Groups["title"].Success && match.Groups["title"].Value.Trim() is { Length: > 0 } named && !Wording.Is("eventAux", named))
            {
                var owner = Bodies.Mentions(draft, sentence.Text[..match.Groups["title"].Index]) is [.., var last] ? last : default;
                var body = sentence.Text.Substring(owner.Start, owner.Length);
                subject = Wording.Is("sessionOfBody", named) && body.Length > 0 && !named.Contains(body, StringComparison.Ordinal)
                    ? Wording.Spaced ? $"{named} of the {body}" : $"{body}{named}"
                    : named;
            }
            if (subject is not null)
            {
                var what = match.Groups["what"].Value;
                Add(sentence, match.Index, match.Length, Wording.Spaced ? $"{(Wording.Is("suspended", what) ? "Suspension" : "Resumption")} of the {Wording.Replace("eventLead", subject, "")}" : subject + what, match.Groups["when"].Value, null);
            }
        }
    }

    private void Add(Sentence sentence, int at, int length, string title, string when, string? place)
    {
        if (Dates.Period(Wording, when) is not var (from, until) || found.Any(f => f.Sentence == sentence && f.From == from && at < f.End && f.At < at + length))
        {
            return;
        }
        found.Add((sentence, at, at + length, title, from, until == from ? null : until, place));
        draft.Understand(sentence, at, at + length);
    }

    public void Finish()
    {
        var all = found.OrderBy(f => f.Sentence.Number).ThenBy(f => f.Sentence.Start + f.At)
            .DistinctBy(f => (draft.Wording.Bare(f.Title), f.From, f.Until)).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            var id = RowKeys.Event(i + 1);
            draft.Add(FactKind.Event, id, one.Sentence.Source, () => new Event(
                draft.Id(id), draft.Session.Id, draft.Text(Draft.Capital(one.Title)), one.From, one.Until, draft.Text(one.Place), draft.Paragraph(one.Sentence.Number)));
        }
    }

    /// <summary>Where a paragraph says an event is held.</summary>
    public IEnumerable<(int Start, string Place)> PlacesIn(int paragraph) =>
        found.Where(f => f.Sentence.Number == paragraph && f.Place is not null)
            .Select(f => (f.Sentence.Paragraph.Text.IndexOf(f.Place!, f.Sentence.Start + f.At, StringComparison.Ordinal), f.Place!)).Where(p => p.Item1 >= 0);
}
