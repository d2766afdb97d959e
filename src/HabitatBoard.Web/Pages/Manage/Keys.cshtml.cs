using System.Globalization;
using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>The keys of systems that write to the record.</summary>
[Authorize(Policies.Administer)]
internal sealed class KeysModel(AccountsDbContext db, SecurityLog log, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>The text of a key that was just made, shown this once.</summary>
    public (string Name, string Text)? Made { get; private set; }

    public bool IsValid(ApiKey key) => key.IsValid(clock.GetUtcNow());

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? name, string? role, string? expires, CancellationToken cancellationToken)
    {
        DateTimeOffset? end = null;
        if (!string.IsNullOrEmpty(expires))
        {
            if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                ModelState.AddModelError("expires", T["keys.expires.wrong"]);
            }
            end = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        }
        if (!Enum.TryParse<Role>(role, out var given) || !Enum.IsDefined(given))
        {
            ModelState.AddModelError("role", T["keys.role.wrong"]);
        }
        if (ModelState.IsValid)
        {
            try
            {
                var (key, text) = ApiKey.Create(name ?? "", given, end, HttpContext.Writer, clock.GetUtcNow());
                if (await db.ApiKeys.AnyAsync(k => k.Name == key.Name, cancellationToken))
                {
                    ModelState.AddModelError("name", T["keys.name.taken"]);
                }
                else
                {
                    db.Add(key);
                    await db.SaveChangesAsync(cancellationToken);
                    log.KeyChanged(key.Name, $"created with role {key.Role}");
                    Made = (key.Name, text);
                    return await ShowAsync(cancellationToken);
                }
            }
            catch (RecordException e)
            {
                ModelState.AddModelError(e.Code == ErrorCode.DatesReversed ? "expires" : "name", T[e.Code == ErrorCode.DatesReversed ? "keys.expires.wrong" : "keys.name.wrong"]);
            }
        }
        await ShowAsync(cancellationToken);
        return Invalid();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id, cancellationToken) is not { } key)
        {
            return Fail(ErrorCode.KeyNotFound);
        }
        key.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        log.KeyChanged(key.Name, "revoked");
        return SeeOther(Frame.Href("/manage/keys"));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Place("keys", T["manage.keys"]);
        Keys = await db.ApiKeys.AsNoTracking().OrderBy(k => k.Name).ToListAsync(cancellationToken);
        return Page();
    }
}
