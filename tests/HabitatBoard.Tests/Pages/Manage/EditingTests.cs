using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>The editing pages, the same for every kind of fact.</summary>
public sealed class EditingTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Session = "2024-1";

    public static TheoryData<string> Names => [.. Editors.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AForm_SentBackAsItStands_ChangesNothing(string name)
    {
        var (editor, unit, client) = await StartAsync(name);
        var page = await client.GetPageAsync(Address(editor, unit, await FirstAsync(editor, unit)));
        var head = await HeadAsync();

        using var answer = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).With("_reason", "a test").All, ("_do", "save")]);
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);

        await using var db = await OpenAsync();
        Assert.Empty(await db.Changes.Where(c => c.Sequence > head).Select(c => c.Fields).ToListAsync());
        await client.GetPageAsync(answer.Headers.Location!.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatIsRemoved_IsMadeAgain_ByItsForm(string name)
    {
        var (editor, unit, client) = await StartAsync(name);
        var key = await FreeAsync(editor, unit);
        if (key is null)
        {
            // Everything of this kind is referred to, and so is not removed.
            using var refused = await client.PostAsync(Frame(ManagePaths.Removal(editor, unit, await FirstAsync(editor, unit))), [("version", (await FindAsync(editor, unit, await FirstAsync(editor, unit)))!.Version)], Address(editor, unit));
            await StaffClient.ReadAsync(refused, HttpStatusCode.Conflict);
            return;
        }
        var before = await FindAsync(editor, unit, key);
        var form = FormFields.Of(await client.GetPageAsync(Address(editor, unit, key)));
        var removal = await client.GetPageAsync(Frame(ManagePaths.Removal(editor, unit, key)));
        using var removed = await client.SendWithoutTokenAsync(Action(removal), FormFields.Of(removal).All);
        await StaffClient.ReadAsync(removed, HttpStatusCode.SeeOther);
        Assert.Null(await FindAsync(editor, unit, key));

        var page = await client.GetPageAsync(Address(editor, unit, "new"));
        using var made = await client.SendAsync(Action(page), [.. form.AsNew().All.Where(f => f.Name != "__RequestVerificationToken"), ("_do", "save")], page);
        await StaffClient.ReadAsync(made, HttpStatusCode.SeeOther);

        var after = QueryOf(made.Headers.Location!)["key"];
        Assert.Equal(DraftJson.Write(before!.Draft).ToJsonString(), DraftJson.Write((await FindAsync(editor, unit, after))!.Draft).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AnEmptyForm_SaysWhatIsMissing_AtTheField_InTheReadersLanguage_AndStoresNothing(string name)
    {
        var (editor, unit, client) = await StartAsync(name);
        var head = await HeadAsync();
        var address = Address(editor, unit, "new", "fr");
        var page = await client.GetPageAsync(address);

        using var answer = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).Blank().All, ("_do", "save")]);
        var again = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);

        var links = again.QuerySelectorAll(".alert a").ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            var target = again.GetElementById(link.GetAttribute("href")![1..]);
            Assert.True(target is not null, $"{link.OuterHtml} leads nowhere");
            if (target is { LocalName: "input" or "select" or "textarea" })
            {
                Assert.Equal("true", target.GetAttribute("aria-invalid"));
                Assert.Contains(target.GetAttribute("aria-describedby")!.Split(' '), id => again.GetElementById(id)?.TextContent.Contains(link.TextContent.Trim(), StringComparison.Ordinal) == true);
            }
        });
        // Sentences name what people see, not the names of JSON.
        Assert.All(Fields(editor), field => Assert.All(links, link => Assert.DoesNotMatch($@"\b{field}\b", link.TextContent.Split('»')[0])));
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task SaveAndAddAnother_LeadsToAnEmptyForm_ThatNamesWhatWasSaved()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-2/agenda/new"));
        using var made = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).With("number", "31").With("title.en", "An item").All, ("_do", "new")]);
        await StaffClient.ReadAsync(made, HttpStatusCode.SeeOther);
        var again = await client.GetPageAsync(made.Headers.Location!.OriginalString);
        Assert.Equal("", FormFields.Of(again)["number"]);
        Assert.Equal(Action(page), Action(again));
        Assert.Contains("An item", again.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasTyped_StandsThereAgain_WithEveryMistakeNamed()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-1/statements/new"));
        var form = FormFields.Of(page).With("paragraph", "twelve").With("order", "0").With("speaker.delegation", "Ruritania").With("subject.en", "The budget\u202e").With("capacity", "boardMember");
        using var answer = await client.SendWithoutTokenAsync(Action(page), [.. form.All, ("_do", "save")]);
        var again = FormFields.Of(await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("twelve", again["paragraph"]);
        Assert.Equal("Ruritania", again["speaker.delegation"]);
        Assert.Equal("The budget\u202e", again["subject.en"]);

        using var next = await client.SendWithoutTokenAsync(Action(page), [.. form.With("paragraph", "12").All, ("_do", "save")]);
        var wrong = (await StaffClient.ReadAsync(next, HttpStatusCode.UnprocessableEntity)).QuerySelectorAll("[aria-invalid]").Select(e => e.GetAttribute("name")).ToList();
        Assert.Contains("order", wrong);
        Assert.Contains(wrong, w => w!.StartsWith("subject.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_InAnyLanguage_AndSentences_BecomeKeys()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-1/statements/new"));
        using var answer = await client.SendWithoutTokenAsync(Action(page),
        [
            .. FormFields.Of(page).With("paragraph", "12").With("capacity", "boardMember").With("speaker.delegation", "肯尼亚").With("onBehalfOf", "the African States\nSouth Africa, Brazil").All, ("_do", "save"),
        ]);
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);
        var draft = DraftJson.Write((await FindAsync(Editors.Named("statement")!, Session, QueryOf(answer.Headers.Location!)["key"]))!.Draft);
        Assert.Equal("KEN", (string?)draft["speaker"]!["delegation"]!["code"]);
        Assert.Equal(["AFR", "ZAF", "BRA"], draft["onBehalfOf"]!.AsArray().Select(o => (string?)o!["code"]));
    }

    [Fact]
    public async Task RowsAreAdded_Moved_AndRemoved_WithoutStoringAnything_AndBlankOnesAreNotSaved()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var address = Frame("/manage/sessions/2024-1/decisions/2024-1");
        var page = await client.GetPageAsync(address);
        var head = await HeadAsync();
        var titles = Titles(page);
        async Task PressAsync(string button, params (string Name, string Value)[] typed)
        {
            var form = typed.Aggregate(FormFields.Of(page), (f, t) => f.With(t.Name, t.Value));
            using var answer = await client.SendWithoutTokenAsync(Action(page), [.. form.All, ("_do", button)]);
            page = await StaffClient.ReadAsync(answer, HttpStatusCode.OK);
        }

        await PressAsync("add parts");
        Assert.Equal($"parts[{titles.Count}].letter", page.QuerySelector("[autofocus]")!.GetAttribute("name"));
        await PressAsync($"up parts[{titles.Count}]", ($"parts[{titles.Count}].title.en", "A new part"));
        Assert.Equal([.. titles.SkipLast(1), "A new part", titles[^1]], Titles(page));
        await PressAsync($"remove parts[{titles.Count - 1}]");
        Assert.Equal(titles, Titles(page));
        Assert.Equal(head, await HeadAsync());

        await PressAsync("add parts");
        using var saved = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).With("_reason", "a test").All, ("_do", "save")]);
        await StaffClient.ReadAsync(saved, HttpStatusCode.SeeOther);
        Assert.Equal(head, await HeadAsync());

        static List<string> Titles(IDocument page) => [.. page.QuerySelectorAll("[name]").Where(e => e.GetAttribute("name") is { } n && n.StartsWith("parts[", StringComparison.Ordinal) && n.EndsWith("].title.en", StringComparison.Ordinal)).Select(FormValue)];
        static string FormValue(IElement control) => control is AngleSharp.Html.Dom.IHtmlTextAreaElement text ? text.Value : control.GetAttribute("value") ?? "";
    }

    [Fact]
    public async Task ACorrection_OfAdoptedText_NeedsAReason()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-1/decisions/2024-1"));
        using var answer = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).With("title.fr", "Un autre titre").All, ("_do", "save")]);
        var again = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("true", again.QuerySelector("[name=_reason]")!.GetAttribute("aria-invalid"));
        Assert.Equal("Un autre titre", FormFields.Of(again)["title.fr"]);
    }

    [Theory]
    [InlineData(1_001, "")]
    [InlineData(1, "\u202e")]
    public async Task AReason_ThatCannotBeKept_IsRefused_AndNothingTypedIsLost(int length, string character)
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var reason = new string('r', length) + character;
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-1/agenda/4"));
        using var answer = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).With("title.fr", "Un titre").With("_reason", reason).All, ("_do", "save")]);
        var again = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Un titre", FormFields.Of(again)["title.fr"]);

        var removal = await client.GetPageAsync(Frame("/manage/sessions/2024-1/statements/" + await FirstAsync(Editors.Named("statement")!, Session) + "/remove"));
        using var refused = await client.SendWithoutTokenAsync(Action(removal), [.. FormFields.Of(removal).With("reason", reason).All]);
        var form = await StaffClient.ReadAsync(refused, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("true", reason), (form.QuerySelector("#reason")!.GetAttribute("aria-invalid"), form.QuerySelector("#reason")!.GetAttribute("value")));
    }

    [Fact]
    public async Task TheLoserOfAConflict_SeesBoth_Chooses_AndSaves()
    {
        var (one, other) = (await board.SignedInAsync(Role.Editor, secondFactor: false), await board.SignedInAsync(Role.Editor, secondFactor: false));
        var address = Frame("/manage/sessions/2024-1/agenda/3");
        var (mine, theirs) = (await one.GetPageAsync(address), await other.GetPageAsync(address));
        using var first = await other.SendWithoutTokenAsync(Action(theirs), [.. FormFields.Of(theirs).With("title.en", "Theirs").With("title.es", "De ellos").All, ("_do", "save")]);
        await StaffClient.ReadAsync(first, HttpStatusCode.SeeOther);

        using var second = await one.SendWithoutTokenAsync(Action(mine), [.. FormFields.Of(mine).With("title.en", "Mine").With("title.fr", "Le mien").All, ("_do", "save")]);
        var conflict = await StaffClient.ReadAsync(second, HttpStatusCode.Conflict);
        var choices = conflict.QuerySelectorAll("fieldset.choice").ToList();
        Assert.Equal(3, choices.Count);
        Assert.Contains("Theirs", choices[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Mine", choices[0].TextContent, StringComparison.Ordinal);
        Assert.Null(choices[0].QuerySelector("[checked]"));
        Assert.Equal("mine", conflict.QuerySelector("[name='_choice.title.fr'][checked]")!.GetAttribute("value"));
        Assert.Equal("theirs", conflict.QuerySelector("[name='_choice.title.es'][checked]")!.GetAttribute("value"));

        using var undecided = await one.SendWithoutTokenAsync(Action(conflict), [.. FormFields.Of(conflict).All, ("_do", "resolve")]);
        conflict = await StaffClient.ReadAsync(undecided, HttpStatusCode.UnprocessableEntity);
        using var chosen = await one.SendWithoutTokenAsync(Action(conflict), [.. FormFields.Of(conflict).With("_choice.title.en", "mine").All, ("_do", "resolve")]);
        await StaffClient.ReadAsync(chosen, HttpStatusCode.SeeOther);

        var draft = DraftJson.Write((await FindAsync(Editors.Named("agendaItem")!, Session, "3"))!.Draft);
        Assert.Equal(("Mine", "Le mien", "De ellos"), ((string?)draft["title"]!["en"], (string?)draft["title"]!["fr"], (string?)draft["title"]!["es"]));
    }

    [Fact]
    public async Task WhatSomebodyRemovedMeanwhile_IsShown_WithWhatWasTyped_AndCanBeSavedAnew()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var editor = Editors.Named("statement")!;
        var key = (await ListAsync(editor, Session))[5].Key;
        var page = await client.GetPageAsync(Address(editor, Session, key));
        await WriteAsync(new EditStep(editor, Session, key, null, null));

        using var answer = await client.SendWithoutTokenAsync(Action(page), [.. FormFields.Of(page).With("topic.en", "what was typed").All, ("_do", "save")]);
        var gone = await StaffClient.ReadAsync(answer, HttpStatusCode.Conflict);
        Assert.Equal("what was typed", FormFields.Of(gone)["topic.en"]);
        using var anew = await client.SendWithoutTokenAsync(Action(gone), [.. FormFields.Of(gone).All, ("_do", "save")]);
        await StaffClient.ReadAsync(anew, HttpStatusCode.SeeOther);
        Assert.NotNull(await FindAsync(editor, Session, QueryOf(anew.Headers.Location!)["key"]));
    }

    [Fact]
    public async Task WhatIsReferredTo_IsNotRemoved_AndThePageSaysByWhat()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-1/agenda/4/remove"));
        Assert.Null(page.QuerySelector("form.edit"));
        var links = page.QuerySelectorAll("main a[href*='/statements/']").ToList();
        Assert.NotEmpty(links);
        await client.GetPageAsync(links[0].GetAttribute("href")!);

        var head = await HeadAsync();
        var version = (await FindAsync(Editors.Named("agendaItem")!, Session, "4"))!.Version;
        using var refused = await client.SendAsync(Frame("/manage/sessions/2024-1/agenda/4/remove"), [("version", version)], page);
        await StaffClient.ReadAsync(refused, HttpStatusCode.Conflict);
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task WhatWasRemoved_IsBroughtBack_ByAPublisher()
    {
        var editor = Editors.Named("statement")!;
        var listed = (await ListAsync(editor, Session))[10];
        var before = await FindAsync(editor, Session, listed.Key);
        await WriteAsync(new EditStep(editor, Session, listed.Key, null, null));
        var address = Frame("/manage/sessions/2024-1/statements/removed");

        var (writer, publisher) = (await board.SignedInAsync(Role.Editor, secondFactor: false), await board.SignedInAsync(Role.Publisher));
        var page = await publisher.GetPageAsync(address);
        var line = page.QuerySelectorAll("input[name=key]").Single(k => k.GetAttribute("value") == listed.Key).Closest("form")!;
        (string, string)[] fields = [("key", listed.Key), ("sequence", line.QuerySelector("[name=sequence]")!.GetAttribute("value")!)];
        Assert.Null((await writer.GetPageAsync(address)).QuerySelector("input[name=key]"));
        using (var refused = await writer.PostAsync(address, fields))
        {
            await StaffClient.ReadAsync(refused, HttpStatusCode.Forbidden);
        }
        using var restored = await publisher.SendAsync(address, fields, page);
        await StaffClient.ReadAsync(restored, HttpStatusCode.SeeOther);
        Assert.Equal(before!.Version, (await FindAsync(editor, Session, listed.Key))!.Version);
    }

    [Fact]
    public async Task AList_IsFiltered_WithoutRegardToCaseAndAccents()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        Assert.All((await client.GetPageAsync(Frame("/manage/sessions/2024-1/statements?q=KENYA"))).QuerySelectorAll(".lines > li"), l => Assert.Contains("Kenya", l.TextContent, StringComparison.Ordinal));
        Assert.Empty((await client.GetPageAsync(Frame("/manage/sessions/2024-1/statements?q=nobody+at+all"))).QuerySelectorAll(".lines > li"));
    }

    [Fact]
    public async Task AStatement_IsMovedUpAndDown_InItsList()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var (editor, address) = (Editors.Named("statement")!, Frame("/manage/sessions/2024-1/statements"));
        var before = (await ListAsync(editor, Session)).Select(l => l.Key).ToList();
        var page = await client.GetPageAsync(address);
        const int At = 20;
        Assert.Equal($"down {At} {before[At]}", page.QuerySelector($"#n-{At} button[value^='down ']")!.GetAttribute("value"));
        using var moved = await client.SendAsync(address, [("move", $"down {At} {before[At]}")], page);
        await StaffClient.ReadAsync(moved, HttpStatusCode.SeeOther);
        Assert.EndsWith($"#n-{At + 1}", moved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(At + 1, (await ListAsync(editor, Session)).Select(l => l.Key).ToList().IndexOf(before[At]));
        using var back = await client.SendAsync(address, [("move", $"up {At + 1} {before[At]}")], page);
        Assert.Equal(before, (await ListAsync(editor, Session)).Select(l => l.Key));
        using var forged = await client.SendAsync(address, [("move", "sideways 1 x")], page);
        await StaffClient.ReadAsync(forged, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/manage/nothing")]
    [InlineData("/manage/sessions/1999-9")]
    [InlineData("/manage/sessions/2024-1/nothing")]
    [InlineData("/manage/sessions/2024-1/agenda/99")]
    [InlineData("/manage/sessions/2024-1/statements/not-an-id")]
    [InlineData("/manage/sessions/1999-9/agenda")]
    [InlineData("/manage/agenda")]
    [InlineData("/manage/agenda/4")]
    [InlineData("/manage/sessions/2024-1/agenda/99/remove")]
    public async Task WhatIsNotThere_IsNotFound(string path)
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        await client.GetPageAsync(Frame(path), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("_do", "resolve")]
    [InlineData("_do", "up parts[99999999999]")]
    [InlineData("_do", "remove parts")]
    [InlineData("_do", "add nothing at all")]
    [InlineData("_base", "{")]
    [InlineData("_base", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("_version", "0")]
    [InlineData("parts[0].letter", "\ud800")]
    [InlineData("parts[99999].letter", "x")]
    [InlineData("titleStatus.en", "important")]
    [InlineData("adoptedOn", "2024-02-30")]
    public async Task NoForm_HoweverForged_IsAFailure(string field, string value)
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Frame("/manage/sessions/2024-1/decisions/2024-2"));
        var fields = FormFields.Of(page).With("_reason", "a test").With("_do", "save").With(field, value);
        using var answer = await client.SendWithoutTokenAsync(Action(page), fields.All);
        Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync());
    }

    private static string Frame(string rest, string language = "en") => $"/{language}{rest}";

    private static string Address(Editor editor, string unit, string? key = null, string language = "en") => Frame(ManagePaths.Of(editor, unit, key), language);

    private static string Action(IDocument page) => page.QuerySelector("form.edit")!.GetAttribute("action")!;

    private static IEnumerable<string> Fields(Editor editor) => DraftShape.Of(editor.DraftType).Fields.Select(f => f.Name).Where(n => n.Any(char.IsUpper));

    private static Dictionary<string, string> QueryOf(Uri location) =>
        location.ToString().Split('?')[1].Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));

    private async Task<(Editor Editor, string Unit, StaffClient Client)> StartAsync(string name)
    {
        var editor = Editors.Named(name)!;
        if (name == "meeting" && (await ListAsync(editor, Session)).Count == 0)
        {
            // The record of the seed says nothing of the single meetings.
            await WriteAsync(new EditStep(editor, Session, null, DraftJson.Read(editor.DraftType, JsonNode.Parse("""{"number": 1, "day": "2024-05-06", "startsAt": "10:00:00"}""")!.AsObject()), null));
        }
        return (editor, ManagePaths.IsBelowSession(editor) ? Session : Units.Registers, await board.SignedInAsync(Role.Editor, secondFactor: false));
    }

    private Task<BoardDbContext> OpenAsync() => board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);

    private async Task<IReadOnlyList<Listed>> ListAsync(Editor editor, string unit)
    {
        await using var db = await OpenAsync();
        return await editor.ListAsync(db, unit, CancellationToken.None);
    }

    private async Task<string> FirstAsync(Editor editor, string unit) => (await ListAsync(editor, unit))[0].Key;

    /// <summary>One to which nothing refers; null where there is none.</summary>
    private async Task<string?> FreeAsync(Editor editor, string unit)
    {
        await using var db = await OpenAsync();
        foreach (var listed in (await editor.ListAsync(db, unit, CancellationToken.None)).Reverse().Take(20))
        {
            if ((await editor.ReferrersAsync(db, unit, listed.Key, CancellationToken.None)).Count == 0)
            {
                return listed.Key;
            }
        }
        return null;
    }

    private async Task<Editable?> FindAsync(Editor editor, string unit, string key)
    {
        await using var db = await OpenAsync();
        return await editor.FindAsync(db, unit, key, CancellationToken.None);
    }

    private Task WriteAsync(EditStep step) =>
        board.Services.GetRequiredService<RecordEditor>().WriteAsync(step, new Attribution("somebody else", "", DateTimeOffset.UtcNow), CancellationToken.None);

    private async Task<long> HeadAsync()
    {
        await using var db = await OpenAsync();
        return await db.Changes.MaxAsync(c => c.Sequence);
    }
}
