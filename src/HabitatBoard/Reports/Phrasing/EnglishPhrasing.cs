using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>Reports in English, in the wording of United Nations reports.</summary>
public sealed partial class EnglishPhrasing : LanguagePhrasing
{
    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

    public override Language Language => Language.En;

    public override PhraseBook Book { get; } = new()
    {
        { Phrase.Opening, "The {session} of the Executive Board of UN-Habitat was declared open {at}, by the Chair{chair}{remarks}." },
        { Phrase.OpeningWithoutTime, "The {session} of the Executive Board of UN-Habitat was declared open by the Chair{chair}{remarks}." },
        { Phrase.ChairByName, ", {person}{delegation}" },
        { Phrase.OpeningRemarks, ", who {topic}" },
        { Phrase.Arrangements, "{mode}{note}." },
        { Phrase.ArrangementsNote, "; {note}" },
        { Phrase.HeldInPerson, "the session was held fully in person" },
        { Phrase.HeldOnline, "the session was held fully online" },
        { Phrase.HeldHybrid, "the session was held in a hybrid format" },
        { Phrase.Interpretation, "Simultaneous interpretation in {languages} was available for {hours} hours each day of the session." },
        { Phrase.InterpretationInPerson, "For those attending in person, simultaneous interpretation in {languages} was available for {hours} hours each day of the session." },
        { Phrase.InterpretationOffered, "Interpretation in {languages} was provided." },
        { Phrase.SixLanguages, "the six official languages of the United Nations" },
        { Phrase.Closing, "The Chair declared the session closed {at}." },
        { Phrase.ClosingWithoutTime, "The Chair declared the session closed." },

        { Phrase.SpeakerByOfficeAndName, "{person}, {office}," },
        { Phrase.SpeakerOfDelegation, "the representative of {delegation}" },
        { Phrase.OfDelegation, " ({delegation})" },
        { Phrase.OnBehalf, " (on behalf of {groups})" },
        { Phrase.InCapacities, " (speaking {capacities})" },
        { Phrase.FirstCapacity, "first on behalf of {groups}" },
        { Phrase.NextCapacity, " and then on behalf of {groups}" },
        { Phrase.ByRecordedVideo, " (by recorded video message)" },
        { Phrase.ByVideoLink, " (by video link)" },

        { Phrase.OpeningStatements, "Opening statements were delivered by the following: {speakers}." },
        { Phrase.OpeningStatement, "An opening statement was delivered by {speakers}." },
        { Phrase.OpeningSpeaker, "{person}, {office}{medium}" },
        { Phrase.ClosingStatements, "{speakers} delivered closing remarks." },

        { Phrase.IntroductionWithDocuments, "In introducing the item, {speaker} drew attention to {documents}." },
        { Phrase.Introduction, "{speaker} introduced the item." },
        { Phrase.TwoDocuments, "{first} and to {second}" },
        { Phrase.ManyDocuments, "the following documents: {documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "the reports of the Executive Director on the following: {documents}" },
        { Phrase.WithSymbol, "{title} ({symbol})" },
        { Phrase.ReportOfExecutiveDirector, "the report of the Executive Director on {title}" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "the {called} of the Executive Director on {title}" },
        { Phrase.NoteBySecretariat, "the note by the secretariat on {title}" },
        { Phrase.NoteBySecretariat, "outlining", "the note by the secretariat outlining {title}" },
        { Phrase.ReportOn, "the report on {title}" },
        { Phrase.ReportEntitled, "the {called} on {title}" },
        { Phrase.OtherDocument, "{title}" },
        { Phrase.ConferenceRoomPaper, "{document} was set out in a conference room paper." },
        { Phrase.DrewAttention, "The speaker drew attention to {title}, set out in document {symbol}." },
        { Phrase.DrewAttention, "he", "He drew attention to {title}, set out in document {symbol}." },
        { Phrase.DrewAttention, "she", "She drew attention to {title}, set out in document {symbol}." },
        { Phrase.DrewAttentionToPaper, "The speaker drew attention to {title}, set out in a conference room paper." },

        { Phrase.Address, "{speaker} {verb}{behalf}{medium}{subject}{topic}." },
        { Phrase.MadeStatement, "made a statement" },
        { Phrase.MadeStatement, "directly", "" },
        { Phrase.MadePresentation, "made a presentation" },
        { Phrase.MadePresentation, "directly", "" },
        { Phrase.MadePresentation, "further-information", "presented further information on the matter" },
        { Phrase.AddressOnBehalf, " on behalf of {groups}" },
        { Phrase.AddressForGovernment, "" },
        { Phrase.AddressForGovernment, "for-government", " on behalf of the Government of {delegation}" },
        { Phrase.AddressByRecordedVideo, " by recorded video message" },
        { Phrase.AddressByVideoLink, " by video link" },
        { Phrase.AddressOn, " on {subject}" },
        { Phrase.AddressTopic, ", {topic}" },
        { Phrase.AddressTopic, "directly", "{topic}" },

        { Phrase.MemberList, "{after}{members} {verb}: {speakers}." },
        { Phrase.After, "following {heard}, " },
        { Phrase.HeardStatements, "the statements" },
        { Phrase.HeardPresentations, "the presentations" },
        { Phrase.HeardStatementsAndPresentations, "the statements and presentations" },
        { Phrase.Members, "representatives of the following members of the Board" },
        { Phrase.OneMember, "a representative of the following member of the Board" },
        { Phrase.MembersMadeStatements, "made statements" },
        { Phrase.OneMemberMadeStatement, "made a statement" },
        { Phrase.Observers, "the representatives of {speakers} {also}{verb}." },
        { Phrase.OneObserver, "the representative of {speakers} {also}{verb}." },
        { Phrase.Also, "also " },
        { Phrase.ObserversMadeStatements, "made statements" },
        { Phrase.OneObserverMadeStatement, "made a statement" },
        { Phrase.Organizations, "Representatives of the following non-governmental organizations {verb}: {speakers}." },
        { Phrase.OneOrganization, "A representative of the following non-governmental organization made a statement: {speakers}." },
        { Phrase.OrganizationsMadeStatements, "made statements" },
        { Phrase.OrganizationSpeaker, "{person} ({organization})" },
        { Phrase.RightOfReply, "the representatives of {speakers} made statements in exercise of the right of reply." },
        { Phrase.OneRightOfReply, "the representative of {speakers} made a statement in exercise of the right of reply." },
        { Phrase.Answers, "{speakers} responded to the questions raised." },

        { Phrase.AttendanceList, "{heading}: {delegations}." },
        { Phrase.AttendedMembers, "The following States members of the Executive Board of UN-Habitat were represented" },
        { Phrase.AttendedObserverStates, "The following States Members of the United Nations were also represented by observers" },
        { Phrase.AttendedSpecializedAgencies, "The following members of the specialized agencies of the United Nations were also represented by observers" },
        { Phrase.AttendedOthers, "The following observers also attended" },

        { Phrase.AgendaAdoption, "The Executive Board adopted the following agenda for its {session}, on the basis of {documents}:" },
        { Phrase.AgendaAdoptionWithoutDocuments, "The Executive Board adopted the following agenda for its {session}:" },
        { Phrase.AgendaDocument, "the {title} ({symbol})" },
        { Phrase.TookNote, "The Executive Board took note of {subject}." },
        { Phrase.DocumentsAndInformation, "the documents introduced under agenda item {item} and of the further information provided" },
        { Phrase.Agreed, "The Executive Board agreed {subject}." },
        { Phrase.Decided, "The Executive Board decided {subject}." },
        { Phrase.CoFacilitation, "The Executive Board agreed that the informal consultations would be co-facilitated by {facilitators}." },
        { Phrase.CoFacilitator, "{person} ({delegation})" },
        { Phrase.Adoption, "The Executive Board {also}adopted {provision}{noting}." },
        { Phrase.AlsoAdopted, "also " },
        { Phrase.Noting, ", in which it took note of {subject}" },
        { Phrase.Decision, "decision {number} on {title}" },
        { Phrase.DecisionPart, "part ({letter}), on {title}, of {decision}" },
        { Phrase.DecisionParagraphs, "{paragraphs} of {part}" },
        { Phrase.DecisionSource, "The decision is set out in document {symbol}." },
        { Phrase.ReportAdoptionByDecision, "By {provision}, the Executive Board adopted {report}." },
        { Phrase.ReportAdoption, "The Executive Board adopted {report}." },
        { Phrase.ReportOfSession, "the report on the work of its {session}, held {dates}" },
        { Phrase.NextSession, "The Executive Board decided that its {session} would be held {dates}, for a period of {days}{agenda}." },
        { Phrase.NextSessionAgenda, ", and on the provisional agenda for that session, which was adopted in part ({letter}), on {title}, of {decision}" },
        { Phrase.DecisionList, "At its {session}, the Executive Board adopted the following decisions{source}:" },
        { Phrase.DecisionListSource, ", set out in document {symbol}" },
        { Phrase.ListedDecision, "Decision {number}: {title}" },
        { Phrase.Comprising, ", comprising:" },
        { Phrase.ListedPart, "Part ({letter}): {title}" },
        { Phrase.Resolution, "resolution {number}" },
    };

    public override string SentenceSeparator => " ";
    public override string Separator => ", ";
    public override string LastSeparator => " and ";
    public override string SeriesSeparator => "; ";
    public override string LastSeriesSeparator => "; and ";
    public override (string More, string Down, string End) LineEnds => (";", ":", ".");

    public override string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public override string Dates(Period period)
    {
        var (from, until) = (period.StartsOn, period.EndsOn);
        return from == until ? $"on {Date(from)}"
            : from.Year != until.Year ? $"from {Date(from)} to {Date(until)}"
            : from.Month != until.Month ? string.Create(CultureInfo.InvariantCulture, $"from {from:d MMMM} to {Date(until)}")
            : string.Create(CultureInfo.InvariantCulture, $"from {from:%d} to {Date(until)}");
    }

    public override string Moment(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $"at {(at.Hour + 11) % 12 + 1}{(at.Minute == 0 ? "" : at.ToString(".mm", CultureInfo.InvariantCulture))} {(at.Hour < 12 ? "a.m." : "p.m.")} on {at:dddd}, {Date(DateOnly.FromDateTime(at.DateTime))}");

    public override string Days(int days) => $"{Word(days)} {(days == 1 ? "day" : "days")}";

    public override string Number(double number) => double.IsInteger(number) && number is >= 0 and <= 10 ? Word((int)number) : base.Number(number);

    public override string ParagraphNumbers(IReadOnlyList<int> numbers) => numbers switch
    {
        [var only] => string.Create(CultureInfo.InvariantCulture, $"paragraph {only}"),
        [var first, .., var last] when numbers.Count > 2 && last - first == numbers.Count - 1 =>
            string.Create(CultureInfo.InvariantCulture, $"paragraphs {first} to {last}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"paragraphs {string.Join(", ", numbers.SkipLast(1))} and {numbers[^1]}"),
    };

    public override string NameOf(Language language) => language switch
    {
        Language.Ar => "Arabic",
        Language.Zh => "Chinese",
        Language.En => "English",
        Language.Fr => "French",
        Language.Ru => "Russian",
        _ => "Spanish",
    };

    public override string SecondDegree(int number) => $"({Roman(number)})";

    public override string SectionNumber(int number) => $"{Roman(number).ToUpperInvariant()}.";

    /// <summary>Names that are common nouns take the article: the United States, the League of Arab States, the Sudan.</summary>
    public override string InSentence(Delegation delegation, string name) =>
        delegation.Kind != DelegationKind.NonGovernmental && Articled().IsMatch(name) ? $"the {name}" : name;

    public override string GroupInSentence(string name) => $"the {name}";

    public override string TitleInSentence(string title) => CommonStart().IsMatch(title) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    public override string OfficeInSentence(string office) =>
        Indefinite().IsMatch(office) ? char.ToLowerInvariant(office[0]) + office[1..]
            : office.StartsWith("Representative ", StringComparison.Ordinal) ? $"the r{office[1..]}"
            : $"the {office}";

    public override (string? Called, string On) ReportTitle(string title) =>
        SelfCalled().Match(title) is { Success: true } match ? (TitleInSentence(match.Groups["called"].Value), match.Groups["on"].Value) : (null, title);

    public override string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public override bool EndsSentence(char last) => last is '.' or '?' or '!' or '\n';

    private static string Word(int number) => number is >= 0 and <= 10 ? Words[number] : number.ToString(CultureInfo.InvariantCulture);

    internal static string Roman(int number) =>
        $"{new string('x', number / 10)}{Romans[number % 10]}".Replace("xxxxx", "l", StringComparison.Ordinal).Replace("xxxx", "xl", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(Republic|Kingdom|Federation|States|Union|League|Emirates|Islands|See|State|Organization|Court)\b|^(Bahamas|Comoros|Congo|Gambia|Maldives|Netherlands|Niger|Philippines|Sudan)$", RegexOptions.CultureInvariant)]
    private static partial Regex Articled();

    // A capital that stands there only because the title begins: the next word is in small letters, or there is none.
    [GeneratedRegex(@"^[A-Z][a-z-]*($|[ ,](?![A-Z]))", RegexOptions.CultureInvariant)]
    private static partial Regex CommonStart();

    [GeneratedRegex(@"^(An?|Another|The) ", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"^(?:the )?(?<called>(?:\w+ )?report) on (?<on>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SelfCalled();
}
