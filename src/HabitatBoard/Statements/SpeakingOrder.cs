using HabitatBoard.Delegations;
using HabitatBoard.Sessions;

namespace HabitatBoard.Statements;

/// <summary>
/// The place of a new statement in its paragraph. Lists keep the order in which they were printed, slips included; a
/// new name goes where the list order of the documents puts it: delegations by the English alphabet, speakers from
/// non-governmental organizations by surname.
/// </summary>
public static class SpeakingOrder
{
    /// <summary>Gives <paramref name="added"/> its place among the other statements of its paragraph, and moves those that follow.</summary>
    public static void Place(
        Statement added,
        IEnumerable<Statement> paragraph,
        IReadOnlyDictionary<string, Delegation> delegations,
        IReadOnlyDictionary<string, Person> persons)
    {
        var others = paragraph.Where(s => s.Id != added.Id).OrderBy(s => s.Order).ThenBy(s => s.Id).ToList();
        var first = others.FindIndex(s => s.Form == added.Form && s.AgendaItemId == added.AgendaItemId);
        int at;
        if (first < 0)
        {
            // The first of its kind stands before whatever usually follows its kind.
            at = others.FindIndex(s => s.Form > added.Form);
            at = at < 0 ? others.Count : at;
        }
        else
        {
            var list = others.Skip(first).TakeWhile(s => s.Form == added.Form && s.AgendaItemId == added.AgendaItemId).ToList();
            var key = Key(added);
            var place = key.Length == 0 ? -1 : list.FindIndex(s => string.CompareOrdinal(Key(s), key) > 0);
            at = first + (place < 0 ? list.Count : place);
        }
        others.Insert(at, added);
        for (var i = 0; i < others.Count; i++)
        {
            others[i].MoveTo(i + 1);
        }

        string Key(Statement statement) => statement.Form switch
        {
            StatementForm.Member or StatementForm.Observer or StatementForm.Reply =>
                statement.DelegationCode is { } code && delegations.TryGetValue(code, out var delegation) ? delegation.SortKeys.Zh : "",
            StatementForm.Organization =>
                statement.PersonCode is { } code && persons.TryGetValue(code, out var person) ? person.Surname.ToUpperInvariant() : "",
            _ => "",
        };
    }
}
