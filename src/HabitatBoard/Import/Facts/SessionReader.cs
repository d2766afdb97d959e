using System.Globalization;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads of the session itself: dates and place, opening and closing, how it was held, the sessions before and after.</summary>
/// <param name="lastParagraph">Where the report ends: a time there is that of the closing.</param>
internal sealed class SessionReader(Draft draft, int lastParagraph)
{
    private LocalizedText city = LocalizedText.None;
    private LocalizedText place = LocalizedText.None;
    private LocalizedText modeNote = LocalizedText.None;
    private SessionMode? mode;
    private Interpretation? interpretation;
    private DateTimeOffset? openedAt;
    private DateTimeOffset? closedAt;
    private bool closed;
    private int? openingParagraph;
    private int? closingParagraph;
    private ImportSource? source;

    private Wording Wording => draft.Wording;

    private Session Session => draft.Session;

    /// <summary>Dates and place by one line of the masthead.</summary>
    public void Masthead(string line)
    {
        if (Dates.Period(Wording, line) is var (from, until))
        {
            Session.Schedule(from, until);
            if (city.IsNone && Wording.Replace("dates", line, "").Trim(' ', ',', '，', '、', ';') is { Length: > 0 } where)
            {
                city = draft.Text(where);
            }
        }
    }

    /// <summary>Dates of sessions, wherever a sentence gives them.</summary>
    public bool Held(Sentence sentence)
    {
        var found = false;
        foreach (var pattern in (ReadOnlySpan<string>)["sessionHeld", "sessionHeldAfter"])
        {
            foreach (var held in Wording.Matches(pattern, sentence.Text))
            {
                if (draft.SessionIn(held.Groups["session"].Value, sentence.Source) is not { } session || Dates.Period(Wording, held.Groups["when"].Value) is not var (from, until))
                {
                    continue;
                }
                found = true;
                draft.Understand(sentence, held.Index, held.Index + held.Length);
                if (session.Id == Session.Id)
                {
                    if (Session.StartsOn is null)
                    {
                        Session.Schedule(from, until);
                    }
                    else if ((Session.StartsOn, Session.EndsOn) != (from, until))
                    {
                        draft.Problems.Add(new ImportProblem(ImportProblemKind.Contradiction, sentence.Number, held.Value));
                    }
                    if (held.Groups["place"] is { Success: true, Value.Length: > 0 } where)
                    {
                        place = draft.Text(where.Value);
                        source ??= sentence.Source;
                    }
                }
                else if (session.StartsOn is null)
                {
                    session.Schedule(from, until);
                    // One that was held is over; one that is to be held is planned.
                    session.Hold(string.CompareOrdinal(session.Id, Session.Id) < 0 || until < Session.StartsOn ? SessionStatus.Closed : SessionStatus.Planned, null, null);
                }
            }
        }
        return found;
    }

    /// <summary>How many paragraphs tell where and how a session is held, before its business begins.</summary>
    private const int MaxIntroduction = 6;

    private SessionMode? said;
    private LocalizedText headquarters = LocalizedText.None;
    private IReadOnlyList<Language> offered = [];

    /// <summary>How and where the session was held, in whatever words the first paragraphs say it.</summary>
    public void Introduced(Sentence sentence)
    {
        if (sentence.Number > MaxIntroduction || (sentence.Item is not null && !draft.Opens(sentence)))
        {
            return;
        }
        foreach (var (pattern, held) in new[] { ("modeHybrid", SessionMode.Hybrid), ("modeInPerson", SessionMode.InPerson), ("modeOnline", SessionMode.Online) })
        {
            if (said is null && Wording.Match(pattern, sentence.Text) is { Success: true } match)
            {
                said = held;
                draft.Understand(sentence, match.Index, match.Index + match.Length);
            }
        }
        if (offered.Count == 0 && Wording.Match("interpretationOffered", sentence.Text) is { Success: true } interpreted)
        {
            offered = LanguagesIn(interpreted.Groups["languages"].Value);
        }
        // What is told of a session before this one is told of that.
        if (headquarters.IsNone && Wording.Match("headquarters", sentence.Text) is { Success: true } where
            && (Wording.Matches("session", sentence.Text[..where.Index]) is not [.., var last] || draft.SessionIn(last.Value, sentence.Source)?.Id == Session.Id))
        {
            headquarters = draft.Text(where.Groups["place"].Value);
        }
    }

    public bool Opening(Sentence sentence)
    {
        var opening = Wording.Match("opening", sentence.Text);
        // However it is worded: the first time of day in the section on the opening.
        if (openingParagraph is not null || !(opening.Success || (draft.Opens(sentence) && HasTime(sentence))))
        {
            return false;
        }
        openingParagraph = sentence.Number;
        openedAt = Dates.Moment(Wording, sentence.Text, Session.StartsOn);
        var chair = Wording.Match("openingChair", sentence.Text);
        chair = chair.Success || Wording.Matches("personOf", sentence.Text) is not [var only] || Wording.Is("electedVice", sentence.Text[..only.Index]) ? chair : only;
        if (chair.Success && draft.People.Introduce(chair.Groups["person"].Value, sentence.Source) is { } person)
        {
            draft.People.Chair = person;
            draft.People.Play(person, Capacity.PresidingOfficer, null);
            draft.ChairOf = (sentence, chair.Groups["of"].Success ? draft.DelegationNamed(chair.Groups["of"].Value) : null);
        }
        if (Wording.Match("openingRemarks", sentence.Text, opening.Index) is { Success: true } remarks && remarks.Groups["topic"] is { Success: true, Value.Length: > 0 } topic && draft.People.Chair is { } speaker)
        {
            var order = draft.Next("statement", sentence.Number);
            var id = RowKeys.In(sentence.Number, "statement", order);
            draft.Add(FactKind.Statement, id, sentence.Source, () =>
            {
                var statement = new Statement(
                    draft.Id(id), Session.Id, draft.Paragraph(sentence.Number), order, sentence.Item?.Id,
                    new Speaker(null, speaker.Code, draft.Text(Wording.Language == Language.Zh ? "主席" : "Chair")), Capacity.PresidingOfficer, StatementKind.Statement, null);
                statement.Treat(LocalizedText.None, draft.Text(topic.Value), null);
                statement.Phrase(Variants.Printed(Wording, sentence.Text[opening.Index..], Phrase.OpeningRemarks));
                return statement;
            });
        }
        draft.Compose(sentence);
        return true;
    }

    public bool Closing(Sentence sentence)
    {
        if (closed && closedAt is null && sentence.Number == closingParagraph && HasTime(sentence))
        {
            // In a sentence of its own.
            closedAt = Dates.Moment(Wording, sentence.Text, Session.EndsOn);
            draft.Compose(sentence, goesOn: true);
            return true;
        }
        if (Wording.Is("closing", sentence.Text) ? Wording.Is("closingStatement", sentence.Text) : closed || sentence.Number < lastParagraph || !Wording.Is("closingWord", sentence.Text) || !HasTime(sentence))
        {
            return false;
        }
        closed = true;
        closingParagraph = sentence.Number;
        closedAt = Dates.Moment(Wording, sentence.Text, Session.EndsOn);
        draft.Compose(sentence);
        return true;
    }

    private bool HasTime(Sentence sentence) => Dates.Time(Wording, Wording.Replace("dates", sentence.Text, " ")) is not null;

    /// <summary>How the session was held, and with what interpretation.</summary>
    public bool Arrangements(Sentence sentence)
    {
        if (mode is null && Wording.Match("arrangements", sentence.Text) is { Success: true } match)
        {
            var all = match.Groups["all"];
            mode = Wording.Is("heldHybrid", all.Value) ? SessionMode.Hybrid : Wording.Is("heldOnline", all.Value) ? SessionMode.Online : SessionMode.InPerson;
            // What is said of interpretation behind it is no note.
            var note = Wording.Match("noteEnds", match.Groups["note"].Value) is { Success: true } end ? match.Groups["note"].Value[..end.Index] : match.Groups["note"].Value;
            modeNote = draft.Text(Draft.Capital(note.Trim()));
            draft.Compose(sentence, all.Index, sentence.Text.Length);
            arrangedIn = sentence.Number;
            _ = Interpreted(sentence);
            return true;
        }
        return Interpreted(sentence);
    }

    private bool Interpreted(Sentence sentence)
    {
        foreach (var pattern in (ReadOnlySpan<string>)["interpretation", "interpretationBefore"])
        {
            if (interpretation is null && Wording.Match(pattern, sentence.Text) is { Success: true } match && Hours(match.Groups["hours"].Value) is { } hours)
            {
                var words = match.Groups["languages"].Value;
                var languages = Wording.Is("sixLanguages", sentence.Text) ? OfficialLanguages.All : LanguagesIn(words);
                if (languages.Count > 0)
                {
                    interpretation = new Interpretation(Wording.Is("twiceADay", sentence.Text) ? 2 * hours : hours, languages);
                    draft.Compose(sentence, 0, sentence.Text.Length, goesOn: arrangedIn == sentence.Number);
                    return true;
                }
            }
        }
        return false;
    }

    private int? arrangedIn;

    private IReadOnlyList<Language> LanguagesIn(string words) =>
        Wording.Is("sixLanguages", words) ? OfficialLanguages.All : [.. OfficialLanguages.All.Where(l => Wording.Is($"language{l}", words))];

    private static double? Hours(string words) =>
        double.TryParse(words, CultureInfo.InvariantCulture, out var number) ? number : Wording.Number(words);

    /// <summary>The session as read.</summary>
    public void Finish()
    {
        // The masthead says the city alone.
        var where = !place.IsNone ? place : !headquarters.IsNone ? headquarters : city;
        Session.Describe(Session.Title, where, mode ?? said, modeNote, interpretation ?? (offered.Count > 0 ? new Interpretation(null, offered) : null));
        var opened = openedAt <= closedAt || closedAt is null || openedAt is null ? openedAt : null;
        Session.Hold(closed ? SessionStatus.Closed : openedAt is null ? SessionStatus.Planned : SessionStatus.Open, opened, closedAt);
        Session.State(openingParagraph is { } o ? draft.Paragraph(o) : null, closingParagraph is { } c ? draft.Paragraph(c) : null);
        draft.Add(FactKind.Session, "session", source ?? (openingParagraph is { } at ? new ImportSource(at, 0, "") : null), () => Session);
    }
}
