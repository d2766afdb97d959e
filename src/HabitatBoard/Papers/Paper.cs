using System.Globalization;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Papers;

/// <summary>What a paper is.</summary>
public enum PaperKind
{
    Report,
    Agenda,
    Decision,
}

/// <summary>
/// A paper of the Board in one language: what it says, in the order in which it says it. Every format is written from
/// it, so that they all say the same.
/// </summary>
/// <param name="FileName">Without its extension: the symbol with <c>-</c> for <c>/</c>.</param>
/// <param name="RunningTitle">What stands at the foot of every page: the symbol, else what the paper is.</param>
/// <param name="Rapporteur">The line that names the Rapporteur, of a report.</param>
/// <param name="Notice">What the reader must know of the text, such as that it was composed; null for a published text.</param>
/// <param name="NotRecorded">What stands in place of a text that the record does not hold.</param>
/// <param name="References">The things of the record that the paper mentions, each once.</param>
public sealed record Paper(
    PaperKind Kind,
    Language Language,
    string FileName,
    WorkIdentity Work,
    Masthead Masthead,
    PaperText Title,
    string RunningTitle,
    PaperText? Rapporteur,
    string? Notice,
    string NotRecorded,
    IReadOnlyList<PaperSection> Sections,
    IReadOnlyList<PaperReference> References)
{
    /// <summary>The sections that have a heading, of which the contents consist.</summary>
    public IEnumerable<PaperSection> Contents => Sections.Where(s => s.Heading is not null);

    /// <summary>The numbers of the paragraphs of a section, those of its parts included; null where it has none.</summary>
    public (int First, int Last)? ParagraphsOf(PaperSection section)
    {
        var at = Sections.TakeWhile(s => s != section).Count();
        var numbers = Sections.Skip(at + 1).TakeWhile(s => s.Level > section.Level).Prepend(section).SelectMany(s => s.Paragraphs).Select(p => p.Mark?.Value).OfType<int>().ToList();
        return numbers.Count == 0 ? null : (numbers[0], numbers[^1]);
    }
}

/// <summary>What tells the work from all others, in every language and format.</summary>
/// <param name="Number">The symbol or the number of the decision; a session's agenda has the session's.</param>
/// <param name="Date">The day that dates the work, and what happened on it: <c>issue</c>, <c>adoption</c>, <c>session</c>.</param>
/// <param name="IssuedOn">The day on which this language version was issued; null where it is not recorded.</param>
public sealed record WorkIdentity(string Session, string Number, DateOnly Date, string DateOf, DateOnly? IssuedOn);

/// <summary>What stands above the title. Lines that the record does not have are null.</summary>
/// <param name="Original">The language that the paper was written in.</param>
public sealed record Masthead(
    PaperText? Organization,
    PaperText? Programme,
    PaperText? ProgrammeShortName,
    string? Symbol,
    string? SymbolSlug,
    Distribution? Distribution,
    DateOnly? IssuedOn,
    Language? Original,
    PaperText? Organ,
    PaperText? Session,
    PaperText? DatesAndPlace)
{
    /// <summary>Distribution, date, language and original language, a line for each; nothing for a paper without a symbol.</summary>
    public IReadOnlyList<string> Issue(Language language) => Symbol is null ? [] :
    [
        .. Distribution is { } distribution ? [language.DistributionLine(distribution)] : Array.Empty<string>(),
        language.DateLine(IssuedOn),
        language.LanguageLine,
        .. Original is { } original ? [language.OriginalLine(original)] : Array.Empty<string>(),
    ];
}

/// <summary>A section, or a part of one.</summary>
/// <param name="Id">Unlike all others of the paper and alike in all languages: <c>sec_4</c>, <c>sec_2__subsec_A</c>.</param>
/// <param name="Level">1 for a section, 2 for a part of one.</param>
/// <param name="Mark">The number before the heading; null for one that has none, such as an introduction.</param>
/// <param name="Heading">Null for what stands under the title of the paper itself.</param>
/// <param name="Notes">What the record knows of the section and no paragraph says, such as where a part was adopted.</param>
public sealed record PaperSection(string Id, int Level, Mark? Mark, PaperText? Heading, IReadOnlyList<PaperParagraph> Paragraphs, IReadOnlyList<PaperText> Notes)
{
    /// <summary>Between the number and the heading: the Chinese comma needs no space.</summary>
    public string AfterMark => Mark is null || Mark.Text.EndsWith('、') ? "" : " ";
}

/// <summary>A paragraph with its sub-paragraphs.</summary>
/// <param name="Id">As that of a section: <c>para_21</c>.</param>
/// <param name="Mark">The number of the paragraph; null for one without, as in a preamble.</param>
/// <param name="Text">The first line; without a run where the record does not hold the text.</param>
public sealed record PaperParagraph(string Id, Mark? Mark, PaperText Text, IReadOnlyList<PaperLine> Lines)
{
    public TextStatus Status => Text.Status;

    /// <summary>The lines as the record has them, sub-paragraphs with their marks, without the number of the paragraph.</summary>
    public string Plain => string.Join('\n', Lines.Select(l => l.Plain).Prepend(Text.Plain));
}

/// <summary>A sub-paragraph.</summary>
/// <param name="Degree">1 for <c>(a)</c>, 2 for the <c>(i)</c> below it.</param>
/// <param name="Mark">Null for a line that has none.</param>
public sealed record PaperLine(int Degree, Mark? Mark, PaperText Text)
{
    public string Plain => Mark is null ? Text.Plain : $"{Mark.Text} {Text.Plain}";
}

/// <summary>Words in a row, each run in one language and, where it mentions a thing of the record, on one thing.</summary>
public sealed record PaperText(IReadOnlyList<PaperRun> Runs, TextStatus Status)
{
    public string Plain => Runs is [var only] ? only.Text : string.Concat(Runs.Select(r => r.Text));

    /// <summary>A text of the record for a reader of <paramref name="wanted"/>; null where there is none in any language.</summary>
    public static PaperText? Of(LocalizedText text, Language wanted) =>
        text.For(wanted) is var (language, found) ? new PaperText([new PaperRun(found.Text, language)], found.Status) : null;

    /// <summary>Words of our own.</summary>
    public static PaperText Words(string text, Language language) => new([new PaperRun(text, language)], TextStatus.Composed);
}

/// <param name="Mentions">What the words mention; null where they mention nothing that is recorded.</param>
public sealed record PaperRun(string Text, Language Language, PaperReference? Mentions = null);

/// <summary>A thing of the record, by the key with which citations name it.</summary>
/// <param name="Name">In the language of the paper where there is one.</param>
/// <param name="Page">The rest of its address after the language of the reader, <c>/documents/HSP-EB.2024-1</c>; null where it has none.</param>
public sealed record PaperReference(CitationKind Kind, string Target, string Name, string? Page)
{
    /// <summary>Unlike all others of the paper, and a name in XML: <c>document_HSP-EB.2024-1</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}_{Target.Replace('/', '-').Replace("(", "-", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)}");
}
