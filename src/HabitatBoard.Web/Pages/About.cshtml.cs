using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Web.Pages.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages;

/// <summary>What this is, where the record comes from, what the labels mean.</summary>
public sealed class AboutModel(BoardDbContext db) : BoardPage
{
    public IReadOnlyList<(string Session, LocalizedText Title, DocumentName? Document, ReportStatus Status)> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("about", T["about.title"]);
        var reports = await db.Reports.AsNoTracking().OrderByDescending(r => r.SessionId).Take(12).Select(r => new { r.SessionId, r.Title, r.DocumentSlug, r.Status }).ToListAsync(cancellationToken);
        var documents = await DocumentName.ReadAsync(db, reports.Select(r => r.DocumentSlug), cancellationToken);
        Sources = [.. reports.Select(r => (r.SessionId, r.Title, documents.GetValueOrDefault(r.DocumentSlug), r.Status))];
        return Page();
    }
}
