using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HabitatBoard.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Api.V1;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">The address of the next page, also in the <c>Link</c> header (RFC 8288); null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>Which page of a list is wanted.</summary>
public sealed class PageQuery
{
    public const int MaxLimit = 1_000;
    public const int DefaultLimit = 500;

    /// <summary>How many items at most, from 1 to 1,000; 500 where it is left out.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins: taken from <c>next</c> of the page before. It holds while records change.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}

/// <summary>
/// Pages by position, not by count: a cursor is the sort key of the last item given, so that nothing is lost or
/// repeated when records come and go in between.
/// </summary>
internal static class Paging
{
    /// <summary>Reads limit and cursor.</summary>
    /// <param name="parts">How many parts the list's sort key has.</param>
    public static bool TryRead(HttpContext context, PageQuery query, int parts, out int limit, out string[]? after, out ProblemHttpResult? problem)
    {
        (limit, after, problem) = (PageQuery.DefaultLimit, null, null);
        if (query.Limit is not null && (!int.TryParse(query.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > PageQuery.MaxLimit))
        {
            problem = Problems.OfParameter(context, "limit", query.Limit, $"1–{PageQuery.MaxLimit}");
            return false;
        }
        if (query.Cursor is null)
        {
            return true;
        }
        after = Decode(query.Cursor);
        if (after?.Length != parts)
        {
            problem = Problems.Of(context, ErrorCode.InvalidCursor, query.Cursor.Length <= 100 ? query.Cursor : query.Cursor[..100]);
            return false;
        }
        return true;
    }

    /// <summary>A page of a list that is small enough to be read whole, such as one that a session owns.</summary>
    /// <param name="all">The items with their sort keys, which compare by code unit.</param>
    public static Results<Ok<Page<T>>, ProblemHttpResult> Slice<T>(HttpContext context, PageQuery query, IEnumerable<(string Key, T Item)> all)
    {
        if (!TryRead(context, query, 1, out var limit, out var after, out var problem))
        {
            return problem!;
        }
        var sorted = all.OrderBy(i => i.Key, StringComparer.Ordinal).ToList();
        var rest = after is null ? sorted : sorted.SkipWhile(i => string.CompareOrdinal(i.Key, after[0]) <= 0).ToList();
        return Answer(context, rest, limit, sorted.Count, i => i.Item, i => [i.Key]);
    }

    /// <summary>Answers with the first <paramref name="limit"/> rows; one more than that says that there is a next page.</summary>
    public static Ok<Page<T>> Answer<TRow, T>(HttpContext context, IReadOnlyList<TRow> rows, int limit, int total, Func<TRow, T> map, Func<TRow, string[]> key)
    {
        var items = rows.Take(limit).Select(map).ToList();
        string? next = null;
        if (rows.Count > limit)
        {
            var query = QueryString.Create(context.Request.Query
                .Where(p => p.Key is not "cursor" and not "limit")
                .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
                .Append(new("limit", limit.ToString(CultureInfo.InvariantCulture)))
                .Append(new("cursor", Encode(key(rows[limit - 1])))));
            next = context.Request.PathBase + context.Request.Path + query;
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }
        return TypedResults.Ok(new Page<T>(items, total, next));
    }

    public static string Encode(string[] key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\u001f', key)));

    public static string[]? Decode(string cursor)
    {
        if (cursor.Length > 1_000 || !Base64Url.IsValid(cursor))
        {
            return null;
        }
        var bytes = Base64Url.DecodeFromChars(cursor);
        return System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.AsSpan().Contains((byte)0) ? Encoding.UTF8.GetString(bytes).Split('\u001f') : null;
    }
}
