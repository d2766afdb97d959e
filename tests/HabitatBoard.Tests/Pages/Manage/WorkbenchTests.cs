using System.Net;
using AngleSharp.Dom;
using HabitatBoard.Accounts;
using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>The workbenches for speakers and attendance, as a browser without JavaScript uses them.</summary>
public sealed class WorkbenchTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Speakers = "/en/manage/sessions/2024-1/speakers/";
    private const string Roll = "/en/manage/sessions/2024-1/roll";

    [Theory]
    [InlineData("Brazil", "BRA boardMember")]
    [InlineData("巴西", "BRA boardMember")]
    [InlineData("bra", "BRA boardMember")]
    [InlineData("البرازيل", "BRA boardMember")]
    [InlineData("braz", "BRA boardMember")]
    [InlineData("Nigeria on behalf of the African States, and then France", "NGA/AFR observer, FRA boardMember")]
    [InlineData("巴西、法国、德国和美国", "BRA boardMember, FRA boardMember, DEU boardMember, USA boardMember")]
    public async Task ALine_IsLogged_InTheCapacityThatTheAttendanceSuggests_AndCanBeUndone(string line, string expected)
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var before = await LoggedAsync("7");
        using var answer = await client.PostAsync(Speakers + "7", [("do", "add"), ("who", line), ("kind", "statement"), ("medium", "")]);
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);

        var logged = (await LoggedAsync("7")).Where(s => before.TrueForAll(b => b.Id != s.Id)).ToList();
        var attending = await CapacitiesAsync();
        Assert.Equal(
            expected.Split(", ").Select(e => e.Split(' ')[0]),
            logged.Select(s => s.DelegationCode + (s.OnBehalfOf.Count > 0 ? "/" + s.OnBehalfOf[0].GroupCode : "")));
        Assert.All(logged, s => Assert.Equal(attending.GetValueOrDefault(s.DelegationCode!, Capacity.Observer), s.Capacity));

        var page = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        var undo = page.QuerySelector("#undo")!;
        using var undone = await client.SendAsync(Speakers + "7", [("do", undo.GetAttribute("value")!)], page);
        var after = await client.GetPageAsync(undone.Headers.Location!.OriginalString);
        Assert.Equal(before.Select(s => s.Id), (await LoggedAsync("7")).Select(s => s.Id));

        // And what was undone can be brought back.
        using var back = await client.SendAsync(Speakers + "7", [("do", after.QuerySelector("#undo")!.GetAttribute("value")!)], after);
        await StaffClient.ReadAsync(back, HttpStatusCode.SeeOther);
        Assert.Equal(before.Count + logged.Count, (await LoggedAsync("7")).Count);
    }

    [Fact]
    public async Task ALineOfManySpeakers_IsUndoneAsOne_ByWhoeverWroteIt()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var before = await LoggedAsync("9");
        await using var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);
        var names = (await db.Delegations.OrderBy(d => d.Code).ToListAsync()).Where(d => d.Kind == DelegationKind.State).Select(d => d.RunningName[Language.Zh]!.Text).Take(120).ToList();
        using var answer = await client.PostAsync(Speakers + "9", [("do", "add"), ("who", string.Join("、", names)), ("kind", "statement"), ("medium", "")]);
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);
        var page = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        Assert.True((await LoggedAsync("9")).Count - before.Count > 100);

        var undo = page.QuerySelector("#undo")!.GetAttribute("value")!;
        var other = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var nothing = await other.PostAsync(Speakers + "9", [("do", undo)]);
        Assert.True((await LoggedAsync("9")).Count - before.Count > 100, "Nobody undoes what another one wrote.");
        using var undone = await client.SendAsync(Speakers + "9", [("do", undo)], page);
        Assert.Equal(before.Select(s => s.Id), (await LoggedAsync("9")).Select(s => s.Id));
        var back = (await client.GetPageAsync(undone.Headers.Location!.OriginalString)).QuerySelector("#undo")!.GetAttribute("value")!;
        using var still = await other.PostAsync(Speakers + "9", [("do", back)]);
        Assert.Equal(before.Count, (await LoggedAsync("9")).Count);
    }

    [Fact]
    public async Task ALine_ThatIsNotUnderstood_StaysInTheField_AndNothingIsStored()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var before = await LoggedAsync("8");
        foreach (var line in new[] { "Ruritania", "Brazil and Ruritania", "", "\u202e", new string('x', 5_000) })
        {
            using var answer = await client.PostAsync(Speakers + "8", [("do", "add"), ("who", line), ("kind", "answer"), ("medium", "videoLink")]);
            var page = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
            Assert.NotNull(page.QuerySelector("#wrong"));
            Assert.Equal(line.Length is 0 or > 2_000 ? line[..Math.Min(line.Length, 2_000)] : line.Trim('\0'), page.QuerySelector("#who")!.GetAttribute("value")!.Trim('\uFFFD', '\0'));
            Assert.Equal("answer", page.QuerySelector("#kind option[selected]")!.GetAttribute("value"));
        }
        Assert.Equal(before.Count, (await LoggedAsync("8")).Count);
    }

    [Theory]
    [InlineData("\ufffe", 0, "")]
    [InlineData("\ufffeBrazil", 0, "")]
    [InlineData("😀😀", 1_999, "")]
    public async Task WhatIsNoText_IsNotUnderstoodEither(string end, int before, string left)
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var answer = await client.PostAsync(Speakers + "8", [("do", "add"), ("who", new string('x', before) + end), ("kind", "answer"), ("medium", "")]);
        var page = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        if (before > 0)
        {
            Assert.Equal(new string('x', before) + left, page.QuerySelector("#who")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task TheBeginningOfSeveralNames_OffersThem_AndOneIsTaken()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var answer = await client.PostAsync(Speakers + "9", [("do", "add"), ("who", "guinea")]);
        // A whole name is that name; a beginning of several is asked.
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);
        using var several = await client.PostAsync(Speakers + "9", [("do", "add"), ("who", "ni")]);
        var page = await StaffClient.ReadAsync(several, HttpStatusCode.UnprocessableEntity);
        var offered = page.QuerySelectorAll(".offered button").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Contains("NGA", offered);
        using var chosen = await client.SendAsync(Speakers + "9", [("who", "ni"), ("who", "NGA")], page);
        await StaffClient.ReadAsync(chosen, HttpStatusCode.SeeOther);
        Assert.Equal("NGA", (await LoggedAsync("9"))[^1].DelegationCode);
    }

    [Fact]
    public async Task Speakers_AreMoved_WithinTheirParagraph()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var added = await client.PostAsync(Speakers + "10", [("do", "add"), ("who", "Kenya, Brazil")]);
        await StaffClient.ReadAsync(added, HttpStatusCode.SeeOther);
        var (kenya, brazil) = (await LoggedAsync("10") is [.., var k, var b]) ? (k, b) : throw new InvalidOperationException();
        using var moved = await client.PostAsync(Speakers + "10", [("do", $"up {brazil.Id}")]);
        await StaffClient.ReadAsync(moved, HttpStatusCode.SeeOther);
        Assert.Equal([brazil.Id, kenya.Id], (await LoggedAsync("10")).TakeLast(2).Select(s => s.Id));
    }

    [Fact]
    public async Task TheRoll_AddsWhoIsTicked_InListOrder_AndTakesOffWhoIsNot_AndNobodyElse()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await client.GetPageAsync(Roll + "?class=observerState");
        var before = page.QuerySelector("input[name=before]")!.GetAttribute("value")!;
        var present = before.Split(' ');
        var gone = present[0];
        // Somebody else ticked meanwhile.
        await CallAsync("LIE");

        using var answer = await client.SendAsync(Roll, [("class", "observerState"), ("before", before), .. present.Skip(1).Append("ISL").Select(c => ("ticked", c)), ("list", "")], page);
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);

        var now = await AttendingAsync(AttendanceClass.ObserverState);
        Assert.DoesNotContain(gone, now);
        Assert.Equal(present.Skip(1).Append("ISL").Append("LIE").Order(), now.Order());
        var (iceland, india) = (now.IndexOf("ISL"), now.IndexOf("IND"));
        Assert.True(india < 0 || iceland < india, "Iceland comes before India");
    }

    [Fact]
    public async Task APastedList_IsAdded_AndOneThatIsNotUnderstood_Stays()
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var wrong = await client.PostAsync(Roll, [("class", "observerState"), ("before", ""), ("list", "Monaco\nRuritania")], Roll + "?class=observerState");
        var page = await StaffClient.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Ruritania", page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Monaco\nRuritania", page.QuerySelector("#list")!.TextContent.Trim().ReplaceLineEndings("\n"));
        Assert.DoesNotContain("MCO", await AttendingAsync(AttendanceClass.ObserverState));

        using var answer = await client.SendAsync(Roll, [("class", "observerState"), ("before", ""), ("list", "Monaco\n安道尔\nSan Marino and Malta")], page);
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);
        var now = await AttendingAsync(AttendanceClass.ObserverState);
        Assert.All(new[] { "MCO", "AND", "SMR", "MLT" }, code => Assert.Contains(code, now));
    }

    [Theory]
    [InlineData("/en/manage/sessions/2024-1/speakers/99", 404)]
    [InlineData("/en/manage/sessions/2099-1/speakers", 404)]
    [InlineData("/en/manage/sessions/2024-1/roll?class=nobody", 400)]
    [InlineData("/en/manage/sessions/2024-1/speakers/4?at=1&done=what", 200)]
    public async Task AddressesOfNothing_AreAnswered(string path, int status)
    {
        var client = await board.SignedInAsync(Role.Editor, secondFactor: false);
        await client.GetPageAsync(path, (HttpStatusCode)status);
    }

    private async Task CallAsync(string code)
    {
        await board.Services.GetRequiredService<WorkingStore>().EditAsync(
            edit => HabitatBoard.Attendance.Roll.CallAsync(edit, "2024-1", AttendanceClass.ObserverState, [code], [], CancellationToken.None),
            new Attribution("another", "", DateTimeOffset.UtcNow),
            CancellationToken.None);
    }

    private async Task<List<string>> AttendingAsync(AttendanceClass attendanceClass)
    {
        await using var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);
        return await db.Attendance.Where(a => a.SessionId == "2024-1" && a.Class == attendanceClass).OrderBy(a => a.Order).Select(a => a.DelegationCode).ToListAsync();
    }

    private async Task<IReadOnlyDictionary<string, Capacity>> CapacitiesAsync()
    {
        await using var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);
        return await Floor.CapacitiesAsync(db, "2024-1", CancellationToken.None);
    }

    private async Task<List<Statement>> LoggedAsync(string item)
    {
        var number = int.Parse(item, System.Globalization.CultureInfo.InvariantCulture);
        await using var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);
        return await db.Statements.AsNoTracking().Include(s => s.OnBehalfOf).Where(s => s.SessionId == "2024-1" && s.AgendaItem!.Number == number && s.AgendaItem.Letter == "")
            .OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id).ToListAsync();
    }
}
