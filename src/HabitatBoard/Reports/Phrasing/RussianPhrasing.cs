using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>
/// Reports in Russian, in the wording of United Nations reports. Names and titles are recorded in the nominative, and
/// sentences are built so that it can stay: names follow a colon or stand in parentheses, titles stand in quotation
/// marks. What begins with a small letter was worded for its place by a citation, «о методах работы…», and stands as it is.
/// </summary>
public sealed partial class RussianPhrasing : LanguagePhrasing
{
    private static readonly string[] Words = ["ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"];
    private static readonly string[] Romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    private static readonly string[] OnWeekday = ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"];

    /// <summary>The spellings by which names are recognised, among them the genitive of every name that is declined.</summary>
    private static readonly SpellingFile Spellings = SpellingFile.Read(Language.Ru);

    public override Language Language => Language.Ru;

    public override PhraseBook Book { get; } = new()
    {
        { Phrase.Opening, "{at} Председатель{chair} объявил об открытии {session} Исполнительного совета ООН-Хабитат{remarks}." },
        { Phrase.Opening, "she", "{at} Председатель{chair} объявила об открытии {session} Исполнительного совета ООН-Хабитат{remarks}." },
        { Phrase.OpeningWithoutTime, "Председатель{chair} объявил об открытии {session} Исполнительного совета ООН-Хабитат{remarks}." },
        { Phrase.OpeningWithoutTime, "she", "Председатель{chair} объявила об открытии {session} Исполнительного совета ООН-Хабитат{remarks}." },
        { Phrase.ChairByName, " {person}{delegation}" },
        { Phrase.OpeningRemarks, " и {topic}" },
        { Phrase.Arrangements, "{mode}{note}." },
        { Phrase.ArrangementsNote, "; {note}" },
        { Phrase.HeldInPerson, "сессия проводилась полностью в очном формате" },
        { Phrase.HeldOnline, "сессия проводилась полностью в онлайновом формате" },
        { Phrase.HeldHybrid, "сессия проводилась в гибридном формате" },
        { Phrase.Interpretation, "Ежедневно в ходе сессии обеспечивался синхронный перевод на {languages} продолжительностью {hours} в день." },
        { Phrase.InterpretationInPerson, "Для очных участников сессии ежедневно обеспечивался синхронный перевод на {languages} продолжительностью {hours} в день." },
        { Phrase.InterpretationOffered, "Обеспечивался устный перевод на {languages}." },
        { Phrase.SixLanguages, "шесть официальных языков Организации Объединенных Наций" },
        { Phrase.Closing, "{at} Председатель объявил сессию закрытой." },
        { Phrase.ClosingWithoutTime, "Председатель объявил сессию закрытой." },

        { Phrase.SpeakerByOfficeAndName, "{office} {person}" },
        { Phrase.SpeakerOfDelegation, "представитель {delegation}" },
        { Phrase.OfDelegation, " ({delegation})" },
        { Phrase.OnBehalf, " (от имени {groups})" },
        { Phrase.InCapacities, " ({capacities})" },
        { Phrase.FirstCapacity, "сначала от имени {groups}" },
        { Phrase.NextCapacity, ", а затем от имени {groups}" },
        { Phrase.ByRecordedVideo, " (в видеозаписи)" },
        { Phrase.ByVideoLink, " (по видеосвязи)" },

        { Phrase.OpeningStatements, "Со вступительными заявлениями выступили следующие ораторы: {speakers}." },
        { Phrase.OpeningStatement, "Со вступительным заявлением выступил {speakers}." },
        { Phrase.OpeningStatement, "she", "Со вступительным заявлением выступила {speakers}." },
        { Phrase.OpeningSpeaker, "{office} {person}{medium}" },
        { Phrase.ClosingStatements, "С заключительными замечаниями выступили {speakers}." },
        { Phrase.ClosingStatements, "she", "С заключительными замечаниями выступила {speakers}." },
        { Phrase.ClosingStatements, Variants.Single, "С заключительными замечаниями выступил {speakers}." },

        { Phrase.IntroductionWithDocuments, "Внося на рассмотрение этот пункт повестки дня, {speaker} обратил внимание на {documents}." },
        { Phrase.IntroductionWithDocuments, "she", "Внося на рассмотрение этот пункт повестки дня, {speaker} обратила внимание на {documents}." },
        { Phrase.Introduction, "Этот пункт повестки дня внес на рассмотрение {speaker}." },
        { Phrase.Introduction, "she", "Этот пункт повестки дня внесла на рассмотрение {speaker}." },
        { Phrase.TwoDocuments, "{first} и на {second}" },
        // In the accusative, which alone differs from the nominative in «записку».
        { Phrase.ManyDocuments, "{documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "следующие доклады Директора-исполнителя: {documents}" },
        { Phrase.WithSymbol, "{title} ({symbol})" },
        { Phrase.ReportOfExecutiveDirector, "доклад Директора-исполнителя {title}" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "{called} Директора-исполнителя {title}" },
        { Phrase.NoteBySecretariat, "записку секретариата {title}" },
        { Phrase.ReportOn, "доклад {title}" },
        { Phrase.ReportEntitled, "{called} {title}" },
        { Phrase.OtherDocument, "документ {title}" },
        { Phrase.ConferenceRoomPaper, "Один из документов зала заседаний содержит {document}." },
        { Phrase.DrewAttention, "Оратор обратил внимание на {title} (документ {symbol})." },
        { Phrase.DrewAttention, "he", "Он обратил внимание на {title} (документ {symbol})." },
        { Phrase.DrewAttention, "she", "Она обратила внимание на {title} (документ {symbol})." },
        { Phrase.DrewAttentionToPaper, "Оратор обратил внимание на {title} (документ зала заседаний)." },
        { Phrase.DrewAttentionToPaper, "he", "Он обратил внимание на {title} (документ зала заседаний)." },
        { Phrase.DrewAttentionToPaper, "she", "Она обратила внимание на {title} (документ зала заседаний)." },

        { Phrase.Address, "{speaker} {verb}{behalf}{medium}{subject}{topic}." },
        { Phrase.MadeStatement, "выступил с заявлением" },
        { Phrase.MadeStatement, "directly", "" },
        { Phrase.MadeStatement, "she", "выступила с заявлением" },
        { Phrase.MadePresentation, "выступил с презентацией" },
        { Phrase.MadePresentation, "directly", "" },
        { Phrase.MadePresentation, "further-information", "представил дополнительную информацию по данному вопросу" },
        { Phrase.MadePresentation, "she", "выступила с презентацией" },
        { Phrase.AddressOnBehalf, " от имени {groups}" },
        { Phrase.AddressForGovernment, "" },
        { Phrase.AddressForGovernment, "for-government", " от имени правительства {delegation}" },
        { Phrase.AddressByRecordedVideo, " в видеозаписи" },
        { Phrase.AddressByVideoLink, " по видеосвязи" },
        { Phrase.AddressOn, " по теме «{subject}»" },
        { Phrase.AddressTopic, ", {topic}" },
        { Phrase.AddressTopic, "directly", "{topic}" },

        { Phrase.MemberList, "{after}{verb} {members}: {speakers}." },
        { Phrase.After, "после {heard} " },
        { Phrase.HeardStatements, "заявлений" },
        { Phrase.HeardPresentations, "презентаций" },
        { Phrase.HeardStatementsAndPresentations, "заявлений и презентаций" },
        { Phrase.Members, "представители следующих государств — членов Исполнительного совета" },
        { Phrase.OneMember, "представитель следующего государства — члена Исполнительного совета" },
        { Phrase.MembersMadeStatements, "с заявлениями выступили" },
        { Phrase.OneMemberMadeStatement, "с заявлением выступил" },
        { Phrase.Observers, "с заявлениями {also}{verb} представители следующих делегаций: {speakers}." },
        { Phrase.OneObserver, "с заявлением {also}{verb} представитель следующей делегации: {speakers}." },
        { Phrase.Also, "также " },
        { Phrase.ObserversMadeStatements, "выступили" },
        { Phrase.OneObserverMadeStatement, "выступил" },
        { Phrase.Organizations, "{verb} представители следующих неправительственных организаций: {speakers}." },
        { Phrase.OneOrganization, "с заявлением выступил представитель следующей неправительственной организации: {speakers}." },
        { Phrase.OrganizationsMadeStatements, "с заявлениями выступили" },
        { Phrase.OrganizationSpeaker, "{person} ({organization})" },
        { Phrase.RightOfReply, "в порядке осуществления права на ответ с заявлениями выступили представители следующих делегаций: {speakers}." },
        { Phrase.OneRightOfReply, "в порядке осуществления права на ответ с заявлением выступил представитель следующей делегации: {speakers}." },
        { Phrase.Answers, "На заданные вопросы ответили {speakers}." },
        { Phrase.Answers, "she", "На заданные вопросы ответила {speakers}." },
        { Phrase.Answers, Variants.Single, "На заданные вопросы ответил {speakers}." },

        { Phrase.AttendanceList, "{heading}: {delegations}." },
        { Phrase.AttendedMembers, "Были представлены следующие государства — члены Исполнительного совета ООН-Хабитат" },
        { Phrase.AttendedObserverStates, "Наблюдателями были также представлены следующие государства — члены Организации Объединенных Наций" },
        { Phrase.AttendedSpecializedAgencies, "Наблюдателями были также представлены следующие члены специализированных учреждений Организации Объединенных Наций" },
        { Phrase.AttendedOthers, "Присутствовали также следующие наблюдатели" },

        { Phrase.AgendaAdoption, "На основе документов {documents} Исполнительный совет утвердил следующую повестку дня своей {session}:" },
        { Phrase.AgendaAdoption, Variants.Single, "На основе документа {documents} Исполнительный совет утвердил следующую повестку дня своей {session}:" },
        { Phrase.AgendaAdoptionWithoutDocuments, "Исполнительный совет утвердил следующую повестку дня своей {session}:" },
        { Phrase.AgendaDocument, "{title} ({symbol})" },
        { Phrase.TookNote, "Исполнительный совет принял к сведению {subject}." },
        { Phrase.DocumentsAndInformation, "документы, представленные по пункту {item} повестки дня, а также полученную дополнительную информацию" },
        { Phrase.Agreed, "Исполнительный совет договорился {subject}." },
        { Phrase.Decided, "Исполнительный совет принял решение {subject}." },
        { Phrase.CoFacilitation, "Исполнительный совет договорился о том, что обязанности координаторов неофициальных консультаций будут выполнять {facilitators}." },
        { Phrase.CoFacilitator, "{person} ({delegation})" },
        { Phrase.Adoption, "Исполнительный совет {also}принял {provision}{noting}." },
        { Phrase.AlsoAdopted, "также " },
        { Phrase.Noting, ", тем самым приняв к сведению {subject}" },
        { Phrase.Decision, "решение {number} {title}" },
        { Phrase.Decision, Variants.Within, "решения {number} {title}" },
        { Phrase.DecisionPart, "часть {letter}) {title} {decision}" },
        { Phrase.DecisionPart, Variants.Within, "части {letter}) {title} {decision}" },
        { Phrase.DecisionParagraphs, "{paragraphs} {part}" },
        { Phrase.DecisionSource, "Это решение содержится в документе {symbol}." },
        { Phrase.ReportAdoptionByDecision, "Приняв {provision}, Исполнительный совет утвердил {report}." },
        { Phrase.ReportAdoption, "Исполнительный совет утвердил {report}." },
        { Phrase.ReportOfSession, "доклад о работе своей {session}, состоявшейся {dates}" },
        { Phrase.NextSession, "Исполнительный совет принял решение о проведении своей {session} {dates} продолжительностью в {days}{agenda}." },
        { Phrase.NextSessionAgenda, ", а также утвердил предварительную повестку дня этой сессии, приняв часть {letter}) {title} {decision}" },
        { Phrase.DecisionList, "На своей {session} Исполнительный совет принял следующие решения{source}:" },
        { Phrase.DecisionListSource, ", содержащиеся в документе {symbol}" },
        { Phrase.ListedDecision, "решение {number}: {title}" },
        { Phrase.Comprising, ", состоящее из следующих частей:" },
        { Phrase.ListedPart, "часть {letter}): {title}" },
        // The sentence that mentions it has the noun, in its case.
        { Phrase.Resolution, "{number}" },
    };

    /// <summary>Names are not transcribed here: whoever bears one knows how it is written.</summary>
    public override bool WritesPersonsAs(Language other) => other is Language.En or Language.Fr or Language.Es;

    public override string SentenceSeparator => " ";
    public override string Separator => ", ";
    public override string LastSeparator => " и ";
    public override string SeriesSeparator => "; ";
    public override (string More, string Down, string End) LineEnds => (";", ":", ".");

    public override string Date(DateOnly day) => Language.Ru.Date(day);

    public override string Dates(Period period) => Language.Ru.Dates(period.StartsOn, period.EndsOn);

    public override string Moment(DateTimeOffset at) =>
        $"{OnWeekday[(int)at.DayOfWeek]}, {Date(DateOnly.FromDateTime(at.DateTime))}, в {Language.Ru.Time(TimeOnly.FromDateTime(at.DateTime))}";

    public override string Days(int days) => $"{Word(days)} {Noun(days, "день", "дня", "дней")}";

    public override string Hours(double hours) =>
        double.IsInteger(hours) ? $"{Word((int)hours)} {Noun((int)hours, "час", "часа", "часов")}" : $"{Number(hours)} часа";

    public override string Number(double number) => base.Number(number).Replace('.', ',');

    public override string ParagraphNumbers(IReadOnlyList<int> numbers) => numbers switch
    {
        [var only] => string.Create(CultureInfo.InvariantCulture, $"пункт {only}"),
        [var first, .., var last] when numbers.Count > 2 && last - first == numbers.Count - 1 =>
            string.Create(CultureInfo.InvariantCulture, $"пункты {first}–{last}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"пункты {string.Join(", ", numbers.SkipLast(1))} и {numbers[^1]}"),
    };

    public override string NameOf(Language language) => language switch
    {
        Language.Ar => "арабский язык",
        Language.Zh => "китайский язык",
        Language.En => "английский язык",
        Language.Fr => "французский язык",
        Language.Ru => "русский язык",
        _ => "испанский язык",
    };

    public override string FirstDegree(string letter) => $"{Letter(letter)})";

    public override string SecondDegree(int number) => $"{Roman(number)})";

    public override string ItemLabel(string label) => LetteredLabel().Replace(label, " $1)");

    public override string SectionNumber(int number) => $"{Roman(number).ToUpperInvariant()}.";

    /// <summary>In the genitive, as after «представитель» and «от имени».</summary>
    public override string InSentence(Delegation delegation, string name) => Genitive(name, Spellings.Delegations.GetValueOrDefault(delegation.Code) ?? []);

    public override string InList(Delegation delegation, string name) => name;

    public override string GroupInSentence(string name) => Genitive(name, Spellings.Groups.Values.SelectMany(forms => forms));

    /// <summary>
    /// The title of a session in its oblique cases, which are all alike: «первой сессии 2024 года»; any other in quotation marks.
    /// </summary>
    public override string TitleInSentence(string title) =>
        title.Length == 0 || char.IsLower(title[0]) ? title
            : SessionTitle().Match(title) is { Success: true } session ? $"{Small(Oblique(session.Groups["which"].Value))}сессии{session.Groups["rest"].Value}"
            : $"«{title.Replace('«', '„').Replace('»', '“')}»";

    /// <summary>In the accusative; a clause after «о том»; after «следующее» what cannot be told to be a feminine or a plural.</summary>
    public override string SubjectInSentence(string subject)
    {
        if (subject.StartsWith("Что ", StringComparison.Ordinal))
        {
            return $"о том, ч{subject[1..]}";
        }
        var small = NoteInSentence(subject);
        if (Feminine().Match(small) is not { Success: true } match)
        {
            return small;
        }
        var (adjectives, noun, participle, rest) =
            (match.Groups["adjectives"].Value, match.Groups["noun"].Value, match.Groups["participle"].Value, small[match.Length..]);
        return adjectives.Length == 0 && !SurelyFeminine().IsMatch(noun)
            ? $"следующее: {small}"
            : $"{Accusative(adjectives)}{noun[..^1]}{(noun[^1] == 'а' ? 'у' : 'ю')}{Accusative(participle)}{rest}";
    }

    public override string NoteInSentence(string note) => ProperStart().IsMatch(note) ? note : Small(note);

    public override string OfficeInSentence(string office) => CommonOffice().IsMatch(office) ? Small(office) : office;

    public override (string? Called, string On) ReportTitle(string title) =>
        SelfCalled().Match(title) is { Success: true } match ? (Small(match.Groups["called"].Value), match.Groups["on"].Value) : (null, title);

    public override string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public override bool EndsSentence(char last) => last is '.' or '?' or '!' or '\n';

    /// <summary>The first of these forms that is one of this name, word by word; the name itself where it is not declined.</summary>
    private static string Genitive(string name, IEnumerable<string> forms)
    {
        var words = name.Split(' ');
        return forms.FirstOrDefault(form => !form.Equals(name, StringComparison.OrdinalIgnoreCase) && IsFormOf(form.Split(' '), words)) ?? name;
    }

    private static bool IsFormOf(string[] form, string[] name) =>
        form.Length == name.Length && form.Zip(name).All(w => w.First.AsSpan(0, Math.Min(2, w.First.Length)).Equals(
            w.Second.AsSpan(0, Math.Min(2, w.Second.Length)), StringComparison.OrdinalIgnoreCase));

    private static string Oblique(string adjectives) => AdjectiveEnd().Replace(adjectives, end => end.Value switch
    {
        "ья" => "ьей",
        "ая" when end.Index > 0 && adjectives[end.Index - 1] is not ('ж' or 'ш' or 'ч' or 'щ' or 'ц') => "ой",
        _ => "ей",
    });

    private static string Accusative(string adjectives) => AdjectiveEnd().Replace(adjectives, end => end.Value switch { "ая" => "ую", "ья" => "ью", _ => "юю" });

    private static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Word(int number) => number is >= 0 and <= 10 ? Words[number] : number.ToString(CultureInfo.InvariantCulture);

    private static string Noun(int number, string one, string few, string many) => Language.Ru.PluralFormOf(number) switch
    {
        PluralForm.One => one,
        PluralForm.Few => few,
        _ => many,
    };

    private static string Roman(int number) =>
        $"{new string('x', number / 10)}{Romans[number % 10]}".Replace("xxxxx", "l", StringComparison.Ordinal).Replace("xxxx", "xl", StringComparison.Ordinal);

    [GeneratedRegex(@"\(([a-z]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredLabel();

    [GeneratedRegex(@"^(?<which>(?:\p{L}+(?:ая|яя|ья) )+)сессия(?<rest>\b.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SessionTitle();

    [GeneratedRegex(@"(?:ая|яя|ья)(?=ся\b|\b)", RegexOptions.CultureInvariant)]
    private static partial Regex AdjectiveEnd();

    [GeneratedRegex(@"^(?<adjectives>(?:\p{L}+(?:ая|яя) )*)(?<noun>\p{L}+[ая])(?<!ся)\b(?<participle>, \p{L}+(?:ая|яя)(?:ся)?\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Feminine();

    // Not the plurals that end alike: решения, мероприятия, города, средства.
    [GeneratedRegex(@"(?:[цсзгф]ия|[кмржчшг]а|бота)$", RegexOptions.CultureInvariant)]
    private static partial Regex SurelyFeminine();

    [GeneratedRegex(@"^(?:Исполнительн|Организаци|Ассамбле|Генеральн|Экономическ|Бюро|Программа Организации|\P{Ll}{2})", RegexOptions.CultureInvariant)]
    private static partial Regex ProperStart();

    [GeneratedRegex(@"^(?:Исполняющ|Представител|Один |Одна |Друг|Еще )", RegexOptions.CultureInvariant)]
    private static partial Regex CommonOffice();

    [GeneratedRegex(@"^(?<called>(?:\p{L}+ )?доклад)(?: Директора-исполнителя)? (?<on>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SelfCalled();
}
