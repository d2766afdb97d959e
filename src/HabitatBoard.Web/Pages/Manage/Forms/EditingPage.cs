using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>A page on facts of one kind in the working store. What kind, and in which unit, its address says.</summary>
public abstract class EditingPage(WorkingStore store) : StaffPage
{
    /// <summary>The working store.</summary>
    public BoardDbContext Db { get; private set; } = null!;

    /// <summary>Where edits are saved.</summary>
    protected WorkingStore Store => store;

    public Editor Editor { get; private set; } = null!;

    /// <summary>The session, or <see cref="Units.Registers"/>.</summary>
    public string Unit { get; protected set; } = "";

    /// <summary>The name of the session; none for the registers.</summary>
    public LocalizedText SessionTitle { get; private set; } = LocalizedText.None;

    /// <summary>The address of one fact, or of their list.</summary>
    public string Address(string? key = null) => Frame.Href(ManagePaths.Of(Editor, Unit, key));

    /// <summary>Finds what the address names.</summary>
    /// <param name="collection">Sessions, where the address leaves it out.</param>
    /// <returns>The answer where there is no such thing.</returns>
    protected async Task<IActionResult?> OpenAsync(string? session, string? collection)
    {
        Db = await store.OpenAsync(HttpContext.RequestAborted);
        HttpContext.Response.RegisterForDisposeAsync(Db);
        Unit = session ?? Units.Registers;
        if (session is not null)
        {
            if (await Db.Sessions.AsNoTracking().Where(s => s.Id == session).Select(s => s.Title).FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } title)
            {
                return Fail(ErrorCode.SessionNotFound, Api.Problems.Shorten(session));
            }
            SessionTitle = title;
        }
        if (collection is null)
        {
            return null;
        }
        if (Editors.Of(collection) is not { } editor || ManagePaths.IsBelowSession(editor) != (session is not null))
        {
            return Fail(ErrorCode.NotFound, Api.Problems.Shorten(Request.Path));
        }
        Editor = editor;
        return null;
    }

    /// <summary>Says what the page is called, below the list of its kind and, where it has one, its session.</summary>
    protected void PlaceBelow(string title, bool list = true)
    {
        var crumbs = new List<Crumb>();
        if (Unit == Units.Registers)
        {
            if (Editor.Collection != "sessions")
            {
                crumbs.Add(Crumb("/manage/registers", T["manage.registers"]));
            }
        }
        else
        {
            crumbs.Add(Crumb("/manage/sessions", T["manage.sessions"]));
            if (Editor is not null)
            {
                var (language, text) = SessionTitle.For(Language)!.Value;
                crumbs.Add(new Crumb(Frame.Href($"/manage/sessions/{Unit}"), text.Text, language == Language ? null : language));
            }
        }
        if (list)
        {
            crumbs.Add(Crumb(ManagePaths.Of(Editor!, Unit), T[$"nouns.{Editor!.Name}"]));
        }
        Place(Unit == Units.Registers && Editor!.Collection != "sessions" ? "registers" : "sessions", title, crumbs);
    }

    /// <summary>How a fact stands in lists, in one line of text.</summary>
    public string NameOf(Listed listed) => string.Join(' ', new[] { listed.Sign, TextOf(listed.Label) }.Where(t => t.Length > 0));
}

/// <summary>Where things are edited, after the language in an address.</summary>
public static class ManagePaths
{
    /// <summary>The page of one fact, or the list of its kind; the desk of a session is its list.</summary>
    public static string Of(Editor editor, string unit, string? key = null)
    {
        var list = IsBelowSession(editor) ? $"/manage/sessions/{unit}/{editor.Collection}" : $"/manage/{editor.Collection}";
        return key is null ? list : IsDesk(editor, key) ? $"{list}/{key}/edit" : $"{list}/{Uri.EscapeDataString(key)}";
    }

    /// <summary>Whether it stands below a session. Sessions themselves do not; their list is one of all of them.</summary>
    public static bool IsBelowSession(Editor editor) => editor.OfSession && editor.Name != "session";

    /// <summary>The page that asks whether to remove a fact.</summary>
    public static string Removal(Editor editor, string unit, string key) =>
        IsDesk(editor, key) ? $"{Of(editor, unit)}/{key}/remove" : $"{Of(editor, unit, key)}/remove";

    /// <summary>The addresses of the editing pages that their files do not say: what belongs to a session stands below it.</summary>
    internal static void AddRoutes(PageConventionCollection conventions)
    {
        const string Manage = "/{lang:language}/manage";
        const string OfSession = Manage + "/sessions/{session}/{collection}";
        conventions.AddPageRoute("/Manage/List", OfSession);
        conventions.AddPageRoute("/Manage/Form", Manage + "/{collection}/new");
        conventions.AddPageRoute("/Manage/Form", OfSession + "/new");
        conventions.AddPageRoute("/Manage/Form", OfSession + "/{key}");
        conventions.AddPageRoute("/Manage/Form", Manage + "/sessions/{session}/edit");
        conventions.AddPageRoute("/Manage/Remove", OfSession + "/{key}/remove");
        conventions.AddPageRoute("/Manage/Remove", Manage + "/sessions/{session}/remove");
        conventions.AddPageRoute("/Manage/Removed", OfSession + "/removed");
    }

    // At the address of a session stands its desk.
    private static bool IsDesk(Editor editor, string key) => editor.Name == "session" && key is not ("new" or "removed");
}
