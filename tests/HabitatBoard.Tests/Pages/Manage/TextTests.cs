using System.Net;
using AngleSharp.Dom;
using HabitatBoard.Accounts;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>The text of a report beside what its facts compose, and the findings that are let stand.</summary>
public sealed class TextTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Session = "2024-1";
    private const string Page = "/en/manage/sessions/2024-1/text?text=zh";
    private const string Findings = "/en/manage/sessions/2024-1/findings";

    [Fact]
    public async Task AnEditedText_Stands_UntilItsFactsChange_ThenTheCompositionIsProposed_AndKeptOrTaken()
    {
        var editor = await board.SignedInAsync(Role.Editor);
        await PatchAsync("report", Session, "status", "adopted");
        var number = await WithStatementsAsync(0);
        var before = (await TextAsync(number))!;
        Assert.Equal("As its facts say", StateOf(await editor.GetPageAsync(Page), number));

        // Adopted text is not edited without a reason, nor is what was typed lost.
        var page = await editor.GetPageAsync(Page);
        var refused = await StaffClient.ReadAsync(await editor.SendAsync(Page, Edit(page, number, "人手改写。", ""), page), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("人手改写。", refused.QuerySelector($"#t{number}")!.TextContent.Trim());
        Assert.Equal(before, await TextAsync(number));

        using (var saved = await editor.SendAsync(Page, Edit(page, number, "人手改写。", "A correction."), page))
        {
            await StaffClient.ReadAsync(saved, HttpStatusCode.SeeOther);
        }
        Assert.Equal("人手改写。", await TextAsync(number));
        Assert.Equal("Kept as edited", StateOf(await editor.GetPageAsync(Page), number));

        // Somebody who has the page from before does not overwrite it.
        using (var late = await editor.SendAsync(Page, Edit(page, number, "迟到的改写。", "Late."), page))
        {
            var shown = await StaffClient.ReadAsync(late, HttpStatusCode.PreconditionFailed);
            Assert.Equal("迟到的改写。", shown.QuerySelector($"#t{number}")!.TextContent.Trim());
        }
        Assert.Equal("人手改写。", await TextAsync(number));

        await RemoveLastStatementAsync(number);
        page = await editor.GetPageAsync(Page + "&only=different");
        Assert.Equal("Proposal", StateOf(page, number));
        Assert.NotEmpty(page.QuerySelectorAll($"#p{number} ins"));
        Assert.Equal("人手改写。", await TextAsync(number));

        using (var kept = await editor.SendAsync(Page + "&handler=Keep", Decision(page, number), page))
        {
            await StaffClient.ReadAsync(kept, HttpStatusCode.SeeOther);
        }
        page = await editor.GetPageAsync(Page);
        Assert.Equal("Kept as edited", StateOf(page, number));
        Assert.Equal("人手改写。", await TextAsync(number));

        using (var taken = await editor.SendAsync(Page + "&handler=Take", Decision(page, number), page))
        {
            await StaffClient.ReadAsync(taken, HttpStatusCode.SeeOther);
        }
        Assert.Equal("As its facts say", StateOf(await editor.GetPageAsync(Page), number));
        Assert.NotEqual(before, await TextAsync(number));
        await AssertAccountedAsync();
    }

    [Fact]
    public async Task AChangedFact_UnderATextThatNobodyEdited_IsProposed_AndATakenProposalHasToBeTheOneSeen()
    {
        var editor = await board.SignedInAsync(Role.Editor);
        var number = await WithStatementsAsync(1);
        var before = await TextAsync(number);
        await RemoveLastStatementAsync(number);
        var page = await editor.GetPageAsync(Page);
        Assert.Equal("Proposal", StateOf(page, number));
        Assert.Equal(before, await TextAsync(number));
        var seen = Decision(page, number);

        await RemoveLastStatementAsync(number);
        using var stale = await editor.SendAsync(Page + "&handler=Take", seen, page);

        await StaffClient.ReadAsync(stale, HttpStatusCode.PreconditionFailed);
        Assert.Equal(before, await TextAsync(number));
    }

    [Fact]
    public async Task TheDesk_OfASessionWithoutAReport_TellsWhatStopsItsPublication()
    {
        const string Desk = "/en/manage/sessions/2024-2";
        var editor = await board.SignedInAsync(Role.Editor);
        Assert.Empty((await editor.GetPageAsync(Desk)).QuerySelectorAll(".s-error"));
        await board.Services.GetRequiredService<RecordEditor>().WriteAsync(
            new EditStep(Editors.Named("session")!, Units.Registers, "2024-2", null, null) { Patch = new() { ["openedAt"] = "2024-12-03T09:00:00+03:00" } }, new Attribution("an editor", "", DateTimeOffset.UtcNow), CancellationToken.None);

        var page = await editor.GetPageAsync(Desk);

        Assert.Matches(@"^Error:\s+1$", page.QuerySelector(".s-error")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"a[href='{Desk}/findings']"));
    }

    [Theory]
    [InlineData("?text=xx")]
    [InlineData("?only=all")]
    public async Task AnUnknownChoice_IsRefused(string query)
    {
        var editor = await board.SignedInAsync(Role.Editor);
        await editor.GetPageAsync("/en/manage/sessions/2024-1/text" + query, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AnAcceptedFinding_IsSilent_StopsNoPublication_AndSpeaksAgainWhenItsFactsChange()
    {
        var editor = await board.SignedInAsync(Role.Editor);
        await BeginOnAsync("2024-05-01");
        var errors = (await StandingAsync()).Count(f => f.Severity == Severity.Error);
        Assert.Single(await StandingAsync(), OpenedOnAnotherDay);
        Assert.Equal(ErrorCode.FindingsStand, (await Assert.ThrowsAsync<RecordException>(PublishAsync)).Code);
        var page = await editor.GetPageAsync(Findings);
        var digests = page.QuerySelectorAll(".findings.main > li").Where(li => li.QuerySelector(".s-error") is not null).Select(li => li.QuerySelector("input[name=digest]")!.GetAttribute("value")!).ToList();
        Assert.Equal(errors, digests.Count);

        // Not without a reason.
        using (var refused = await editor.SendAsync(Findings, [("digest", digests[0]), ("reason", " ")], page))
        {
            await StaffClient.ReadAsync(refused, HttpStatusCode.UnprocessableEntity);
        }
        Assert.Equal(errors, (await StandingAsync()).Count(f => f.Severity == Severity.Error));

        foreach (var digest in digests)
        {
            using var accepted = await editor.SendAsync(Findings, [("digest", digest), ("reason", "As printed.")], page);
            await StaffClient.ReadAsync(accepted, HttpStatusCode.SeeOther);
        }
        Assert.DoesNotContain(await StandingAsync(), f => f.Severity == Severity.Error);
        Assert.Empty((await editor.GetPageAsync("/en/manage/sessions/2024-1")).QuerySelectorAll(".s-error"));
        Assert.Null((await (await board.SignedInAsync(Role.Publisher)).GetPageAsync("/en/manage/sessions/2024-1/publish")).QuerySelector("#overruling"));
        await PublishAsync();

        // Another fact is another finding; the accepted one comes back as accepted.
        await BeginOnAsync("2024-05-02");
        Assert.Single(await StandingAsync(), OpenedOnAnotherDay);
        Assert.Equal(ErrorCode.FindingsStand, (await Assert.ThrowsAsync<RecordException>(PublishAsync)).Code);
        Assert.Contains("not on its first day", (await editor.GetPageAsync("/en/manage/sessions/2024-1/edit")).QuerySelector(".beside .findings")!.TextContent, StringComparison.Ordinal);
        await BeginOnAsync("2024-05-01");
        Assert.DoesNotContain(await StandingAsync(), OpenedOnAnotherDay);

        // Withdrawn, it speaks again.
        page = await editor.GetPageAsync(Findings);
        Assert.Equal(errors, page.QuerySelectorAll("details.accepted .findings > li").Length);
        using (var withdrawn = await editor.SendAsync(Findings + "?handler=Withdraw", [("digest", digests[0])], page))
        {
            await StaffClient.ReadAsync(withdrawn, HttpStatusCode.SeeOther);
        }
        // All of it that says the same: one acceptance stood for them.
        Assert.Contains(await StandingAsync(), f => f.Severity == Severity.Error);
        await AssertAccountedAsync();
    }

    [Fact]
    public void AFinding_GoesByWhatItSays_NotByTheNumberOfItsParagraph()
    {
        Finding Says(string message, int paragraph) => new(
            "list-order", Severity.Warning, LocalizedText.None.With(Language.En, message), LocalizedText.None, paragraph, [paragraph], new Subject("delegation", "KEN"));
        Assert.Equal(Says("Kenya stands after Uganda.", 3).DigestIn(Session), Says("Kenya stands after Uganda.", 4).DigestIn(Session));
        Assert.NotEqual(Says("Kenya stands after Uganda.", 3).DigestIn(Session), Says("Kenya stands after Zambia.", 3).DigestIn(Session));
        Assert.NotEqual(Says("Kenya stands after Uganda.", 3).DigestIn(Session), Says("Kenya stands after Uganda.", 3).DigestIn("2024-2"));
    }

    private static bool OpenedOnAnotherDay(Finding finding) => finding.Message.En!.Text.Contains("not on its first day", StringComparison.Ordinal);

    private static string StateOf(IDocument page, int number) => page.QuerySelector($"#p{number} .lab .status")!.TextContent;

    private static IEnumerable<(string Name, string Value)> Edit(IDocument page, int number, string words, string reason) =>
        Hidden(page.QuerySelector($"#t{number}")!.Closest("form")!).Concat([("words", words), ("status", "official"), ("reason", reason)]);

    private static IEnumerable<(string Name, string Value)> Decision(IDocument page, int number) =>
        Hidden(page.QuerySelector($"#p{number} form.decide")!).Append(("reason", "Decided."));

    private static IEnumerable<(string Name, string Value)> Hidden(IElement form) =>
        [.. form.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "__RequestVerificationToken").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private Task<BoardDbContext> OpenAsync() => board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);

    private async Task<IReadOnlyList<Finding>> StandingAsync()
    {
        await using var db = await OpenAsync();
        return await StandingFindings.ReadAsync(db, Session, CancellationToken.None);
    }

    private Task<Edition> PublishAsync() =>
        board.Services.GetRequiredService<Publisher>().PublishAsync(Session, new Attribution("a publisher", "A note.", DateTimeOffset.UtcNow), null, null, CancellationToken.None);

    private Task BeginOnAsync(string day) => PatchAsync("session", Units.Registers, "startsOn", day);

    private Task PatchAsync(string noun, string unit, string field, string value) => board.Services.GetRequiredService<RecordEditor>().WriteAsync(
        new EditStep(Editors.Named(noun)!, unit, Session, null, null) { Patch = new() { [field] = value } }, new Attribution("an editor", "", DateTimeOffset.UtcNow), CancellationToken.None);

    private async Task<string?> TextAsync(int number)
    {
        await using var db = await OpenAsync();
        return (await db.Paragraphs.AsNoTracking().SingleAsync(p => p.SessionId == Session && p.Number == number)).Text.Zh?.Text;
    }

    /// <summary>A paragraph that lists many statements; each test has one of its own.</summary>
    private async Task<int> WithStatementsAsync(int nth)
    {
        await using var db = await OpenAsync();
        var counts = await db.Statements.Where(s => s.SessionId == Session && s.Kind == StatementKind.Statement).GroupBy(s => s.Paragraph.Number).Select(g => new { Number = g.Key, Count = g.Count() }).ToListAsync();
        return counts.Where(c => c.Count > 4).OrderBy(c => c.Number).ElementAt(nth).Number;
    }

    private async Task RemoveLastStatementAsync(int number)
    {
        await using var db = await OpenAsync();
        var id = await db.Statements.Where(s => s.SessionId == Session && s.Paragraph.Number == number).OrderByDescending(s => s.Order).Select(s => s.Id).FirstAsync();
        await board.Services.GetRequiredService<RecordEditor>().WriteAsync(
            new EditStep(Editors.Named("statement")!, Session, id.ToString(), null, null), new Attribution("an editor", "", DateTimeOffset.UtcNow), CancellationToken.None);
    }

    /// <summary>The history tells of everything that is there, decisions included.</summary>
    private async Task AssertAccountedAsync()
    {
        await using var db = await OpenAsync();
        Assert.Empty(await History.UnaccountedAsync(db, CancellationToken.None));
    }
}
