using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Statements;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>One speaker taking the floor in one paragraph under one item.</summary>
/// <param name="Session">The session, <c>2024-1</c>.</param>
/// <param name="Item">The agenda item, <c>4</c>; null where the record does not say.</param>
/// <param name="Paragraph">The paragraph of the session's report that records it.</param>
/// <param name="Order">The place among the statements of its paragraph, from 1.</param>
/// <param name="OnBehalfOf">The groups and delegations spoken for, in the order in which they are named.</param>
/// <param name="Medium">Null where the record does not say.</param>
public sealed record StatementContract(
    Guid Id,
    string Session,
    string? Item,
    int Paragraph,
    int Order,
    SpeakerContract Speaker,
    Capacity Capacity,
    IReadOnlyList<GroupReference> OnBehalfOf,
    StatementKind Kind,
    Medium? Medium);

/// <summary>Who speaks: a delegation, a person, an office, or a person with office for a delegation.</summary>
/// <param name="Delegation">The delegation that speaks, or to which the person belongs.</param>
/// <param name="Person">The person, where one is named.</param>
/// <param name="Office">The office as printed, by language.</param>
public sealed record SpeakerContract(
    DelegationReference? Delegation,
    PersonReference? Person,
    IReadOnlyDictionary<string, string>? Office,
    IReadOnlyDictionary<string, TextStatus>? OfficeStatus);

/// <summary>Which statements are wanted; filters are combined.</summary>
public class StatementFilter
{
    /// <summary>An agenda item, <c>4</c>, <c>2a</c> or <c>2(a)</c>.</summary>
    [FromQuery(Name = "item")]
    public string? Item { get; init; }

    /// <summary>The code of the delegation that speaks.</summary>
    [FromQuery(Name = "delegation")]
    public string? Delegation { get; init; }

    /// <summary>A capacity, <c>boardMember</c>.</summary>
    [FromQuery(Name = "capacity")]
    public string? Capacity { get; init; }

    /// <summary>A kind, <c>rightOfReply</c>.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>The code of a group or delegation spoken for, <c>AFR</c>.</summary>
    [FromQuery(Name = "onBehalfOf")]
    public string? OnBehalfOf { get; init; }
}

/// <summary>Which statements of all sessions are wanted; filters are combined.</summary>
public sealed class StatementAcrossFilter : StatementFilter
{
    /// <summary>A session, <c>2024-1</c>.</summary>
    [FromQuery(Name = "session")]
    public string? Session { get; init; }

    /// <summary>The year of the session.</summary>
    [FromQuery(Name = "year")]
    public string? Year { get; init; }
}

internal static class StatementsApi
{
    public static void MapStatements(this RouteGroupBuilder api) =>
        api.MapGet("/statements", GetStatements).WithTags("Statements");

    public static void MapSessionStatements(this RouteGroupBuilder session) =>
        session.MapGet("/statements", GetSessionStatements).WithTags("Statements");

    /// <summary>Statements of all sessions, by session and in the order of their reports.</summary>
    private static Task<Results<Ok<Page<StatementContract>>, ProblemHttpResult>> GetStatements(
        [AsParameters] StatementAcrossFilter filter, [AsParameters] PageQuery page, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken) =>
        PageAsync(db.Statements, filter, page, db, registers, context, cancellationToken);

    /// <summary>The statements of one session, in the order of its report.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static Task<Results<Ok<Page<StatementContract>>, ProblemHttpResult>> GetSessionStatements(
        string session, [AsParameters] StatementFilter filter, [AsParameters] PageQuery page, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken) =>
        PageAsync(db.Statements.Where(s => s.SessionId == session), filter, page, db, registers, context, cancellationToken);

    private static async Task<Results<Ok<Page<StatementContract>>, ProblemHttpResult>> PageAsync(
        IQueryable<Statement> all, StatementFilter filter, PageQuery page, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var (query, wrong) = await NarrowAsync(db, all, filter, snapshot, cancellationToken);
        if (wrong is var (name, value, accepted))
        {
            return Problems.OfParameter(context, name, value, accepted);
        }
        if (!Paging.TryRead(context, page, 4, out var limit, out var after, out var problem))
        {
            return problem!;
        }
        var total = ReferenceEquals(query, db.Statements) ? await snapshot.CountStatementsAsync(db, cancellationToken) : await query.CountAsync(cancellationToken);
        // Where the page begins in the index of sessions. Said even at the beginning: the database does not know how
        // few rows are wanted, and would sort all of them.
        var from = after?[0] ?? "";
        query = query.Where(s => string.Compare(s.SessionId, from) >= 0);
        if (after is [var session, var paragraphText, var orderText, var idText])
        {
            if (!int.TryParse(paragraphText, CultureInfo.InvariantCulture, out var paragraph) || !int.TryParse(orderText, CultureInfo.InvariantCulture, out var order) || !Guid.TryParse(idText, out var id))
            {
                return Problems.Of(context, ErrorCode.InvalidCursor, page.Cursor!);
            }
            query = query.Where(s => s.SessionId != session
                || (s.Paragraph.Number > paragraph || (s.Paragraph.Number == paragraph && (s.Order > order || (s.Order == order && s.Id.CompareTo(id) > 0)))));
        }
        var rows = await ReadAsync(query.OrderBy(s => s.SessionId).ThenBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id).Take(limit + 1), snapshot, cancellationToken);
        return Paging.Answer(context, rows, limit, total, s => s, s =>
            [s.Session, s.Paragraph.ToString(CultureInfo.InvariantCulture), s.Order.ToString(CultureInfo.InvariantCulture), s.Id.ToString()]);
    }

    /// <summary>Applies the filters; a value that is not one of those possible is a problem, not an empty list.</summary>
    public static async Task<(IQueryable<Statement> Query, (string Name, string Value, string Accepted)? Wrong)> NarrowAsync(
        BoardDbContext db, IQueryable<Statement> query, StatementFilter filter, PublishedRegisters.Snapshot registers, CancellationToken cancellationToken)
    {
        if (filter is StatementAcrossFilter { Session: { } session })
        {
            if (!await db.Sessions.AnyAsync(s => s.Id == session, cancellationToken))
            {
                return (query, ("session", session, "2024-1"));
            }
            query = query.Where(s => s.SessionId == session);
        }
        if (filter is StatementAcrossFilter { Year: { } yearText })
        {
            if (!int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1946 or > 9999)
            {
                return (query, ("year", yearText, "2024"));
            }
            query = query.Where(s => db.Sessions.Where(x => x.Year == year).Select(x => x.Id).Contains(s.SessionId));
        }
        if (filter.Item is { } item)
        {
            if (AgendaItem.ParseNumber(item) is not var (number, letter))
            {
                return (query, ("item", item, "4, 2a, 2(a)"));
            }
            query = query.Where(s => s.AgendaItem!.Number == number && s.AgendaItem.Letter == letter);
        }
        if (filter.Delegation is { } delegation)
        {
            if (!registers.Delegations.ContainsKey(delegation))
            {
                return (query, ("delegation", delegation, "BRA, EU, PSE, …"));
            }
            query = query.Where(s => s.DelegationCode == delegation);
        }
        if (filter.OnBehalfOf is { } code)
        {
            var group = registers.Groups.ContainsKey(code);
            if (!group && !registers.Delegations.ContainsKey(code))
            {
                return (query, ("onBehalfOf", code, string.Join(", ", registers.Groups.Keys.Order(StringComparer.Ordinal))));
            }
            // A list of ids is found by its index; "any that fits" looks at every statement of every session.
            query = group
                ? query.Where(s => db.StatementsOnBehalf.Where(o => o.GroupCode == code).Select(o => o.StatementId).Contains(s.Id))
                : query.Where(s => db.StatementsOnBehalf.Where(o => o.DelegationCode == code).Select(o => o.StatementId).Contains(s.Id));
        }
        if (filter.Capacity is { } capacityText)
        {
            if (!Choices.TryParse<Capacity>(capacityText, out var capacity))
            {
                return (query, ("capacity", capacityText, Choices.Names<Capacity>()));
            }
            query = query.Where(s => s.Capacity == capacity);
        }
        if (filter.Kind is { } kindText)
        {
            if (!Choices.TryParse<StatementKind>(kindText, out var kind))
            {
                return (query, ("kind", kindText, Choices.Names<StatementKind>()));
            }
            query = query.Where(s => s.Kind == kind);
        }
        return (query, null);
    }

    /// <summary>Statements in the order of the query.</summary>
    public static async Task<IReadOnlyList<StatementContract>> ReadAsync(IQueryable<Statement> query, PublishedRegisters.Snapshot registers, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking()
            .Select(s => new
            {
                s.Id,
                s.SessionId,
                s.Order,
                s.DelegationCode,
                s.PersonCode,
                s.Office,
                s.Capacity,
                s.Kind,
                s.Medium,
                Paragraph = s.Paragraph.Number,
                Item = s.AgendaItem == null ? null : new { s.AgendaItem.Number, s.AgendaItem.Letter },
                OnBehalfOf = s.OnBehalfOf.OrderBy(o => o.Order).Select(o => new { o.GroupCode, o.DelegationCode }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new StatementContract(
                s.Id,
                s.SessionId,
                s.Item is null ? null : AgendaItem.LabelOf(s.Item.Number, s.Item.Letter),
                s.Paragraph,
                s.Order,
                new SpeakerContract(registers.Delegation(s.DelegationCode), registers.Person(s.PersonCode), s.Office.Map(), s.Office.StatusMap()),
                s.Capacity,
                [.. s.OnBehalfOf.Select(o => registers.SpokenFor(o.GroupCode, o.DelegationCode))],
                s.Kind,
                s.Medium)),
        ];
    }
}
