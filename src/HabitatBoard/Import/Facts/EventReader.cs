using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads the dated events that a report names: what is held somewhere, meetings of bodies, a session suspended and resumed.</summary>
internal sealed class EventReader(Draft draft)
{
    private readonly List<(Sentence Sentence, int At, int End, string Title, DateOnly From, DateOnly? Until, string? Place)> found = [];

    private readonly EventNames names = new(draft);

    /// <summary>How far from its date an event is named, in characters.</summary>
    private const int Before = 220;
    private const int Behind = 90;

    /// <summary>How many dates of a sentence are looked at.</summary>
    private const int MaxDates = 8;

    private Wording Wording => draft.Wording;

    public bool Read(Sentence sentence)
    {
        var before = found.Count;
        names.Hear(sentence);
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
                var (called, when) = (match.Groups["title"], match.Groups["when"]);
                var title = names.Called(sentence, from + called.Index, Wording.Spaced ? from + when.Index : from + called.Index + called.Length);
                if (Dates.Period(Wording, match.Groups["when"].Value) is var (first, last) && IsOther(first, last) && !Wording.Is("session", match.Value) && !Wording.Is("ownEvent", title))
                {
                    Add(sentence, from + match.Index, match.Length, title, when.Value, match.Groups["place"] is { Success: true } place ? place.Value.Trim() : names.Place(sentence, from + called.Index + called.Length, from + when.Index, from + when.Index + when.Length));
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
                        Wording.Spaced ? $"Meeting of the {named} of {when}" : $"{named}{(match.Value.Contains(' ', StringComparison.Ordinal) ? " " : "")}{when}会议",
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

    private bool Dated(Sentence sentence, int at) => found.Exists(f => f.Sentence == sentence && at >= f.At && at < f.End);

    /// <summary>Whether something at that time is none of the meetings of this session.</summary>
    private bool IsOther(DateOnly from, DateOnly until) => draft.Session.StartsOn is not { } starts || draft.Session.EndsOn is not { } ends || until < starts || from > ends;

    /// <summary>"The second session had been suspended on …, and would resume on …": two events of one thing.</summary>
    private void Suspended(Sentence sentence)
    {
        string? subject = null;
        foreach (var match in Wording.Matches("eventSuspended", sentence.Text))
        {
            if (match.Groups["title"] is { Success: true } title && title.Value.Trim() is { Length: > 0 } named && !Wording.Is("eventAux", named))
            {
                subject = Wording.Spaced ? names.Called(sentence, title.Index, title.Index + title.Length) : names.InFull(OfBody(sentence, title.Index, named), sentence, title.Index);
            }
            if (subject is not null)
            {
                var what = match.Groups["what"].Value;
                Add(sentence, match.Index, match.Length, Wording.Spaced ? $"{(Wording.Is("suspended", what) ? "Suspension" : "Resumption")} of the {subject}" : subject + what, match.Groups["when"].Value, null);
            }
        }
    }

    /// <summary>第二届会议: of the body that the sentence named last.</summary>
    private string OfBody(Sentence sentence, int at, string named) =>
        Wording.Is("sessionOfBody", named) && Bodies.Mentions(draft, sentence.Text[..at]) is [.., var body] ? string.Concat(sentence.Text.AsSpan(body.Start, body.Length), named) : named;

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
