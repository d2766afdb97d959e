using System.Text.Json.Nodes;
using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>What was removed, to be brought back as it was.</summary>
[Accepts("done")]
internal sealed class RemovedModel(WorkingStore store, History history, TimeProvider clock, IAuthorizationService authorization) : EditingPage(store)
{
    private const int Most = 200;

    /// <summary>Something removed, by the change that removed it.</summary>
    public sealed record Line(long Sequence, string Key, DateTimeOffset At, string Author, string Reason, string Name);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool MayRestore { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? session, string collection)
    {
        if (await OpenAsync(session, collection) is { } nothing)
        {
            return nothing;
        }
        MayRestore = (await authorization.AuthorizeAsync(User, Policies.Publish)).Succeeded;
        var (name, unit) = (Editor.Name, Unit);
        // A session is a unit of its own, and so its removal stands in another.
        var removed = await Db.Changes.AsNoTracking()
            .Where(c => c.Type == name && c.Operation == ChangeOperation.Deleted && (c.Unit == unit || name == "session")
                && !Db.Changes.Any(later => later.Type == name && later.Key == c.Key && later.Sequence > c.Sequence))
            .OrderByDescending(c => c.Sequence).Take(Most).ToListAsync(HttpContext.RequestAborted);
        Lines = [.. removed.Select(c => new Line(c.Sequence, c.Key, c.At, c.Author, c.Reason, NameIn(c)))];
        PlaceBelow(T["manage.removed"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? session, string collection, long sequence, string? key)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.Publish)).Succeeded)
        {
            return Fail(User.Role >= Role.Publisher ? Errors.ErrorCode.SecondFactorRequired : Errors.ErrorCode.NotAllowed);
        }
        if (await OpenAsync(session, collection) is { } nothing)
        {
            return nothing;
        }
        await history.RestoreAsync(Editor.Name, key ?? "", sequence - 1, null, new Attribution(HttpContext.Writer, T["removed.reason"], clock.GetUtcNow()), HttpContext.RequestAborted);
        return SeeOther(Address() + new QueryBuilder { { "done", "restored" } });
    }

    /// <summary>What it was called: the number or symbol, and the first text in the reader's language, else in any.</summary>
    private string NameIn(Change change)
    {
        var fields = JsonNode.Parse(change.Fields!)!.AsObject().Where(f => !f.Key.Contains('/', StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value![0]);
        IEnumerable<string> Of(params IEnumerable<string> names) => names.Select(n => fields.GetValueOrDefault(n)).OfType<JsonValue>().Select(v => v.ToString());
        var texts = fields.Where(f => f.Key.EndsWith(".text", StringComparison.Ordinal)).ToList();
        var text = texts.Where(f => f.Key.EndsWith($".{Language.Code}.text", StringComparison.Ordinal)).Concat(texts).Select(f => f.Value!.ToString()).FirstOrDefault();
        return string.Join(' ', Of("symbol", "code", "number", "letter").Append(text ?? Of("delegationCode", "personCode").FirstOrDefault() ?? "")).Trim() is { Length: > 0 } name ? name : change.Key;
    }
}
