using HabitatBoard.Data;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages;

/// <summary>Lists the sessions and leads to the API documentation.</summary>
public sealed class IndexModel(BoardDbContext db) : PageModel
{
    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var sessions = await db.Sessions.AsNoTracking().OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).ToListAsync(cancellationToken);
        Sessions =
        [
            .. sessions.Select(s => s.Title.For(Language.En) is var (language, text)
                ? new SessionLine(s.Id, language.Code, text.Text, $"{s.StartsOn:yyyy-MM-dd} – {s.EndsOn:yyyy-MM-dd}")
                : new SessionLine(s.Id, "en", s.Id, "")),
        ];
    }

    public sealed record SessionLine(string Id, string Lang, string Title, string Dates);
}
