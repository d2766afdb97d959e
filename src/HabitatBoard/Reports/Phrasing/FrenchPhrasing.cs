using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>Reports in French, in the wording of United Nations reports. A space that does not break stands before : and ; and within « ».</summary>
public sealed partial class FrenchPhrasing : RomancePhrasing
{
    private const char Fixed = '\u00a0';

    public override Language Language => Language.Fr;

    public override PhraseBook Book { get; } = new()
    {
        { Phrase.Opening, "La {session} du Conseil exécutif d’ONU-Habitat a été déclarée ouverte {at} par le Président{chair}{remarks}." },
        { Phrase.Opening, "she", "La {session} du Conseil exécutif d’ONU-Habitat a été déclarée ouverte {at} par la Présidente{chair}{remarks}." },
        { Phrase.OpeningWithoutTime, "La {session} du Conseil exécutif d’ONU-Habitat a été déclarée ouverte par le Président{chair}{remarks}." },
        { Phrase.OpeningWithoutTime, "she", "La {session} du Conseil exécutif d’ONU-Habitat a été déclarée ouverte par la Présidente{chair}{remarks}." },
        { Phrase.ChairByName, ", {person}{delegation}" },
        { Phrase.OpeningRemarks, ", qui {topic}" },
        { Phrase.Arrangements, "{mode}{note}." },
        { Phrase.ArrangementsNote, "\u00a0; {note}" },
        { Phrase.HeldInPerson, "la session s’est tenue entièrement en présentiel" },
        { Phrase.HeldOnline, "la session s’est tenue entièrement en ligne" },
        { Phrase.HeldHybrid, "la session s’est tenue sous une forme hybride" },
        { Phrase.Interpretation, "L’interprétation simultanée {languages} a été assurée pendant {hours} heures chaque jour de la session." },
        { Phrase.InterpretationInPerson, "Pour les participants présents sur place, l’interprétation simultanée {languages} a été assurée pendant {hours} heures chaque jour de la session." },
        { Phrase.InterpretationOffered, "L’interprétation {languages} a été assurée." },
        { Phrase.SixLanguages, "dans les six langues officielles de l’Organisation des Nations Unies" },
        { Phrase.Closing, "Le Président a prononcé la clôture de la session {at}." },
        { Phrase.ClosingWithoutTime, "Le Président a prononcé la clôture de la session." },

        { Phrase.SpeakerByOfficeAndName, "{person}, {office}," },
        { Phrase.SpeakerOfDelegation, "le représentant {delegation}" },
        { Phrase.OfDelegation, " ({delegation})" },
        { Phrase.OnBehalf, " (au nom {groups})" },
        { Phrase.InCapacities, " ({capacities})" },
        { Phrase.FirstCapacity, "d’abord au nom {groups}" },
        { Phrase.NextCapacity, ", puis au nom {groups}" },
        { Phrase.ByRecordedVideo, " (par message vidéo préenregistré)" },
        { Phrase.ByVideoLink, " (par liaison vidéo)" },

        { Phrase.OpeningStatements, "Des déclarations liminaires ont été faites par les personnes suivantes\u00a0: {speakers}." },
        { Phrase.OpeningStatement, "Une déclaration liminaire a été faite par {speakers}." },
        { Phrase.OpeningSpeaker, "{person}, {office}{medium}" },
        { Phrase.ClosingStatements, "Des observations finales ont été formulées par {speakers}." },

        { Phrase.IntroductionWithDocuments, "En présentant le point de l’ordre du jour, {speaker} a appelé l’attention sur {documents}." },
        { Phrase.Introduction, "{speaker} a présenté le point de l’ordre du jour." },
        { Phrase.TwoDocuments, "{first} et sur {second}" },
        { Phrase.ManyDocuments, "les documents suivants\u00a0: {documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "les rapports du Directeur exécutif intitulés comme suit\u00a0: {documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "she", "les rapports de la Directrice exécutive intitulés comme suit\u00a0: {documents}" },
        { Phrase.WithSymbol, "{title} ({symbol})" },
        { Phrase.ReportOfExecutiveDirector, "le rapport du Directeur exécutif intitulé «\u00a0{title}\u00a0»" },
        { Phrase.ReportOfExecutiveDirector, "she", "le rapport de la Directrice exécutive intitulé «\u00a0{title}\u00a0»" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "le rapport du Directeur exécutif intitulé «\u00a0{title}\u00a0»" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "she", "le rapport de la Directrice exécutive intitulé «\u00a0{title}\u00a0»" },
        { Phrase.NoteBySecretariat, "la note du secrétariat intitulée «\u00a0{title}\u00a0»" },
        { Phrase.ReportOn, "le rapport intitulé «\u00a0{title}\u00a0»" },
        { Phrase.ReportEntitled, "le rapport intitulé «\u00a0{title}\u00a0»" },
        { Phrase.OtherDocument, "le document intitulé «\u00a0{title}\u00a0»" },
        { Phrase.ConferenceRoomPaper, "{document} figurait dans un document de séance." },
        { Phrase.DrewAttention, "L’orateur a appelé l’attention sur le document intitulé «\u00a0{title}\u00a0» ({symbol})." },
        { Phrase.DrewAttention, "he", "Il a appelé l’attention sur le document intitulé «\u00a0{title}\u00a0» ({symbol})." },
        { Phrase.DrewAttention, "she", "Elle a appelé l’attention sur le document intitulé «\u00a0{title}\u00a0» ({symbol})." },
        { Phrase.DrewAttentionToPaper, "L’orateur a appelé l’attention sur le document de séance intitulé «\u00a0{title}\u00a0»." },
        { Phrase.DrewAttentionToPaper, "he", "Il a appelé l’attention sur le document de séance intitulé «\u00a0{title}\u00a0»." },
        { Phrase.DrewAttentionToPaper, "she", "Elle a appelé l’attention sur le document de séance intitulé «\u00a0{title}\u00a0»." },

        { Phrase.Address, "{speaker} {verb}{behalf}{medium}{subject}{topic}." },
        { Phrase.MadeStatement, "a fait une déclaration" },
        { Phrase.MadeStatement, "directly", "" },
        { Phrase.MadePresentation, "a fait un exposé" },
        { Phrase.MadePresentation, "directly", "" },
        { Phrase.MadePresentation, "further-information", "a fourni des informations complémentaires sur la question" },
        { Phrase.AddressOnBehalf, " au nom {groups}" },
        { Phrase.AddressForGovernment, "" },
        { Phrase.AddressForGovernment, "for-government", " au nom du Gouvernement {delegation}" },
        { Phrase.AddressByRecordedVideo, " par message vidéo préenregistré" },
        { Phrase.AddressByVideoLink, " par liaison vidéo" },
        { Phrase.AddressOn, " sur {subject}" },
        { Phrase.AddressTopic, ", {topic}" },
        { Phrase.AddressTopic, "directly", "{topic}" },

        { Phrase.MemberList, "{after}{members} {verb}\u00a0: {speakers}." },
        { Phrase.After, "à l’issue {heard}, " },
        { Phrase.HeardStatements, "des déclarations" },
        { Phrase.HeardPresentations, "des exposés" },
        { Phrase.HeardStatementsAndPresentations, "des déclarations et des exposés" },
        { Phrase.Members, "les représentants des membres du Conseil exécutif ci-après" },
        { Phrase.OneMember, "le représentant du membre du Conseil exécutif ci-après" },
        { Phrase.MembersMadeStatements, "ont fait des déclarations" },
        { Phrase.OneMemberMadeStatement, "a fait une déclaration" },
        { Phrase.Observers, "les représentants des délégations ci-après ont {also}{verb}\u00a0: {speakers}." },
        { Phrase.OneObserver, "le représentant {speaker} a {also}{verb}." },
        { Phrase.Also, "également " },
        { Phrase.ObserversMadeStatements, "fait des déclarations" },
        { Phrase.OneObserverMadeStatement, "fait une déclaration" },
        { Phrase.Organizations, "Les représentants des organisations non gouvernementales ci-après {verb}\u00a0: {speakers}." },
        { Phrase.OneOrganization, "Un représentant de l’organisation non gouvernementale ci-après a fait une déclaration\u00a0: {speakers}." },
        { Phrase.OrganizationsMadeStatements, "ont fait des déclarations" },
        { Phrase.OrganizationSpeaker, "{person} ({organization})" },
        { Phrase.RightOfReply, "exerçant leur droit de réponse, les représentants des délégations ci-après ont fait des déclarations\u00a0: {speakers}." },
        { Phrase.OneRightOfReply, "exerçant son droit de réponse, le représentant {speaker} a fait une déclaration." },
        { Phrase.Answers, "Des réponses aux questions posées ont été apportées par {speakers}." },

        { Phrase.AttendanceList, "{heading}\u00a0: {delegations}." },
        { Phrase.AttendedMembers, "Les États membres du Conseil exécutif d’ONU-Habitat ci-après étaient représentés" },
        { Phrase.AttendedObserverStates, "Les États Membres de l’Organisation des Nations Unies ci-après étaient également représentés par des observateurs" },
        { Phrase.AttendedSpecializedAgencies, "Les membres des institutions spécialisées des Nations Unies ci-après étaient également représentés par des observateurs" },
        { Phrase.AttendedOthers, "Les observateurs ci-après étaient également présents" },

        { Phrase.AgendaAdoption, "Le Conseil exécutif a adopté l’ordre du jour ci-après pour sa {session}, sur la base {documents}\u00a0:" },
        { Phrase.AgendaAdoptionWithoutDocuments, "Le Conseil exécutif a adopté l’ordre du jour ci-après pour sa {session}\u00a0:" },
        { Phrase.AgendaDocument, "du document intitulé «\u00a0{title}\u00a0» ({symbol})" },
        { Phrase.TookNote, "Le Conseil exécutif a pris note de {subject}." },
        { Phrase.DocumentsAndInformation, "les documents présentés au titre du point\u00a0{item} de l’ordre du jour et des informations complémentaires fournies" },
        { Phrase.Agreed, "Le Conseil exécutif est convenu {subject}." },
        { Phrase.Decided, "Le Conseil exécutif a décidé {subject}." },
        { Phrase.CoFacilitation, "Le Conseil exécutif est convenu que les consultations informelles seraient cofacilitées par {facilitators}." },
        { Phrase.CoFacilitator, "{person} ({delegation})" },
        { Phrase.Adoption, "Le Conseil exécutif a {also}adopté {provision}{noting}." },
        { Phrase.AlsoAdopted, "également " },
        { Phrase.Noting, ", dans laquelle il a pris note de {subject}" },
        { Phrase.Decision, "la décision\u00a0{number}, intitulée «\u00a0{title}\u00a0»" },
        { Phrase.DecisionPart, "la partie\u00a0{letter}), intitulée «\u00a0{title}\u00a0», de {decision}" },
        { Phrase.DecisionParagraphs, "{paragraphs} de {part}" },
        { Phrase.DecisionSource, "La décision figure dans le document {symbol}." },
        { Phrase.ReportAdoptionByDecision, "Par {provision}, le Conseil exécutif a adopté {report}." },
        { Phrase.ReportAdoption, "Le Conseil exécutif a adopté {report}." },
        { Phrase.ReportOfSession, "le rapport sur les travaux de sa {session}, tenue {dates}" },
        { Phrase.NextSession, "Le Conseil exécutif a décidé que sa {session} se tiendrait {dates}, pour une durée de {days}{agenda}." },
        { Phrase.NextSessionAgenda, ", et a arrêté l’ordre du jour provisoire de cette session, adopté dans la partie\u00a0{letter}), intitulée «\u00a0{title}\u00a0», de {decision}" },
        { Phrase.DecisionList, "À sa {session}, le Conseil exécutif a adopté les décisions ci-après{source}\u00a0:" },
        { Phrase.DecisionListSource, ", qui figurent dans le document {symbol}" },
        { Phrase.ListedDecision, "Décision\u00a0{number}\u00a0: {title}" },
        { Phrase.Comprising, ", comprenant\u00a0:" },
        { Phrase.ListedPart, "Partie\u00a0{letter})\u00a0: {title}" },
        { Phrase.Resolution, "la résolution\u00a0{number}" },
    };

    public override string LastSeparator => " et ";
    public override string SeriesSeparator => "\u00a0; ";
    public override (string More, string Down, string End) LineEnds => ("\u00a0;", "\u00a0:", ".");

    protected override IReadOnlyList<string> SmallNumbers => ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];

    protected override (string One, string More) Day => ("jour", "jours");

    public override string Dates(Period period)
    {
        var (from, until) = (period.StartsOn, period.EndsOn);
        return from == until ? $"le {Date(from)}"
            : from.Year != until.Year ? $"du {Date(from)} au {Date(until)}"
            : from.Month != until.Month ? $"du {Language.DayAndMonth(from)} au {Date(until)}"
            : from.DayNumber + 1 == until.DayNumber ? $"les {Number(from)} et {Date(until)}"
            : $"du {Number(from)} au {Date(until)}";

        static string Number(DateOnly day) => day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
    }

    public override string Moment(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.DateTime);
        var time = at.Minute > 0 ? string.Create(CultureInfo.InvariantCulture, $"{at.Hour}{Fixed}h{Fixed}{at.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{at.Hour}{Fixed}{(at.Hour < 2 ? "heure" : "heures")}");
        return $"le {Language.Weekday(day)} {Date(day)} à {time}";
    }

    public override string ParagraphNumbers(IReadOnlyList<int> numbers) => numbers switch
    {
        [var only] => string.Create(CultureInfo.InvariantCulture, $"le paragraphe{Fixed}{only}"),
        [var first, .., var last] when Run(numbers) => string.Create(CultureInfo.InvariantCulture, $"les paragraphes{Fixed}{first} à{Fixed}{last}"),
        _ => $"les paragraphes{Fixed}{Join(numbers, "et")}",
    };

    /// <summary>With its preposition, which the six languages together take otherwise.</summary>
    public override string NameOf(Language language) => language switch
    {
        Language.Ar => "en arabe",
        Language.Zh => "en chinois",
        Language.En => "en anglais",
        Language.Fr => "en français",
        Language.Ru => "en russe",
        _ => "en espagnol",
    };

    public override string OfficeInSentence(string office) =>
        Indefinite().IsMatch(office) ? Small(office)
            : Representative().IsMatch(office) ? Articled(Small(office))
            : Articled(office);

    /// <summary>De le Kenya is du Kenya, de les résultats des résultats, de une enquête d’une enquête.</summary>
    public override (string Before, string After) Meet(string before, string after)
    {
        (before, after) = base.Meet(before, after);
        return before switch
        {
            _ when !before.EndsWith(" de ", StringComparison.Ordinal) => (before, after),
            _ when after.StartsWith("le ", StringComparison.Ordinal) => ($"{before[..^2]}u ", after[3..]),
            _ when after.StartsWith("les ", StringComparison.Ordinal) => ($"{before[..^2]}es ", after[4..]),
            _ when IsVowel(after[0]) => ($"{before[..^2]}’", after),
            _ => (before, after),
        };
    }

    protected override string Of(string name, bool named) =>
        named || WithoutArticle().IsMatch(name) ? IsVowel(name[0]) || name.StartsWith("Haïti", StringComparison.Ordinal) ? $"d’{name}" : $"de {name}"
            : Plural().IsMatch(name) ? $"des {name}"
            : IsVowel(name[0]) ? $"de l’{name}"
            : Feminine().IsMatch(name) ? $"de la {name}"
            : $"du {name.Replace(" et la ", " et de la ", StringComparison.Ordinal)}";

    protected override string Inner(string title) =>
        title.Replace("«\u00a0", "“", StringComparison.Ordinal).Replace("\u00a0»", "”", StringComparison.Ordinal);

    private static string Articled(string office) =>
        IsVowel(office[0]) ? $"l’{office}" : FeminineOffice().IsMatch(office) ? $"la {office}" : $"le {office}";

    private static bool IsVowel(char c) => "AÀÂEÉÈÊIÎOÔUÛaàâeéèêiîoôuû".Contains(c);

    [GeneratedRegex(@"^(Une?|La|Les?) |^L’", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"^Représentante? d", RegexOptions.CultureInvariant)]
    private static partial Regex Representative();

    // Those that say their gender themselves, and those whose adjective does.
    [GeneratedRegex(@"^((Vice-)?(Présidente|Cheffe|Rapporteuse|Représentante|Haute|Première)\b|\p{L}+(trice|ière)\b|\p{L}+( (du |d’)\p{L}+)? (générale|adjointe|exécutive|permanente|spéciale|chargée)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex FeminineOffice();

    [GeneratedRegex(@"^(Antigua|Bahreïn|Cabo Verde|Chypre|Cuba|Djibouti|El Salvador|Haïti|Israël|Kiribati|Madagascar|Malte|Maurice|Monaco|Nauru|Nioué|Oman|Saint-(?!Siège)|Sainte-|Sao Tomé|Singapour|Sri Lanka|Vanuatu)", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutArticle();

    [GeneratedRegex(@"^(Bahamas|Comores|Émirats|États|Fidji|Îles|Maldives|Palaos|Pays|Petits|Philippines|Seychelles|Tonga|Tuvalu)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex(@"^(?!(Belize|Cambodge|Centre|Groupe|Mexique|Mozambique|Programme|Royaume|Suriname|Zimbabwe)\b)(\p{L}+(e|ion|té)\b|Sierra\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Feminine();
}
