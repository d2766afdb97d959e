using HabitatBoard.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>Every unit that is published by itself: what is public of it, and whether it was edited since.</summary>
internal sealed class PublishModel(Publisher publisher) : StaffPage
{
    public IReadOnlyList<UnitState> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("publish", T["manage.publish"]);
        Units = await publisher.UnitsAsync(cancellationToken);
        return Page();
    }

    /// <summary>The key of the word for where it stands.</summary>
    public static string StateOf(UnitState unit) =>
        unit.Last is null ? "publish.never" : !unit.IsPublic ? "publish.withdrawn" : unit.IsAhead ? "publish.ahead" : "publish.current";

    public static string AddressOf(string unit) => unit == HabitatBoard.Publishing.Units.Registers ? "/manage/registers/publish" : $"/manage/sessions/{unit}/publish";
}
