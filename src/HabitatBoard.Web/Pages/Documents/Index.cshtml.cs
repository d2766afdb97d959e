using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Documents;

/// <summary>Documents of all sessions, and a document by its symbol in any spelling.</summary>
[Accepts("symbol", "before")]
public sealed class IndexModel(BoardDbContext db) : BoardPage
{
    private const int SessionsShown = 5;

    public string? Symbol { get; private set; }

    public IReadOnlyList<(string Session, LocalizedText Title, IReadOnlyList<DocumentLine> Documents)> Sessions { get; private set; } = [];

    /// <summary>The session from which the next page goes on; null on the last.</summary>
    public string? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("documents", T["nav.documents"]);
        var query = db.Documents.WherePublic();
        var sessions = db.Sessions.AsNoTracking();
        Symbol = Request.Query["symbol"].FirstOrDefault() is { Length: > 0 } symbol ? symbol : null;
        if (Symbol is not null)
        {
            if (Symbol.Length > DocumentSymbol.MaxLength)
            {
                return Fail(ErrorCode.InvalidParameter, "symbol", Problems.Shorten(Symbol), "HSP/EB.2024/1");
            }
            var keys = DocumentSymbol.LookupKeysOf(Symbol);
            query = query.Where(d => keys.Contains(d.LookupKey));
            sessions = sessions.Where(s => query.Any(d => d.SessionId == s.Id));
        }
        if (Request.Query["before"].FirstOrDefault() is { } before)
        {
            if (await db.Sessions.Where(s => s.Id == before).Select(s => new { s.Year, s.Number }).FirstOrDefaultAsync(cancellationToken) is not { } last)
            {
                return Fail(ErrorCode.InvalidParameter, "before", Problems.Shorten(before), "2024-1");
            }
            sessions = sessions.Where(s => s.Year < last.Year || (s.Year == last.Year && s.Number < last.Number));
        }
        var found = await sessions.Where(s => db.Documents.Any(d => d.SessionId == s.Id)).OrderByDescending(s => s.Year).ThenByDescending(s => s.Number)
            .Select(s => new { s.Id, s.Title }).Take(SessionsShown + 1).ToListAsync(cancellationToken);
        Before = found.Count > SessionsShown ? found[SessionsShown - 1].Id : null;
        var ids = found.Take(SessionsShown).Select(s => s.Id).ToList();
        var documents = (await DocumentLine.ReadAsync(db, query.Where(d => ids.Contains(d.SessionId)), cancellationToken)).ToLookup(d => d.Session);
        Sessions = [.. found.Take(SessionsShown).Select(s => (s.Id, s.Title, (IReadOnlyList<DocumentLine>)[.. documents[s.Id]])).Where(s => s.Item3.Count > 0)];
        return Page();
    }
}
