using HabitatBoard.Decisions;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads what else the Board did: took note, agreed, decided, adopted the report of its last session, the next one's agenda.</summary>
internal sealed class ActReader(Draft draft, DecisionReader decisions, DocumentReader documents, OfficerReader officers)
{
    private Wording Wording => draft.Wording;

    public bool Read(Sentence sentence)
    {
        if (decisions.IsListed(sentence))
        {
            draft.Compose(sentence, goesOn: sentence.Start > 0 && !Wording.Is("decisionList", sentence.Text));
            return true;
        }
        if (Wording.Is("decisionSource", sentence.Text))
        {
            draft.Compose(sentence, goesOn: true);
            return true;
        }
        // What an introduction tells was done before the session.
        if (sentence.Item is null)
        {
            return false;
        }
        var read = SoAgreed(sentence) || Decided(sentence) || Adopted(sentence) || AdoptedReport(sentence, null) || TookNote(sentence) || Agreed(sentence);
        return Further(sentence) || read;
    }

    /// <summary>What else the Board did in the same sentence, and what no pattern has as a whole: by its verbs, each with the words that follow it.</summary>
    private bool Further(Sentence sentence)
    {
        if (Wording.Is("adoptedBeforeNow", sentence.Text))
        {
            return false;
        }
        // Each verb tells an act of its own; so many of a kind were read by patterns.
        var done = draft.Rows<Act>().Where(a => draft.SourceOf(a) == sentence.Source).Select(a => a.Kind).ToList();
        var adoptsAgenda = done.Contains(ActKind.AdoptedAgenda);
        var verbs = Wording.Matches("boardVerb", sentence.Text);
        var found = false;
        for (var i = 0; i < verbs.Count; i++)
        {
            var (kind, verb) = (verbs[i].Groups["noted"].Success ? ActKind.TookNote : verbs[i].Groups["agreed"].Success ? ActKind.Agreed : ActKind.Decided, verbs[i]);
            var subject = sentence.Text[(verb.Index + verb.Length)..(i + 1 < verbs.Count ? verbs[i + 1].Index : sentence.Text.Length)].Trim(' ', ',', '，');
            // "… and adopted the provisional agenda": an act of its own.
            subject = adoptsAgenda && Wording.Match("nextSessionAgenda", subject) is { Success: true, Index: > 1 } agenda ? subject[..agenda.Index] : subject;
            // In the passive voice it stands before.
            subject = subject.Length > 1 ? subject : verb.Index > 1 ? sentence.Text[..verb.Index].Trim(' ', ',', '，') : sentence.Text;
            if (subject.Length > 1 && !(adoptsAgenda && Wording.Is("agendaTitle", subject)) && !done.Remove(kind))
            {
                found = true;
                if (kind != ActKind.Agreed || !Beside(sentence, subject, null))
                {
                    Add(sentence, kind, subject);
                }
            }
        }
        if (found)
        {
            draft.Compose(sentence);
        }
        return found;
    }

    private Adoption? AdoptionIn(Sentence sentence, int place) =>
        draft.Rows<Adoption>().Where(a => a.ParagraphId == draft.Paragraph(sentence.Number) && draft.SourceOf(a) == sentence.Source).ElementAtOrDefault(place);

    private bool Adopted(Sentence sentence)
    {
        if (AdoptionIn(sentence, 0) is not { } adoption)
        {
            return false;
        }
        if (!AdoptedReport(sentence, adoption) && Wording.Match("noting", sentence.Text) is { Success: true } noting)
        {
            Add(sentence, ActKind.TookNote, noting.Groups["subject"].Value, adoption: adoption);
        }
        else if (Wording.Match("notedAndAdopted", sentence.Text) is { Success: true } noted)
        {
            Add(sentence, ActKind.TookNote, noted.Groups["subject"].Value);
        }
        else if (Wording.Match("adoptsNextAgenda", sentence.Text) is { Success: true } agenda)
        {
            Add(sentence, ActKind.AdoptedAgenda, agenda.Groups["subject"].Value, adoption: adoption);
        }
        draft.Compose(sentence);
        return true;
    }

    private bool AdoptedReport(Sentence sentence, Adoption? by)
    {
        if (draft.Rows<Act>().Any(a => a.Kind == ActKind.AdoptedReport && a.ParagraphId == draft.Paragraph(sentence.Number)))
        {
            return false;
        }
        var match = Wording.Match("adoptedSessionReport", sentence.Text);
        // However it is worded: that a report was adopted, where no other session is spoken of.
        var told = sentence.Paragraph.Text[..sentence.End];
        if (!match.Success && (Wording.Is("adoptionOf", told) || (match = Wording.Match("reportAdopted", sentence.Text)) is not { Success: true } || Wording.Matches("session", told).Select(m => m.Value).Distinct().Count() != 1))
        {
            return false;
        }
        var subject = match.Groups["subject"].Success ? match.Groups["subject"].Value.Trim() : told;
        if (draft.SessionIn(subject, sentence.Source) is not { } session || session.Id == draft.Session.Id)
        {
            return false;
        }
        var symbol = match.Groups["symbol"].Success ? match.Groups["symbol"].Value : null;
        var slug = documents.In(sentence.Number).FirstOrDefault(d => d.Symbol == symbol)?.Slug;
        Add(sentence, ActKind.AdoptedReport, subject == told ? sentence.Text : subject, slug, session.Id, by);
        if (by is null)
        {
            draft.Compose(sentence);
        }
        return true;
    }

    private bool TookNote(Sentence sentence)
    {
        if (Wording.Match("tookNote", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var subject = match.Groups["subject"].Value;
        var introduced = Wording.Is("documentsAndInformation", subject);
        var too = Wording.Match("decidedToo", subject);
        Add(sentence, ActKind.TookNote, too.Success ? subject[..too.Index] : subject, kindOfSubject: introduced ? ActSubject.DocumentsAndInformation : ActSubject.AsRecorded);
        if (too.Success)
        {
            Add(sentence, ActKind.Decided, too.Groups["subject"].Value);
        }
        draft.Compose(sentence);
        return true;
    }

    private bool Agreed(Sentence sentence)
    {
        if (Wording.Match("agreed", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var group = match.Groups["subject"];
        // What the Board agreed next in the same sentence is read by its verb.
        var subject = Wording.Matches("boardVerb", sentence.Text).FirstOrDefault(v => v.Index > group.Index) is { } next && next.Groups["agreed"].Success ? sentence.Text[group.Index..next.Index] : group.Value;
        if (Wording.Match("approvedFirst", sentence.Text) is { Success: true } first)
        {
            Add(sentence, ActKind.Agreed, first.Groups["subject"].Value);
        }
        var variant = Variants.Printed(Wording, sentence.Text, Phrase.Agreed);
        if (!Beside(sentence, subject, variant))
        {
            var facilitated = NamesFacilitators(sentence, subject);
            Add(sentence, ActKind.Agreed, subject, kindOfSubject: facilitated ? ActSubject.CoFacilitators : ActSubject.AsRecorded, variant: facilitated ? null : variant);
        }
        if (Wording.Match("decidedToo", subject) is { Success: true } too)
        {
            Add(sentence, ActKind.Decided, too.Groups["subject"].Value);
        }
        draft.Compose(sentence);
        return true;
    }

    /// <summary>"… that consultations would be held …, and that they would be co-facilitated by …": two things that were agreed.</summary>
    private bool Beside(Sentence sentence, string subject, string? variant)
    {
        if (Wording.Match("agreedBeside", subject) is not { Success: true } beside)
        {
            return false;
        }
        var theirs = subject[(beside.Index + beside.Length)..];
        _ = NamesFacilitators(sentence, theirs);
        Add(sentence, ActKind.Agreed, subject[..beside.Index], variant: variant);
        Add(sentence, ActKind.Agreed, theirs, kindOfSubject: ActSubject.CoFacilitators);
        return true;
    }

    private bool NamesFacilitators(Sentence sentence, string subject) =>
        Wording.Match("coFacilitated", subject) is { Success: true } facilitated && officers.CoFacilitators(sentence, facilitated.Groups["list"].Value);

    /// <summary>"The Chair proposed that …. It was so agreed": what the sentence before proposed.</summary>
    private bool SoAgreed(Sentence sentence)
    {
        if (Wording.Match("soAgreed", sentence.Text) is not { Success: true } match
            || Sentence.Of(sentence.Paragraph, sentence.Item, Wording).LastOrDefault(s => s.End <= sentence.Start) is not { } before
            || Wording.Match("proposed", before.Text) is not { Success: true } proposed)
        {
            return false;
        }
        var subject = proposed.Groups["subject"].Value;
        Add(sentence, match.Groups["agreed"].Success ? ActKind.Agreed : ActKind.Decided, subject, session: LaterSession(subject, before.Source));
        draft.Compose(sentence);
        return true;
    }

    /// <summary>The session that words name, where it is one after this.</summary>
    private string? LaterSession(string words, ImportSource source) =>
        draft.SessionIn(words, source) is { } session && string.CompareOrdinal(session.Id, draft.Session.Id) > 0 ? session.Id : null;

    private bool Decided(Sentence sentence)
    {
        if (Wording.Match("decided", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var group = match.Groups["subject"];
        var agenda = Wording.Match("nextSessionAgenda", group.Value);
        var subject = agenda.Success ? group.Value[..agenda.Index] : group.Value;
        var next = LaterSession(subject, sentence.Source);
        Add(sentence, ActKind.Decided, subject, session: next, variant: next is null ? Variants.Printed(Wording, sentence.Text, Phrase.Decided) : null);
        if (agenda.Success)
        {
            // What is approved is agreed; what is adopted is adopted.
            Add(sentence, Wording.Is("approvedToo", agenda.Value) ? ActKind.Agreed : ActKind.AdoptedAgenda, agenda.Groups["subject"].Value, session: next, adoption: AdoptionIn(sentence, 0));
        }
        else if (Wording.Match("adoptsNextAgenda", sentence.Text) is { Success: true } adopts)
        {
            Add(sentence, ActKind.AdoptedAgenda, adopts.Groups["subject"].Value, session: next, adoption: AdoptionIn(sentence, 0));
        }
        draft.Compose(sentence);
        return true;
    }

    private void Add(
        Sentence sentence, ActKind kind, string subject, string? document = null, string? session = null, Adoption? adoption = null,
        ActSubject kindOfSubject = ActSubject.AsRecorded, string? variant = null)
    {
        var order = draft.Next("act", sentence.Number);
        var id = RowKeys.In(sentence.Number, "act", order);
        draft.Add(FactKind.Act, id, sentence.Source, () =>
        {
            var act = new Act(draft.Id(id), draft.Session.Id, draft.Paragraph(sentence.Number), order, kind, sentence.Item?.Id, draft.Text(Draft.Capital(subject.Trim().Trim('，', '。', ',').Trim())));
            act.Concern(document, session);
            act.Phrase(kindOfSubject, adoption?.Id, variant);
            return act;
        });
    }
}
