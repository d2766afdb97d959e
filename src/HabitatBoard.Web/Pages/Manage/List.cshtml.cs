using System.Globalization;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>All facts of one kind, to find one and change it.</summary>
[Accepts("q", "done", "key")]
internal sealed class ListModel(WorkingStore store, TimeProvider clock) : EditingPage(store)
{
    private readonly WorkingStore store = store;

    public IReadOnlyList<Listed> Lines { get; private set; } = [];

    /// <summary>How many there are without the filter.</summary>
    public int Count { get; private set; }

    public string? Sought { get; private set; }

    /// <summary>What was just done to which, for the message.</summary>
    public (string Done, Listed? To)? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? session, string collection, string? q, string? done, string? key)
    {
        if (await OpenAsync(session, collection) is { } nothing)
        {
            return nothing;
        }
        var all = await Editor.ListAsync(Db, Unit, HttpContext.RequestAborted);
        if (Editor.IsSingle && done is null)
        {
            return Redirect(Address(all.Count > 0 ? all[0].Key : "new"));
        }
        (Count, Sought) = (all.Count, q?.Trim());
        Lines = string.IsNullOrEmpty(Sought) ? all : [.. all.Where(l => Matches(l, Sought))];
        if (done is "saved" or "created" or "removed" or "restored")
        {
            Done = (done, all.FirstOrDefault(l => l.Key == key));
        }
        PlaceBelow(T[$"nouns.{Editor.Name}"], list: false);
        return Page();
    }

    /// <summary>Moves one by a place among its like.</summary>
    /// <param name="move"><c>up</c> or <c>down</c>, its place on the page, and its key.</param>
    public async Task<IActionResult> OnPostAsync(string? session, string collection, string? move)
    {
        if (await OpenAsync(session, collection) is { } nothing)
        {
            return nothing;
        }
        if (!Editor.IsOrdered || move?.Split(' ') is not ["up" or "down", var place, var key] || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return Fail(ErrorCode.MalformedRequest);
        }
        var step = move.StartsWith('u') ? -1 : 1;
        await store.EditAsync(
            async edit =>
            {
                await Ordering.StepAsync(edit, Editor, Unit, key, step, HttpContext.RequestAborted);
                return true;
            },
            new Attribution(HttpContext.Writer, "", clock.GetUtcNow()),
            HttpContext.RequestAborted);
        // Back to the line, which is where the next move is made from.
        return SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Address()}#n-{line + step}"));
    }

    /// <summary>What the filter looks at: the sign and the name in every language.</summary>
    public static string Haystack(Listed listed) =>
        string.Join(' ', listed.Label.Present().Select(t => t.Text.Text).Prepend(listed.Sign).Prepend(listed.Key));

    // As people compare: without regard to case and accents.
    private static bool Matches(Listed listed, string sought) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(Haystack(listed), sought, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
