using HabitatBoard.Checks;
using HabitatBoard.Languages;

namespace HabitatBoard.Publishing;

/// <summary>What a publication would change for the public, and what stands against it.</summary>
/// <param name="Version">The digest that the edition would have; whoever publishes what was looked at names it.</param>
/// <param name="IsPublic">Whether some of it is public now: not before its first edition, nor after it was withdrawn.</param>
/// <param name="Differences">What would be added, changed and removed; empty where there is nothing to publish.</param>
/// <param name="Names">What to call what differs.</param>
/// <param name="Findings">The findings that stand, of every severity; errors stop a publication.</param>
public sealed record PublicationPreview(
    string Unit, string Version, bool IsPublic, IReadOnlyList<AggregateDifference> Differences, UnitNames Names, IReadOnlyList<Finding> Findings);

/// <summary>A unit between the two stores.</summary>
/// <param name="Title">Of a session.</param>
/// <param name="Last">Its last edition; null before the first.</param>
/// <param name="IsPublic">Whether the public can read it now.</param>
/// <param name="IsAhead">Whether it was edited since its last edition, or is not public.</param>
public sealed record UnitState(string Unit, LocalizedText Title, EditionHead? Last, bool IsPublic, bool IsAhead);

/// <summary>An edition without its content.</summary>
/// <param name="WorkingSequence">The change of the working store from which it was taken.</param>
public sealed record EditionHead(string Unit, int Number, DateTimeOffset PublishedAt, string PublishedBy, string Note, string Sha256, long WorkingSequence);
