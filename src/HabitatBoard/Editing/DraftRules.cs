using FluentValidation;
using FluentValidation.Results;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Editing;

/// <summary>Rules that drafts share. They name errors of the catalogue, whose sentences exist in six languages.</summary>
public static class DraftRules
{
    /// <summary>The error of the catalogue that a broken rule is.</summary>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, ErrorCode code, params object[] about) =>
        rule.WithState((_, _) => new Said(code, about));

    /// <summary>Has to be given.</summary>
    public static IRuleBuilderOptions<T, TProperty> Given<T, TProperty>(this IRuleBuilder<T, TProperty> rule) =>
        rule.NotEmpty().Says(ErrorCode.FieldMissing);

    /// <summary>A line of text: not too long, without characters that cannot be seen.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.Must(text => text is null || text.Length <= longest).Says(ErrorCode.LineTooLong, "", longest)
            .Must(text => text is null || IsClean(text, lines: false)).Says(ErrorCode.ForbiddenCharacter, "", "");

    /// <summary>
    /// A text in some languages: each of them one of the six, not too long, without characters that cannot be seen. What is
    /// wrong with one language is said of that language, <c>title.fr</c>.
    /// </summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyDictionary<string, string>?> Text<T>(
        this IRuleBuilder<T, IReadOnlyDictionary<string, string>?> rule, bool required, int longest = Guard.TitleLength) =>
        rule.Custom((texts, context) =>
        {
            var field = CamelCase(context.PropertyPath);
            if (required && texts?.Any(t => !string.IsNullOrWhiteSpace(t.Value)) != true)
            {
                Fail(field, ErrorCode.TextInNoLanguage, field);
            }
            foreach (var (code, text) in texts ?? new Dictionary<string, string>())
            {
                var place = $"{field}.{code}";
                if (!OfficialLanguages.TryParse(code, out _))
                {
                    Fail(place, ErrorCode.UnknownField, place);
                }
                else if (text?.Length > longest)
                {
                    Fail(place, ErrorCode.TextTooLong, field, code, longest);
                }
                else if (text is not null && !Guard.IsClean(text, lines: true))
                {
                    Fail(place, ErrorCode.ForbiddenCharacter, field, code);
                }
            }

            void Fail(string place, ErrorCode error, params object[] about) =>
                context.AddFailure(new ValidationFailure(place, error.ToString()) { CustomState = new Said(error, about) });
        });

    /// <summary>The form of an identifier; what has none at all is left to <see cref="Given"/>.</summary>
    public static IRuleBuilderOptions<T, string?> Form<T>(this IRuleBuilder<T, string?> rule, Func<string, bool> isWellFormed) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || isWellFormed(text))
            .WithState((_, text) => new Said(ErrorCode.MalformedIdentifier, ["", text ?? ""]));

    /// <summary>The variants of standard phrases.</summary>
    public static IRuleBuilderOptions<T, string?> Variant<T>(this IRuleBuilder<T, string?> rule) => rule.Form(Guard.IsVariant);

    /// <summary>A number within limits, both included; null is left to <see cref="Given"/>.</summary>
    public static IRuleBuilderOptions<T, int?> Within<T>(this IRuleBuilder<T, int?> rule, int from, int until) =>
        rule.InclusiveBetween(from, until).Says(ErrorCode.OutOfRange, "", from, until);

    /// <summary>The place among its like, from 1.</summary>
    public static IRuleBuilderOptions<T, int?> Order<T>(this IRuleBuilder<T, int?> rule) => rule.Within(1, 10_000);

    /// <summary>A day of a time that the Board may know of: further out, days can no longer be counted on from.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> Day<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is null || IsKnown(day.Value.Year)).Says(ErrorCode.OutOfRange, "", FirstYear, LastYear);

    /// <summary>A moment of such a day.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> Moment<T>(this IRuleBuilder<T, DateTimeOffset?> rule) =>
        rule.Must(moment => moment is null || IsKnown(moment.Value.Year)).Says(ErrorCode.OutOfRange, "", FirstYear, LastYear);

    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    private static bool IsKnown(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Not before another day.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> NotBefore<T>(this IRuleBuilder<T, DateOnly?> rule, Func<T, DateOnly?> beginning) =>
        rule.Must((draft, end) => !(end < beginning(draft))).Says(ErrorCode.DatesReversed);

    /// <summary>There is a list, and no entry of it is null.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TEntry>> Listed<T, TEntry>(this IRuleBuilder<T, IReadOnlyList<TEntry>> rule) =>
        rule.Must(list => list?.All(e => e is not null) == true).Says(ErrorCode.MalformedValue);

    /// <inheritdoc cref="Guard.IsClean"/>
    public static bool IsClean(string text, bool lines) => Guard.IsClean(text, lines);

    internal static DraftError ErrorOf(ValidationFailure failure)
    {
        var field = CamelCase(failure.PropertyName);
        var said = failure.CustomState as Said ?? new Said(ErrorCode.MalformedValue, []);
        // The first thing a sentence names is the field.
        return new DraftError(field, said.Code, said.About is [] ? [field] : said.About[0] is "" ? [field, .. said.About.Skip(1)] : said.About);
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(name => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..]));

    private sealed record Said(ErrorCode Code, object[] About);
}
