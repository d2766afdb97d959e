using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports.Phrasing;

/// <summary>
/// What French and Spanish have in common. Titles stand in quotation marks, so that they need no article; a list of
/// States stands after a colon, so that its names need none either.
/// </summary>
public abstract partial class RomancePhrasing : LanguagePhrasing
{
    public override string SentenceSeparator => " ";
    public override string Separator => ", ";

    public override string Date(DateOnly day) => Language.Date(day);

    /// <summary>Only the parenthesis that closes.</summary>
    public override string FirstDegree(string letter) => $"{letter})";

    public override string SecondDegree(int number) => $"{EnglishPhrasing.Roman(number)})";

    public override string SectionNumber(int number) => $"{EnglishPhrasing.Roman(number).ToUpperInvariant()}.";

    public override string Days(int days) => $"{Word(days)} {(days == 1 ? Day.One : Day.More)}";

    public override string Number(double number) =>
        double.IsInteger(number) && number is >= 0 and <= 10 ? Word((int)number) : base.Number(number).Replace('.', ',');

    /// <summary>With the preposition that says whose: du Kenya, de la Argentina.</summary>
    public override string InSentence(Delegation delegation, string name) => Of(name, named: delegation.Kind == DelegationKind.NonGovernmental);

    public override string InList(Delegation delegation, string name) => name;

    public override string GroupInSentence(string name) => Of(name, named: false);

    /// <summary>A session is no title: first session of 2024, in small letters. In a title, quotation marks are the inner ones.</summary>
    public override string TitleInSentence(string title) => Session().IsMatch(title) ? Small(title) : Inner(title);

    public override string SubjectInSentence(string subject) => subject is [_, var second, ..] && !char.IsUpper(second) ? Small(subject) : subject;

    public override string NoteInSentence(string note) => SubjectInSentence(note);

    public override string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public override bool EndsSentence(char last) => last is '.' or '?' or '!' or '\n';

    /// <summary>The comma after an office in apposition gives way to the mark that follows.</summary>
    public override (string Before, string After) Meet(string before, string after) =>
        before.EndsWith(',') && after[0] is '.' or ',' or ';' or '\u00a0' ? (before[..^1], after) : (before, after);

    public override bool WritesPersonsAs(Language other) => other is Language.En or Language.Fr or Language.Es;

    /// <summary>The words for 0 to 10, and for a day.</summary>
    protected abstract IReadOnlyList<string> SmallNumbers { get; }

    protected abstract (string One, string More) Day { get; }

    /// <summary>A name after the preposition that says whose, with its article if it takes one.</summary>
    /// <param name="named">Whether it is a proper name, as of a foundation.</param>
    protected abstract string Of(string name, bool named);

    protected abstract string Inner(string title);

    protected static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    protected static string Join(IReadOnlyList<int> numbers, string last) =>
        $"{string.Join(", ", numbers.SkipLast(1))} {last} {numbers[^1].ToString(CultureInfo.InvariantCulture)}";

    protected static bool Run(IReadOnlyList<int> numbers) => numbers.Count > 2 && numbers[^1] - numbers[0] == numbers.Count - 1;

    private string Word(int number) => number is >= 0 and <= 10 ? SmallNumbers[number] : number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\S+ (session|réunion|período de sesiones|reunión)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Session();
}
