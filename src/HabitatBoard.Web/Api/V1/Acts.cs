using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>An act of the Board other than the adoption of a decision.</summary>
/// <param name="Item">The agenda item, <c>4</c>; null where it was taken under none.</param>
/// <param name="ReportParagraph">The paragraph of the session's report that records it.</param>
/// <param name="Subject">What was adopted, noted, agreed or decided, by language.</param>
/// <param name="Document">The symbol of the document it is about, if it is about one.</param>
/// <param name="SubjectSession">The session it is about, where that is another than this.</param>
public sealed record ActContract(
    ActKind Kind,
    string? Item,
    int ReportParagraph,
    IReadOnlyDictionary<string, string>? Subject,
    IReadOnlyDictionary<string, TextStatus>? SubjectStatus,
    string? Document,
    string? SubjectSession,
    Guid Id);

internal static class ActsApi
{
    public static void MapActs(this RouteGroupBuilder session) =>
        session.MapGet("/acts", GetActs).WithTags("Agenda");

    /// <summary>What the Board did at a session beside adopting decisions, in the order of its report.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<Page<ActContract>>, ProblemHttpResult>> GetActs(
        string session, [AsParameters] PageQuery page, BoardDbContext db, HttpContext context, CancellationToken cancellationToken) =>
        Paging.Slice(context, page, await ReadAsync(db, session, cancellationToken));

    /// <summary>Acts with the sort keys that put them in the order of the report.</summary>
    public static async Task<IReadOnlyList<(string Key, ActContract Act)>> ReadAsync(BoardDbContext db, string session, CancellationToken cancellationToken)
    {
        var rows = await db.Acts.AsNoTracking().Where(a => a.SessionId == session)
            .Select(a => new { Act = a, Item = a.AgendaItem == null ? null : new { a.AgendaItem.Number, a.AgendaItem.Letter }, Paragraph = a.Paragraph.Number })
            .ToListAsync(cancellationToken);
        var names = await DocumentsApi.NamesAsync(db, rows.Select(r => r.Act.DocumentSlug), cancellationToken);
        return
        [
            .. rows
                .Select(r => (
                    Key: string.Create(CultureInfo.InvariantCulture, $"{r.Paragraph:D6}/{r.Act.Order:D4}/{r.Act.Id}"),
                    Act: new ActContract(
                        r.Act.Kind,
                        r.Item is null ? null : AgendaItem.LabelOf(r.Item.Number, r.Item.Letter),
                        r.Paragraph,
                        r.Act.Subject.Map(),
                        r.Act.Subject.StatusMap(),
                        names.GetValueOrDefault(r.Act.DocumentSlug ?? ""),
                        r.Act.SubjectSessionId,
                        r.Act.Id)))
                .OrderBy(a => a.Key, StringComparer.Ordinal),
        ];
    }
}
