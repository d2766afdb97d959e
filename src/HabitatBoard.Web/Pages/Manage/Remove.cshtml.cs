using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>Asks whether to remove a fact; where others refer to it, says which.</summary>
internal sealed class RemoveModel(WorkingStore store, RecordEditor record, TimeProvider clock) : EditingPage(store)
{
    public string Key { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string NameInList { get; private set; } = "";

    /// <summary>Whether somebody changed it since it was asked.</summary>
    public bool Changed { get; private set; }

    /// <summary>What refers to it, by kind, with the address where it can be changed; null where it has no page.</summary>
    public IReadOnlyList<IGrouping<string, (string Name, string? Address)>> Referrers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? session, string? collection, string? key)
    {
        if (await OpenAsync(collection is null ? null : session, collection ?? "sessions") is { } nothing)
        {
            return nothing;
        }
        Key = collection is null ? session! : key!;
        if (await Editor.FindAsync(Db, Unit, Key, HttpContext.RequestAborted) is not { } found)
        {
            return Fail(ErrorCode.RecordNotFound, T[$"noun.{Editor.Name}"], Problems.Shorten(Key));
        }
        Version = found.Version;
        NameInList = (await Editor.ListAsync(Db, Unit, [found.Id], HttpContext.RequestAborted)).TryGetValue(found.Id, out var listed) ? NameOf(listed) : Key;
        Referrers = await NamedAsync(await Editor.ReferrersAsync(Db, Unit, Key, HttpContext.RequestAborted));
        PlaceBelow(T.Format("remove.title", NameInList));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? session, string? collection, string? key, string? version, string? reason)
    {
        try
        {
            if (await OpenAsync(collection is null ? null : session, collection ?? "sessions") is { } nothing)
            {
                return nothing;
            }
            await record.WriteAsync(new EditStep(Editor, Unit, collection is null ? session : key, null, version ?? ""), new Attribution(HttpContext.Writer, reason ?? "", clock.GetUtcNow()), HttpContext.RequestAborted);
            return SeeOther(Address() + new QueryBuilder { { "done", "removed" } });
        }
        catch (StaleException stale) when (stale.Current is not null)
        {
            Changed = true;
        }
        catch (StillReferredToException)
        {
            // The page says by what.
        }
        catch (RecordException e) when (e.Code is ErrorCode.TextTooLong or ErrorCode.ForbiddenCharacter)
        {
            ModelState.AddModelError("reason", Problems.Detail(e.Code, Language, [T["manage.reason"], .. e.About.Skip(1)]));
            var again = await OnGetAsync(session, collection, key);
            Response.StatusCode = Problems.StatusOf(e.Code);
            return again;
        }
        var page = await OnGetAsync(session, collection, key);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private async Task<IReadOnlyList<IGrouping<string, (string, string?)>>> NamedAsync(IReadOnlyList<Referrer> referrers)
    {
        var named = new List<(string Resource, (string, string?) Named)>();
        foreach (var kind in referrers.GroupBy(r => (r.Unit, r.Resource)))
        {
            var editor = Editors.Named(kind.Key.Resource);
            var unit = editor is not null && ManagePaths.IsBelowSession(editor) ? kind.Key.Unit : Units.Registers;
            var listed = editor is null ? null : await editor.ListAsync(Db, unit, [.. kind.Select(r => r.Key)], HttpContext.RequestAborted);
            foreach (var referrer in kind)
            {
                var line = listed?.GetValueOrDefault(referrer.Key);
                named.Add((kind.Key.Resource, line is null ? (referrer.Key, null) : (NameOf(line), Frame.Href(ManagePaths.Of(editor!, unit, line.Key)))));
            }
        }
        return [.. named.GroupBy(n => n.Resource, n => n.Named)];
    }
}
