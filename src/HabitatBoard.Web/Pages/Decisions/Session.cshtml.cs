using HabitatBoard.Data;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Decisions;

/// <summary>The decisions of one session, with their parts.</summary>
public sealed class SessionModel(BoardDbContext db) : BoardPage
{
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PlaceInSession(T["nav.decisions"]);
        Decisions = await DecisionLine.ReadAsync(db, db.Decisions.Where(d => d.SessionId == Session.Id).OrderBy(d => d.Year).ThenBy(d => d.Number), cancellationToken);
        return Page();
    }
}
