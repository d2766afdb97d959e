using HabitatBoard.Publishing;

namespace HabitatBoard.Web.Pages;

/// <summary>What differs, as a page shows it.</summary>
/// <param name="Staff">Whether the reader is of the secretariat, who can follow each into its history.</param>
public sealed record DifferenceList(IReadOnlyList<AggregateDifference> Differences, UnitNames Names, bool Staff)
{
    // What a reader takes in at a glance.
    private const int AtAGlance = 15;

    /// <summary>The differences by kind of record, in the order they came.</summary>
    public IEnumerable<IGrouping<string, AggregateDifference>> Kinds => Differences.GroupBy(d => d.Resource);

    /// <summary>Whether so many of one kind are folded into a line, as forty speakers are beside one decision.</summary>
    public bool IsFolded(int ofKind) => Differences.Count > AtAGlance && ofKind > 3;

    public int Count(ChangeOperation operation) => Differences.Count(d => d.Operation == operation);
}
