using System.Globalization;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Caching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>One change of one resource.</summary>
/// <param name="Sequence">From 1, without gaps; where to go on from.</param>
/// <param name="At">UTC.</param>
/// <param name="Author">Who published it; of the working store, who wrote it.</param>
/// <param name="Reason">The note of the publication; of the working store, why it was written, which may be empty.</param>
/// <param name="Unit">The session it belongs to, or <c>registers</c>.</param>
/// <param name="Type">What changed, <c>statement</c>.</param>
/// <param name="Key">Which one.</param>
/// <param name="Href">The address of the resource in the shape in which it is written; 404 once it is deleted. Null for what has no address.</param>
/// <param name="Fields"><c>{"field": [before, after]}</c>, of the working store alone; null in the public feed, whose readers fetch the resource.</param>
public sealed record ChangeContract(
    long Sequence, DateTimeOffset At, string Author, string Reason, string Unit, string Type, string Key, string? Href, ChangeOperation Operation, JsonObject? Fields);

internal static class ChangesApi
{
    public static void MapChanges(this RouteGroupBuilder reading) =>
        // Every place to go on from is an address; they would push out everything else.
        reading.MapGet("/changes", GetChanges).WithTags("Changes").WithMetadata(new PublishedContent { Kept = false });

    /// <summary>What changed for the public, in order and without gaps, deletions included; of the working store, every edit.</summary>
    /// <param name="since" example="0">The sequence after which to begin; from the beginning where it is left out.</param>
    /// <param name="limit">How many items at most, from 1 to 1,000; 500 where it is left out.</param>
    private static async Task<Results<Ok<Page<ChangeContract>>, ProblemHttpResult>> GetChanges(
        [FromQuery(Name = "since")] string? since, [FromQuery(Name = "limit")] string? limit, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var after = 0L;
        if (since is not null && !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return Problems.OfParameter(context, "since", since, "0, 1, 2, …");
        }
        if (!Paging.TryRead(context, new PageQuery { Limit = limit }, 1, out var most, out _, out var problem))
        {
            return problem!;
        }
        // A follower that is ahead follows a feed that is no longer this one: a backup was put back. It has to begin anew.
        var head = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0;
        if (after > head)
        {
            return Problems.OfParameter(context, "since", since, string.Create(CultureInfo.InvariantCulture, $"0–{head}"));
        }
        var rows = await db.Changes.AsNoTracking().Where(c => c.Sequence > after).OrderBy(c => c.Sequence).Take(most + 1).ToListAsync(cancellationToken);
        var total = await db.Changes.CountAsync(c => c.Sequence > after, cancellationToken);
        string? next = null;
        if (rows.Count > most)
        {
            rows.RemoveAt(most);
            var query = QueryString.Create(context.Request.Query.Where(p => p.Key is not "since").SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
                .Append(new("since", rows[^1].Sequence.ToString(CultureInfo.InvariantCulture))));
            next = context.Request.PathBase + context.Request.Path + query;
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }
        var hrefs = await HrefsAsync(db, rows, cancellationToken);
        return TypedResults.Ok(new Page<ChangeContract>(
            [.. rows.Select(c => new ChangeContract(
                c.Sequence, c.At, c.Author, c.Reason, c.Unit, c.Type, c.Key, hrefs.GetValueOrDefault(c.Sequence), c.Operation, c.Fields is null ? null : JsonNode.Parse(c.Fields)!.AsObject()))],
            total,
            next));
    }
    /// <summary>The addresses of what changed. The public feed names it by its key, the history by its id.</summary>
    private static async Task<IReadOnlyDictionary<long, string>> HrefsAsync(BoardDbContext db, IReadOnlyList<Change> rows, CancellationToken cancellationToken)
    {
        if (!db.IsWorking)
        {
            return rows.Select(c => (c.Sequence, Href: NounAddress.HrefOfFeed(c.Unit, c.Type, c.Key))).Where(c => c.Href is not null).ToDictionary(c => c.Sequence, c => c.Href!);
        }
        var hrefs = new Dictionary<long, string>();
        foreach (var group in rows.GroupBy(c => (c.Unit, c.Type)))
        {
            var found = await NounAddress.OfIdsAsync(db, group.Key.Unit, group.Key.Type, [.. group.Select(c => c.Key).Distinct()], cancellationToken);
            foreach (var change in group)
            {
                if (found.TryGetValue(change.Key, out var at))
                {
                    hrefs[change.Sequence] = at.Href;
                }
            }
        }
        return hrefs;
    }
}
