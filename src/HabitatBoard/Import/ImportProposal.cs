using HabitatBoard.Checks;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Import;

/// <summary>What a proposed fact is.</summary>
public enum FactKind
{
    Session,

    /// <summary>Another session that the report names: the one before, the next.</summary>
    OtherSession,
    Delegation,

    /// <summary>A group of States for which somebody speaks.</summary>
    Group,
    Body,
    Person,
    Meeting,
    AgendaItem,
    Report,
    Section,
    Paragraph,
    Officer,
    AttendanceHeading,
    Attendance,
    Document,
    Decision,
    Statement,
    Adoption,
    Act,
    Event,
    Passage,
    Citation,
}

/// <summary>Where in the report something stands.</summary>
/// <param name="Paragraph">The number of the paragraph; null for the masthead and headings.</param>
/// <param name="Start">Offset into the text of the paragraph, in UTF-16 code units.</param>
/// <param name="Text">The words that stand there.</param>
public sealed record ImportSource(int? Paragraph, int Start, string Text)
{
    public int Length => Text.Length;
}

/// <summary>A fact that the report states.</summary>
/// <param name="Id">Names the fact within the proposal, and again when the same report is read: <c>statement/p21/3</c>.</param>
/// <param name="Row">The entity, whole: a decision with its parts and paragraphs.</param>
/// <param name="Source">The sentence that states it.</param>
public sealed record ProposedFact(string Id, FactKind Kind, object Row, ImportSource? Source);

/// <summary>What was set right in reading.</summary>
public enum MendingKind
{
    /// <summary>The file is not in Unicode. Before: in what it is.</summary>
    Encoding,

    /// <summary>Marks of lists and bold type that a copy left.</summary>
    Mark,

    /// <summary>Spaces too many, or where there are none in print.</summary>
    Space,

    /// <summary>Digits, letters and punctuation of the other width.</summary>
    Width,

    /// <summary>A line that was broken inside a paragraph.</summary>
    LineBreak,

    /// <summary>A paragraph that a page or a blank line cut in two.</summary>
    Cut,

    /// <summary>A running header or footer, or a page number, left out.</summary>
    PageFurniture,

    /// <summary>The table of contents, left out.</summary>
    Contents,

    /// <summary>The number of a paragraph, lost in the copy, put back from the numbers around it.</summary>
    Number,
}

/// <param name="Paragraph">Where, if in a paragraph.</param>
/// <param name="Before">As it was in the file.</param>
/// <param name="After">As it was read.</param>
public sealed record Mending(MendingKind Kind, int? Paragraph, string Before, string After);

/// <summary>What an editor has to look at before accepting.</summary>
public enum ImportProblemKind
{
    /// <summary>A name where a delegation is expected that the registers do not know.</summary>
    UnknownDelegation,

    /// <summary>Numbers of paragraphs do not follow each other.</summary>
    Numbering,

    /// <summary>A decision is named that neither the report nor the record lists.</summary>
    UnknownDecision,

    /// <summary>Something new for the registers, whose key or surname had to be made up from the name.</summary>
    NewEntry,

    /// <summary>Two sentences state the same fact differently.</summary>
    Contradiction,

    /// <summary>A fact that cannot stand in the record as it was read.</summary>
    Refused,
}

public sealed record ImportProblem(ImportProblemKind Kind, int? Paragraph, string Text);

/// <summary>
/// What a report says, as proposed facts: nothing is stored. The rows are those of the record, so that what composes a
/// report and what checks one serve the proposal as well.
/// </summary>
public sealed class ImportProposal
{
    /// <summary>The session, <c>2025-1</c>.</summary>
    public required string Session { get; init; }

    /// <summary>The language the report is in.</summary>
    public required Language Language { get; init; }

    /// <summary>In the order in which they can be stored.</summary>
    public required IReadOnlyList<ProposedFact> Facts { get; init; }

    /// <summary>Sentences that state no fact, in the order of the report.</summary>
    public required IReadOnlyList<ImportSource> NotUnderstood { get; init; }

    public required IReadOnlyList<Mending> Mended { get; init; }
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>The session as it would be, with the registers: what the checks and the composer read.</summary>
    public required ReportFacts Record { get; init; }

    /// <summary>What a careful editor would query in the proposal.</summary>
    public IReadOnlyList<Finding> Check() => RecordChecks.Run(Record);
}
