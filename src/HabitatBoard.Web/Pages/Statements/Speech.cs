using HabitatBoard.Agenda;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using HabitatBoard.Web.Api.V1;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Statements;

/// <summary>One speaker taking the floor, as pages show it.</summary>
/// <param name="Item">The agenda item as written in text, <c>2(a)</c>.</param>
public sealed record Speech(
    Guid Id,
    string Session,
    string? Item,
    int Paragraph,
    int Order,
    Delegation? Delegation,
    Person? Person,
    LocalizedText Office,
    Capacity Capacity,
    StatementKind Kind,
    Medium? Medium,
    IReadOnlyList<SpokenFor> OnBehalfOf)
{
    /// <summary>Speeches in the order of the query.</summary>
    public static async Task<IReadOnlyList<Speech>> ReadAsync(IQueryable<Statement> query, PublishedRegisters.Snapshot registers, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking()
            .Select(s => new
            {
                s.Id,
                s.SessionId,
                s.Order,
                s.DelegationCode,
                s.PersonCode,
                s.Office,
                s.Capacity,
                s.Kind,
                s.Medium,
                Paragraph = s.Paragraph.Number,
                Item = s.AgendaItem == null ? null : new { s.AgendaItem.Number, s.AgendaItem.Letter },
                OnBehalfOf = s.OnBehalfOf.OrderBy(o => o.Order).Select(o => new { o.GroupCode, o.DelegationCode }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new Speech(
                s.Id,
                s.SessionId,
                s.Item is null ? null : AgendaItem.LabelOf(s.Item.Number, s.Item.Letter),
                s.Paragraph,
                s.Order,
                s.DelegationCode is null ? null : registers.Delegations[s.DelegationCode],
                s.PersonCode is null ? null : registers.Persons[s.PersonCode],
                s.Office,
                s.Capacity,
                s.Kind,
                s.Medium,
                [
                    .. s.OnBehalfOf.Select(o => o.GroupCode is { } group
                        ? new SpokenFor(group, registers.Groups[group].Name, IsGroup: true)
                        : new SpokenFor(o.DelegationCode!, registers.Delegations[o.DelegationCode!].RunningName, IsGroup: false)),
                ])),
        ];
    }
}

/// <summary>A group or delegation on whose behalf somebody speaks.</summary>
public sealed record SpokenFor(string Code, LocalizedText Name, bool IsGroup);

/// <summary>Those who speak one after another in one paragraph, in one capacity, for one purpose.</summary>
public sealed record Turn(string Session, string? Item, int Paragraph, StatementKind Kind, Capacity Capacity, IReadOnlyList<Speech> Speeches)
{
    /// <summary>Whether it is said in the debate, not before it to introduce the item.</summary>
    public bool IsDebate => Kind is StatementKind.RightOfReply or StatementKind.Answer or StatementKind.Closing
        || (Kind == StatementKind.Statement && Capacity is not (Capacity.Secretariat or Capacity.PresidingOfficer or Capacity.Officer));

    /// <summary>Speeches in the order of the report, as turns.</summary>
    public static IReadOnlyList<Turn> Of(IEnumerable<Speech> speeches)
    {
        var turns = new List<Turn>();
        var taken = new List<Speech>();
        foreach (var speech in speeches)
        {
            if (taken.Count > 0 && Key(taken[0]) != Key(speech))
            {
                Close();
            }
            taken.Add(speech);
        }
        Close();
        return turns;

        // Those who open, introduce or answer do so together, whatever their capacity; delegations stand apart.
        static (string, string?, int, StatementKind, Capacity?) Key(Speech s) => (s.Session, s.Item, s.Paragraph, s.Kind,
            s.Kind == StatementKind.Statement || s.Capacity is Capacity.BoardMember or Capacity.Observer or Capacity.NonGovernmental ? s.Capacity : null);

        void Close()
        {
            if (taken is [var first, ..])
            {
                turns.Add(new Turn(first.Session, first.Item, first.Paragraph, first.Kind, first.Capacity, [.. taken]));
                taken.Clear();
            }
        }
    }

    /// <summary>The speeches of each speaker: a delegation that speaks in two capacities is named once.</summary>
    public IEnumerable<IReadOnlyList<Speech>> BySpeaker() => Speeches
        .GroupBy(s => s.Person is null && s.Office.IsNone ? s.Delegation!.Code : s.Id.ToString())
        .Select(g => (IReadOnlyList<Speech>)[.. g]);

    /// <summary>Whether a delegation speaks both for others and for itself.</summary>
    public bool IsOwn(Speech speech) => speech.OnBehalfOf.Count == 0 && speech.Person is null && speech.Delegation is not null
        && Speeches.Any(s => s.OnBehalfOf.Count > 0 && s.Delegation?.Code == speech.Delegation.Code);
}
