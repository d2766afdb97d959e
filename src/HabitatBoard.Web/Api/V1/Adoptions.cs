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
    int? ReportParagraph);

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
        var rows = await adoptions
            .Select(a => new
            {
                a.Id,
                a.SessionId,
                a.Order,
                Item = a.AgendaItem == null ? null : new { a.AgendaItem.Number, a.AgendaItem.Letter },
                a.Decision.Year,
                a.Decision.Number,
                Part = a.Part == null ? null : a.Part.Letter,
                Paragraphs = a.Paragraphs.Select(p => p.DecisionParagraph.Number).ToList(),
                a.Manner,
                a.OrallyAmended,
                ReportParagraph = a.Paragraph == null ? (int?)null : a.Paragraph.Number,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows
                .Select(a => (
                    Key: string.Create(CultureInfo.InvariantCulture, $"{a.SessionId}/{a.ReportParagraph ?? 0:D6}/{a.Order:D4}/{a.Id}"),
                    Adoption: new AdoptionContract(
                        a.Item is null ? null : AgendaItem.LabelOf(a.Item.Number, a.Item.Letter),
                        Decision.LabelOf(a.Year, a.Number),
                        a.Part,
                        a.Paragraphs.Count == 0 ? null : [.. a.Paragraphs.OfType<int>().Order()],
                        a.Manner,
                        a.OrallyAmended,
                        a.SessionId,
                        a.ReportParagraph)))
                .OrderBy(a => a.Key, StringComparer.Ordinal),
        ];
    }
}
