using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads who held which office: the Chair, the Rapporteur, the chairs of working groups, the co-facilitators.</summary>
internal sealed class OfficerReader(Draft draft)
{
    private readonly List<(Office Office, string Body, Person Person, string? Delegation, int? Paragraph, ImportSource? Source)> officers = [];

    private readonly HashSet<Person> doubtful = [];

    private Wording Wording => draft.Wording;

    public void Add(Office office, string body, Person person, string? delegation, int? paragraph, ImportSource? source)
    {
        // A sentence tells more than the masthead.
        officers.RemoveAll(o => o.Office == office && o.Body == body && o.Person.Code == person.Code && o.Paragraph is null && paragraph is not null);
        if (!officers.Any(o => o.Office == office && o.Body == body && o.Person.Code == person.Code))
        {
            officers.Add((office, body, person, delegation, paragraph, source));
        }
    }

    public void Rapporteur(string line)
    {
        if (Wording.Match("rapporteur", line) is { Success: true } match && draft.People.Introduce(match.Groups["person"].Value, null) is { } person)
        {
            Add(Office.Rapporteur, Bodies.Board, person, draft.DelegationNamed(match.Groups["of"].Value), null, new ImportSource(null, 0, line));
            draft.People.Play(person, Statements.Capacity.Officer, null);
        }
    }

    /// <summary>Offices with the name of who holds them and the delegation, wherever a sentence mentions them.</summary>
    public void Mentions(Sentence sentence)
    {
        if (Elected(sentence))
        {
            draft.Understand(sentence, 0, sentence.Text.Length);
        }
        if (Wording.Match("entrusted", sentence.Text) is { Success: true } entrusted)
        {
            Entrusted(sentence, entrusted);
        }
        foreach (var chairs in Wording.Matches("chairsListed", sentence.Text))
        {
            var office = chairs.Groups["office"].Value.Trim();
            if (OfficeOf(office, sentence, chairs.Groups["office"].Index) is ({ } kind, { } body))
            {
                Listed(sentence, kind, body, office, chairs.Groups["list"]);
            }
        }
        foreach (var listed in Wording.Matches("officersListed", sentence.Text))
        {
            Listed(sentence, Held(listed.Groups["office"].Value), Bodies.Board, listed.Groups["office"].Value, listed.Groups["list"]);
        }
        foreach (var pattern in (ReadOnlySpan<string>)["officerMention", "officerMentionAfter"])
        {
            foreach (var match in Wording.Matches(pattern, sentence.Text))
            {
                var office = match.Groups["office"].Value.Trim();
                // Without a delegation behind the name it is somebody who was named before.
                var known = match.Groups["of"].Success ? null : draft.People.BySurname(match.Groups["person"].Value);
                var of = match.Groups["of"].Success ? draft.DelegationNamed(match.Groups["of"].Value) : known is null ? null : officers.LastOrDefault(o => o.Person == known).Delegation;
                if (of is null)
                {
                    continue;
                }
                var (kind, body) = OfficeOf(office, sentence, match.Groups["office"].Index);
                // What the body of somebody known is called there may be a shorter name of the same.
                if (kind is { } held && body is not null && (known is null || !officers.Exists(o => o.Office == held && o.Body != Bodies.Board && o.Person == known)) && draft.People.Introduce(match.Groups["person"].Value, sentence.Source) is { } person)
                {
                    Add(held, body, person, of, sentence.Number, sentence.Source);
                    draft.People.Play(person, Statements.Capacity.Officer, null);
                    draft.People.Hold(office, person);
                }
            }
        }
    }

    /// <summary>Officers of the Board who were elected, in a list by office or in a sentence.</summary>
    public bool Elected(Sentence sentence)
    {
        if (sentence.Cells is { Count: > 2 } cells && Wording.Is("listedOffice", $"{cells[0]}{(Wording.Spaced ? ": " : "：")}{cells[1]}") && draft.DelegationNamed(cells[2]) is { } state
            && draft.People.Introduce(cells[1], sentence.Source) is { } officer)
        {
            Add(Held(cells[0]), Bodies.Board, officer, state, sentence.Number, sentence.Source);
            draft.People.Play(officer, Statements.Capacity.Officer, null);
            return true;
        }
        var found = false;
        foreach (var elected in Wording.Matches("elected", sentence.Text))
        {
            var office = elected.Groups["office"].Value;
            var held = Held(office);
            foreach (var match in Wording.Matches("personOf", elected.Groups["list"].Value))
            {
                if (draft.DelegationNamed(match.Groups["of"].Value) is not { } of || draft.People.Introduce(match.Groups["person"].Value, sentence.Source) is not { } person)
                {
                    continue;
                }
                // The election tells more than the masthead.
                officers.RemoveAll(o => o.Person == person && o.Paragraph is null);
                Add(held, Bodies.Board, person, of, sentence.Number, sentence.Source);
                draft.People.Play(person, held == Office.Chair ? Statements.Capacity.PresidingOfficer : Statements.Capacity.Officer, null);
                if (!IsForLater(sentence))
                {
                    draft.People.Hold(office, person);
                }
                if (held == Office.Chair && IsForLater(sentence))
                {
                    draft.People.ChairElect = (person, of);
                }
                else if (held == Office.Chair)
                {
                    draft.People.Elected = (person, sentence.Number);
                }
                draft.People.Learn(person, match.Groups["person"].Value);
                found = true;
            }
        }
        return found;
    }

    /// <summary>Whether officers of a year to come are elected: the Chair of this session stays in the chair.</summary>
    private bool IsForLater(Sentence sentence) =>
        Wording.Matches("laterTerm", $"{sentence.Item?.Title[Wording.Language]?.Text} {sentence.Paragraph.Text}").Any(m => int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture) > draft.Session.Year);

    private Office Held(string office) =>
        Wording.Is("electedVice", office) ? Office.ViceChair : Wording.Is("rapporteurOffice", office) ? Office.Rapporteur : Office.Chair;

    public bool CoFacilitators(Sentence sentence, string list)
    {
        var found = Wording.Matches("personOf", list);
        foreach (var match in found)
        {
            // "… of the Bureau (HSP/EB.2054/L.2)" names nobody.
            if ((draft.DelegationNamed(match.Groups["of"].Value) is not null || draft.People.Named(match.Groups["person"].Value) is not null) && draft.People.Introduce(match.Groups["person"].Value, sentence.Source) is { } person)
            {
                Facilitates(person, draft.DelegationNamed(match.Groups["of"].Value), sentence);
                draft.People.Play(person, Statements.Capacity.Officer, null);
                draft.People.Learn(person, match.Groups["person"].Value);
                draft.People.Hold(Wording.Match("facilitatorOffice", sentence.Text).Value, person);
            }
        }
        return found.Count > 0;
    }

    /// <summary>"Vice-Chairs A (Italy) and B (Ghana)", "A (Italy) and B (Ghana), Vice-Chairs".</summary>
    private void Listed(Sentence sentence, Office held, string body, string office, Group list)
    {
        // "A (Bangladesh) and B (Portugal), Vice-Chair": said of the last.
        // 副主席迪亚洛女士（塞内加尔）: a name may be one only behind its office.
        var persons = Wording.Matches("personOf", Wording.Spaced ? list.Value : office + list.Value);
        // 由副主席A和B共同主持: said of the first alone where others than Vice-Chairs may be meant.
        var last = !Wording.Spaced && held == Office.ViceChair && Wording.Is("entrusted", sentence.Text) && !Wording.Is("severalOffice", sentence.Text) ? 1 : persons.Count;
        foreach (var match in persons.Take(last).Skip(Wording.Spaced && !office.EndsWith('s') && !Wording.Is("severalOffice", office) ? persons.Count - 1 : 0))
        {
            if (draft.DelegationNamed(match.Groups["of"].Value) is { } of && draft.People.Introduce(match.Groups["person"].Value, sentence.Source) is { } person)
            {
                Add(held, body, person, of, sentence.Number, sentence.Source);
                if (!Wording.Spaced && match != persons[0] && persons.Count == 2)
                {
                    doubtful.Add(person);
                }
                draft.People.Play(person, Statements.Capacity.Officer, null);
                draft.People.Hold(office, person);
                draft.People.Learn(person, match.Groups["person"].Value);
                draft.Understand(sentence, list.Index, list.Length);
            }
        }
    }

    /// <summary>Those who are entrusted with the consultations, however it is worded: whoever is named, with a delegation or known by then.</summary>
    private void Entrusted(Sentence sentence, Match entrusted)
    {
        var words = entrusted.Groups["list"].Value;
        _ = CoFacilitators(sentence, words);
        if (Wording.Is("rapporteurWithin", words) && officers.LastOrDefault(o => o.Office == Office.Rapporteur) is { Person: { } rapporteur } theirs)
        {
            Facilitates(rapporteur, theirs.Delegation, sentence);
        }
        foreach (var from in Wording.Matches("personFrom", words))
        {
            if (draft.DelegationNamed(from.Groups["of"].Value) is { } of && draft.People.Introduce(from.Groups["person"].Value, sentence.Source) is { } person)
            {
                Facilitates(person, of, sentence);
                draft.People.Play(person, Statements.Capacity.Officer, null);
            }
        }
        foreach (var surname in Wording.Matches("namedAlone", words).Select(m => m.Groups["person"].Value))
        {
            if (draft.People.BySurname(surname) is { } person && draft.People.RoleOf(person) is not null)
            {
                Facilitates(person, officers.LastOrDefault(o => o.Person.Code == person.Code).Delegation, sentence);
            }
        }
    }

    private void Facilitates(Person person, string? delegation, Sentence sentence) =>
        Add(Office.CoFacilitator, Bodies.Consultations(draft), person, delegation, sentence.Number, sentence.Source);

    private (Office? Office, string? Body) OfficeOf(string office, Sentence sentence, int at)
    {
        if (Wording.Is("viceChair", office))
        {
            return (Office.ViceChair, Bodies.Board);
        }
        if (Wording.Is("rapporteurOffice", office))
        {
            return (Office.Rapporteur, Bodies.Board);
        }
        if (Wording.Is("itsOffice", office))
        {
            return (Office.Chair, Bodies.Before(draft, sentence.Paragraph.Text[..(sentence.Start + at)]));
        }
        if (Wording.Match("bodyChair", office) is not { Success: true } match)
        {
            return (null, null);
        }
        var words = Wording.Replace("bodyLead", match.Groups["body"].Value.Trim(), "");
        var body = Wording.Is("thisBody", words)
            ? Bodies.Before(draft, sentence.Paragraph.Text[..(sentence.Start + at)])
            : Bodies.Named(draft, words, sentence.Source);
        return (Office.Chair, body);
    }

    /// <summary>The Board first, and those of its consultations last.</summary>
    public void Finish()
    {
        if (draft.People.Chair is { } chair && draft.ChairOf is var (at, delegation))
        {
            Add(Office.Chair, Bodies.Board, chair, delegation, at.Number, at.Source);
        }
        // "Vice-Chairs" of a language without a plural: the second of two may have been named for another office.
        officers.RemoveAll(o => doubtful.Contains(o.Person) && o.Office == Office.ViceChair && officers.Exists(other => other.Person == o.Person && other.Office == Office.Chair));
        var ordered = officers.OrderBy(o => o.Office == Office.CoFacilitator ? 2 : o.Body == Bodies.Board ? 0 : 1)
            .ThenBy(o => o.Office).ThenBy(o => o.Paragraph).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var officer = ordered[i];
            var order = i + 1;
            var id = RowKeys.Officer(order);
            draft.Add(FactKind.Officer, id, officer.Source, () => new Officer(
                draft.Id(id), draft.Session.Id, order, officer.Office, officer.Body, officer.Person.Code, officer.Delegation,
                officer.Paragraph is { } paragraph ? draft.Paragraph(paragraph) : null));
        }
    }
}
