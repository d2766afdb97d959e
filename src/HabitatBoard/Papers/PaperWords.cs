using System.Globalization;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Papers;

/// <summary>
/// The words that papers of the Organization have round their text, in each language. In the masthead only French and
/// Spanish versions have their own; all others have English ones.
/// </summary>
internal static class PaperWords
{
    // In the order of the languages: Arabic, Chinese, English, French, Russian, Spanish.
    private static readonly string[] Rapporteurs = ["المقرر", "报告员", "Rapporteur", "Rapporteur", "Докладчик", "Relator"];
    private static readonly string[] ContentsHeadings = ["المحتويات", "目录", "Contents", "Table des matières", "Содержание", "Índice"];
    private static readonly string[] ParagraphHeadings = ["الفقرات", "段次", "Paragraphs", "Paragraphes", "Пункты", "Párrafos"];
    private static readonly string[] Agendas = ["جدول الأعمال", "议程", "Agenda", "Ordre du jour", "Повестка дня", "Programa"];
    private static readonly string[] Decisions = ["المقرر {0}", "第 {0} 号决定", "Decision {0}", "Décision {0}", "Решение {0}", "Decisión {0}"];
    private static readonly string[] AdoptedUnderItem =
    [
        "اعتُمد في إطار البند {0} من جدول الأعمال", "在议程项目 {0} 下通过", "Adopted under agenda item {0}",
        "Adopté au titre du point {0} de l’ordre du jour", "Принято по пункту {0} повестки дня", "Aprobado en relación con el tema {0} del programa",
    ];
    private static readonly string[] Adopted = ["اعتُمد", "已通过", "Adopted", "Adopté", "Принято", "Aprobado"];
    private static readonly string[] InReport =
        [" (تقرير الدورة، الفقرة {0})", "（会议报告第 {0} 段）", " (report of the session, paragraph {0})", " (rapport de la session, paragraphe {0})", " (доклад сессии, пункт {0})", " (informe del período de sesiones, párrafo {0})"];
    private static readonly string[] OfParagraphs = ["الفقرات {0}", "第 {0} 段", "Paragraphs {0}", "Paragraphes {0}", "Пункты {0}", "Párrafos {0}"];
    private static readonly string[] OfParagraph = ["الفقرة {0}", "第 {0} 段", "Paragraph {0}", "Paragraphe {0}", "Пункт {0}", "Párrafo {0}"];
    private static readonly string[] NotRecorded = ["النص غير مسجل", "文本未记录", "Text not recorded", "Texte non consigné", "Текст не зафиксирован", "El texto no consta"];
    private static readonly string[] HeldIn =
        ["؛ وارد في الوثيقة {0}", "，载于 {0} 号文件", "; held in document {0}", " ; figure dans le document {0}", "; содержится в документе {0}", "; figura en el documento {0}"];
    private static readonly string[] DateNotRecorded =
        ["Date of issue not recorded", "Date of issue not recorded", "Date of issue not recorded", "Date de parution non consignée", "Date of issue not recorded", "La fecha de publicación no consta"];
    private static readonly string[] Composed =
    [
        "أُلِّف هذا النص من وقائع السجل، وهو ليس نصا رسميا من نصوص الأمم المتحدة.",
        "本文本根据记录中的事实生成，不是联合国的正式文本。",
        "This text was composed from the facts of the record. It is not an official text of the United Nations.",
        "Ce texte a été composé à partir des faits consignés au dossier. Ce n’est pas un texte officiel de l’Organisation des Nations Unies.",
        "Настоящий текст составлен на основе зафиксированных фактов. Он не является официальным текстом Организации Объединенных Наций.",
        "Este texto se ha compuesto a partir de los hechos que constan en el registro. No es un texto oficial de las Naciones Unidas.",
    ];
    private static readonly string[] PartlyComposed =
    [
        "أُلِّفت الفقرات التالية من وقائع السجل، وهي ليست نصا رسميا من نصوص الأمم المتحدة: {0}.",
        "下列各段根据记录中的事实生成，不是联合国的正式文本：{0}。",
        "The following paragraphs were composed from the facts of the record and are not an official text of the United Nations: {0}.",
        "Les paragraphes ci-après ont été composés à partir des faits consignés au dossier et ne constituent pas un texte officiel de l’Organisation des Nations Unies : {0}.",
        "Следующие пункты составлены на основе зафиксированных фактов и не являются официальным текстом Организации Объединенных Наций: {0}.",
        "Los párrafos siguientes se han compuesto a partir de los hechos que constan en el registro y no son un texto oficial de las Naciones Unidas: {0}.",
    ];
    private static readonly string[] Unofficial =
    [
        "هذه صيغة غير رسمية، وهي ليست نصا من نصوص الأمم المتحدة.",
        "本文本为非正式译文，不是联合国的正式文本。",
        "This is an unofficial rendering. It is not an official text of the United Nations.",
        "Cette version est non officielle. Ce n’est pas un texte officiel de l’Organisation des Nations Unies.",
        "Это неофициальный перевод. Он не является официальным текстом Организации Объединенных Наций.",
        "Esta es una versión no oficial. No es un texto oficial de las Naciones Unidas.",
    ];

    extension(Language language)
    {
        public string ContentsHeading => ContentsHeadings[(int)language];
        public string ParagraphsHeading => ParagraphHeadings[(int)language];
        public string AgendaTitle => Agendas[(int)language];
        public string RapporteurLabel => Rapporteurs[(int)language] + language.Colon;

        /// <summary>The language of the words in the masthead.</summary>
        public Language MastheadLanguage => language is Language.Fr or Language.Es ? language : Language.En;

        /// <summary><c>Distr.: General</c>, <c>Distr. générale</c>.</summary>
        public string DistributionLine(Distribution distribution) => (language, distribution) switch
        {
            (Language.Fr, Distribution.General) => "Distr. générale",
            (Language.Fr, Distribution.Limited) => "Distr. limitée",
            (Language.Fr, _) => "Distr. restreinte",
            (Language.Es, Distribution.General) => "Distr. general",
            (Language.Es, Distribution.Limited) => "Distr. limitada",
            (Language.Es, _) => "Distr. reservada",
            _ => $"Distr.: {distribution}",
        };

        public string DateLine(DateOnly? issuedOn) => issuedOn is { } day ? language.MastheadLanguage.Date(day) : DateNotRecorded[(int)language];

        /// <summary>The name of this language in the masthead of its version: Chinese, Français.</summary>
        public string LanguageLine => language.MastheadLanguage == Language.En ? LanguagePhrasing.Of(Language.En)!.NameOf(language) : language.NativeName;

        /// <summary><c>Original: English</c>.</summary>
        public string OriginalLine(Language original) =>
            $"{(language == Language.Fr ? "Original : " : "Original: ")}{language switch
            {
                Language.Fr => FrenchNames[(int)original],
                Language.Es => SpanishNames[(int)original],
                _ => LanguagePhrasing.Of(Language.En)!.NameOf(original),
            }}";

        /// <summary>A colon with the spaces that the language has round it.</summary>
        public string Colon => language switch { Language.Zh => "：", Language.Fr => " : ", _ => ": " };

        public string DecisionTitle(string number) => Filled(Decisions, language, number);

        /// <summary>What stands for a text that the record does not hold, with the symbol of the document that does.</summary>
        public string NotRecordedIn(string? symbol) => $"[{NotRecorded[(int)language]}{(symbol is null ? "" : Filled(HeldIn, language, symbol))}]";

        /// <summary>Under which item something was adopted, and which paragraph of the report records it.</summary>
        public string AdoptedNote(IReadOnlyList<int> paragraphs, string? item, int? reportParagraph) =>
            (paragraphs.Count == 0 ? Adoption(language, item) : Filled(paragraphs.Count == 1 ? OfParagraph : OfParagraphs, language, language.Ranges(paragraphs)) + language.Colon + Small(Adoption(language, item)))
            + (reportParagraph is null ? "" : Filled(InReport, language, reportParagraph));

        public string ComposedNotice => Composed[(int)language];

        public string UnofficialNotice => Unofficial[(int)language];

        public string PartlyComposedNotice(IReadOnlyList<int> paragraphs) => Filled(PartlyComposed, language, language.Ranges(paragraphs));

        /// <summary>Numbers in rising order, those in a row as a range: <c>3, 5–7</c>.</summary>
        public string Ranges(IReadOnlyList<int> numbers)
        {
            var ranges = new List<string>();
            for (var i = 0; i < numbers.Count; i++)
            {
                var start = i;
                while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
                {
                    i++;
                }
                ranges.Add(start == i ? $"{numbers[i]}" : $"{numbers[start]}–{numbers[i]}");
            }
            return string.Join(language switch { Language.Zh => "、", Language.Ar => "، ", _ => ", " }, ranges);
        }

        /// <summary>A name with what it belongs to in brackets.</summary>
        public string InBrackets(string name, string of) => language == Language.Zh ? $"{name}（{of}）" : $"{name} ({of})";
    }

    private static readonly string[] FrenchNames = ["arabe", "chinois", "anglais", "français", "russe", "espagnol"];
    private static readonly string[] SpanishNames = ["árabe", "chino", "inglés", "francés", "ruso", "español"];

    private static string Adoption(Language language, string? item) => item is null ? Adopted[(int)language] : Filled(AdoptedUnderItem, language, item);

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Filled(string[] words, Language language, object value) => string.Format(CultureInfo.InvariantCulture, words[(int)language], value);
}
