using System.Text;
using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Reports;

/// <summary>
/// Puts a report into the words of one language. It knows which phrase tells which element and what fills its places;
/// the words are the language's own.
/// </summary>
public sealed class ReportComposer(LanguagePhrasing phrasing)
{
    private static readonly IReadOnlyList<Span> Nothing = [];

    public ComposedReport Compose(SessionReport report) => new(phrasing.Language, [.. report.Paragraphs.Select(Compose)]);

    public ComposedParagraph Compose(ReportParagraph paragraph)
    {
        var writer = new ParagraphWriter(phrasing);
        foreach (var element in paragraph.Elements)
        {
            Write(element, writer);
        }
        return writer.Finish(paragraph);
    }

    private void Write(ReportElement element, ParagraphWriter writer)
    {
        var variants = element.Variants;
        switch (element)
        {
            case Narrative narrative:
                writer.Sentence(Slot(narrative.Text));
                break;
            case Opening opening:
                writer.Sentence(Say(
                    opening.At is null ? Phrase.OpeningWithoutTime : Phrase.Opening,
                    variants,
                    ("at", opening.At is { } at ? Fact(phrasing.Moment(at)) : Nothing),
                    ("chair", opening.Chair is { Person: { } chair } named ? Say(Phrase.ChairByName, variants, ("person", Name(chair)), ("delegation", Of(named.Of))) : Nothing),
                    ("session", Title(opening.Session)),
                    ("remarks", opening.Remarks.IsNone ? Nothing : Say(Phrase.OpeningRemarks, variants, ("topic", Slot(opening.Remarks))))));
                break;
            case Arrangements arrangements:
                Write(arrangements, writer);
                break;
            case Closing closing:
                writer.Sentence(closing.At is { } moment ? Say(Phrase.Closing, variants, ("at", Fact(phrasing.Moment(moment)))) : Say(Phrase.ClosingWithoutTime, variants));
                break;
            case OpeningStatements opening:
                writer.Sentence(Say(
                    opening.Speakers.Count == 1 ? Phrase.OpeningStatement : Phrase.OpeningStatements,
                    variants,
                    ("speakers", Series(opening.Speakers, OpeningSpeaker))));
                break;
            case ClosingStatements closing:
                writer.Sentence(Say(Phrase.ClosingStatements, Counted(variants, closing.Speakers), ("speakers", List(closing.Speakers, InList))));
                break;
            case Introduction introduction:
                Write(introduction, writer);
                break;
            case Address address:
                Write(address, writer);
                break;
            case MemberList list:
                var single = list.Speakers.Count == 1;
                writer.Sentence(Say(
                    Phrase.MemberList,
                    variants,
                    ("after", list.After == Heard.Nothing ? Nothing : Say(Phrase.After, variants, ("heard", Say(WhatWasHeard(list.After), variants)))),
                    ("members", Say(single ? Phrase.OneMember : Phrase.Members, variants)),
                    ("verb", Say(single ? Phrase.OneMemberMadeStatement : Phrase.MembersMadeStatements, variants)),
                    ("speakers", List(InOrder(list.Speakers), InList))));
                break;
            case ObserverList list:
                var one = list.Speakers.Count == 1;
                writer.Sentence(Say(
                    one ? Phrase.OneObserver : Phrase.Observers,
                    variants,
                    ("speakers", List(InOrder(list.Speakers), InList)),
                    ("speaker", one ? List(list.Speakers, RunningOn) : Nothing),
                    ("also", list.Also ? Say(Phrase.Also, variants) : Nothing),
                    ("verb", Say(one ? Phrase.OneObserverMadeStatement : Phrase.ObserversMadeStatements, variants))));
                break;
            case OrganizationList list:
                writer.Sentence(Say(
                    list.Speakers.Count == 1 ? Phrase.OneOrganization : Phrase.Organizations,
                    variants,
                    ("verb", Say(Phrase.OrganizationsMadeStatements, variants)),
                    ("speakers", Series(list.Speakers, OrganizationSpeaker))));
                break;
            case RightOfReply reply:
                var alone = reply.Speakers.Count == 1;
                writer.Sentence(Say(
                    alone ? Phrase.OneRightOfReply : Phrase.RightOfReply,
                    variants,
                    ("speakers", List(InOrder(reply.Speakers), InList)),
                    ("speaker", alone ? List(reply.Speakers, RunningOn) : Nothing)));
                break;
            case Answers answers:
                writer.Sentence(Say(Phrase.Answers, Counted(variants, answers.Speakers), ("speakers", List(answers.Speakers, InSentence))));
                break;
            case AttendanceList attendance:
                Write(attendance, writer);
                break;
            case AgendaAdoption agenda:
                Write(agenda, writer);
                break;
            case TookNote noted:
                writer.Sentence(Say(
                    Phrase.TookNote,
                    variants,
                    ("subject", noted.Item is { } item ? Say(Phrase.DocumentsAndInformation, variants, ("item", Fact(phrasing.ItemLabel(item)))) : Subject(noted.Subject))));
                break;
            case Agreement agreement:
                writer.Sentence(Say(agreement.Decided ? Phrase.Decided : Phrase.Agreed, variants, ("subject", Subject(agreement.Subject))));
                break;
            case CoFacilitation consultations:
                writer.Sentence(Say(Phrase.CoFacilitation, variants, ("facilitators", List(consultations.Facilitators, f =>
                    f.Of is null ? Name(f.Person) : Say(Phrase.CoFacilitator, variants, ("person", Name(f.Person)), ("delegation", Fact(Name(f.Of.RunningName))))))));
                break;
            case AdoptionOf adoption:
                writer.Sentence(Say(
                    Phrase.Adoption,
                    variants,
                    ("also", adoption.Also ? Say(Phrase.AlsoAdopted, variants) : Nothing),
                    ("provision", Provision(adoption.Provision, variants)),
                    ("title", Title(adoption.Provision.Decision)),
                    ("noting", adoption.Noting is { } subject ? Say(Phrase.Noting, variants, ("subject", Subject(subject))) : Nothing)));
                Source(adoption.Source, writer);
                break;
            case ReportAdoption adoption:
                Write(adoption, writer);
                break;
            case NextSession next:
                writer.Sentence(Say(
                    Phrase.NextSession,
                    variants,
                    ("session", Title(next.Session)),
                    ("dates", Fact(phrasing.Dates(next.Dates))),
                    ("days", Fact(phrasing.Days(next.Dates.Days))),
                    ("agenda", next.Agenda is { Part: { } part, Letter: { } letter } provision
                        ? Say(Phrase.NextSessionAgenda, variants, ("decision", Decision(provision.Decision, variants.With(Variants.Within))), ("letter", Fact(phrasing.Letter(letter))), ("title", Title(part)))
                        : Nothing)));
                Source(next.Source, writer);
                break;
            case DecisionList list:
                Write(list, writer);
                break;
            default:
                throw new InvalidOperationException($"No phrase tells {element.GetType().Name}.");
        }
    }

    private void Write(Arrangements arrangements, ParagraphWriter writer)
    {
        var mode = arrangements.Mode switch
        {
            SessionMode.InPerson => Phrase.HeldInPerson,
            SessionMode.Online => Phrase.HeldOnline,
            _ => Phrase.HeldHybrid,
        };
        writer.Sentence(Say(
            Phrase.Arrangements,
            Variants.None,
            ("mode", Say(mode, Variants.None)),
            ("note", arrangements.Note.IsNone ? Nothing : Say(Phrase.ArrangementsNote, Variants.None, ("note", Text(arrangements.Note, SpanKind.Slot, phrasing.NoteInSentence))))));
        if (arrangements.Interpretation is { } interpretation)
        {
            var languages = interpretation.Languages.Count == OfficialLanguages.All.Count
                ? Say(Phrase.SixLanguages, Variants.None)
                : List(interpretation.Languages, l => Fact(phrasing.NameOf(l)));
            writer.Sentence(interpretation.HoursPerDay is { } hours
                ? Say(
                    arrangements.Mode == SessionMode.InPerson ? Phrase.InterpretationInPerson : Phrase.Interpretation,
                    Variants.None,
                    ("hours", Fact(phrasing.Hours(hours))),
                    ("languages", languages))
                : Say(Phrase.InterpretationOffered, Variants.None, ("languages", languages)));
        }
    }

    private void Write(Introduction introduction, ParagraphWriter writer)
    {
        var variants = introduction.Variants;
        var speaker = InSentence(introduction.Speaker);
        var documents = introduction.Documents.Where(d => d.HasSymbol).ToList();
        var listed = documents switch
        {
            [] => Nothing,
            [var only] => WithSymbol(only),
            [var first, var second] => Say(Phrase.TwoDocuments, variants, ("first", WithSymbol(first)), ("second", WithSymbol(second))),
            _ when documents.TrueForAll(d => d.Kind == DocumentKind.ExecutiveDirectorReport) =>
                Say(Phrase.ManyReportsOfExecutiveDirector, variants, ("documents", Series(documents, d => WithSymbol(d, Title(d.Document))))),
            _ => Say(Phrase.ManyDocuments, variants, ("documents", Series(documents, WithSymbol))),
        };
        writer.Sentence(documents.Count == 0
            ? Say(Phrase.Introduction, variants, ("speaker", speaker))
            : Say(Phrase.IntroductionWithDocuments, variants, ("speaker", speaker), ("documents", listed)));
        foreach (var paper in introduction.Documents.Where(d => !d.HasSymbol))
        {
            writer.Sentence(Say(Phrase.ConferenceRoomPaper, paper.Document.Variants, ("document", Document(paper))));
        }
    }

    private IReadOnlyList<Span> WithSymbol(IntroducedDocument document) => WithSymbol(document, Document(document));

    private IReadOnlyList<Span> WithSymbol(IntroducedDocument document, IReadOnlyList<Span> title) =>
        Say(Phrase.WithSymbol, document.Document.Variants, ("title", title), ("symbol", Symbol(document.Document)));

    /// <summary>A document as its kind calls it. The title of a report may say by itself that it is one.</summary>
    private IReadOnlyList<Span> Document(IntroducedDocument document)
    {
        var variants = document.Document.Variants;
        var (called, on) = phrasing.ReportTitle(Worded(document.Document).Text);
        var byExecutiveDirector = document.Kind == DocumentKind.ExecutiveDirectorReport || variants.All.Contains(Variants.ByExecutiveDirector);
        var phrase = (byExecutiveDirector, document.Kind, called) switch
        {
            (true, _, null) => Phrase.ReportOfExecutiveDirector,
            (true, _, _) => Phrase.ReportOfExecutiveDirectorEntitled,
            (_, DocumentKind.SecretariatNote, _) => Phrase.NoteBySecretariat,
            (_, DocumentKind.Report, null) => Phrase.ReportOn,
            (_, DocumentKind.Report, _) => Phrase.ReportEntitled,
            _ => Phrase.OtherDocument,
        };
        var title = Title(document.Document);
        return phrase is Phrase.ReportOfExecutiveDirectorEntitled or Phrase.ReportEntitled
            ? Say(phrase, variants, ("called", Fact(called!)), ("title", title[0] is var whole ? [whole with { Text = on }] : title))
            : Say(phrase, variants, ("title", title));
    }

    private void Write(Address address, ParagraphWriter writer)
    {
        var variants = address.Variants;
        var behalf = address.Capacities.For.Count > 0
            ? Say(Phrase.AddressOnBehalf, variants, ("groups", List(address.Capacities.For, For)))
            : address.Speaker.Delegation is { } own ? Say(Phrase.AddressForGovernment, variants, ("delegation", InSentence(own))) : Nothing;
        writer.Sentence(Say(
            Phrase.Address,
            variants,
            ("speaker", InSentence(address.Speaker)),
            ("behalf", behalf),
            ("medium", address.Medium switch
            {
                Medium.RecordedVideo => Say(Phrase.AddressByRecordedVideo, variants),
                Medium.VideoLink => Say(Phrase.AddressByVideoLink, variants),
                _ => Nothing,
            }),
            ("subject", address.Subject.IsNone ? Nothing : Say(Phrase.AddressOn, variants, ("subject", Slot(address.Subject)))),
            ("verb", Say(address.Kind == StatementKind.Presentation ? Phrase.MadePresentation : Phrase.MadeStatement, variants)),
            ("topic", address.Topic.IsNone ? Nothing : Say(Phrase.AddressTopic, variants, ("topic", Slot(address.Topic))))));
        if (address.Document is { } document)
        {
            writer.Sentence(document.Reference is null
                ? Say(Phrase.DrewAttentionToPaper, variants, ("title", Title(document)))
                : Say(Phrase.DrewAttention, variants, ("title", Title(document)), ("symbol", Symbol(document))));
        }
    }

    private static Phrase WhatWasHeard(Heard heard) => heard switch
    {
        Heard.Statements => Phrase.HeardStatements,
        Heard.Presentations => Phrase.HeardPresentations,
        _ => Phrase.HeardStatementsAndPresentations,
    };

    /// <summary>In the order of the language, where it has one of its own.</summary>
    private IReadOnlyList<ListedSpeaker> InOrder(IReadOnlyList<ListedSpeaker> speakers) => phrasing.SortsLists
        ? [.. speakers.OrderBy(s => s.SortKeys?[phrasing.Language] ?? "", StringComparer.Ordinal)]
        : speakers;

    private IReadOnlyList<Span> InList(ListedSpeaker speaker) =>
        InList(speaker, speaker.Speaker.Delegation is { } delegation ? InList(delegation) : InSentence(speaker.Speaker));

    /// <summary>The only entry, after "the representative of".</summary>
    private IReadOnlyList<Span> RunningOn(ListedSpeaker speaker) =>
        InList(speaker, speaker.Speaker.Delegation is { } delegation ? InSentence(delegation) : InSentence(speaker.Speaker));

    private IReadOnlyList<Span> InList(ListedSpeaker speaker, IReadOnlyList<Span> name)
    {
        if (speaker.Capacities is [var only])
        {
            return only.For.Count == 0 ? name : [.. name, .. Say(Phrase.OnBehalf, speaker.Variants, ("groups", List(only.For, For)))];
        }
        var capacities = speaker.Capacities.SelectMany((capacity, i) => Say(
            i == 0 ? Phrase.FirstCapacity : Phrase.NextCapacity,
            speaker.Variants,
            ("groups", capacity.For.Count > 0 ? List(capacity.For, For) : speaker.Speaker.Delegation is { } own ? InSentence(own) : name)));
        return [.. name, .. Say(Phrase.InCapacities, speaker.Variants, ("capacities", [.. capacities]))];
    }

    private IReadOnlyList<Span> OpeningSpeaker(ListedSpeaker speaker) =>
        speaker.Speaker is { Person: { } person, Office.IsNone: false }
            ? Say(Phrase.OpeningSpeaker, speaker.Variants, ("office", Text(speaker.Speaker.Office)), ("person", Name(person)), ("medium", MediumOf(speaker)))
            : [.. InSentence(speaker.Speaker), .. MediumOf(speaker)];

    private IReadOnlyList<Span> MediumOf(ListedSpeaker speaker) => speaker.Medium switch
    {
        Medium.RecordedVideo => Say(Phrase.ByRecordedVideo, speaker.Variants),
        Medium.VideoLink => Say(Phrase.ByVideoLink, speaker.Variants),
        _ => Nothing,
    };

    private IReadOnlyList<Span> OrganizationSpeaker(ListedSpeaker speaker)
    {
        if (speaker.Speaker is not { Person: { } person, Of: { } organization })
        {
            return InSentence(speaker);
        }
        IReadOnlyList<IReadOnlyList<Span>> organizations =
            [Fact(Name(organization.RunningName)), .. speaker.Capacities.SelectMany(c => c.For).Select(f => f.Delegation is { } other ? InList(other) : For(f))];
        return Say(
            Phrase.OrganizationSpeaker,
            speaker.Variants,
            ("person", Name(person)),
            ("organization", phrasing.Join(organizations, phrasing.Separator, phrasing.OrganizationSeparator)));
    }

    private void Write(AttendanceList attendance, ParagraphWriter writer)
    {
        var usual = Say(
            attendance.Class switch
            {
                AttendanceClass.Member => Phrase.AttendedMembers,
                AttendanceClass.ObserverState => Phrase.AttendedObserverStates,
                AttendanceClass.SpecializedAgency => Phrase.AttendedSpecializedAgencies,
                _ => Phrase.AttendedOthers,
            },
            Variants.None);
        // The heading of a class is recorded as printed; where it is the usual one, the phrase says it.
        var heading = attendance.Heading[phrasing.Language] is { } printed && printed.Text != string.Concat(usual.Select(s => s.Text))
            ? Text(attendance.Heading, SpanKind.Slot)
            : usual;
        var delegations = phrasing.SortsLists
            ? attendance.Delegations.OrderBy(d => d.SortKeys[phrasing.Language], StringComparer.Ordinal)
            : attendance.Delegations.AsEnumerable();
        writer.Sentence(Say(
            Phrase.AttendanceList,
            Variants.None,
            ("heading", heading),
            ("delegations", phrasing.Join(
                [.. delegations.Select(d => Fact(Name(d.ListName)))],
                phrasing.Separator,
                phrasing.AttendanceEndsAsSentence(attendance.Delegations.Count) ? phrasing.LastSeparator : phrasing.Separator))));
    }

    private void Write(AgendaAdoption agenda, ParagraphWriter writer)
    {
        writer.Sentence(agenda.Documents.Count == 0
            ? Say(Phrase.AgendaAdoptionWithoutDocuments, agenda.Variants, ("session", Title(agenda.Session)))
            : Say(
                Phrase.AgendaAdoption,
                Counted(agenda.Variants, agenda.Documents),
                ("session", Title(agenda.Session)),
                ("documents", List(agenda.Documents, d => Say(Phrase.AgendaDocument, d.Variants, ("title", Title(d)), ("symbol", Symbol(d)))))));
        var (more, down, end) = phrasing.LineEnds;
        foreach (var item in agenda.Items)
        {
            writer.Line([.. Fact($"{phrasing.ItemMark(item.Number)} "), .. Text(item.Title), .. Words(item.SubItems.Count > 0 ? down : end)]);
            for (var i = 0; i < item.SubItems.Count; i++)
            {
                var sub = item.SubItems[i];
                writer.Line([.. Fact($"{phrasing.FirstDegree(sub.Letter)} "), .. Text(sub.Title), .. Words(i == item.SubItems.Count - 1 ? end : more)]);
            }
        }
    }

    private void Write(ReportAdoption adoption, ParagraphWriter writer)
    {
        var variants = adoption.Variants;
        var report = adoption is { Session.IsNone: false, Dates: { } dates }
            ? Say(Phrase.ReportOfSession, variants, ("session", Title(adoption.Session)), ("dates", Fact(phrasing.Dates(dates))))
            : Subject(adoption.Subject);
        if (adoption.Report is { Reference: not null } document)
        {
            report = Say(Phrase.WithSymbol, variants, ("title", report), ("symbol", Symbol(document)));
        }
        writer.Sentence(adoption.By is { } by
            ? Say(Phrase.ReportAdoptionByDecision, variants, ("provision", Provision(by, variants)), ("report", report))
            : Say(Phrase.ReportAdoption, variants, ("report", report)));
        Source(adoption.Source, writer);
    }

    private void Write(DecisionList list, ParagraphWriter writer)
    {
        writer.Sentence(Say(
            Phrase.DecisionList,
            Variants.None,
            ("session", Title(list.Session)),
            ("source", list.Source is { } source ? Say(Phrase.DecisionListSource, Variants.None, ("symbol", Symbol(source))) : Nothing)));
        var (more, _, end) = phrasing.LineEnds;
        for (var i = 0; i < list.Decisions.Count; i++)
        {
            var (decision, parts) = list.Decisions[i];
            var last = i == list.Decisions.Count - 1;
            writer.Line(
            [
                .. Words($"{phrasing.FirstDegree(Letters(i))} "),
                .. Say(Phrase.ListedDecision, decision.Variants, ("number", Fact(decision.Target)), ("title", Name(decision))),
                .. parts.Count > 0 ? Say(Phrase.Comprising, decision.Variants) : Words(last ? end : more),
            ]);
            for (var j = 0; j < parts.Count; j++)
            {
                var (letter, part) = parts[j];
                writer.Line(
                [
                    .. Words($"{phrasing.SecondDegree(j + 1)} "),
                    .. Say(Phrase.ListedPart, part.Variants, ("letter", Fact(phrasing.Letter(letter))), ("title", Name(part))),
                    .. Words(last && j == parts.Count - 1 ? end : more),
                ]);
            }
        }
    }

    private IReadOnlyList<Span> Decision(Mention decision, Variants variants) =>
        Say(Phrase.Decision, variants, ("number", Fact(decision.Target)), ("title", Title(decision)));

    private IReadOnlyList<Span> Provision(Provision provision, Variants variants)
    {
        var within = variants.With(Variants.Within);
        var words = Decision(provision.Decision, provision.Part is null && provision.Paragraphs.Count == 0 ? variants : within);
        if (provision is { Part: { } part, Letter: { } letter })
        {
            words = Say(
                Phrase.DecisionPart,
                provision.Paragraphs.Count == 0 ? variants : within,
                ("decision", words),
                ("letter", Fact(phrasing.Letter(letter))),
                ("title", Title(part)));
        }
        return provision.Paragraphs.Count == 0
            ? words
            : Say(Phrase.DecisionParagraphs, variants, ("part", words), ("paragraphs", Fact(phrasing.ParagraphNumbers(provision.Paragraphs))));
    }

    private void Source(Mention? source, ParagraphWriter writer)
    {
        if (source is not null)
        {
            writer.Sentence(Say(Phrase.DecisionSource, source.Variants, ("symbol", Symbol(source))));
        }
    }

    private IReadOnlyList<Span> InSentence(ListedSpeaker speaker) => InSentence(speaker.Speaker);

    private IReadOnlyList<Span> InSentence(ReportSpeaker speaker)
    {
        if (speaker.Person is { } person)
        {
            IReadOnlyList<Span> name = [.. Name(person), .. IsShort(person) ? Nothing : Of(speaker.Of)];
            return speaker.Office.IsNone ? name : Say(Phrase.SpeakerByOfficeAndName, Variants.None, ("office", Text(speaker.Office)), ("person", name));
        }
        return speaker.Delegation is { } delegation
            ? Say(Phrase.SpeakerOfDelegation, Variants.None, ("delegation", InSentence(delegation)))
            : Text(speaker.Office, SpanKind.Fact, phrasing.OfficeInSentence);
    }

    /// <summary>
    /// A person introduced before goes by a shorter form of the name, and without the delegation; so too in a language
    /// that has the full name only, for the form says that the report has introduced the person.
    /// </summary>
    private bool IsShort(Mention person) =>
        person.Wording.For(phrasing.Language) is { } worded && worded.Text.Text != person.Name[worded.Language]?.Text;

    private IReadOnlyList<Span> Of(Delegation? delegation) =>
        delegation is null ? Nothing : Say(Phrase.OfDelegation, Variants.None, ("delegation", Fact(Name(delegation.RunningName))));

    private IReadOnlyList<Span> InSentence(Delegation delegation) =>
        Text(delegation.RunningName, SpanKind.Fact, name => phrasing.InSentence(delegation, name));

    private IReadOnlyList<Span> InList(Delegation delegation) =>
        Text(delegation.RunningName, SpanKind.Fact, name => phrasing.InList(delegation, name));

    private IReadOnlyList<Span> For(Named named) =>
        named.Group is { } group ? Text(group.Name, SpanKind.Fact, phrasing.GroupInSentence)
        : named.Delegation is { } delegation ? InSentence(delegation)
        : Nothing;

    private IReadOnlyList<Span> Symbol(Mention mention) => [new Span(mention.Reference ?? mention.Target, SpanKind.Fact, phrasing.Language, mention)];

    /// <summary>The wording of the citation, if there is one in this language, else the name or title.</summary>
    private LocalizedText Chosen(Mention mention) =>
        mention.Kind != CitationKind.Delegation && mention.Wording[phrasing.Language] is not null || mention.Name.IsNone ? mention.Wording : mention.Name;

    private (Language Language, string Text) Worded(Mention mention) =>
        Chosen(mention).For(phrasing.Language) is not { } text ? (phrasing.Language, mention.Reference ?? mention.Target)
            : mention.Kind == CitationKind.Person && phrasing.WritesPersonsAs(text.Language) ? (phrasing.Language, text.Text.Text)
            : (text.Language, text.Text.Text);

    private IReadOnlyList<Span> Name(Mention mention)
    {
        var (language, text) = Worded(mention);
        return [new Span(text, SpanKind.Fact, language, mention)];
    }

    private IReadOnlyList<Span> Title(Mention mention)
    {
        var (language, text) = Worded(mention);
        return [new Span(language == phrasing.Language ? phrasing.TitleInSentence(text) : text, SpanKind.Fact, language, mention)];
    }

    private IReadOnlyList<Span> Title(LocalizedText title) => Text(title, SpanKind.Fact, phrasing.TitleInSentence);

    private string Name(LocalizedText name) => name.For(phrasing.Language)?.Text.Text ?? "";

    private IReadOnlyList<Span> Text(LocalizedText text, SpanKind kind = SpanKind.Fact, Func<string, string>? inSentence = null)
    {
        if (text.For(phrasing.Language) is not { } found)
        {
            return Nothing;
        }
        var words = found.Text.Text;
        return [new Span(inSentence is not null && found.Language == phrasing.Language ? inSentence(words) : words, kind, found.Language)];
    }

    private IReadOnlyList<Span> Fact(string text) => [new Span(text, SpanKind.Fact, phrasing.Language)];

    private IReadOnlyList<Span> Words(string text) => [new Span(text, SpanKind.Phrase, phrasing.Language)];

    private IReadOnlyList<Span> Slot(LocalizedText text) => Text(text, SpanKind.Slot);

    /// <summary>The subject of an act, which begins with a capital where it stands by itself.</summary>
    private IReadOnlyList<Span> Subject(CitedText cited) =>
        Slot(cited) is [{ Kind: SpanKind.Slot } first, ..] words && first.Language == phrasing.Language
            ? [first with { Text = phrasing.SubjectInSentence(first.Text) }, .. words.Skip(1)]
            : Slot(cited);

    private IReadOnlyList<Span> Slot(CitedText cited)
    {
        if (cited.Text.For(phrasing.Language) is not { } found)
        {
            return Nothing;
        }
        var spans = new List<Span>();
        var times = new Dictionary<string, int>();
        foreach (var (words, place) in Template.Parse(found.Text.Text).Pieces)
        {
            if (place is null)
            {
                spans.Add(new Span(words!, SpanKind.Slot, found.Language));
                continue;
            }
            var time = times[place] = times.GetValueOrDefault(place) + 1;
            // What mentions nothing that is recorded shows as it stands, for its author to see.
            spans.AddRange(cited.Mentions.TryGetValue(place, out var mentions) && mentions.Count >= time
                ? Cited(mentions[time - 1])
                : [new Span($"{{{place}}}", SpanKind.Slot, found.Language)]);
        }
        return spans;
    }

    private IReadOnlyList<Span> Cited(Citable citable) => citable switch
    {
        Period period => Fact(phrasing.Dates(period)),
        ReportSpeaker speaker => InSentence(speaker),
        Mention { Kind: CitationKind.Decision } decision => Decision(decision, decision.Variants),
        Mention { Kind: CitationKind.Resolution } resolution => Say(Phrase.Resolution, resolution.Variants, ("number", Fact(resolution.Target))),
        Mention { Kind: CitationKind.Session or CitationKind.Document } titled => Title(titled),
        Mention mention => Name(mention),
        _ => Nothing,
    };

    private IReadOnlyList<Span> List<T>(IReadOnlyList<T> entries, Func<T, IReadOnlyList<Span>> say) =>
        phrasing.Join([.. entries.Select(say)], phrasing.Separator, phrasing.LastSeparator);

    private IReadOnlyList<Span> Series<T>(IReadOnlyList<T> entries, Func<T, IReadOnlyList<Span>> say) =>
        phrasing.Join([.. entries.Select(say)], phrasing.SeriesSeparator, phrasing.LastSeriesSeparator);

    /// <summary>A phrase with its places filled.</summary>
    private IReadOnlyList<Span> Say(Phrase phrase, Variants variants, params ReadOnlySpan<(string Place, IReadOnlyList<Span> Words)> filled)
    {
        var spans = new List<Span>();
        foreach (var (words, place) in phrasing.Book.Find(phrase, variants).Pieces)
        {
            if (words is not null)
            {
                spans.Add(new Span(words, SpanKind.Phrase, phrasing.Language));
                continue;
            }
            foreach (var (name, content) in filled)
            {
                if (name == place)
                {
                    spans.AddRange(content);
                    break;
                }
            }
        }
        return spans;
    }

    /// <summary>Says where there is but one of what a phrase lists.</summary>
    private static Variants Counted<T>(Variants variants, IReadOnlyList<T> listed) => listed.Count == 1 ? variants.With(Variants.Single) : variants;

    /// <summary>a to z, then aa, ab and so on.</summary>
    private static string Letters(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : Letters((index / 26) - 1) + (char)('a' + (index % 26));

    /// <summary>Sets sentence after sentence, with the spaces and capitals of the language.</summary>
    private sealed class ParagraphWriter(LanguagePhrasing phrasing)
    {
        private readonly List<Span> spans = [];
        private readonly StringBuilder text = new();

        public void Sentence(IReadOnlyList<Span> words)
        {
            if (text.Length > 0)
            {
                Put(new Span(phrasing.SentenceSeparator, SpanKind.Phrase, phrasing.Language));
            }
            Put(words);
        }

        public void Line(IReadOnlyList<Span> words)
        {
            Put(new Span("\n", SpanKind.Phrase, phrasing.Language));
            // It begins with its mark: a), not A).
            foreach (var span in words)
            {
                Put(span);
            }
        }

        public ComposedParagraph Finish(ReportParagraph paragraph) => new(paragraph.Id, paragraph.Number, text.ToString(), spans);

        private void Put(IReadOnlyList<Span> words)
        {
            var begins = Last() is not { } last || phrasing.EndsSentence(last);
            foreach (var span in words)
            {
                if (span.Text.Length == 0)
                {
                    continue;
                }
                Put(begins ? span with { Text = phrasing.Capitalized(span.Text) } : span);
                begins = false;
            }
        }

        private void Put(Span span)
        {
            if (span.Text.Length == 0)
            {
                return;
            }
            if (span.Language == phrasing.Language && spans is [.., var before] && before.Language == phrasing.Language)
            {
                var (changed, after) = phrasing.Meet(before.Text, span.Text);
                Replace(before, changed);
                span = after == span.Text ? span : span with { Text = after };
            }
            if (text.Length > 0 && phrasing.Joint(text[^1], span.Text[0]) is { Length: > 0 } joint)
            {
                spans.Add(new Span(joint, SpanKind.Phrase, phrasing.Language));
                text.Append(joint);
            }
            spans.Add(span);
            text.Append(span.Language == phrasing.Language ? span.Text : phrasing.Borrowed(span.Text, span.Language));
        }

        /// <summary>Gives the last span other words; none take it away.</summary>
        private void Replace(Span last, string words)
        {
            if (words == last.Text)
            {
                return;
            }
            text.Length -= last.Text.Length;
            text.Append(words);
            spans.RemoveAt(spans.Count - 1);
            if (words.Length > 0)
            {
                spans.Add(last with { Text = words });
            }
        }

        /// <summary>The last character that is not a space.</summary>
        private char? Last()
        {
            for (var i = text.Length - 1; i >= 0; i--)
            {
                if (text[i] != ' ')
                {
                    return text[i];
                }
            }
            return null;
        }
    }
}
