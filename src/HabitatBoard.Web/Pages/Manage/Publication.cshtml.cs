using HabitatBoard.Accounts;
using HabitatBoard.Checks;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>
/// What publishing a unit would change for the public, the findings that stand against it, and the buttons. Whoever edits
/// reads it; Publishers press them.
/// </summary>
[Accepts("done")]
internal sealed class PublicationModel(Publisher publisher, IAuthorizationService authorization, TimeProvider clock) : StaffPage
{
    public UnitState Unit { get; private set; } = null!;

    public PublicationPreview Preview { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    /// <summary>Whether the registers were edited since their edition: what is new in them has to be published first.</summary>
    public bool RegistersAhead { get; private set; }

    /// <summary>What was done by the request before: an edition's number, or <c>withdrawn</c>.</summary>
    public string Done { get; private set; } = "";

    public IReadOnlyList<Finding> Errors => [.. Preview.Findings.Where(f => f.Severity == Severity.Error)];

    public string Address => Frame.Href(PublishModel.AddressOf(Unit.Unit));

    public async Task<IActionResult> OnGetAsync(string? session, CancellationToken cancellationToken)
    {
        Done = Request.Query["done"].ToString();
        return await ShowAsync(session ?? Units.Registers, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? session, string? note, string? overruling, string[] overruled, string? version, CancellationToken cancellationToken)
    {
        if (await RefuseAsync() is { } refusal)
        {
            return refusal;
        }
        var unit = session ?? Units.Registers;
        try
        {
            var edition = await publisher.PublishAsync(unit, By(note), version, new Overruled(overruling?.Trim() ?? "", overruled), cancellationToken);
            return SeeOther($"{Frame.Href(PublishModel.AddressOf(unit))}?done={edition.Number}");
        }
        catch (RecordException e)
        {
            var field = e.Code == ErrorCode.FindingsStand || (e.Code is ErrorCode.TextTooLong or ErrorCode.ForbiddenCharacter && Attribution.WrongWith(overruling ?? "", "overruling") is not null) ? "overruling" : "note";
            return await AgainAsync(unit, field, e, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? session, string? reason, CancellationToken cancellationToken)
    {
        if (await RefuseAsync() is { } refusal)
        {
            return refusal;
        }
        var unit = session ?? Units.Registers;
        try
        {
            await publisher.WithdrawAsync(unit, By(reason), cancellationToken);
            return SeeOther($"{Frame.Href(PublishModel.AddressOf(unit))}?done=withdrawn");
        }
        catch (RecordException e)
        {
            return await AgainAsync(unit, "reason", e, cancellationToken);
        }
    }

    private Attribution By(string? reason) => new(HttpContext.Writer, reason?.Trim() ?? "", clock.GetUtcNow());

    private async Task<IActionResult?> RefuseAsync()
    {
        MayPublish = (await authorization.AuthorizeAsync(User, Policies.Publish)).Succeeded;
        return MayPublish ? null : Fail(User.Role >= Role.Publisher ? ErrorCode.SecondFactorRequired : ErrorCode.NotAllowed);
    }

    private async Task<IActionResult> ShowAsync(string unit, CancellationToken cancellationToken)
    {
        var units = await publisher.UnitsAsync(cancellationToken);
        if (units.FirstOrDefault(u => u.Unit == unit) is not { } state)
        {
            return Fail(ErrorCode.SessionNotFound, Problems.Shorten(unit));
        }
        await RefuseAsync();
        Unit = state;
        RegistersAhead = unit != Units.Registers && units[0].IsAhead;
        Preview = await publisher.PreviewAsync(unit, cancellationToken);
        Place("publish", unit == Units.Registers ? T["manage.registers"] : TextOf(state.Title), Crumb("/manage/publish", T["manage.publish"]));
        return Page();
    }

    private async Task<IActionResult> AgainAsync(string unit, string field, RecordException error, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(unit, cancellationToken);
        ModelState.AddModelError(field, Problems.Detail(error.Code, Language, [.. error.About]));
        if (shown is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            Response.StatusCode = Problems.StatusOf(error.Code);
        }
        return shown;
    }
}
