using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Pages.Documents;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Agenda;

/// <summary>An act of the Board other than the adoption of a decision.</summary>
/// <param name="Document">The document that it is about, if that is public.</param>
public sealed record ActLine(ActKind Kind, string? Item, int Paragraph, LocalizedText Subject, DocumentName? Document, string? SubjectSession)
{
    /// <summary>In the order of the report.</summary>
    public static async Task<IReadOnlyList<ActLine>> ReadAsync(BoardDbContext db, IQueryable<Act> acts, CancellationToken cancellationToken)
    {
        var rows = await acts.AsNoTracking().OrderBy(a => a.Paragraph.Number).ThenBy(a => a.Order)
            .LeftJoin(db.Documents.WherePublic(), a => a.DocumentSlug, d => d.Slug, (a, d) => new
            {
                a.Kind,
                Item = a.AgendaItem == null ? null : new { a.AgendaItem.Number, a.AgendaItem.Letter },
                Paragraph = a.Paragraph.Number,
                a.Subject,
                Document = d == null ? null : new DocumentName(d.Slug, d.Symbol, d.Title, d.Kind),
                a.SubjectSessionId,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(a => new ActLine(a.Kind, a.Item is null ? null : AgendaItem.LabelOf(a.Item.Number, a.Item.Letter), a.Paragraph, a.Subject, a.Document, a.SubjectSessionId))];
    }
}
