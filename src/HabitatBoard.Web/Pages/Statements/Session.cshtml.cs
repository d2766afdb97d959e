using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Errors;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Statements;

/// <summary>Who spoke at a session: by agenda item in the order of the report, or by delegation.</summary>
[Accepts("by", "item", "delegation", "capacity", "kind", "onBehalfOf")]
public sealed class SessionModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public bool ByDelegation { get; private set; }

    public StatementForm Form { get; private set; } = null!;

    public int Total { get; private set; }

    public IReadOnlyList<(AgendaItem? Item, IReadOnlyList<Turn> Turns)> Items { get; private set; } = [];

    public IReadOnlyList<(SpokenFor Group, IReadOnlyList<Speech> Speeches)> Groups { get; private set; } = [];

    public IReadOnlyList<(Delegation Delegation, IReadOnlyList<Speech> Speeches)> Delegations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var id = Session.Id;
        PlaceInSession(T["nav.statements"]);
        var by = Request.Query["by"].FirstOrDefault();
        if (by is not (null or "item" or "delegation"))
        {
            return Fail(ErrorCode.InvalidParameter, "by", Problems.Shorten(by), "item, delegation");
        }
        ByDelegation = by == "delegation";
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var filter = StatementForm.Read(Request);
        var (query, wrong) = await StatementsApi.NarrowAsync(db, db.Statements.Where(s => s.SessionId == id), filter, snapshot, cancellationToken);
        if (wrong is var (name, value, accepted))
        {
            return Fail(ErrorCode.InvalidParameter, name, Problems.Shorten(value), accepted);
        }
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == id && i.Version == AgendaVersion.Adopted)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        var speakers = await db.Statements.Where(s => s.SessionId == id && s.DelegationCode != null).Select(s => s.DelegationCode!).Distinct().ToListAsync(cancellationToken);
        Form = new StatementForm(
            Frame.Href($"/sessions/{id}/statements"),
            ByDelegation ? ("by", "delegation") : null,
            filter,
            snapshot,
            Language,
            Sessions: null,
            [.. items.Select(i => (i.Slug, i.Label))],
            speakers.ToHashSet());
        var speeches = await Speech.ReadAsync(query.OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id), snapshot, cancellationToken);
        Total = speeches.Count;
        if (ByDelegation)
        {
            Groups =
            [
                .. speeches.SelectMany(s => s.OnBehalfOf.Select(o => (Group: o, Speech: s))).GroupBy(x => x.Group.Code)
                    .Select(g => (g.First().Group, (IReadOnlyList<Speech>)[.. g.Select(x => x.Speech)])),
            ];
            Delegations =
            [
                .. speeches.Where(s => s.Delegation is not null).GroupBy(s => s.Delegation!)
                    .OrderBy(g => g.Key.SortKeys[Language], StringComparer.Ordinal)
                    .Select(g => (g.Key, (IReadOnlyList<Speech>)[.. g])),
            ];
        }
        else
        {
            Items =
            [
                .. speeches.GroupBy(s => s.Item).OrderBy(g => g.Min(s => s.Paragraph))
                    .Select(g => (items.Find(i => i.Label == g.Key), Turn.Of(g))),
            ];
        }
        return Page();
    }
}
