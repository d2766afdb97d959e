using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>Reports in Spanish, in the wording of United Nations reports.</summary>
public sealed partial class SpanishPhrasing : RomancePhrasing
{
    private const char Fixed = '\u00a0';

    public override Language Language => Language.Es;

    public override PhraseBook Book { get; } = new()
    {
        { Phrase.Opening, "El {session} de la Junta Ejecutiva de ONU-Hábitat fue declarado abierto {at} por el Presidente{chair}{remarks}." },
        { Phrase.Opening, "she", "El {session} de la Junta Ejecutiva de ONU-Hábitat fue declarado abierto {at} por la Presidenta{chair}{remarks}." },
        { Phrase.OpeningWithoutTime, "El {session} de la Junta Ejecutiva de ONU-Hábitat fue declarado abierto por el Presidente{chair}{remarks}." },
        { Phrase.OpeningWithoutTime, "she", "El {session} de la Junta Ejecutiva de ONU-Hábitat fue declarado abierto por la Presidenta{chair}{remarks}." },
        { Phrase.ChairByName, ", {person}{delegation}" },
        { Phrase.OpeningRemarks, ", quien {topic}" },
        { Phrase.Arrangements, "{mode}{note}." },
        { Phrase.ArrangementsNote, "; {note}" },
        { Phrase.HeldInPerson, "el período de sesiones se celebró de manera totalmente presencial" },
        { Phrase.HeldOnline, "el período de sesiones se celebró íntegramente en línea" },
        { Phrase.HeldHybrid, "el período de sesiones se celebró en formato híbrido" },
        { Phrase.Interpretation, "Se ofreció interpretación simultánea en {languages} durante {hours} horas cada día del período de sesiones." },
        { Phrase.InterpretationInPerson, "Para quienes asistieron de manera presencial se ofreció interpretación simultánea en {languages} durante {hours} horas cada día del período de sesiones." },
        { Phrase.InterpretationOffered, "Se ofreció interpretación en {languages}." },
        { Phrase.SixLanguages, "los seis idiomas oficiales de las Naciones Unidas" },
        { Phrase.Closing, "El Presidente declaró clausurado el período de sesiones {at}." },
        { Phrase.ClosingWithoutTime, "El Presidente declaró clausurado el período de sesiones." },

        { Phrase.SpeakerByOfficeAndName, "{person}, {office}," },
        { Phrase.SpeakerOfDelegation, "el representante {delegation}" },
        { Phrase.OfDelegation, " ({delegation})" },
        { Phrase.OnBehalf, " (en nombre {groups})" },
        { Phrase.InCapacities, " ({capacities})" },
        { Phrase.FirstCapacity, "primero en nombre {groups}" },
        { Phrase.NextCapacity, " y después en nombre {groups}" },
        { Phrase.ByRecordedVideo, " (por mensaje de vídeo grabado)" },
        { Phrase.ByVideoLink, " (por enlace de vídeo)" },

        { Phrase.OpeningStatements, "Formularon declaraciones de apertura las siguientes personas: {speakers}." },
        { Phrase.OpeningStatement, "Formuló una declaración de apertura {speakers}." },
        { Phrase.OpeningSpeaker, "{person}, {office}{medium}" },
        { Phrase.ClosingStatements, "Las observaciones finales fueron formuladas por {speakers}." },

        { Phrase.IntroductionWithDocuments, "Al presentar el tema, {speaker} señaló a la atención de la Junta Ejecutiva {documents}." },
        { Phrase.Introduction, "{speaker} presentó el tema." },
        { Phrase.TwoDocuments, "{first} y {second}" },
        { Phrase.ManyDocuments, "los siguientes documentos: {documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "los informes del Director Ejecutivo titulados como sigue: {documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "she", "los informes de la Directora Ejecutiva titulados como sigue: {documents}" },
        { Phrase.WithSymbol, "{title} ({symbol})" },
        { Phrase.ReportOfExecutiveDirector, "el informe del Director Ejecutivo titulado “{title}”" },
        { Phrase.ReportOfExecutiveDirector, "she", "el informe de la Directora Ejecutiva titulado “{title}”" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "el informe del Director Ejecutivo titulado “{title}”" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "she", "el informe de la Directora Ejecutiva titulado “{title}”" },
        { Phrase.NoteBySecretariat, "la nota de la secretaría titulada “{title}”" },
        { Phrase.ReportOn, "el informe titulado “{title}”" },
        { Phrase.ReportEntitled, "el informe titulado “{title}”" },
        { Phrase.OtherDocument, "el documento titulado “{title}”" },
        { Phrase.ConferenceRoomPaper, "{document} figuraba en un documento de sesión." },
        { Phrase.DrewAttention, "El orador señaló a la atención de la Junta Ejecutiva el documento titulado “{title}” ({symbol})." },
        { Phrase.DrewAttention, "he", "El orador señaló a la atención de la Junta Ejecutiva el documento titulado “{title}” ({symbol})." },
        { Phrase.DrewAttention, "she", "La oradora señaló a la atención de la Junta Ejecutiva el documento titulado “{title}” ({symbol})." },
        { Phrase.DrewAttentionToPaper, "El orador señaló a la atención de la Junta Ejecutiva el documento de sesión titulado “{title}”." },
        { Phrase.DrewAttentionToPaper, "she", "La oradora señaló a la atención de la Junta Ejecutiva el documento de sesión titulado “{title}”." },

        { Phrase.Address, "{speaker} {verb}{behalf}{medium}{subject}{topic}." },
        { Phrase.MadeStatement, "formuló una declaración" },
        { Phrase.MadeStatement, "directly", "" },
        { Phrase.MadePresentation, "hizo una exposición" },
        { Phrase.MadePresentation, "directly", "" },
        { Phrase.MadePresentation, "further-information", "proporcionó información adicional sobre la cuestión" },
        { Phrase.AddressOnBehalf, " en nombre {groups}" },
        { Phrase.AddressForGovernment, "" },
        { Phrase.AddressForGovernment, "for-government", " en nombre del Gobierno {delegation}" },
        { Phrase.AddressByRecordedVideo, " por mensaje de vídeo grabado" },
        { Phrase.AddressByVideoLink, " por enlace de vídeo" },
        { Phrase.AddressOn, " sobre {subject}" },
        { Phrase.AddressTopic, ", {topic}" },
        { Phrase.AddressTopic, "directly", "{topic}" },

        { Phrase.MemberList, "{after}{verb} {members}: {speakers}." },
        { Phrase.After, "tras {heard}, " },
        { Phrase.HeardStatements, "las declaraciones" },
        { Phrase.HeardPresentations, "las exposiciones" },
        { Phrase.HeardStatementsAndPresentations, "las declaraciones y exposiciones" },
        { Phrase.Members, "los representantes de los siguientes miembros de la Junta Ejecutiva" },
        { Phrase.OneMember, "el representante del siguiente miembro de la Junta Ejecutiva" },
        { Phrase.MembersMadeStatements, "formularon declaraciones" },
        { Phrase.OneMemberMadeStatement, "formuló una declaración" },
        { Phrase.Observers, "{also}{verb} los representantes de las siguientes delegaciones: {speakers}." },
        { Phrase.OneObserver, "{also}{verb} el representante {speaker}." },
        { Phrase.Also, "también " },
        { Phrase.ObserversMadeStatements, "formularon declaraciones" },
        { Phrase.OneObserverMadeStatement, "formuló una declaración" },
        { Phrase.Organizations, "{verb} los representantes de las siguientes organizaciones no gubernamentales: {speakers}." },
        { Phrase.OneOrganization, "Formuló una declaración un representante de la siguiente organización no gubernamental: {speakers}." },
        { Phrase.OrganizationsMadeStatements, "formularon declaraciones" },
        { Phrase.OrganizationSpeaker, "{person} ({organization})" },
        { Phrase.RightOfReply, "en ejercicio de su derecho de respuesta, formularon declaraciones los representantes de las siguientes delegaciones: {speakers}." },
        { Phrase.OneRightOfReply, "en ejercicio de su derecho de respuesta, formuló una declaración el representante {speaker}." },
        { Phrase.Answers, "Las preguntas formuladas fueron respondidas por {speakers}." },

        { Phrase.AttendanceList, "{heading}: {delegations}." },
        { Phrase.AttendedMembers, "Estuvieron representados los siguientes Estados miembros de la Junta Ejecutiva de ONU-Hábitat" },
        { Phrase.AttendedObserverStates, "También estuvieron representados por observadores los siguientes Estados Miembros de las Naciones Unidas" },
        { Phrase.AttendedSpecializedAgencies, "También estuvieron representados por observadores los siguientes miembros de los organismos especializados de las Naciones Unidas" },
        { Phrase.AttendedOthers, "También asistieron los siguientes observadores" },

        { Phrase.AgendaAdoption, "La Junta Ejecutiva aprobó el siguiente programa para su {session}, sobre la base {documents}:" },
        { Phrase.AgendaAdoptionWithoutDocuments, "La Junta Ejecutiva aprobó el siguiente programa para su {session}:" },
        { Phrase.AgendaDocument, "del documento titulado “{title}” ({symbol})" },
        { Phrase.TookNote, "La Junta Ejecutiva tomó nota de {subject}." },
        { Phrase.DocumentsAndInformation, "los documentos presentados en relación con el tema\u00a0{item} del programa y de la información adicional proporcionada" },
        { Phrase.Agreed, "La Junta Ejecutiva acordó {subject}." },
        { Phrase.Decided, "La Junta Ejecutiva decidió {subject}." },
        { Phrase.CoFacilitation, "La Junta Ejecutiva acordó que las consultas oficiosas serían cofacilitadas por {facilitators}." },
        { Phrase.CoFacilitator, "{person} ({delegation})" },
        { Phrase.Adoption, "La Junta Ejecutiva {also}aprobó {provision}{noting}." },
        { Phrase.AlsoAdopted, "también " },
        { Phrase.Noting, ", en la que tomó nota de {subject}" },
        { Phrase.Decision, "la decisión\u00a0{number}, titulada “{title}”" },
        { Phrase.DecisionPart, "la parte\u00a0{letter}), titulada “{title}”, de {decision}" },
        { Phrase.DecisionParagraphs, "{paragraphs} de {part}" },
        { Phrase.DecisionSource, "La decisión figura en el documento {symbol}." },
        { Phrase.ReportAdoptionByDecision, "En {provision}, la Junta Ejecutiva aprobó {report}." },
        { Phrase.ReportAdoption, "La Junta Ejecutiva aprobó {report}." },
        { Phrase.ReportOfSession, "el informe sobre la labor realizada en su {session}, celebrado {dates}" },
        { Phrase.NextSession, "La Junta Ejecutiva decidió que su {session} se celebraría {dates}, con una duración de {days}{agenda}." },
        { Phrase.NextSessionAgenda, ", y acordó el programa provisional de ese período de sesiones, aprobado en la parte\u00a0{letter}), titulada “{title}”, de {decision}" },
        { Phrase.DecisionList, "En su {session}, la Junta Ejecutiva aprobó las siguientes decisiones{source}:" },
        { Phrase.DecisionListSource, ", que figuran en el documento {symbol}" },
        { Phrase.ListedDecision, "Decisión\u00a0{number}: {title}" },
        { Phrase.Comprising, ", que comprende:" },
        { Phrase.ListedPart, "Parte\u00a0{letter}): {title}" },
        { Phrase.Resolution, "la resolución\u00a0{number}" },
    };

    public override string LastSeparator => " y ";
    public override string SeriesSeparator => "; ";
    public override string LastSeriesSeparator => "; y ";
    public override (string More, string Down, string End) LineEnds => (";", ":", ".");

    protected override IReadOnlyList<string> SmallNumbers => ["cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"];

    protected override (string One, string More) Day => ("día", "días");

    public override string Dates(Period period)
    {
        var (from, until) = (period.StartsOn, period.EndsOn);
        return from == until ? $"el {Date(from)}"
            : from.Year != until.Year ? $"del {Date(from)} al {Date(until)}"
            : from.Month != until.Month ? $"del {Language.DayAndMonth(from)} al {Date(until)}"
            : from.DayNumber + 1 == until.DayNumber ? string.Create(CultureInfo.InvariantCulture, $"los días {from.Day} y {Date(until)}")
            : string.Create(CultureInfo.InvariantCulture, $"del {from.Day} al {Date(until)}");
    }

    public override string Moment(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.DateTime);
        return string.Create(CultureInfo.InvariantCulture, $"a {(at.Hour == 1 ? "la" : "las")} {at.Hour}.{at.Minute:00}{Fixed}horas del {Language.Weekday(day)} {Date(day)}");
    }

    public override string ParagraphNumbers(IReadOnlyList<int> numbers) => numbers switch
    {
        [var only] => string.Create(CultureInfo.InvariantCulture, $"el párrafo{Fixed}{only}"),
        [var first, .., var last] when Run(numbers) => string.Create(CultureInfo.InvariantCulture, $"los párrafos{Fixed}{first} a{Fixed}{last}"),
        _ => $"los párrafos{Fixed}{Join(numbers, "y")}",
    };

    public override string NameOf(Language language) => language switch
    {
        Language.Ar => "árabe",
        Language.Zh => "chino",
        Language.En => "inglés",
        Language.Fr => "francés",
        Language.Ru => "ruso",
        _ => "español",
    };

    public override string OfficeInSentence(string office) =>
        Indefinite().IsMatch(office) ? Small(office)
            : office.StartsWith("Representante de", StringComparison.Ordinal) ? $"el {Small(office)}"
            : FeminineOffice().IsMatch(office) ? $"la {office}"
            : $"el {office}";

    /// <summary>De el Iraq is del Iraq; y becomes e before the sound i.</summary>
    public override (string Before, string After) Meet(string before, string after)
    {
        (before, after) = base.Meet(before, after);
        return before switch
        {
            _ when before.EndsWith(" de ", StringComparison.Ordinal) && after.StartsWith("el ", StringComparison.Ordinal) => ($"{before[..^1]}l ", after[3..]),
            _ when before.EndsWith(" y ", StringComparison.Ordinal) && SoundsLikeI().IsMatch(after) => ($"{before[..^2]}e ", after),
            _ => (before, after),
        };
    }

    protected override string Of(string name, bool named) =>
        named ? $"de {name}"
            : Masculine().IsMatch(name) ? $"del {name}"
            : Feminine().IsMatch(name) ? $"de la {name}"
            : MasculinePlural().IsMatch(name) ? $"de los {name}"
            : FemininePlural().IsMatch(name) ? $"de las {name}"
            : $"de {name}";

    protected override string Inner(string title) => title.Replace('“', '‘').Replace('”', '’');

    [GeneratedRegex(@"^(Una?|Otr[oa]|El|L[ao]s?) ", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"^\p{L}+(-\p{L}+)?(?<!ist)a\b", RegexOptions.CultureInvariant)]
    private static partial Regex FeminineOffice();

    [GeneratedRegex(@"^h?[ií](?![aeo])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SoundsLikeI();

    // The names of States that take the article in the lists of the Organization, and names that begin with a common noun.
    [GeneratedRegex(@"^((Afganistán|Brasil|Camerún|Canadá|Chad|Congo|Ecuador|Gabón|Irán|Iraq|Japón|Líbano|Níger|Pakistán|Paraguay|Perú|Senegal|Sudán|Togo|Uruguay|Yemen)$|(Banco|Centro|Estado|Fondo|Foro|Grupo|Movimiento|Organismo|Programa|Reino)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Masculine();

    [GeneratedRegex(@"^(Alianza|Arabia|Argentina|Autoridad|Comisión|Comunidad|Federación|India|Liga|Oficina|Organización|República|Santa Sede|Unión)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Feminine();

    [GeneratedRegex(@"^(Emiratos|Estados|Países)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MasculinePlural();

    [GeneratedRegex(@"^(Bahamas|Comoras|Islas)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FemininePlural();
}
