using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>The adoption of a decision, a part of one, or paragraphs of it.</summary>
/// <param name="Item">The agenda item under which it was adopted, <c>2(b)</c>; null between sessions.</param>
/// <param name="Decision">The decision's number, <c>2024/1</c>.</param>
/// <param name="Part">The part's letter; null where the whole decision was adopted.</param>
/// <param name="Paragraphs">The numbers of the paragraphs adopted; null for a whole part or decision.</param>
/// <param name="OrallyAmended">Whether it was adopted as orally amended.</param>
/// <param name="ReportParagraph">The paragraph of the session's report that records it.</param>
public sealed record AdoptionContract(
    string? Item,
    string Decision,
    string? Part,
    IReadOnlyList<int>? Paragraphs,
    AdoptionManner Manner,
    bool OrallyAmended,
    string Session,
    int? ReportParagraph,
    Guid Id);

internal static class AdoptionsApi
{
    public static void MapAdoptions(this RouteGroupBuilder session) =>
        session.MapGet("/adoptions", GetAdoptions).WithTags("Decisions");

    /// <summary>What the Board adopted at a session, in the order of its report.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<Page<AdoptionContract>>, ProblemHttpResult>> GetAdoptions(
        string session, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        Paging.Slice(context, page, (await ReadAsync(db.Adoptions.Where(a => a.SessionId == session), cancellationToken)).Select(a => (a.Key, a.Adoption)));

    /// <summary>Adoptions with the sort keys that put them in the order of the report.</summary>
    public static async Task<IReadOnlyList<(string Key, AdoptionContract Adoption)>> ReadAsync(IQueryable<Adoption> adoptions, CancellationToken cancellationToken)
    {
        // One row for each paragraph covered, and one for an adoption that covers none by number.
        var rows = await adoptions
            .SelectMany(a => a.Paragraphs.DefaultIfEmpty(), (a, covered) => new
            {
                a.Id,
                a.SessionId,
                a.Order,
                Item = a.AgendaItem == null ? null : new { a.AgendaItem.Number, a.AgendaItem.Letter },
                a.Decision.Year,
                a.Decision.Number,
                Part = a.Part == null ? null : a.Part.Letter,
                Covered = covered == null ? null : covered.DecisionParagraph.Number,
                a.Manner,
                a.OrallyAmended,
                ReportParagraph = a.Paragraph == null ? (int?)null : a.Paragraph.Number,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.Id).Select(g => (Of: g.First(), Covered: g.Select(r => r.Covered).OfType<int>().Order().ToList()))
                .Select(a => (
                    Key: string.Create(CultureInfo.InvariantCulture, $"{a.Of.SessionId}/{a.Of.ReportParagraph ?? 0:D6}/{a.Of.Order:D4}/{a.Of.Id}"),
                    Adoption: new AdoptionContract(
                        a.Of.Item is null ? null : AgendaItem.LabelOf(a.Of.Item.Number, a.Of.Item.Letter),
                        Decision.LabelOf(a.Of.Year, a.Of.Number),
                        a.Of.Part,
                        a.Covered.Count == 0 ? null : a.Covered,
                        a.Of.Manner,
                        a.Of.OrallyAmended,
                        a.Of.SessionId,
                        a.Of.ReportParagraph,
                        a.Of.Id)))
                .OrderBy(a => a.Key, StringComparer.Ordinal),
        ];
    }
}
