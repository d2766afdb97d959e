using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Reports;

/// <summary>
/// The report of a session as its facts have it, in no language: sections, paragraphs, and in each paragraph what it
/// states, in order. Built once from the facts by <see cref="From"/>; put into words by <see cref="ReportComposer"/>.
/// </summary>
public sealed record SessionReport(string SessionId, IReadOnlyList<ReportSection> Sections)
{
    public IEnumerable<ReportParagraph> Paragraphs => Sections.SelectMany(s => s.Paragraphs);

    public static SessionReport From(ReportFacts facts) => new ReportBuilder(facts).Build();
}

/// <summary>A section, or a lettered part of one. The introduction has the number 0.</summary>
public sealed record ReportSection(int Number, string Letter, LocalizedText Heading, IReadOnlyList<ReportParagraph> Paragraphs);

/// <summary>A numbered paragraph.</summary>
/// <param name="Recorded">The text that is recorded beside the facts. It is compared, never overwritten.</param>
public sealed record ReportParagraph(Guid Id, int Number, LocalizedText Recorded, IReadOnlyList<ReportElement> Elements);

/// <summary>One thing that a paragraph states.</summary>
/// <param name="Variants">The variants of the standard phrases that the facts name.</param>
public abstract record ReportElement(Variants Variants);

/// <summary>What words of the record's own can mention.</summary>
public abstract record Citable;

/// <summary>
/// A mention of a thing that has a title or a name. A citation words it at its place; where none does, or not in the
/// reader's language, it goes by its name.
/// </summary>
/// <param name="Reference">The symbol as printed there, else the document's own; the number of a decision.</param>
public sealed record Mention(CitationKind Kind, string Target, string? Reference, LocalizedText Wording, LocalizedText Name, Variants Variants) : Citable;

/// <summary>
/// Words of the record's own, with what they mention by its key in the markup of a <see cref="Passage"/>. A thing
/// mentioned twice stands twice, in the order of its citations.
/// </summary>
public sealed record CitedText(LocalizedText Text, IReadOnlyDictionary<string, IReadOnlyList<Citable>> Mentions);

/// <summary>The first and the last day of something.</summary>
public sealed record Period(DateOnly StartsOn, DateOnly EndsOn) : Citable
{
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;

    public static Period? Of(Session session) =>
        session is { StartsOn: { } from, EndsOn: { } until } ? new Period(from, until) : null;
}

/// <summary>
/// Whoever takes the floor. The presiding officer and the secretariat are referred to by office, everybody else by
/// name too; a citation of the person names anybody.
/// </summary>
/// <param name="Person">The person, where the report names one.</param>
/// <param name="Delegation">The delegation, where it is the speaker.</param>
/// <param name="Of">The delegation that stands after the full name of an officer, or the organization of a speaker.</param>
public sealed record ReportSpeaker(LocalizedText Office, Mention? Person, Delegation? Delegation, Delegation? Of) : Citable;

/// <summary>Whom a speaker speaks for, in one capacity. Nobody is named where it is the speaker alone.</summary>
public sealed record Capacities(IReadOnlyList<Named> For);

/// <summary>A group or delegation that somebody speaks for.</summary>
public sealed record Named(Group? Group, Delegation? Delegation);

/// <summary>
/// One entry of a list of speakers. A delegation that speaks twice in a row in two capacities is one entry.
/// </summary>
/// <param name="SortKeys">The place of the entry in the lists of each language; null where all languages keep the recorded order.</param>
public sealed record ListedSpeaker(ReportSpeaker Speaker, IReadOnlyList<Capacities> Capacities, Medium? Medium, Variants Variants, SortKeys? SortKeys);

/// <summary>Words that no standard phrase makes.</summary>
public sealed record Narrative(CitedText Text) : ReportElement(Variants.None);

/// <summary>The Chair declares the session open.</summary>
/// <param name="Remarks">What the Chair did on that occasion.</param>
public sealed record Opening(DateTimeOffset? At, LocalizedText Session, ReportSpeaker? Chair, LocalizedText Remarks, Variants Variants) : ReportElement(Variants);

/// <summary>How the session was held, and with what interpretation.</summary>
public sealed record Arrangements(SessionMode Mode, LocalizedText Note, Interpretation? Interpretation) : ReportElement(Variants.None);

/// <summary>The Chair declares the session closed.</summary>
public sealed record Closing(DateTimeOffset? At) : ReportElement(Variants.None);

/// <summary>The list of those who made opening statements.</summary>
public sealed record OpeningStatements(IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>Somebody makes the closing statement.</summary>
public sealed record ClosingStatements(IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>An item is introduced, with the documents that serve it.</summary>
public sealed record Introduction(ReportSpeaker Speaker, IReadOnlyList<IntroducedDocument> Documents, Variants Variants) : ReportElement(Variants);

/// <summary>A document to which attention is drawn.</summary>
public sealed record IntroducedDocument(Mention Document, DocumentKind Kind, bool HasSymbol);

/// <summary>One speaker takes the floor on a topic.</summary>
/// <param name="Document">The document to which the speaker drew attention.</param>
public sealed record Address(
    StatementKind Kind, ReportSpeaker Speaker, Capacities Capacities, Medium? Medium, LocalizedText Subject, LocalizedText Topic, Mention? Document, Variants Variants)
    : ReportElement(Variants);

/// <summary>What the members of the Board heard before they spoke on an item.</summary>
[Flags]
public enum Heard
{
    Nothing = 0,
    Statements = 1,
    Presentations = 2,
}

/// <summary>The list of members of the Board that made statements.</summary>
public sealed record MemberList(Heard After, IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>The others that made statements.</summary>
/// <param name="Also">Whether members are listed before them in the paragraph.</param>
public sealed record ObserverList(bool Also, IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>The list of speakers from non-governmental organizations, by surname.</summary>
public sealed record OrganizationList(IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>Statements in exercise of the right of reply.</summary>
public sealed record RightOfReply(IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>Questions are answered.</summary>
public sealed record Answers(IReadOnlyList<ListedSpeaker> Speakers, Variants Variants) : ReportElement(Variants);

/// <summary>Those who attended in one class.</summary>
/// <param name="Heading">The words that head the class at this session, where they are recorded.</param>
public sealed record AttendanceList(AttendanceClass Class, LocalizedText Heading, IReadOnlyList<Delegation> Delegations) : ReportElement(Variants.None);

/// <summary>The Board adopts its agenda.</summary>
public sealed record AgendaAdoption(IReadOnlyList<Mention> Documents, LocalizedText Session, IReadOnlyList<AgendaLine> Items, Variants Variants) : ReportElement(Variants);

/// <summary>An agenda item with its sub-items.</summary>
public sealed record AgendaLine(int Number, string Letter, LocalizedText Title, IReadOnlyList<AgendaLine> SubItems);

/// <summary>The Board takes note.</summary>
/// <param name="Item">The item under which documents were introduced; null where <paramref name="Subject"/> says what was noted.</param>
public sealed record TookNote(string? Item, CitedText Subject, Variants Variants) : ReportElement(Variants);

/// <summary>The Board agrees, or decides.</summary>
public sealed record Agreement(bool Decided, CitedText Subject, Variants Variants) : ReportElement(Variants);

/// <summary>The Board agrees who is to lead the informal consultations.</summary>
public sealed record CoFacilitation(IReadOnlyList<(Mention Person, Delegation? Of)> Facilitators, Variants Variants) : ReportElement(Variants);

/// <summary>A decision, a part of it, or paragraphs of it.</summary>
public sealed record Provision(Mention Decision, string? Letter, Mention? Part, IReadOnlyList<int> Paragraphs);

/// <summary>The Board adopts a decision, a part of it, or paragraphs of it.</summary>
/// <param name="Also">Whether another adoption precedes it in the paragraph.</param>
/// <param name="Noting">What the adopted text takes note of.</param>
/// <param name="Source">The document in which the decision stands; null where the paragraph has named it.</param>
public sealed record AdoptionOf(Provision Provision, bool Also, CitedText? Noting, Mention? Source, Variants Variants) : ReportElement(Variants);

/// <summary>The Board adopts the report of a session, by a decision or without one.</summary>
public sealed record ReportAdoption(Provision? By, Mention? Report, LocalizedText Session, Period? Dates, CitedText Subject, Mention? Source, Variants Variants) : ReportElement(Variants);

/// <summary>The Board decides on its next session and, by a decision, on the agenda of it.</summary>
public sealed record NextSession(Mention Session, Period Dates, Provision? Agenda, Mention? Source, Variants Variants) : ReportElement(Variants);

/// <summary>The decisions that the Board adopted at the session, with their parts.</summary>
public sealed record DecisionList(LocalizedText Session, Mention? Source, IReadOnlyList<ListedDecision> Decisions) : ReportElement(Variants.None);

/// <summary>A decision in the list of them.</summary>
public sealed record ListedDecision(Mention Decision, IReadOnlyList<(string Letter, Mention Part)> Parts);
