using HabitatBoard.Documents;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>The files of a document, one for each language version.</summary>
[Accepts("done")]
[RequestSizeLimit(HttpLimits.UploadLength)]
internal sealed class FilesModel(WorkingStore store, DocumentFiles files, TimeProvider clock) : EditingPage(store)
{
    public string Key { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string NameInList { get; private set; } = "";

    public bool IsRestricted { get; private set; }

    public IReadOnlyList<DocumentVersion> Versions { get; private set; } = [];

    /// <summary>What was wrong with the file of which language.</summary>
    public (Language? Language, string Sentence)? Wrong { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string session, string key, string? done)
    {
        IsDone = done is not null;
        return await ShowAsync(session, key);
    }

    /// <summary>Takes a file in the place of the one that is held.</summary>
    public async Task<IActionResult> OnPostAsync(string session, string key, string? language, string? version, IFormFile? file)
    {
        if (!OfficialLanguages.TryParse(language, out var of))
        {
            return Fail(ErrorCode.MalformedRequest);
        }
        if (file is null)
        {
            return await WrongAsync(session, key, of, new RecordException(ErrorCode.FieldMissing, T["files.file"]));
        }
        return await ChangeAsync(session, key, of, version, async () =>
        {
            await using var content = file.OpenReadStream();
            return await files.KeepAsync(content, file.FileName, HttpContext.RequestAborted);
        });
    }

    /// <summary>Takes away the file that is held; its bytes stay, since editions may name them.</summary>
    public async Task<IActionResult> OnPostTakeAwayAsync(string session, string key, string? language, string? version) =>
        OfficialLanguages.TryParse(language, out var of)
            ? await ChangeAsync(session, key, of, version, () => Task.FromResult<HeldFile?>(null))
            : Fail(ErrorCode.MalformedRequest);

    private async Task<IActionResult> ChangeAsync(string session, string key, Language language, string? version, Func<Task<HeldFile?>> make)
    {
        try
        {
            await files.AttachAsync(session, key, language, await make(), version ?? "", new Attribution(HttpContext.Writer, "", clock.GetUtcNow()), HttpContext.RequestAborted);
            return SeeOther(Frame.Href($"{ManagePaths.Of(Editors.Named("document")!, session, key)}/files?done=1"));
        }
        catch (RecordException e) when (e.Code != ErrorCode.RecordNotFound)
        {
            return await WrongAsync(session, key, language, e);
        }
    }

    private async Task<IActionResult> WrongAsync(string session, string key, Language language, RecordException e)
    {
        Wrong = (language, Problems.Detail(e.Code, Language, [.. e.About]));
        var page = await ShowAsync(session, key);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private async Task<IActionResult> ShowAsync(string session, string key)
    {
        if (await OpenAsync(session, "documents") is { } nothing)
        {
            return nothing;
        }
        if (await Editor.FindAsync(Db, Unit, key, HttpContext.RequestAborted) is not { } found)
        {
            return Fail(ErrorCode.DocumentNotFound, Problems.Shorten(key));
        }
        (Key, Version) = (key, found.Version);
        var document = await Db.Documents.AsNoTracking().Include(d => d.Versions).FirstAsync(d => d.Slug == key, HttpContext.RequestAborted);
        IsRestricted = document.Distribution == Distribution.Restricted;
        Versions = [.. document.Versions.OrderBy(v => v.Language)];
        NameInList = document.Symbol ?? TextOf(document.Title);
        PlaceBelow(T.Format("files.title", NameInList));
        return Page();
    }
}
