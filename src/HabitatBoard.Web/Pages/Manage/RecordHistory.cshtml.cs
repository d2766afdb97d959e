using System.Globalization;
using System.Text.Json.Nodes;
using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>Everything that ever happened to one record, and the way back: to one value, or to a whole earlier state.</summary>
[Accepts("before", "done")]
internal sealed class RecordHistoryModel(WorkingStore store, History history, IAuthorizationService authorization, TimeProvider clock) : StaffPage
{
    private const int Shown = 50;

    public string Resource { get; private set; } = "";

    public string Key { get; private set; } = "";

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public UnitNames Names { get; private set; } = null!;

    /// <summary>What it is called, now or before it was removed.</summary>
    public string Sign { get; private set; } = "";

    public bool MayRestore { get; private set; }

    /// <summary>Whether it is there now; else any of its states can be brought back.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Whether the first change shown is the last that was made.</summary>
    public bool IsNewest { get; private set; }

    public bool Done { get; private set; }

    /// <summary>What was sent and refused: the state, the fields where it was not all of them, and the reason.</summary>
    public (long Sequence, IReadOnlyList<string> Paths, string Reason)? Typed { get; private set; }

    public string? Older { get; private set; }

    public string Address => Frame.Href($"/manage/history/{Resource}/{Uri.EscapeDataString(Key)}");

    public Task<IActionResult> OnGetAsync(string resource, string key, CancellationToken cancellationToken)
    {
        Done = Request.Query["done"].Count > 0;
        return ShowAsync(resource, key, cancellationToken);
    }

    /// <param name="sequence">The change after which the state stood.</param>
    /// <param name="path">The fields; all of them when there are none.</param>
    public async Task<IActionResult> OnPostAsync(string resource, string key, long sequence, string[] path, string? reason, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.Publish)).Succeeded)
        {
            return Fail(User.Role >= Role.Publisher ? ErrorCode.SecondFactorRequired : ErrorCode.NotAllowed);
        }
        RecordException? wrong = null;
        if (string.IsNullOrWhiteSpace(reason))
        {
            wrong = new RecordException(ErrorCode.FieldMissing, T["history.reason"]);
        }
        else if (reason.Length > Attribution.ReasonLength)
        {
            wrong = new RecordException(ErrorCode.TextTooLong, T["history.reason"], Language.Code, Attribution.ReasonLength);
        }
        else
        {
            try
            {
                await history.RestoreAsync(resource, key, sequence, path.Length == 0 ? null : path, new Attribution(HttpContext.Writer, reason.Trim(), clock.GetUtcNow()), cancellationToken);
                return SeeOther($"{Frame.Href($"/manage/history/{resource}/{Uri.EscapeDataString(key)}")}?done=1");
            }
            catch (RecordException e)
            {
                wrong = e;
            }
        }
        Typed = (sequence, path, reason ?? "");
        var shown = await ShowAsync(resource, key, cancellationToken);
        ModelState.AddModelError(path.Length == 0 ? $"reason-{sequence}" : $"why-{sequence + 1}", Problems.Detail(wrong.Code, Language, [.. wrong.About]));
        if (shown is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            Response.StatusCode = Problems.StatusOf(wrong.Code);
        }
        return shown;
    }

    private async Task<IActionResult> ShowAsync(string resource, string key, CancellationToken cancellationToken)
    {
        long? before = null;
        if (Request.Query["before"].ToString() is { Length: > 0 } text)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                return Fail(ErrorCode.InvalidParameter, "before", Problems.Shorten(text), "1234");
            }
            before = sequence;
        }
        IsNewest = before is null;
        await using var db = await store.OpenAsync(cancellationToken);
        (Changes, var total) = await History.ListAsync(db, new HistoryFilter(Resource: resource, Key: key, Before: before), Shown, cancellationToken);
        if (total == 0 || T.Find($"noun.{resource}") is not { } noun)
        {
            return Fail(ErrorCode.RecordNotFound, Problems.Shorten(resource), Problems.Shorten(key));
        }
        (Resource, Key) = (resource, key);
        var now = await History.AtAsync(db, resource, key, long.MaxValue, cancellationToken);
        IsThere = now.Count > 0;
        MayRestore = (await authorization.AuthorizeAsync(User, Policies.Publish)).Succeeded;
        Names = await UnitNames.ReadAsync(db, Changes.Select(c => c.Unit).Distinct(), cancellationToken);
        var known = IsThere || Changes.Count == 0 ? now : new JsonObject(History.FieldsOf(Changes[0]).Select(f => KeyValuePair.Create(f.Path, f.Before?.DeepClone())));
        Sign = $"{noun} {Names.Sign(resource, key, known)}".Trim();
        if (Changes.Count == Shown && total > Shown)
        {
            Older = string.Create(CultureInfo.InvariantCulture, $"{Address}?before={Changes[^1].Sequence}");
        }
        Place("history", Sign, Crumb("/manage/history", T["manage.history"]));
        return Page();
    }
}
