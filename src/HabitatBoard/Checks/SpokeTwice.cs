using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>One list of speakers names a speaker twice, and not for different groups: speaking for a group and then for oneself is two statements.</summary>
public sealed class SpokeTwice : Check
{
    public override string Code => "spoke-twice";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var list in record.SpeakerLists())
        {
            foreach (var speaker in list.GroupBy(Key).Where(g => g.Count() > 1))
            {
                var statement = speaker.First();
                yield return At(
                    record.Number(statement.ParagraphId),
                    Severity.Error,
                    statement.PersonCode is { } person ? new Subject("person", person) : new Subject("delegation", statement.DelegationCode!),
                    "",
                    ("speaker", record.NameOf(statement)));
            }
        }
    }

    private static string Key(Statement statement) =>
        $"{statement.DelegationCode}|{statement.PersonCode}|{string.Join(' ', statement.OnBehalfOf.OrderBy(o => o.Order).Select(o => o.GroupCode ?? o.DelegationCode))}";
}
