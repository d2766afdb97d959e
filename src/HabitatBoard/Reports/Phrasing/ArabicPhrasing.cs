using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>
/// Reports in Arabic, in the wording of United Nations reports. Other words stand between a verb and whoever takes the
/// floor, or a variant by key says "she", because a verb that precedes its subject directly would have to follow its gender.
/// Symbols and Latin names stand in plain text as they are; pages isolate them.
/// </summary>
public sealed partial class ArabicPhrasing : LanguagePhrasing
{
    private const string Letters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

    private static readonly string[] LetterNames = ["ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين", "فاء", "صاد"];

    // Counted days are masculine and take the feminine numeral; hours the other way round.
    private static readonly string[] Days3To10 = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];
    private static readonly string[] Hours3To10 = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];

    private static readonly string[] Ordinals = ["", "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];
    private static readonly string[] OrdinalUnits = ["", "حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع"];
    private static readonly string[] Tens = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

    public override Language Language => Language.Ar;

    public override PhraseBook Book { get; } = new()
    {
        { Phrase.Opening, "أعلن الرئيس{chair} افتتاح {session} للمجلس التنفيذي لموئل الأمم المتحدة {at}{remarks}." },
        { Phrase.Opening, "she", "أعلنت الرئيسة{chair} افتتاح {session} للمجلس التنفيذي لموئل الأمم المتحدة {at}{remarks}." },
        { Phrase.OpeningWithoutTime, "أعلن الرئيس{chair} افتتاح {session} للمجلس التنفيذي لموئل الأمم المتحدة{remarks}." },
        { Phrase.OpeningWithoutTime, "she", "أعلنت الرئيسة{chair} افتتاح {session} للمجلس التنفيذي لموئل الأمم المتحدة{remarks}." },
        { Phrase.ChairByName, "، {person}{delegation}،" },
        { Phrase.OpeningRemarks, "، و{topic}" },
        { Phrase.Arrangements, "{mode}{note}." },
        { Phrase.ArrangementsNote, "؛ {note}" },
        { Phrase.HeldInPerson, "عُقدت الدورة بالحضور الشخصي بالكامل" },
        { Phrase.HeldOnline, "عُقدت الدورة عبر الإنترنت بالكامل" },
        { Phrase.HeldHybrid, "عُقدت الدورة في شكل هجين" },
        { Phrase.Interpretation, "أُتيحت الترجمة الشفوية الفورية إلى {languages} لمدة {hours} في كل يوم من أيام الدورة." },
        { Phrase.InterpretationInPerson, "أُتيحت للحاضرين شخصيا الترجمة الشفوية الفورية إلى {languages} لمدة {hours} في كل يوم من أيام الدورة." },
        { Phrase.InterpretationOffered, "أُتيحت الترجمة الشفوية إلى {languages}." },
        { Phrase.SixLanguages, "لغات الأمم المتحدة الرسمية الست" },
        { Phrase.Closing, "أعلن الرئيس اختتام الدورة {at}." },
        { Phrase.ClosingWithoutTime, "أعلن الرئيس اختتام الدورة." },

        { Phrase.SpeakerByOfficeAndName, "{office} {person}" },
        { Phrase.SpeakerOfDelegation, "ممثل {delegation}" },
        { Phrase.OfDelegation, " ({delegation})" },
        { Phrase.OnBehalf, " (باسم {groups})" },
        { Phrase.InCapacities, " ({capacities})" },
        { Phrase.FirstCapacity, "أولا باسم {groups}" },
        { Phrase.NextCapacity, "، ثم باسم {groups}" },
        { Phrase.ByRecordedVideo, " (برسالة مسجلة بالفيديو)" },
        { Phrase.ByVideoLink, " (عن طريق التداول بالفيديو)" },

        { Phrase.OpeningStatements, "أدلى ببيانات افتتاحية كل من: {speakers}." },
        { Phrase.OpeningStatement, "أدلى ببيان افتتاحي {speakers}." },
        { Phrase.OpeningStatement, "she", "أدلت ببيان افتتاحي {speakers}." },
        { Phrase.OpeningSpeaker, "{office} {person}{medium}" },
        { Phrase.ClosingStatements, "أدلى بملاحظات ختامية كل من {speakers}." },
        { Phrase.ClosingStatements, "she", "أدلت بملاحظات ختامية {speakers}." },
        { Phrase.ClosingStatements, Variants.Single, "أدلى بملاحظات ختامية {speakers}." },

        { Phrase.IntroductionWithDocuments, "لدى عرض هذا البند، استرعى {speaker} الانتباه إلى {documents}." },
        { Phrase.IntroductionWithDocuments, "she", "لدى عرض هذا البند، استرعت {speaker} الانتباه إلى {documents}." },
        { Phrase.Introduction, "عرض هذا البند {speaker}." },
        { Phrase.Introduction, "she", "عرضت هذا البند {speaker}." },
        { Phrase.TwoDocuments, "{first} وإلى {second}" },
        { Phrase.ManyDocuments, "الوثائق التالية: {documents}" },
        { Phrase.ManyReportsOfExecutiveDirector, "تقارير المدير التنفيذي عن المواضيع التالية: {documents}" },
        { Phrase.WithSymbol, "{title} ({symbol})" },
        { Phrase.ReportOfExecutiveDirector, "تقرير المدير التنفيذي عن {title}" },
        { Phrase.ReportOfExecutiveDirectorEntitled, "{called} للمدير التنفيذي عن {title}" },
        { Phrase.NoteBySecretariat, "مذكرة الأمانة بشأن {title}" },
        { Phrase.NoteBySecretariat, "outlining", "مذكرة الأمانة التي تعرض {title}" },
        { Phrase.ReportOn, "التقرير عن {title}" },
        { Phrase.ReportEntitled, "{called} عن {title}" },
        { Phrase.OtherDocument, "{title}" },
        { Phrase.ConferenceRoomPaper, "وردت الوثيقة التالية في ورقة غرفة اجتماع: {document}." },
        { Phrase.DrewAttention, "استرعى المتكلم الانتباه إلى {title} (الوثيقة {symbol})." },
        { Phrase.DrewAttention, "he", "استرعى الانتباه إلى {title} (الوثيقة {symbol})." },
        { Phrase.DrewAttention, "she", "استرعت الانتباه إلى {title} (الوثيقة {symbol})." },
        { Phrase.DrewAttentionToPaper, "استرعى المتكلم الانتباه إلى {title} (ورقة غرفة اجتماع)." },
        { Phrase.DrewAttentionToPaper, "he", "استرعى الانتباه إلى {title} (ورقة غرفة اجتماع)." },
        { Phrase.DrewAttentionToPaper, "she", "استرعت الانتباه إلى {title} (ورقة غرفة اجتماع)." },

        { Phrase.Address, "{verb} {speaker}{behalf}{medium}{subject}{topic}." },
        { Phrase.Address, "directly", "{speaker}{behalf}{medium}{subject} {topic}." },
        { Phrase.MadeStatement, "استمع المجلس التنفيذي إلى بيان من" },
        { Phrase.MadePresentation, "استمع المجلس التنفيذي إلى عرض من" },
        { Phrase.MadePresentation, "further-information", "تلقى المجلس التنفيذي معلومات إضافية بشأن هذه المسألة من" },
        { Phrase.AddressOnBehalf, " باسم {groups}" },
        { Phrase.AddressForGovernment, "" },
        { Phrase.AddressForGovernment, "for-government", " باسم حكومة {delegation}" },
        { Phrase.AddressByRecordedVideo, " برسالة مسجلة بالفيديو" },
        { Phrase.AddressByVideoLink, " عن طريق التداول بالفيديو" },
        { Phrase.AddressOn, " بشأن {subject}" },
        { Phrase.AddressTopic, "، {topic}" },
        { Phrase.AddressTopic, "directly", "{topic}" },

        { Phrase.MemberList, "{after}{verb} {members}: {speakers}." },
        { Phrase.After, "بعد {heard}، " },
        { Phrase.HeardStatements, "البيانات" },
        { Phrase.HeardPresentations, "العروض" },
        { Phrase.HeardStatementsAndPresentations, "البيانات والعروض" },
        { Phrase.Members, "ممثلو الدول التالية الأعضاء في المجلس التنفيذي" },
        { Phrase.OneMember, "ممثل الدولة التالية العضو في المجلس التنفيذي" },
        { Phrase.MembersMadeStatements, "أدلى ببيانات" },
        { Phrase.OneMemberMadeStatement, "أدلى ببيان" },
        { Phrase.Observers, "{also}{verb} ممثلو {speakers}." },
        { Phrase.OneObserver, "{also}{verb} ممثل {speakers}." },
        { Phrase.Also, "كما " },
        { Phrase.ObserversMadeStatements, "أدلى ببيانات" },
        { Phrase.OneObserverMadeStatement, "أدلى ببيان" },
        { Phrase.Organizations, "{verb} ممثلو المنظمات غير الحكومية التالية: {speakers}." },
        { Phrase.OneOrganization, "أدلى ببيان ممثل المنظمة غير الحكومية التالية: {speakers}." },
        { Phrase.OrganizationsMadeStatements, "أدلى ببيانات" },
        { Phrase.OrganizationSpeaker, "{person} ({organization})" },
        { Phrase.RightOfReply, "أدلى ببيانات، ممارسةً لحق الرد، ممثلو {speakers}." },
        { Phrase.OneRightOfReply, "أدلى ببيان، ممارسةً لحق الرد، ممثل {speakers}." },
        { Phrase.Answers, "رد على الأسئلة المطروحة كل من {speakers}." },
        { Phrase.Answers, "she", "ردت على الأسئلة المطروحة {speakers}." },
        { Phrase.Answers, Variants.Single, "رد على الأسئلة المطروحة {speakers}." },

        { Phrase.AttendanceList, "{heading}: {delegations}." },
        { Phrase.AttendedMembers, "كانت الدول التالية الأعضاء في المجلس التنفيذي لموئل الأمم المتحدة ممثَّلة" },
        { Phrase.AttendedObserverStates, "كما كانت الدول التالية الأعضاء في الأمم المتحدة ممثَّلة بمراقبين" },
        { Phrase.AttendedSpecializedAgencies, "كما كان الأعضاء التالون في وكالات الأمم المتحدة المتخصصة ممثَّلين بمراقبين" },
        { Phrase.AttendedOthers, "كما حضر المراقبون التالون" },

        { Phrase.AgendaAdoption, "أقر المجلس التنفيذي، استنادا إلى {documents}، جدول أعمال {session} على النحو التالي:" },
        { Phrase.AgendaAdoptionWithoutDocuments, "أقر المجلس التنفيذي جدول أعمال {session} على النحو التالي:" },
        { Phrase.AgendaDocument, "{title} ({symbol})" },
        { Phrase.TookNote, "أحاط المجلس التنفيذي علما ب{subject}." },
        { Phrase.DocumentsAndInformation, "الوثائق المعروضة في إطار البند {item} من جدول الأعمال وبالمعلومات الإضافية المقدمة" },
        { Phrase.Agreed, "اتفق المجلس التنفيذي على {subject}." },
        { Phrase.Decided, "قرر المجلس التنفيذي {subject}." },
        { Phrase.CoFacilitation, "اتفق المجلس التنفيذي على أن يتولى تيسير المشاورات غير الرسمية {facilitators}." },
        { Phrase.CoFacilitator, "{person} ({delegation})" },
        { Phrase.Adoption, "اعتمد المجلس التنفيذي {also}{provision}{noting}." },
        { Phrase.AlsoAdopted, "أيضا " },
        { Phrase.Noting, "، محيطا علما ب{subject}" },
        { Phrase.Decision, "المقرر {number} بشأن {title}" },
        { Phrase.DecisionPart, "الجزء ({letter})، بشأن {title}، من {decision}" },
        { Phrase.DecisionParagraphs, "{paragraphs} من {part}" },
        { Phrase.DecisionSource, "ويرد المقرر في الوثيقة {symbol}." },
        { Phrase.ReportAdoptionByDecision, "اعتمد المجلس التنفيذي، بموجب {provision}، {report}." },
        { Phrase.ReportAdoption, "اعتمد المجلس التنفيذي {report}." },
        { Phrase.ReportOfSession, "تقريره عن أعمال {session}، المعقودة {dates}" },
        { Phrase.NextSession, "قرر المجلس التنفيذي أن تُعقد {session} {dates}، لمدة {days}{agenda}." },
        { Phrase.NextSessionAgenda, "، وأقر جدول الأعمال المؤقت لتلك الدورة في الجزء ({letter})، بشأن {title}، من {decision}" },
        { Phrase.DecisionList, "اعتمد المجلس التنفيذي في {session} المقررات التالية{source}:" },
        { Phrase.DecisionListSource, "، الواردة في الوثيقة {symbol}" },
        { Phrase.ListedDecision, "المقرر {number}: {title}" },
        { Phrase.Comprising, "، ويشمل ما يلي:" },
        { Phrase.ListedPart, "الجزء ({letter}): {title}" },
        { Phrase.Resolution, "القرار {number}" },
    };

    /// <summary>Names are not transcribed here: whoever bears one knows how it is written.</summary>
    public override bool WritesPersonsAs(Language other) => other is Language.En or Language.Fr or Language.Es;

    public override string SentenceSeparator => " ";
    public override string Separator => "، و";
    public override string LastSeparator => "، و";
    public override string SeriesSeparator => "؛ و";
    public override (string More, string Down, string End) LineEnds => ("؛", ":", ".");
    public override string OrganizationSeparator => " و";

    public override string Date(DateOnly day) => Language.Ar.Date(day);

    public override string Dates(Period period)
    {
        var (from, until) = (period.StartsOn, period.EndsOn);
        // The day stands first, and the year last.
        var start = from.Year != until.Year ? Date(from)
            : from.Month != until.Month ? Date(from)[..^5]
            : from.Day.ToString(CultureInfo.InvariantCulture);
        return from == until ? $"في {Date(from)}" : $"في الفترة من {start} إلى {Date(until)}";
    }

    public override string Moment(DateTimeOffset at) => $"يوم {Language.Ar.DateAndTime(at)}";

    public override string Days(int days) => Count(days, "يوم واحد", "يومين", Days3To10, "أيام", "يوما", "يوم");

    public override string Hours(double hours) => double.IsInteger(hours)
        ? Count((int)hours, "ساعة واحدة", "ساعتين", Hours3To10, "ساعات", "ساعة", "ساعة")
        : $"{Number(hours)} {(hours is > 2 and < 11 ? "ساعات" : "ساعة")}";

    public override string Number(double number) => base.Number(number).Replace('.', ',');

    /// <summary>As an object or after a preposition, where the dual is the same.</summary>
    public override string ParagraphNumbers(IReadOnlyList<int> numbers) => numbers switch
    {
        [var only] => string.Create(CultureInfo.InvariantCulture, $"الفقرة {only}"),
        [var one, var other] => string.Create(CultureInfo.InvariantCulture, $"الفقرتين {one} و {other}"),
        [var first, .., var last] when last - first == numbers.Count - 1 => string.Create(CultureInfo.InvariantCulture, $"الفقرات من {first} إلى {last}"),
        _ => $"الفقرات {string.Join(" و ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}",
    };

    public override string NameOf(Language language) => language switch
    {
        Language.Ar => "العربية",
        Language.Zh => "الصينية",
        Language.En => "الإنكليزية",
        Language.Fr => "الفرنسية",
        Language.Ru => "الروسية",
        _ => "الإسبانية",
    };

    /// <summary>The letters in the order of the abjad; ha in the form that is not taken for a five.</summary>
    public override string Letter(string letter) => string.Concat(letter.Select(c => c switch
    {
        'e' => "هـ",
        >= 'a' and <= 'z' => Letters[c - 'a'].ToString(),
        _ => c.ToString(),
    }));

    public override string SecondDegree(int number) => string.Create(CultureInfo.InvariantCulture, $"'{number}'");

    public override string ItemMark(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} -");

    public override string ItemLabel(string label) => LetteredLabel().Replace(label, letter => $" ({Letter(letter.Groups[1].Value)})");

    public override string SubsectionLetter(string letter) =>
        letter is [>= 'A' and var one] && one - 'A' < LetterNames.Length ? $"{LetterNames[one - 'A']} -" : base.SubsectionLetter(letter);

    public override string SectionNumber(int number) => number switch
    {
        <= 0 or >= 100 => string.Create(CultureInfo.InvariantCulture, $"{number} -"),
        <= 10 => $"{Ordinals[number]} -",
        < 20 => $"{OrdinalUnits[number - 10]} عشر -",
        _ when number % 10 == 0 => $"{Tens[number / 10]} -",
        _ => $"{OrdinalUnits[number % 10]} و{Tens[number / 10]} -",
    };

    public override (string? Called, string On) ReportTitle(string title) =>
        SelfCalled().Match(title) is { Success: true } match ? (match.Groups["called"].Value, match.Groups["on"].Value) : (null, title);

    /// <summary>The one-letter particles are written together with an Arabic word, but apart from a number and another script.</summary>
    public override string Joint(char before, char after) =>
        before is 'و' or 'ب' && char.IsLetterOrDigit(after) && after is < '\u0600' or > '\u06FF' ? " " : "";

    /// <summary>Two are joined without a comma.</summary>
    internal override IReadOnlyList<Span> Join(IReadOnlyList<IReadOnlyList<Span>> entries, string separator, string last) =>
        base.Join(entries, separator, entries.Count == 2 && last == LastSeparator ? " و" : last);

    private static string Count(int number, string one, string two, string[] words, string few, string many, string other) => Language.Ar.PluralFormOf(number) switch
    {
        PluralForm.One => one,
        PluralForm.Two => two,
        PluralForm.Few when number <= 10 => $"{words[number - 3]} {few}",
        PluralForm.Few => string.Create(CultureInfo.InvariantCulture, $"{number} {few}"),
        PluralForm.Many => string.Create(CultureInfo.InvariantCulture, $"{number} {many}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} {other}"),
    };

    [GeneratedRegex(@"\(([a-z]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredLabel();

    [GeneratedRegex(@"^(?<called>تقرير(?: (?!ال)\p{L}+)?)(?: المدير التنفيذي)? عن (?<on>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SelfCalled();
}
