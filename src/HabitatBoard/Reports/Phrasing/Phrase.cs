namespace HabitatBoard.Reports.Phrasing;

/// <summary>
/// The standard phrases of a report. Each language has a template for every one; the places that a template may use
/// are named here in braces.
/// </summary>
public enum Phrase
{
    // The session.

    /// <summary>{at} {chair} {session} {remarks}</summary>
    Opening,

    /// <summary>The same, where the time is not recorded: {chair} {session} {remarks}</summary>
    OpeningWithoutTime,

    /// <summary>After the office: {person} {delegation}</summary>
    ChairByName,

    /// <summary>What the Chair did on opening: {topic}</summary>
    OpeningRemarks,

    /// <summary>{mode} {note}</summary>
    Arrangements,

    /// <summary>What the record adds to the mode: {note}</summary>
    ArrangementsNote,
    HeldInPerson,
    HeldOnline,
    HeldHybrid,

    /// <summary>{hours} {languages}</summary>
    Interpretation,

    /// <summary>The same at a session held in person: {hours} {languages}</summary>
    InterpretationInPerson,

    /// <summary>The same where the hours are not recorded: {languages}</summary>
    InterpretationOffered,
    SixLanguages,

    /// <summary>{at}</summary>
    Closing,
    ClosingWithoutTime,

    // Those who take the floor.

    /// <summary>In a sentence: {office} {person}</summary>
    SpeakerByOfficeAndName,

    /// <summary>In a sentence: {delegation}</summary>
    SpeakerOfDelegation,

    /// <summary>After an officer's name: {delegation}</summary>
    OfDelegation,

    /// <summary>On whose behalf, after a name in a list: {groups}</summary>
    OnBehalf,

    /// <summary>In several capacities, after a name in a list: {capacities}</summary>
    InCapacities,
    FirstCapacity,
    NextCapacity,

    /// <summary>In an entry of a list.</summary>
    ByRecordedVideo,
    ByVideoLink,

    // Opening and closing statements: {speakers}.
    OpeningStatements,
    OpeningStatement,

    /// <summary>{office} {person} {medium}</summary>
    OpeningSpeaker,
    ClosingStatements,

    // An item is introduced.

    /// <summary>{speaker} {documents}</summary>
    IntroductionWithDocuments,

    /// <summary>{speaker}</summary>
    Introduction,

    /// <summary>Two documents: {first} {second}</summary>
    TwoDocuments,

    /// <summary>Three and more: {documents}</summary>
    ManyDocuments,

    /// <summary>Three and more, all reports of the Executive Director: {documents}</summary>
    ManyReportsOfExecutiveDirector,

    /// <summary>{title} {symbol}</summary>
    WithSymbol,

    // What a document is called by its kind: {title}; Entitled where the title says by itself what it is.
    ReportOfExecutiveDirector,
    ReportOfExecutiveDirectorEntitled,
    NoteBySecretariat,
    ReportOn,
    ReportEntitled,
    OtherDocument,

    /// <summary>A paper without a symbol: {document}</summary>
    ConferenceRoomPaper,

    /// <summary>A speaker draws attention to a document: {title} {symbol}</summary>
    DrewAttention,
    DrewAttentionToPaper,

    // Somebody takes the floor on a topic.

    /// <summary>{speaker} {behalf} {medium} {subject} {verb} {topic}</summary>
    Address,
    MadeStatement,
    MadePresentation,

    /// <summary>{groups}, or {delegation} on behalf of its Government</summary>
    AddressOnBehalf,
    AddressForGovernment,
    AddressByRecordedVideo,
    AddressByVideoLink,

    /// <summary>{subject}</summary>
    AddressOn,

    /// <summary>{topic}</summary>
    AddressTopic,

    // Lists of speakers.

    /// <summary>{after} {members} {verb} {speakers}</summary>
    MemberList,

    /// <summary>What was heard before: {heard}</summary>
    After,
    HeardStatements,
    HeardPresentations,
    HeardStatementsAndPresentations,
    Members,
    OneMember,
    MembersMadeStatements,
    OneMemberMadeStatement,

    /// <summary>{speakers} {also} {verb}</summary>
    Observers,

    /// <summary>{speakers}, an entry of a list, or {speaker}, after "the representative of"; {also} {verb}</summary>
    OneObserver,
    Also,
    ObserversMadeStatements,
    OneObserverMadeStatement,

    /// <summary>{verb} {speakers}</summary>
    Organizations,
    OneOrganization,
    OrganizationsMadeStatements,

    /// <summary>{person} {organization}</summary>
    OrganizationSpeaker,

    /// <summary>{speakers}</summary>
    RightOfReply,

    /// <summary>{speakers} or {speaker}, as with <see cref="OneObserver"/></summary>
    OneRightOfReply,

    /// <summary>{speakers}</summary>
    Answers,

    // Attendance: the words that head a class, and {heading} {delegations}.
    AttendanceList,
    AttendedMembers,
    AttendedObserverStates,
    AttendedSpecializedAgencies,
    AttendedOthers,

    // What the Board does.

    /// <summary>{documents} {session}</summary>
    AgendaAdoption,
    AgendaAdoptionWithoutDocuments,

    /// <summary>{title} {symbol}</summary>
    AgendaDocument,

    /// <summary>{subject}</summary>
    TookNote,

    /// <summary>The documents introduced under an item and the further information: {item}</summary>
    DocumentsAndInformation,

    /// <summary>{subject}</summary>
    Agreed,

    /// <summary>{subject}</summary>
    Decided,

    /// <summary>{facilitators}</summary>
    CoFacilitation,

    /// <summary>{person} {delegation}</summary>
    CoFacilitator,

    /// <summary>{provision} {title} {also} {noting}</summary>
    Adoption,
    AlsoAdopted,

    /// <summary>{subject}</summary>
    Noting,

    /// <summary>{number} {title}</summary>
    Decision,

    /// <summary>{decision} {letter} {title}</summary>
    DecisionPart,

    /// <summary>{part} {paragraphs}</summary>
    DecisionParagraphs,

    /// <summary>Where the decision stands: {symbol}</summary>
    DecisionSource,

    /// <summary>{provision} {report}</summary>
    ReportAdoptionByDecision,

    /// <summary>{report}</summary>
    ReportAdoption,

    /// <summary>{dates} {session}</summary>
    ReportOfSession,

    /// <summary>{session} {dates} {days} {agenda}</summary>
    NextSession,

    /// <summary>{decision} {letter} {title}</summary>
    NextSessionAgenda,

    /// <summary>{session} {source}</summary>
    DecisionList,

    /// <summary>{symbol}</summary>
    DecisionListSource,

    /// <summary>{number} {title}</summary>
    ListedDecision,

    /// <summary>Between a decision and its parts.</summary>
    Comprising,

    /// <summary>{letter} {title}</summary>
    ListedPart,

    // Mentions in words of the record's own.

    /// <summary>{number}</summary>
    Resolution,
}
