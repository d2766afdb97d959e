using HabitatBoard.Languages;
using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>
/// An entry of a list is out of place: in the attendance lists and the lists of speakers by the sort key of the language in
/// which the report is held, in those of non-governmental speakers by surname. The fewest entries are named that have to
/// move for the list to be in order.
/// </summary>
public sealed class ListOrder : Check
{
    public override string Code => "list-order";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var attendance in record.Facts.Attendance.GroupBy(a => a.Class))
        {
            var entries = attendance.OrderBy(a => a.Order).Select(a => Entry(record, a.DelegationCode)).ToList();
            foreach (var finding in OutOfPlace(entries, record.Number(attendance.First().ParagraphId), "delegation"))
            {
                yield return finding;
            }
        }
        foreach (var list in record.SpeakerLists())
        {
            var bySurname = list[0].Capacity == Capacity.NonGovernmental;
            var entries = list
                .Where(s => !bySurname || s.PersonCode is not null)
                .Select(s => bySurname ? OfPerson(record, s.PersonCode!) : Entry(record, s.DelegationCode!))
                .ToList();
            foreach (var finding in OutOfPlace(entries, record.Number(list[0].ParagraphId), bySurname ? "person" : "delegation"))
            {
                yield return finding;
            }
        }
    }

    private static (string Code, LocalizedText Name, string Key) Entry(CheckedRecord record, string delegation) =>
        (delegation, record.Name(delegation), record.Facts.Delegations.TryGetValue(delegation, out var found) ? found.SortKeys[record.Printed] : "");

    private static (string Code, LocalizedText Name, string Key) OfPerson(CheckedRecord record, string person) =>
        (person, record.NameOfPerson(person), record.Facts.Persons.TryGetValue(person, out var found) ? NearMatch.Fold(found.Surname).ToLowerInvariant() : "");

    private IEnumerable<Finding> OutOfPlace(IReadOnlyList<(string Code, LocalizedText Name, string Key)> entries, int? paragraph, string type)
    {
        var inPlace = LongestInOrder([.. entries.Select(e => e.Key)]);
        for (var i = 0; i < entries.Count; i++)
        {
            if (inPlace.Contains(i))
            {
                continue;
            }
            var after = inPlace.Where(j => string.CompareOrdinal(entries[j].Key, entries[i].Key) <= 0).Select(j => (int?)j).LastOrDefault();
            yield return At(
                paragraph,
                Severity.Warning,
                new Subject(type, entries[i].Code),
                after is null ? "before" : "after",
                ("entry", entries[i].Name),
                ("neighbour", entries[after ?? inPlace[0]].Name));
        }
    }

    /// <summary>
    /// The indices of a longest run in order. Of two neighbours in the wrong order the later one counts as in place, so
    /// that the one that stands too early is named.
    /// </summary>
    internal static IReadOnlyList<int> LongestInOrder(IReadOnlyList<string> keys)
    {
        var length = new int[keys.Count];
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            length[i] = 1;
            for (var j = i + 1; j < keys.Count; j++)
            {
                if (string.CompareOrdinal(keys[i], keys[j]) <= 0)
                {
                    length[i] = Math.Max(length[i], length[j] + 1);
                }
            }
        }
        var run = new List<int>();
        for (var left = length.DefaultIfEmpty().Max(); left > 0; left--)
        {
            var from = run.Count == 0 ? 0 : run[^1] + 1;
            var floor = run.Count == 0 ? null : keys[run[^1]];
            run.Add(Enumerable.Range(from, keys.Count - from)
                .Where(i => length[i] == left && (floor is null || string.CompareOrdinal(floor, keys[i]) <= 0))
                .MinBy(i => keys[i], StringComparer.Ordinal));
        }
        return run;
    }
}
