using System.Text.RegularExpressions;
using HabitatBoard.Agenda;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using SpanKind = HabitatBoard.Delegations.Recognition.SpanKind;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads who took the floor: in lists, in a sentence of their own, in reply, in answer, at the opening and the closing.</summary>
internal sealed class StatementReader(Draft draft, Speakers speakers, Groups groups, DocumentReader documents)
{
    private readonly Telling telling = new(draft, speakers);

    private (AgendaItem? Item, int Paragraph, ReadSpeaker Speaker)? presiding;

    private Wording Wording => draft.Wording;

    private LocalizedText ChairOffice => draft.Text(Wording.Spaced ? "Chair" : "主席");

    public bool Read(Sentence sentence)
    {
        TakesChair(sentence);
        // What came one after the other is told in clauses of their own.
        var clauses = Sequence(sentence);
        var read = (clauses.Count > 1 && clauses.ConvertAll(Whole).Contains(true)) || Whole(sentence);
        Respectively(sentence);
        return read;
    }

    /// <summary>"… of A, B and C made statements on behalf of X, Y and Z, respectively": the first for the first, and so on.</summary>
    private void Respectively(Sentence sentence)
    {
        if (Wording.Match("respectively", sentence.Text) is not { Success: true } match)
        {
            return;
        }
        var who = draft.Recogniser.Read(match.Groups["who"].Value).Speakers.Select(s => s.Code).ToList();
        var whom = draft.Recogniser.Read(match.Groups["for"].Value).Spans.Select(s => s.Code).OfType<string>().ToList();
        if (who.Count != whom.Count)
        {
            return;
        }
        Propose(whom, sentence.Source);
        foreach (var (delegation, group) in who.Zip(whom))
        {
            if (Told(sentence).LastOrDefault(s => s.PersonCode is null && s.DelegationCode == delegation && s.OnBehalfOf.Count == 0) is { } theirs)
            {
                SpeakFor(theirs, [group]);
            }
        }
    }

    /// <summary>Whoever presides over an item, as a sentence tells by the way.</summary>
    private void TakesChair(Sentence sentence)
    {
        if (Wording.Match("takesChair", sentence.Text) is { Success: true } match && (Presiding(match.Groups["speaker"].Value, sentence, speakers.One(match.Groups["speaker"].Value, sentence)) ?? InChair(match.Groups["speaker"].Value, sentence)) is { Person: not null } speaker)
        {
            presiding = (sentence.Item, sentence.Number, speaker with { Capacity = Capacity.PresidingOfficer });
        }
    }

    /// <summary>"A Vice-Chair, Lucía Arancibia (Chile), took the Chair": whoever does so, as far as the words name a person and a State.</summary>
    private ReadSpeaker? InChair(string words, Sentence sentence) =>
        Wording.Match("personOf", words) is { Success: true } named ? speakers.One(Wording.Spaced ? $"{named.Value}, Vice-Chair" : $"副主席{named.Value}", sentence) : null;

    /// <summary>"The Vice-Chair" is the one who presides, where one does; else whoever was read.</summary>
    private ReadSpeaker? Presiding(string words, Sentence sentence, ReadSpeaker? read) =>
        Wording.Is("viceChairAlone", words) && presiding is var (_, _, chair) && chair.Person is { } person && person != draft.People.ChairAt(sentence.Number) ? chair : read;

    /// <summary>The clauses of a sentence that tell one thing after the other.</summary>
    private List<Sentence> Sequence(Sentence sentence)
    {
        var clauses = new List<Sentence>();
        var start = 0;
        // Not within parentheses, nor in a list.
        foreach (var next in Wording.Matches("sequence", sentence.Text).Where(m => Speakers.Depth(sentence.Text[..m.Index]) == 0 && (sentence.Text.AsSpan(0, m.Index).IndexOfAny(':', '：') < 0 || Wording.Is("sequenceAfterList", sentence.Text[m.Index..]))))
        {
            clauses.Add(sentence with { Start = sentence.Start + start, Text = sentence.Text[start..next.Index] });
            start = next.Index + next.Length;
        }
        clauses.Add(sentence with { Start = sentence.Start + start, Text = sentence.Text[start..] });
        return clauses;
    }

    private bool Whole(Sentence sentence) =>
        IntroducedFirst(sentence)
            || SpokeApart(sentence)
            || SpokeFor(sentence)
            || SpokeBy(sentence)
            || OpeningRemarks(sentence)
            || OpeningOrClosing(sentence, "openingStatement", StatementKind.Opening)
            || OpeningOrClosing(sentence, "closingStatement", StatementKind.Closing)
            || RightOfReply(sentence)
            || Answers(sentence)
            || NonGovernmental(sentence)
            || List(sentence)
            || Presides(sentence)
            || TakesChairAndSpeaks(sentence)
            || Introduction(sentence)
            || PresentsDocuments(sentence)
            || DrewAttention(sentence)
            || Paper(sentence)
            || PresentedBy(sentence)
            || Inline(sentence, withTopic: false)
            || Address(sentence)
            || Inline(sentence, withTopic: true)
            || Presenters(sentence)
            || Row(sentence)
            || Floor(sentence)
            || IntroducedBy(sentence)
            || Tells(sentence);

    public Statement? Say(Sentence sentence, ReadSpeaker speaker, StatementKind kind, ImportSource source, string? variant, Medium? medium = null, string? subject = null, string? topic = null, string? document = null)
    {
        if (speaker.Person is not null && (kind == StatementKind.Opening || (kind == StatementKind.Statement && draft.Opens(sentence) && speaker.Capacity != Capacity.PresidingOfficer)))
        {
            // Whoever speaks at the opening in person opens, also for a Government.
            kind = StatementKind.Opening;
            speaker = speaker with { Capacity = speaker.Capacity is Capacity.BoardMember or Capacity.Observer ? Capacity.Guest : speaker.Capacity };
        }
        if (speaker is { Person: null, Capacity: Capacity.Officer } && presiding is var (at, _, vice) && at?.Number == sentence.Item?.Number && speaker.Office.Present().Any(o => Wording.Is("viceChairAlone", o.Text.Text)))
        {
            // "A Vice-Chair took the Chair. The Vice-Chair introduced …": where there are several, the one who presides.
            speaker = speaker with { Person = vice.Person, Capacity = Capacity.PresidingOfficer };
        }
        if (speaker is { Person: { } person, Capacity: Capacity.Officer } && presiding is var (item, _, chair) && item?.Number == sentence.Item?.Number && chair.Person == person)
        {
            speaker = speaker with { Capacity = Capacity.PresidingOfficer, Office = speaker.Office.IsNone ? chair.Office : speaker.Office };
        }
        if (kind == StatementKind.Introduction && speaker.Person is { } presenter && Told(sentence).Any(s => s.PersonCode == presenter.Code && s.Kind is StatementKind.Introduction or StatementKind.Presentation))
        {
            // Who presents, and then draws attention to a document, goes on.
            return null;
        }
        if (kind is StatementKind.Statement or StatementKind.Presentation && !Wording.Is("speaksAgain", sentence.Text)
            && Told(sentence).Any(s => s.Kind == kind && s.PersonCode == speaker.Person?.Code && s.DelegationCode == speaker.Delegation && (speaker.Person is not null || speaker.Delegation is not null) && s.OnBehalfOf.Count == speaker.For.Count))
        {
            // "Côte d'Ivoire made a statement. The representative of Côte d'Ivoire announced that …": who spoke before goes on.
            return null;
        }
        var order = draft.Next("statement", sentence.Number);
        var id = RowKeys.In(sentence.Number, "statement", order);
        Propose(speaker.For, source);
        return draft.Add(FactKind.Statement, id, source, () =>
        {
            var statement = new Statement(
                draft.Id(id), draft.Session.Id, draft.Paragraph(sentence.Number), order, sentence.Item?.Id, speaker.Speaker, speaker.Capacity, kind, speaker.Medium ?? medium);
            statement.Treat(draft.Text(subject), draft.Text(topic), document);
            statement.Phrase(variant);
            SpeakFor(statement, speaker.For.Distinct());
            return statement;
        });
    }

    /// <summary>Proposes the groups among those for whom somebody speaks.</summary>
    private void Propose(IEnumerable<string> codes, ImportSource source)
    {
        foreach (var code in codes.Where(draft.Groups.ContainsKey))
        {
            groups.Propose(code, source);
        }
    }

    private void SpeakFor(Statement statement, IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            var group = draft.Groups.ContainsKey(code);
            statement.SpeakFor(group ? code : null, group ? null : code);
        }
    }

    /// <summary>Delegations do not answer or introduce together: of several who are said to, those made statements.</summary>
    private static StatementKind KindOf(StatementKind kind, ReadSpeaker speaker, IReadOnlyList<ReadSpeaker> read) =>
        kind is StatementKind.Answer or StatementKind.Introduction && IsDelegation(speaker) && read.Count(IsDelegation) > 1 ? StatementKind.Statement : kind;

    private static bool IsDelegation(ReadSpeaker speaker) => speaker is { Person: null, Delegation: not null, Office.IsNone: true };

    private bool SayAll(Sentence sentence, IReadOnlyList<ReadSpeaker>? read, StatementKind kind, Func<ReadSpeaker, string?> variant, Medium? medium = null)
    {
        if (read is null || read.Count == 0 || (kind is not (StatementKind.Opening or StatementKind.Closing) && sentence.Text.IndexOfAny([':', '：']) < 0 && TellsMore(sentence, read.Count)))
        {
            return false;
        }
        read = speakers.Among(read, sentence.Text, sentence);
        if (Wording.Is("apart", sentence.Text))
        {
            (read, medium) = (speakers.Apart(read, sentence.Text), null);
        }
        foreach (var speaker in read)
        {
            Say(sentence, speaker, KindOf(kind, speaker, read), sentence.Source, variant(speaker), medium);
        }
        draft.Compose(sentence);
        return true;
    }

    /// <summary>What the Chair said who opened the session, in a sentence of its own.</summary>
    public bool OpeningRemarks(Sentence sentence) =>
        Wording.Is("pronounRemarks", sentence.Text) && draft.People.Chair is { } person && draft.ChairOf is var (at, _) && at.Number == sentence.Number
        && SayAll(sentence, [new ReadSpeaker(null, person, ChairOffice, Capacity.PresidingOfficer, [], null)], StatementKind.Statement, _ => null);

    private IEnumerable<Statement> Told(Sentence sentence) => draft.StatementsIn(sentence.Number);

    /// <summary>Whether somebody has spoken in the same paragraph: then a sentence that says more of it goes on.</summary>
    private bool HasSpoken(Sentence sentence, Person person) => Told(sentence).Any(s => s.PersonCode == person.Code);

    /// <summary>"The former spoke in person, the latter by video link", of the two whose statements were told last: how each was made.</summary>
    private bool SpokeApart(Sentence sentence)
    {
        if (Wording.Match("apartBehind", sentence.Text) is not { Success: true } apart || speakers.MediumIn(apart.Groups["former"].Value) is not { } former || speakers.MediumIn(apart.Groups["latter"].Value) is not { } latter
            || Told(sentence).TakeLast(2).ToList() is not [var first, var second])
        {
            return false;
        }
        first.Deliver(former);
        second.Deliver(latter);
        draft.Compose(sentence, goesOn: true);
        return true;
    }

    /// <summary>沙特阿拉伯代表发言时代表阿拉伯国家: for whom a statement was made that was told before.</summary>
    private bool SpokeFor(Sentence sentence)
    {
        if (Wording.Match("spokeForThem", sentence.Text) is not { Success: true } behalf || draft.DelegationNamed(behalf.Groups["who"].Value) is not { } who
            || Told(sentence).LastOrDefault(s => s.DelegationCode == who && s.OnBehalfOf.Count == 0) is not { } theirs
            || draft.Recogniser.Read(behalf.Groups["for"].Value).Spans.Select(s => s.Code).OfType<string>().Distinct().ToList() is not { Count: > 0 } codes)
        {
            return false;
        }
        Propose(codes, sentence.Source);
        SpeakFor(theirs, codes);
        draft.Compose(sentence, goesOn: true);
        return true;
    }

    /// <summary>"Mr. Adeyemi spoke by video link", of somebody whose statement was told before: how it was made.</summary>
    private bool SpokeBy(Sentence sentence)
    {
        if (Wording.Match("spokeBy", sentence.Text) is not { Success: true } match || speakers.MediumIn(match.Groups["medium"].Value) is not { } medium || speakers.All(match.Groups["list"].Value, sentence) is not { } read)
        {
            return false;
        }
        var told = read.Select(r => r.Person is null ? null : Told(sentence).LastOrDefault(s => s.PersonCode == r.Person.Code)).ToList();
        if (told.Contains(null))
        {
            return false;
        }
        told.ForEach(statement => statement!.Deliver(medium));
        draft.Compose(sentence, goesOn: true);
        return true;
    }

    private bool OpeningOrClosing(Sentence sentence, string pattern, StatementKind kind) =>
        Wording.Match(pattern, sentence.Text) is { Success: true } match
        && SayAll(sentence, speakers.All(match.Groups["list"].Value, sentence, opens: kind == StatementKind.Opening), kind, _ => null, speakers.MediumIn(match.Groups["medium"].Value));

    private bool RightOfReply(Sentence sentence) =>
        StatementAndReply(sentence)
        || !Wording.Is("tellsNothing", sentence.Text) && !RepliesInPart(sentence) && Wording.Match("rightOfReply", Wording.Replace("responseTo", sentence.Text, "")) is { Success: true } match
        && SayAll(sentence, speakers.Delegations(Wording.Replace("byAgain", Wording.Replace("listLead", match.Groups["list"].Value, ""), "${joint}"), draft.CapacityOf, sentence), StatementKind.RightOfReply, _ => null, speakers.MediumIn(sentence.Text));

    private bool StatementAndReply(Sentence sentence) =>
        Wording.Match("statementAndReply", sentence.Text) is { Success: true } match && speakers.Delegations(match.Groups["list"].Value, draft.CapacityOf) is { Count: 1 } one
        && SayAll(sentence, one, StatementKind.Statement, _ => null) && SayAll(sentence, one, StatementKind.RightOfReply, _ => null);

    private bool Answers(Sentence sentence) =>
        Wording.Match("answers", sentence.Text) is { Success: true } match
        // "… spoke, and the Executive Director answered questions": two clauses.
        && !(Wording.Spaced && Wording.Is("spoke", match.Groups["list"].Value)) && !Wording.Is("afterOthers", match.Groups["list"].Value) && match.Groups["list"].Value.AsSpan().IndexOfAny(':', '：') < 0
        && SayAll(sentence, speakers.All(Wording.Replace("listLead", match.Groups["list"].Value, ""), sentence), Wording.Is("rightOfReplyWords", sentence.Text) ? StatementKind.RightOfReply : StatementKind.Answer, _ => null);

    private bool PresentedBy(Sentence sentence) =>
        Wording.Match("presentedBy", sentence.Text) is { Success: true } match
        && speakers.All(match.Groups["list"].Value, sentence) is { Count: > 0 } read
        // ", who participated by video link": said of the last.
        && SayAll(
            sentence, [.. read.SkipLast(1), read[^1] with { Medium = read[^1].Medium ?? speakers.MediumIn(match.Groups["medium"].Value) }],
            Wording.Is("preamble", sentence.Text) && read.All(r => r.Capacity == Capacity.PresidingOfficer) ? StatementKind.Introduction : StatementKind.Presentation, _ => null);

    private bool NonGovernmental(Sentence sentence)
    {
        if (Wording.Match("nonGovernmentalList", sentence.Text) is not { Success: true } match)
        {
            return Organizations(sentence);
        }
        var variant = Variants.Printed(Wording, sentence.Text, Phrase.OrganizationsMadeStatements);
        var read = new List<ReadSpeaker>();
        // "…; Ms. Ramli spoke by video link", behind the list; "and, by video link, Ms. Ramli", within it.
        var list = Wording.Replace("mediumAhead", match.Groups["list"].Value, " and ${entry}, ${how})");
        var last = list.LastIndexOfAny([';', '；']);
        var further = last > 0 && Wording.Is("spokeBy", list[(last + 1)..].Trim()) ? list[(last + 1)..].Trim() : "";
        var entries = speakers.Entries(further.Length == 0 ? list : list[..last]);
        // Organizations come first in all entries or in none.
        var organizationFirst = entries.Any(e => Wording.Is("organizationName", e.Split('(', '（')[0].Trim())) && !entries.Any(e => Wording.Is("organizationName", Speakers.Aside(e)));
        foreach (var entry in entries)
        {
            if (Organization(entry, sentence, organizationFirst) is { } speaker)
            {
                read.Add(speaker);
            }
            else if (speakers.Delegations(entry, _ => Capacity.NonGovernmental) is { } bare)
            {
                read.AddRange(bare);
            }
            else if (read.Count > 0 && Wording.Is("aside", entry) && speakers.MediumIn(entry) is { } how)
            {
                // "…, who spoke by video link": said of whoever is named before.
                read[^1] = read[^1] with { Medium = how };
            }
            else
            {
                draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDelegation, sentence.Number, entry));
            }
        }
        foreach (var speaker in read)
        {
            Say(sentence, speaker, StatementKind.Statement, sentence.Source, variant);
        }
        if (read.Count > 0)
        {
            draft.Compose(sentence);
            _ = further.Length > 0 && SpokeBy(sentence with { Text = further });
        }
        return read.Count > 0;
    }

    /// <summary>Persons with their organizations, in whatever order, in a sentence that says that such organizations took the floor.</summary>
    private bool Organizations(Sentence sentence)
    {
        var pairs = Wording.Is("nonGovernmental", sentence.Paragraph.Text[..sentence.End]) && Wording.Is("floor", sentence.Text) ? Wording.Matches("organizationPair", sentence.Text) : [];
        // The Republic of Korea is nobody of Korea.
        var delegations = pairs.Count == 0 ? [] : draft.Recogniser.Read(sentence.Text).Spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
        pairs = [.. pairs.Where(p => !delegations.Exists(s => s.Start <= p.Groups["person"].Index && p.Groups["person"].Index < s.End))];
        var read = new List<ReadSpeaker>();
        Medium? medium = null;
        for (var i = 0; i < pairs.Count; i++)
        {
            var (from, until) = (i == 0 ? 0 : pairs[i - 1].Index + pairs[i - 1].Length, i + 1 < pairs.Count ? pairs[i + 1].Index : sentence.Text.Length);
            // "two in person, namely, …, and two by video link, namely, …": said of those who follow.
            medium = Wording.Is("namely", sentence.Text[from..pairs[i].Index]) ? speakers.MediumIn(sentence.Text[from..pairs[i].Index]) ?? medium : medium;
            var (person, organization) = (pairs[i].Groups["person"].Value.Trim(), pairs[i].Groups["organization"].Value.Trim());
            if (!Wording.Is("officeWord", person) && Organization(person, organization, sentence) is { } speaker)
            {
                read.Add(speaker with { Medium = speaker.Medium ?? medium ?? speakers.MediumIn(Wording.Match("mediumPhrase", sentence.Text[(i == 0 ? 0 : pairs[i].Index)..(pairs[i].Index + pairs[i].Length)]).Value) ?? (Wording.Is("namely", sentence.Text) ? null : speakers.MediumIn(Wording.Match("mediumPhrase", sentence.Text[(pairs[i].Index + pairs[i].Length)..until]).Value)) });
            }
        }
        foreach (var speaker in read)
        {
            Say(sentence, speaker, StatementKind.Statement, sentence.Source, null);
        }
        if (read.Count > 0)
        {
            draft.Compose(sentence);
        }
        return read.Count > 0;
    }

    private ReadSpeaker? Organization(string person, string organization, Sentence sentence) =>
        Organization(Wording.Spaced ? $"{person} ({organization})" : $"{person}（{organization}）", sentence);

    private ReadSpeaker? Organization(string entry, Sentence sentence, bool organizationFirst = false)
    {
        // "… (Housing Union), by video link"
        var close = entry.LastIndexOfAny([')', '）']);
        var behind = close > 0 && entry[(close + 1)..].TrimStart() is [',' or '，', ..] ? speakers.MediumIn(entry[(close + 1)..]) : null;
        entry = behind is null ? entry : entry[..(close + 1)];
        var lead = Wording.Match("mediumLead", entry);
        entry = lead.Success ? entry[lead.Length..] : entry;
        var said = speakers.MediumIn(Speakers.Aside(entry)) is not null && Wording.Match("mediumAlone", Speakers.Aside(entry)).Success ? Speakers.Aside(entry) : "";
        if (Wording.Match("organizationSpeaker", entry[..^said.Length].Trim()) is not { Success: true } match)
        {
            return null;
        }
        var (name, organization) = (match.Groups["person"].Value, match.Groups["organization"].Value);
        if (!match.Groups["of"].Success && (organizationFirst ? !Wording.Is("organizationName", organization) && !match.Groups["how"].Success && match.Groups["person"].Index < match.Groups["organization"].Index : Wording.Is("organizationName", name) && !Wording.Is("organizationName", organization)))
        {
            // The organization first, who spoke for it behind.
            (name, organization) = (organization, name);
        }
        var medium = speakers.MediumIn(lead.Value) ?? speakers.MediumIn(name) ?? speakers.MediumIn(said) ?? speakers.MediumIn(match.Groups["how"].Value) ?? behind;
        if (organization.Split(';', '；') is [var first, .., var behindIt] && speakers.MediumIn(behindIt) is { } by)
        {
            (organization, medium) = (first.Trim(), medium ?? by);
        }
        if (Wording.Split("clause", organization) is [var called, .. { Length: > 0 } aside] && speakers.MediumIn(aside[^1]) is { } how)
        {
            (organization, medium) = (called, how);
        }
        name = Wording.Split("clause", name)[0];
        if (draft.People.Introduce(name, sentence.Source) is not { } person)
        {
            return null;
        }
        var codes = new Organizations(draft).Read(organization, sentence);
        return codes.Count == 0 ? null : new ReadSpeaker(codes[0], person, LocalizedText.None, Capacity.NonGovernmental, [.. codes.Skip(1)], medium);
    }

    private bool List(Sentence sentence)
    {
        if (Wording.Match("memberList", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var list = match.Groups["list"].Value;
        var head = sentence.Text[..match.Groups["list"].Index];
        // "… by the observer for A and by the representatives of the following members: …".
        var also = Wording.Match("memberListAlso", head);
        IReadOnlyList<ReadSpeaker> first = also.Success ? speakers.All(also.Groups["list"].Value, sentence) ?? [] : [];
        head = first.Count > 0 ? head[(also.Groups["list"].Index + also.Groups["list"].Length)..] : head;
        // Where the list goes on with others, each is what the attendance says.
        var mixed = Wording.Is("notMembers", list) || Wording.Is("listGoesOn", list) || (Wording.Is("notMembers", head) && Wording.Is("members", list));
        var members = !mixed && Wording.Is("members", head) && !Wording.Is("notMembers", head);
        var observers = !mixed && !members && Wording.Is("notMembers", head);
        Preceded(sentence, head);
        var read = speakers.Delegations(list, code => members ? Capacity.BoardMember : observers ? Capacity.Observer : draft.CapacityOf(code), sentence, mostly: true);
        var variant = members ? Variants.Printed(Wording, head, Phrase.After, Phrase.Members, Phrase.MembersMadeStatements) : null;
        var kind = Wording.Is("atTheClosing", head) ? StatementKind.Closing : StatementKind.Statement;
        return (read is not null && SayAll(sentence, [.. first, .. read], kind, s => Terse(list, s) ?? variant, speakers.MediumIn(head)))
            || (speakers.All(list, sentence) is { } others && SayAll(sentence, [.. first, .. others], kind, _ => null, speakers.MediumIn(head)));
    }

    /// <summary>"Following a presentation by …, the representatives of …": who spoke before those who are listed.</summary>
    private void Preceded(Sentence sentence, string head)
    {
        if (Wording.Match("precededBy", head) is { Success: true } match && speakers.All(match.Groups["list"].Value, sentence) is { } before)
        {
            foreach (var speaker in before)
            {
                Say(sentence, speaker, match.Groups["presentation"].Success ? StatementKind.Presentation : StatementKind.Introduction, sentence.Source, null);
            }
        }
    }

    /// <summary>How the list says for whom somebody speaks.</summary>
    private string? Terse(string list, ReadSpeaker speaker) =>
        speaker.For.Count == 0 ? null : Variants.Printed(Wording, draft.Recogniser.Read(list).Speakers.FirstOrDefault(s => s.Code == speaker.Delegation && s.OnBehalfOf.Count > 0) is { } at ? list[at.Start..] : "", firstOnly: true, Phrase.OnBehalf);

    private bool Introduction(Sentence sentence)
    {
        var match = Wording.Is("introduction", sentence.Text) ? Wording.Match("introductionSpeaker", sentence.Text) : Wording.Match("opensItem", sentence.Text);
        var pronoun = Wording.Is("pronoun", match.Groups["speaker"].Value);
        if (!match.Success || (!Wording.Is("introduction", sentence.Text) && !OpensItem(sentence, match.Groups["speaker"].Value) && !(pronoun && NobodySpoke(sentence))))
        {
            return false;
        }
        var read = Introducing(match.Groups["speaker"].Value, sentence);
        read = read is [var single] && Presiding(match.Groups["speaker"].Value, sentence, single) is { } one ? [one] : read;
        if (read is null)
        {
            return false;
        }
        var listed = documents.Introduced(sentence);
        var variant = Variants.Join(
            listed.Count == 0 ? null : Variants.Printed(Wording, sentence.Text, Phrase.IntroductionWithDocuments),
            listed.Count == 2 ? Variants.Between(Wording, listed[1].Between, Phrase.TwoDocuments) : null);
        if (!SayAll(sentence, read, StatementKind.Introduction, _ => variant, speakers.MediumIn(match.Groups["medium"].Value)))
        {
            return false;
        }
        // "She drew attention to the report, and the Director gave a presentation."
        _ = pronoun && Say(sentence, telling.Read(sentence));
        return true;
    }

    /// <summary>Those who introduce something; "he" is whoever took the chair in the sentence before.</summary>
    private IReadOnlyList<ReadSpeaker>? Introducing(string words, Sentence sentence) =>
        Wording.Is("pronoun", words) && presiding is var (_, paragraph, chair) && paragraph == sentence.Number ? [chair] : speakers.All(words, sentence);

    /// <summary>Whoever opens an item by introducing documents.</summary>
    private bool PresentsDocuments(Sentence sentence) =>
        Wording.Match("presentsDocuments", sentence.Text) is { Success: true } match && (NobodySpoke(sentence) || (match.Groups["symbol"].Success && NobodyDebated(sentence)))
        && SayAll(sentence, Introducing(match.Groups["speaker"].Value, sentence), StatementKind.Introduction, _ => null, speakers.MediumIn(Wording.Match("mediumPhrase", sentence.Text).Value));

    /// <summary>Whether nobody spoke on the item before: who draws attention to its documents introduces it.</summary>
    private bool OpensItem(Sentence sentence, string speaker) =>
        (sentence.Start == 0 || Wording.Is("chair", speaker)) && NobodySpoke(sentence);

    private bool NobodySpoke(Sentence sentence) =>
        sentence.Item is { } item && draft.Rows<Statement>().All(s => s.AgendaItemId != item.Id);

    private bool NobodyDebated(Sentence sentence) =>
        sentence.Item is { } item && draft.Rows<Statement>().All(s => s.AgendaItemId != item.Id || s.Capacity is not (Capacity.BoardMember or Capacity.Observer));

    /// <summary>Somebody takes the chair for an item, and introduces it.</summary>
    private bool Presides(Sentence sentence) =>
        Wording.Match("presides", sentence.Text) is { Success: true } match
        // A Vice-Chair who goes on presiding is the one who did before.
        && Presiding(match.Groups["speaker"].Value, sentence, speakers.One(match.Groups["speaker"].Value, sentence)) is { } speaker
        && SayAll(sentence, [speaker with { Capacity = Capacity.PresidingOfficer }], StatementKind.Introduction, _ => null);

    /// <summary>"Mr. Diatta-Faye took the chair and made a statement": the first words of whoever presides from there on.</summary>
    private bool TakesChairAndSpeaks(Sentence sentence) =>
        Wording.Match("takesChairAndSpeaks", sentence.Text) is { Success: true } match && speakers.One(match.Groups["speaker"].Value, sentence) is { Person: not null } speaker
        && SayAll(sentence, [speaker with { Capacity = Capacity.PresidingOfficer, Office = ChairOffice }], StatementKind.Statement, _ => null);

    /// <summary>The speaker of the sentence before draws attention to a document.</summary>
    private bool DrewAttention(Sentence sentence)
    {
        if (!Wording.Is("drewAttention", sentence.Text)
            || Told(sentence).LastOrDefault() is not { } statement
            || Wording.Match("pronounDrewAttention", sentence.Text) is not { Success: true })
        {
            return false;
        }
        var listed = documents.Introduced(sentence);
        if (listed.Count == 0)
        {
            return false;
        }
        statement.Treat(statement.Subject, statement.Topic, listed[0].Slug);
        statement.Phrase(Variants.Join(statement.Variant, Variants.Printed(Wording, sentence.Text, Phrase.DrewAttention)));
        draft.Compose(sentence, goesOn: true);
        return true;
    }

    private bool Inline(Sentence sentence, bool withTopic)
    {
        if (Wording.Match("inlineList", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var list = match.Groups["list"];
        // "… and Samoa, the latter on behalf of …": said of the last alone.
        var named = Wording.Match("apart", list.Value) is { Success: true } latter && latter.Index + latter.Length >= list.Value.TrimEnd(' ', ',', '，').Length ? list.Value[..latter.Index] : list.Value;
        var read = speakers.Delegations(named, draft.CapacityOf, Wording.Is("representatives", list.Value) ? sentence : null, mostly: true);
        if (read is null)
        {
            return false;
        }
        if (TellsMore(sentence, read.Count))
        {
            return false;
        }
        read = speakers.Among(read, sentence.Text, sentence);
        var apart = Wording.Is("apart", sentence.Text);
        var also = Wording.Match("asDid", match.Groups["tail"].Value);
        read = also.Success ? read : speakers.Apart(read, sentence.Text);
        var tail = sentence.Text[(match.Index + match.Length)..].Length > 0 || match.Groups["tail"].Length > 0;
        if (!withTopic && read.Count == 1 && tail && !also.Success)
        {
            return false;
        }
        var after = sentence.Text[list.Index..];
        var variant = Variants.Printed(Wording, after, read.Count == 1 ? Phrase.OneObserverMadeStatement : Phrase.ObserversMadeStatements);
        var medium = match.Groups["medium"].Success && !apart ? speakers.MediumIn(match.Groups["medium"].Value) : null;
        // "Speaking on behalf of the African States, the representative of Kenya made a statement."
        var ahead = Wording.Match("behalfFirst", match.Groups["before"].Value);
        Preceded(sentence, match.Groups["before"].Value);
        foreach (var speaker in read)
        {
            var behalf = read.Count == 1 ? [.. speaker.For, .. SpokenFor(match.Groups["groups"].Value, speaker, sentence), .. SpokenFor(ahead.Groups["groups"].Value, speaker, sentence)] : speaker.For;
            var said = read.Count == 1 && !also.Success && !apart ? speakers.Said(speaker with { For = behalf }, match.Groups["tail"].Value) : speaker with { For = behalf };
            Say(sentence, said, Wording.Is("rightOfReplyWords", sentence.Text) ? StatementKind.RightOfReply : Wording.Is("atTheClosing", sentence.Text) ? StatementKind.Closing : StatementKind.Statement, sentence.Source, Terse(list.Value, speaker) ?? variant, medium);
        }
        if (also.Success && speakers.Delegations(Wording.Replace("apart", also.Groups["list"].Value, ""), draft.CapacityOf) is { } others)
        {
            foreach (var other in speakers.Apart(others, sentence.Text))
            {
                Say(sentence, other, StatementKind.Statement, sentence.Source, variant);
            }
        }
        draft.Compose(sentence, match.Groups["before"].Success ? match.Groups["before"].Length : 0, sentence.Text.Length);
        return true;
    }

    /// <summary>
    /// Delegations of which a sentence says nothing but that they took the floor, in whatever order of words: all that is no
    /// name are words of lists and of taking the floor.
    /// </summary>
    private bool Floor(Sentence sentence)
    {
        var words = speakers.Plain(Wording.Replace("apart", sentence.Text, ""));
        if (!Wording.Is("floor", words))
        {
            return false;
        }
        var recognition = draft.Recogniser.Read(words);
        if (recognition.Speakers.Count == 0 || recognition.Unspoken.Count > 0 || recognition.Unrecognised.Any(s => !Wording.Is("floorWords", s.In(words)) && speakers.MediumIn(s.In(words)) is null))
        {
            return false;
        }
        var starts = recognition.Speakers.Select(s => s.Start).Distinct().Order().ToList();
        // Who is congratulated or thanked does not speak.
        if (starts.Exists(start => Wording.Is("thanked", words[..start])))
        {
            return false;
        }
        if (Wording.Is("eachTwice", words) || TellsMore(sentence, recognition.Speakers.Count) || RepliesInPart(sentence))
        {
            return false;
        }
        IReadOnlyList<ReadSpeaker> read =
        [
            .. recognition.Speakers.Select(s => new ReadSpeaker(
                s.Code, null, LocalizedText.None, draft.CapacityOf(s.Code), s.OnBehalfOf,
                // How the last of several spoke is said in its parentheses; after them it is said of all.
                speakers.MediumIn(starts.FirstOrDefault(n => n > s.Start) is > 0 and var next ? words[s.Start..next] : starts.Count == 1 ? words : Speakers.FirstAside(words[s.Start..])))),
        ];
        var kind = Wording.Is("rightOfReplyWords", words) ? StatementKind.RightOfReply : Wording.Is("atTheClosing", words) ? StatementKind.Closing : StatementKind.Statement;
        if (Wording.Match("apart", sentence.Text) is { Success: true } apart)
        {
            // It is said of those who are named before it.
            var before = recognition.Speakers.Count(s => s.Start < apart.Index);
            read = [.. speakers.Apart([.. read.Take(before)], apart.Value), .. read.Skip(before)];
        }
        foreach (var speaker in speakers.Among(read, sentence.Text, sentence))
        {
            Say(sentence, speaker, kind, sentence.Source, null);
        }
        draft.Compose(sentence);
        return true;
    }

    /// <summary>What the clauses of a sentence tell by their parts, where no pattern has it as a whole.</summary>
    public bool Tells(Sentence sentence)
    {
        var told = telling.Read(sentence);
        return Say(sentence, told);
    }

    /// <summary>What a sentence that tells of something else tells beside it: "Following a presentation by …, the Board took note".</summary>
    public bool TellsBeside(Sentence sentence)
    {
        var clauses = Sequence(sentence);
        // A clause that tells nothing of the Board is read as a sentence of its own.
        return clauses.Count == 1 ? Beside(sentence) : clauses.ConvertAll(c => (!Wording.Is("boardTold", c.Text) && Whole(c)) || Beside(c)).Contains(true);

        bool Beside(Sentence clause) => Say(clause, [.. telling.Read(clause).Where(t => t.Beside)]);
    }

    private bool Say(Sentence sentence, IReadOnlyList<ToldClause> told)
    {
        foreach (var clause in told)
        {
            // What is said in parentheses is said of the one before them.
            var medium = Wording.Is("apart", clause.Said) ? null : speakers.MediumIn(Wording.Match("mediumPhrase", clause.Speakers.Count > 1 ? Wording.Replace("parentheses", clause.Said, "") : clause.Said).Value);
            // "… spoke in exercise of the right of reply, each of them twice."
            foreach (var speaker in Wording.Is("eachTwice", sentence.Text) ? clause.Speakers.Concat(clause.Speakers) : clause.Speakers)
            {
                // What is said of several is said of each, for whom they speak of one alone.
                var said = clause.Speakers.Count == 1 ? speakers.Said(speaker, clause.Said) : speaker;
                var stated = KindOf(clause.Kind, speaker, clause.Speakers);
                var kind = stated is not (StatementKind.Statement or StatementKind.Introduction) || (stated == StatementKind.Introduction && !draft.Opens(sentence)) ? stated
                    : Wording.Is("atTheClosing", sentence.Text) ? StatementKind.Closing
                    : draft.Opens(sentence) && speaker.Capacity is not (Capacity.BoardMember or Capacity.Observer) ? StatementKind.Opening
                    : StatementKind.Statement;
                // "… made statements …. Ms. Uwimbabazi announced that …": who spoke before goes on.
                if (clause.Beside || kind != StatementKind.Statement || said.Person is not { } known || !HasSpoken(sentence, known))
                {
                    Say(sentence, said with { Medium = speaker.Medium ?? medium }, kind, sentence.Source, null);
                }
            }
        }
        if (told.Count > 0)
        {
            draft.Compose(sentence);
        }
        return told.Count > 0;
    }

    /// <summary>"Both presenters replied": those who made the last presentations on the item.</summary>
    private bool Presenters(Sentence sentence)
    {
        if (Wording.Match("presenters", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var count = match.Groups["count"].Value is "两" or "" ? 2 : Wording.Number(match.Groups["count"].Value) ?? 2;
        var presented = draft.Rows<Statement>().Where(s => s.AgendaItemId == sentence.Item?.Id && s.Kind == StatementKind.Presentation).TakeLast(count).ToList();
        foreach (var one in presented)
        {
            Say(sentence, new ReadSpeaker(one.DelegationCode, draft.People.All.FirstOrDefault(p => p.Code == one.PersonCode), one.Office, one.Capacity, [], null), StatementKind.Answer, sentence.Source, null);
        }
        if (presented.Count > 0)
        {
            draft.Compose(sentence);
        }
        return presented.Count > 0;
    }

    /// <summary>A row of a table of organizations that spoke: the organization, who spoke for it, and how.</summary>
    private bool Row(Sentence sentence)
    {
        var line = Wording.Match("organizationLine", sentence.Text);
        var cells = sentence.Cells;
        if (!line.Success && cells is not { Count: > 1 })
        {
            return false;
        }
        var above = sentence.Paragraph.Text[..sentence.Start];
        if (!Wording.Is("nonGovernmental", above) || !Wording.Is("floor", above))
        {
            return false;
        }
        return line.Success
            ? Spoke(line.Groups["organization"].Value, line.Groups["person"].Value, speakers.MediumIn(line.Groups["medium"].Value))
            : !Wording.Is("officeWord", cells![1]) && Spoke(cells[0], cells[1], cells.Skip(2).Select(speakers.MediumIn).FirstOrDefault(m => m is not null));

        bool Spoke(string organization, string person, Medium? medium) =>
            Organization(person, organization, sentence) is { } speaker && SayAll(sentence, [speaker with { Medium = medium }], StatementKind.Statement, _ => null);
    }

    private bool Address(Sentence sentence)
    {
        foreach (var start in Clauses(sentence.Text))
        {
            if (ReadAddress(sentence, start) is not { } found)
            {
                continue;
            }
            var end = sentence.Text.Length;
            // Another may follow in the same sentence.
            (int Start, Match Match, IReadOnlyList<ReadSpeaker> Speakers)? further = null;
            foreach (var later in Clauses(sentence.Text).Where(c => c > Tail(found.Match).Index))
            {
                if (ReadAddress(sentence, later) is { } next && (!next.Match.Groups["direct"].Success || Wording.Is("secretariatRepresentative", next.Match.Groups["speaker"].Value.Trim())))
                {
                    further = (later, next.Match, next.Speakers);
                    end = later;
                    break;
                }
            }
            if (TellsMore(sentence, found.Speakers.Count + (further?.Speakers.Count ?? 0)))
            {
                return false;
            }
            Tell(sentence, start, end, found.Match, found.Speakers);
            if (further is var (at, match, read))
            {
                Tell(sentence, at, sentence.Text.Length, match, read);
            }
            return true;
        }
        return false;
    }

    /// <summary>Whether the parts of a sentence tell of more speakers than a pattern found in it.</summary>
    private bool TellsMore(Sentence sentence, int than) => telling.Read(sentence).Sum(t => t.Speakers.Count) > than;

    /// <summary>Whether some spoke before others exercised the right of reply.</summary>
    private bool RepliesInPart(Sentence sentence) => telling.Read(sentence) is [{ Kind: not StatementKind.RightOfReply }, ..] told && told.Any(t => t.Kind == StatementKind.RightOfReply);

    private (Match Match, IReadOnlyList<ReadSpeaker> Speakers)? ReadAddress(Sentence sentence, int start)
    {
        if (Wording.Match("address", sentence.Text, start) is not { Success: true } match)
        {
            return null;
        }
        var words = match.Groups["speaker"].Value;
        var read = !Wording.Is("apart", words) && speakers.One(words, sentence) is { } one ? [one] : speakers.All(words, sentence);
        return read is null ? null : (match, speakers.Among(speakers.Apart(read, Tail(match).Value), sentence.Text, sentence));
    }

    /// <summary>Where a clause begins that could tell of a speaker.</summary>
    private IEnumerable<int> Clauses(string text)
    {
        yield return 0;
        foreach (var comma in Wording.Matches("clause", text))
        {
            yield return comma.Index + comma.Length;
        }
    }

    private void Tell(Sentence sentence, int start, int end, Match match, IReadOnlyList<ReadSpeaker> read)
    {
        var source = sentence.Part(start, end - start);
        var tail = Tail(match);
        var said = Wording.Replace("apart", tail.Index < end ? sentence.Text[tail.Index..end] : "", "");
        var direct = match.Groups["direct"].Success;
        // In English what follows the verb is taken apart by itself: for whom, how, on what, and what it set out.
        var rest = Wording.Spaced && !direct && Wording.Match("addressRest", said) is { Success: true } further ? further : null;
        var printed = rest is not null ? rest.Groups["comma"].Value + rest.Groups["topic"].Value : said;
        var comma = printed.Length > 0 && printed[0] is '，' or ',' or '；' or ';';
        var topic = printed.TrimStart('，', ',', '；', ';', ' ').TrimEnd('，', '；', ',', ';', ' ');
        var subject = Group(match, rest, "subject");
        var medium = speakers.MediumIn(Group(match, rest, "medium")) ?? speakers.MediumIn(Wording.Match("mediumAtEnd", said).Value) ?? (direct ? speakers.MediumIn(Wording.Match("mediumDirect", said).Value) : null);
        var government = Group(match, rest, "government").Length > 0;
        var information = direct && Wording.Is("furtherInformation", topic);
        // "In a keynote address, the Executive Director described …": how it was said stands before the first comma.
        var lead = sentence.Text.IndexOf(',', StringComparison.Ordinal) == start - 2 ? 0 : start;
        // "In a statement delivered by video link, …"
        medium ??= Wording.Is("inStatement", sentence.Text[lead..start]) ? speakers.MediumIn(sentence.Text[lead..start]) : null;
        if (read.Count == 1 && Wording.Match("spokeForState", said) is { Success: true } spokeFor && draft.DelegationNamed(spokeFor.Groups["state"].Value) is { } state)
        {
            (read, said, topic, printed) = ([read[0] with { Delegation = state, Capacity = draft.CapacityOf(state) }], "", "", "");
        }
        if (read is [{ Person: null, Delegation: not null } alone])
        {
            // "…, speaking in addition for Australia and Canada."
            read = [alone with { For = speakers.Said(alone, said).For }];
        }
        // 科特迪瓦代表以非洲国家的名义、波兰代表以东欧国家的名义发言: each for others, and the last for those named last.
        var each = read.Count > 1 && read.Any(r => r.For.Count > 0);
        foreach (var (at, speaker) in read.Index())
        {
            // A guest or an observer who takes the floor to present makes a presentation; a delegation that tells of something, none.
            var kind = Wording.Is("atTheClosing", sentence.Text[start..end]) ? StatementKind.Closing
                : speaker is { Person: null, Delegation: not null } && Wording.Is("rightOfReplyWords", sentence.Text[start..end]) ? StatementKind.RightOfReply
                : direct && Wording.Is("inReply", sentence.Text[..match.Groups["direct"].Index]) ? StatementKind.Answer
                : direct && (Wording.Is("inStatement", sentence.Text[lead..end]) || (speaker.Capacity == Capacity.PresidingOfficer && draft.Opens(sentence))) ? StatementKind.Statement
                : Wording.Is("explainsPosition", sentence.Text[start..end]) ? StatementKind.Statement
                : Wording.Is("introductory", sentence.Text[start..Math.Min(tail.Index, end)]) ? StatementKind.Introduction
                : speaker.Capacity == Capacity.Guest && match.Groups["speak"].Success && draft.Opens(sentence) ? StatementKind.Opening
                : (direct || match.Groups["present"].Success) && speaker.Capacity == Capacity.PresidingOfficer && Wording.Is("preamble", sentence.Text) ? StatementKind.Introduction
                : direct && Wording.Is("documentsBehind", sentence.Text[match.Groups["direct"].Index..]) ? StatementKind.Introduction
                : direct && Wording.Is("introduces", match.Groups["direct"].Success ? sentence.Text[match.Groups["direct"].Index..end] : "") ? StatementKind.Introduction
                : match.Groups["present"].Success || (direct && (speaker.Person is not null || speaker.Delegation is null)) || (topic.Length > 0 && Presents(speaker, topic, comma)) ? StatementKind.Presentation : StatementKind.Statement;
            var words = sentence.Text[start..Math.Min(tail.Index, end)];
            if (kind == StatementKind.Statement && speaker is { Person: { } known, Office.IsNone: true } && Wording.Is("saysMore", words) && HasSpoken(sentence, known))
            {
                // "… made statements …. Ms. Uwimbabazi announced that …": who spoke before goes on.
                continue;
            }
            var variant = direct
                ? information ? "further-information" : "directly"
                : Variants.Join(
                    Variants.Printed(Wording, words, kind == StatementKind.Presentation ? Phrase.MadePresentation : Phrase.MadeStatement),
                    government ? "for-government" : null,
                    topic.Length > 0 && !comma && Variants.Has(Wording, "running-on") ? "running-on" : null);
            Say(
                sentence, speaker with { For = government || (each && at < read.Count - 1) ? speaker.For : [.. speaker.For, .. SpokenFor(Group(match, rest, "groups"), speaker, sentence)] }, kind, source, variant,
                medium, subject.Length > 0 ? subject : null, information || topic.Length == 0 ? null : topic);
        }
        draft.Compose(sentence, start, end);

        static string Group(Match match, Match? rest, string name) =>
            (match.Groups[name].Success ? match.Groups[name].Value : rest?.Groups[name].Value ?? "").Trim();
    }

    private static Group Tail(Match address) => address.Groups["rest"].Success ? address.Groups["rest"] : address.Groups["topic"];

    private bool Presents(ReadSpeaker speaker, string topic, bool comma) => !Wording.Is("announces", topic) && speaker.Capacity switch
    {
        Capacity.Guest => Wording.Is("presents", topic),
        Capacity.Observer or Capacity.BoardMember => speaker.Person is not null && (!comma || speaker.Office.Present().Any(o => Wording.Is("permanentRepresentative", o.Text.Text))) && Wording.Is("presents", topic),
        _ => false,
    };

    private IEnumerable<string> SpokenFor(string words, ReadSpeaker speaker, Sentence sentence)
    {
        // "… on behalf of X and Y, respectively": each for one of them.
        var spans = words.Length == 0 || Wording.Is("respectively", sentence.Text) ? [] : draft.Recogniser.Read(words).Spans;
        foreach (var unknown in spans.Where(s => s.Kind == SpanKind.Unrecognised).Select(s => s.In(words)).Where(w => w.Any(char.IsLetter) && !Wording.Is("listFiller", w) && !Wording.Is("officeWord", w)))
        {
            draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDelegation, sentence.Number, unknown));
        }
        return spans.Where(s => s.Code is not null && s.Code != speaker.Delegation).Select(s => s.Code!);
    }

    /// <summary>Of a paper without a symbol an introduction tells in a sentence of its own.</summary>
    private bool Paper(Sentence sentence)
    {
        if (!Wording.Is("paper", sentence.Text) || documents.In(sentence.Number).All(d => d.Symbol is not null || d.Start < sentence.Start || d.Start >= sentence.End))
        {
            return false;
        }
        var introduces = Told(sentence).LastOrDefault()?.Kind == StatementKind.Introduction;
        if (introduces)
        {
            draft.Compose(sentence, goesOn: true);
        }
        else
        {
            draft.Understand(sentence, 0, sentence.Text.Length);
        }
        return true;
    }

    /// <summary>"Following an introduction of the item by the Chair, Ms. Mensah reported …": who did so first, and what the rest tells.</summary>
    private bool IntroducedFirst(Sentence sentence)
    {
        if (Wording.Match("introducedFirst", sentence.Text) is not { Success: true } first || speakers.One(first.Groups["speaker"].Value, sentence) is not { } speaker)
        {
            return false;
        }
        Say(sentence, speaker, StatementKind.Introduction, sentence.Part(0, first.Length), null);
        _ = Whole(sentence with { Start = sentence.Start + first.Length, Text = sentence.Text[first.Length..] });
        draft.Compose(sentence);
        return true;
    }

    /// <summary>Something was introduced by somebody, in the course of a sentence that tells more.</summary>
    private bool IntroducedBy(Sentence sentence)
    {
        if (sentence.Item is null || Wording.Match("introducedBy", sentence.Text) is not { Success: true } match
            || speakers.Actors(match.Groups["speaker"].Value, sentence, whole: false) is not var (read, length) || TellsMore(sentence, read.Count))
        {
            return false;
        }
        foreach (var speaker in read)
        {
            Say(sentence, speaker, StatementKind.Introduction, sentence.Source, null);
        }
        draft.Understand(sentence, 0, sentence.Text.Length);
        draft.Told.Add((sentence.Number, sentence.Start + match.Groups["speaker"].Index, length, draft.Last("statement", sentence.Number)));
        return true;
    }
}
