using HabitatBoard.Agenda;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Agenda;

/// <summary>An act of the Board other than the adoption of a decision.</summary>
public sealed record ActLine(ActKind Kind, string? Item, int Paragraph, LocalizedText Subject, string? DocumentSlug, string? SubjectSession)
{
    /// <summary>In the order of the report.</summary>
    public static async Task<IReadOnlyList<ActLine>> ReadAsync(IQueryable<Act> acts, CancellationToken cancellationToken)
    {
        var rows = await acts.AsNoTracking().OrderBy(a => a.Paragraph.Number).ThenBy(a => a.Order)
            .Select(a => new
            {
                a.Kind,
                Item = a.AgendaItem == null ? null : new { a.AgendaItem.Number, a.AgendaItem.Letter },
                Paragraph = a.Paragraph.Number,
                a.Subject,
                a.DocumentSlug,
                a.SubjectSessionId,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(a => new ActLine(a.Kind, a.Item is null ? null : AgendaItem.LabelOf(a.Item.Number, a.Item.Letter), a.Paragraph, a.Subject, a.DocumentSlug, a.SubjectSessionId))];
    }
}
