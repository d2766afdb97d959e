using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>The agenda of a session.</summary>
/// <param name="ReportParagraph">The paragraph in which the agenda was adopted; it states every item.</param>
/// <param name="AdoptedFrom">The symbols of the documents it was adopted from.</param>
public sealed record AgendaContract(
    string Session,
    AgendaVersion Version,
    int? ReportParagraph,
    IReadOnlyList<string> AdoptedFrom,
    IReadOnlyList<AgendaItemContract> Items);

/// <summary>An item of the agenda with all that happened under it.</summary>
/// <param name="Number">As written in text, <c>4</c> or <c>2(a)</c>; in addresses <c>2a</c>.</param>
/// <param name="Section">The section of the report on the item, <c>4</c> or <c>2A</c>; null where there is none.</param>
/// <param name="Paragraphs">The paragraphs of the report in that section.</param>
/// <param name="Documents">The symbols of the documents before the item; a paper without one by its slug.</param>
/// <param name="Adoptions">What was adopted under the item.</param>
/// <param name="Acts">What else the Board did on the item.</param>
public sealed record AgendaItemContract(
    string Number,
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    IReadOnlyList<AgendaItemContract> SubItems,
    string? Section,
    IReadOnlyList<int> Paragraphs,
    IReadOnlyList<string> Documents,
    IReadOnlyList<AdoptionContract> Adoptions,
    IReadOnlyList<ActContract> Acts,
    AgendaVersion Version);

internal static class AgendaApi
{
    public static void MapAgenda(this RouteGroupBuilder session)
    {
        session.MapGet("/agenda", GetAgenda).WithTags("Agenda");
        session.MapGet("/agenda/{item}", GetAgendaItem).WithTags("Agenda");
    }

    /// <summary>The adopted agenda of a session, as a tree.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Ok<AgendaContract>> GetAgenda(string session, BoardDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(db, session, cancellationToken));

    /// <summary>One item of the agenda, with its sub-items.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    /// <param name="item" example="2a">The item's number, <c>4</c>, <c>2a</c> or <c>2(a)</c>.</param>
    private static async Task<Results<Ok<AgendaItemContract>, ProblemHttpResult>> GetAgendaItem(
        string session, string item, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var version = item.StartsWith(AgendaItemEditor.Provisional, StringComparison.Ordinal) ? AgendaVersion.Provisional : AgendaVersion.Adopted;
        if (AgendaItem.ParseNumber(version == AgendaVersion.Provisional ? item[AgendaItemEditor.Provisional.Length..] : item) is var (number, letter))
        {
            var label = AgendaItem.LabelOf(number, letter);
            var agenda = await ReadAsync(db, session, cancellationToken, version);
            if (agenda.Items.SelectMany(i => i.SubItems.Prepend(i)).FirstOrDefault(i => i.Number == label) is { } found)
            {
                return TypedResults.Ok(found);
            }
        }
        return Problems.Of(context, ErrorCode.AgendaItemNotFound, item);
    }

    private static async Task<AgendaContract> ReadAsync(
        BoardDbContext db, string session, CancellationToken cancellationToken, AgendaVersion version = AgendaVersion.Adopted)
    {
        var items = await db.AgendaItems.AsNoTracking()
            .Where(i => i.SessionId == session && i.Version == version)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter)
            .ToListAsync(cancellationToken);
        var sections = await db.Sections.Where(s => s.SessionId == session).OrderBy(s => s.Order)
            .Select(s => new { s.Id, s.ParentId, s.AgendaItemId, s.Number, s.Letter })
            .ToListAsync(cancellationToken);
        var paragraphs = (await db.Paragraphs.Where(p => p.SessionId == session).Select(p => new { p.SectionId, p.Number }).ToListAsync(cancellationToken))
            .ToLookup(p => p.SectionId, p => p.Number);
        var documents = (await db.DocumentItems.Where(i => i.SessionId == session)
                .Select(i => new { i.AgendaItemId, i.Document.Symbol, i.Document.Slug, i.Document.SortKey }).ToListAsync(cancellationToken))
            .OrderBy(d => d.SortKey, StringComparer.Ordinal)
            .ToLookup(d => d.AgendaItemId, d => d.Symbol ?? d.Slug);
        var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.SessionId == session), cancellationToken)).Select(a => a.Adoption).ToLookup(a => a.Item);
        var acts = (await ActsApi.ReadAsync(db, session, cancellationToken)).Select(a => a.Act).ToList();
        var actsByItem = acts.ToLookup(a => a.Item);
        var adoptedFrom = (await db.Documents.Where(d => d.SessionId == session && d.Kind == DocumentKind.Agenda && d.Symbol != null)
                .Select(d => new { d.Symbol, d.SortKey }).ToListAsync(cancellationToken))
            .OrderBy(d => d.SortKey, StringComparer.Ordinal).Select(d => d.Symbol!).ToList();

        return new AgendaContract(
            session,
            version,
            acts.FirstOrDefault(a => a.Kind == ActKind.AdoptedAgenda && a.SubjectSession is null)?.ReportParagraph,
            adoptedFrom,
            // A sub-item whose item is not recorded stands by itself.
            [.. items.Where(i => i.Letter.Length == 0 || items.All(above => above.Number != i.Number || above.Letter.Length > 0)).Select(Map)]);

        AgendaItemContract Map(AgendaItem item)
        {
            var own = sections.Where(s => s.AgendaItemId == item.Id).ToList();
            var within = own.Select(s => s.Id).ToHashSet();
            return new AgendaItemContract(
                item.Label,
                item.Title.Map(),
                item.Title.StatusMap(),
                item.Letter.Length > 0 ? [] : [.. items.Where(i => i.Number == item.Number && i.Letter.Length > 0).Select(Map)],
                own.FirstOrDefault() is { } section ? string.Create(CultureInfo.InvariantCulture, $"{section.Number}{section.Letter}") : null,
                [.. sections.Where(s => within.Contains(s.Id)).SelectMany(s => paragraphs[s.Id]).Order()],
                [.. documents[item.Id]],
                // Told by their labels, which are those of the adopted agenda: what it was adopted from has nothing under it.
                version == AgendaVersion.Adopted ? [.. adoptions[item.Label]] : [],
                version == AgendaVersion.Adopted ? [.. actsByItem[item.Label]] : [],
                item.Version);
        }
    }
}
