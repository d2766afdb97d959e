using HabitatBoard.Data;
using HabitatBoard.Documents;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Documents;

/// <summary>The documents of one session, by family.</summary>
public sealed class SessionModel(BoardDbContext db) : BoardPage
{
    public IReadOnlyList<Family> Families { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PlaceInSession(T["nav.documents"]);
        Families = Family.Of(await DocumentLine.ReadAsync(db, db.Documents.WherePublic().Where(d => d.SessionId == Session.Id), cancellationToken), Session.Id);
        return Page();
    }
}

/// <summary>Documents of one family: working documents, information documents, papers without a symbol, earlier ones.</summary>
/// <param name="Key">Of the resource that names the family.</param>
public sealed record Family(string Key, IReadOnlyList<DocumentLine> Documents)
{
    public static IReadOnlyList<Family> Of(IEnumerable<DocumentLine> documents, string session)
    {
        var series = $".{session.Split('-')[0]}/";
        return
        [
            .. documents.GroupBy(d => d.Symbol is null ? "papers"
                    : !d.Symbol.Contains(series, StringComparison.Ordinal) ? "earlier"
                    : DocumentSymbol.Parse(d.Symbol).Nature == "INF" ? "information"
                    : "working")
                .OrderBy(g => Array.IndexOf(["working", "information", "papers", "earlier"], g.Key))
                .Select(g => new Family($"documents.{g.Key}", [.. g])),
        ];
    }
}
