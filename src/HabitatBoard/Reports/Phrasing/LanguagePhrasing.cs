using System.Globalization;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>
/// How reports are worded in one language: its phrase book, and the rules that no template can hold. A language is added
/// by deriving a class and naming it in <see cref="All"/>.
/// </summary>
public abstract class LanguagePhrasing
{
    /// <summary>The languages in which reports are composed, in United Nations order.</summary>
    public static IReadOnlyList<LanguagePhrasing> All { get; } =
        [new ArabicPhrasing(), new ChinesePhrasing(), new EnglishPhrasing(), new FrenchPhrasing(), new RussianPhrasing(), new SpanishPhrasing()];

    public abstract Language Language { get; }

    /// <summary>A template for every <see cref="Phrase"/>.</summary>
    public abstract PhraseBook Book { get; }

    /// <summary>Between two sentences of a paragraph.</summary>
    public abstract string SentenceSeparator { get; }

    /// <summary>Between the entries of a list in a sentence; <see cref="LastSeparator"/> stands before the last.</summary>
    public abstract string Separator { get; }

    public abstract string LastSeparator { get; }

    /// <summary>Between the entries of a list whose entries are long.</summary>
    public abstract string SeriesSeparator { get; }

    public virtual string LastSeriesSeparator => SeriesSeparator;

    /// <summary>At the end of a line that others follow, at the end of one whose sub-lines follow, and at the end of a list.</summary>
    public abstract (string More, string Down, string End) LineEnds { get; }

    /// <summary>Between two organizations for which one person speaks.</summary>
    public virtual string OrganizationSeparator => LastSeparator;

    public static LanguagePhrasing? Of(Language language) => All.FirstOrDefault(p => p.Language == language);

    /// <summary>A day, a period of days with its preposition, or a moment with its weekday.</summary>
    public abstract string Date(DateOnly day);

    public abstract string Dates(Period period);

    public abstract string Moment(DateTimeOffset at);

    /// <summary>A small number of days in words, with its noun: 三天, three days.</summary>
    public abstract string Days(int days);

    /// <summary>Hours a day, for the place {hours}: with the noun in languages where the noun depends on the number.</summary>
    public virtual string Hours(double hours) => Number(hours);

    /// <summary>The numbers of the paragraphs of a decision: 第 2 至第 4 段, paragraphs 2 to 4.</summary>
    public abstract string ParagraphNumbers(IReadOnlyList<int> numbers);

    /// <summary>The name of a language in this one, as a language of interpretation.</summary>
    public abstract string NameOf(Language language);

    /// <summary>The letter of a part or sub-item, which the record has in Latin: a, أ.</summary>
    public virtual string Letter(string letter) => letter;

    /// <summary>The mark of a line of the first degree: (a), a), (أ).</summary>
    public virtual string FirstDegree(string letter) => $"({Letter(letter)})";

    /// <summary>The mark of an agenda item in its list, and the label of one inside a sentence: 2., 2(a).</summary>
    public virtual string ItemMark(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");

    public virtual string ItemLabel(string label) => label;

    /// <summary>The mark of a line of the second degree: (一), (i).</summary>
    public abstract string SecondDegree(int number);

    /// <summary>The number of a section of the report as its heading has it: 四、, IV.</summary>
    public abstract string SectionNumber(int number);

    /// <summary>The letter of a part of a section, which the record has in Latin, as its heading has it: A., ألف -.</summary>
    public virtual string SubsectionLetter(string letter) => $"{letter}.";

    public virtual string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Whether an attendance list of so many names ends like a list in a sentence.</summary>
    public virtual bool AttendanceEndsAsSentence(int names) => true;

    /// <summary>
    /// A delegation's name, a title, or an office as they stand inside a sentence. Names of delegations and groups stand
    /// after "of"; a language that joins it to their article has both here: du Kenya.
    /// </summary>
    public virtual string InSentence(Delegation delegation, string name) => name;

    /// <summary>A delegation's name as an entry of a list of speakers.</summary>
    public virtual string InList(Delegation delegation, string name) => InSentence(delegation, name);

    public virtual string TitleInSentence(string title) => title;

    /// <summary>
    /// The beginning of what the Board agreed, decided or took note of, as the object of the sentence; of a note, as its
    /// second clause. In the record both stand by themselves.
    /// </summary>
    public virtual string SubjectInSentence(string subject) => TitleInSentence(subject);

    public virtual string NoteInSentence(string note) => TitleInSentence(note);

    public virtual string OfficeInSentence(string office) => office;

    public virtual string GroupInSentence(string name) => name;

    /// <summary>
    /// The title of a report as what the report is on and, where the title says so itself, the words that call it a report.
    /// </summary>
    public virtual (string? Called, string On) ReportTitle(string title) => (null, title);

    /// <summary>Whether a list is put in the order of this language; else the recorded order, which is the published one, stands.</summary>
    public virtual bool SortsLists => true;

    /// <summary>The space between two characters where words of different origin meet; empty for none.</summary>
    public virtual string Joint(char before, char after) => "";

    /// <summary>How words of different origin change where they meet: "de " and "le Kenya", " y " and "Irlanda".</summary>
    public virtual (string Before, string After) Meet(string before, string after) => (before, after);

    /// <summary>The first words of a sentence.</summary>
    public virtual string Capitalized(string text) => text;

    /// <summary>Whether what precedes is a whole sentence, so that the next begins like one.</summary>
    public virtual bool EndsSentence(char last) => true;

    /// <summary>A text that this language lacks, shown in the one that has it.</summary>
    public virtual string Borrowed(string text, Language from) => $"[{from.Code}: {text}]";

    /// <summary>Whether the names of persons are written here as in another language, so that nothing is borrowed.</summary>
    public virtual bool WritesPersonsAs(Language other) => false;

    /// <summary>A list of entries, as pieces and the separators between them.</summary>
    internal virtual IReadOnlyList<Span> Join(IReadOnlyList<IReadOnlyList<Span>> entries, string separator, string last)
    {
        var joined = new List<Span>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
            {
                joined.Add(new Span(i == entries.Count - 1 ? last : separator, SpanKind.Phrase, Language));
            }
            joined.AddRange(entries[i]);
        }
        return joined;
    }
}
