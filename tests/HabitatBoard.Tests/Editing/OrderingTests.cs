using System.Text.Json.Nodes;
using HabitatBoard.Attendance;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Statements;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Editing;

/// <summary>Moving, renumbering, and the frame of a report, over the seeded record.</summary>
public sealed class OrderingTests : IAsyncLifetime
{
    private static readonly Attribution By = new("an editor", "a test", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private TestInstallation board = null!;

    public static TheoryData<string> Ordered => [.. Editors.All.Where(e => e.IsOrdered).Select(e => e.Name)];

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ordered))]
    public async Task TheFirst_IsNotMovedFurtherUp_AndNoPlaceIsBeforeTheFirst(string name)
    {
        var editor = Editors.Named(name)!;
        var before = await LabelsAsync(editor);
        var head = await HeadAsync();
        var first = await KeyAsync(editor, 0);
        await EditAsync(async edit => await Ordering.StepAsync(edit, editor, "2024-1", first, -1, CancellationToken.None));
        Assert.Equal(before, await LabelsAsync(editor));
        Assert.Equal(head, await HeadAsync());
        await Assert.ThrowsAsync<RecordException>(() => EditAsync(edit => Ordering.MoveAsync(edit, editor, "2024-1", first, 0, CancellationToken.None)));
    }

    [Fact]
    public async Task AStatement_IsMovedWithinItsParagraph_AndTheOthersMakeRoom()
    {
        var statements = Editors.Named("statement")!;
        var before = await StatementsAsync(21);
        await EditAsync(edit => Ordering.MoveAsync(edit, statements, "2024-1", before[4].ToString(), 2, CancellationToken.None));
        Guid[] expected = [before[0], before[4], before[1], before[2], before[3], .. before.Skip(5)];
        Assert.Equal(expected, await StatementsAsync(21));
        await EditAsync(edit => Ordering.MoveAsync(edit, statements, "2024-1", before[4].ToString(), 5, CancellationToken.None));
        Assert.Equal(before, await StatementsAsync(21));
        await EditAsync(edit => Ordering.MoveAsync(edit, statements, "2024-1", before[0].ToString(), 9_999, CancellationToken.None));
        Assert.Equal([.. before.Skip(1), before[0]], await StatementsAsync(21));
    }

    [Fact]
    public async Task TwoParagraphs_ExchangeTheirNumbers_InOneEdit()
    {
        var paragraphs = Editors.Named("paragraph")!;
        var (p20, p21) = (await ParagraphAsync(20), await ParagraphAsync(21));
        var head = await HeadAsync();
        await EditAsync(edit => Ordering.StepAsync(edit, paragraphs, "2024-1", "20", 1, CancellationToken.None));
        Assert.Equal((p21, p20), (await ParagraphAsync(20), await ParagraphAsync(21)));
        Assert.Equal(head + 2, await HeadAsync());
    }

    [Fact]
    public async Task AParagraph_GoesIntoTheSectionOfThatWhosePlaceItTakes()
    {
        // 24 is the first of section 5, 23 the last of section 4.
        await EditAsync(edit => Ordering.StepAsync(edit, Editors.Named("paragraph")!, "2024-1", "24", -1, CancellationToken.None));
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        Assert.Equal(4, await db.Paragraphs.Where(p => p.SessionId == "2024-1" && p.Number == 23).Select(p => p.Section.Number).SingleAsync());
    }

    [Fact]
    public async Task RoomIsMadeForAParagraph_AndTheGapIsClosed()
    {
        var (p20, p73) = (await ParagraphAsync(20), await ParagraphAsync(73));
        await EditAsync(async edit =>
        {
            await Renumbering.InsertAsync(edit, "2024-1", 20, CancellationToken.None);
            var editor = Editors.Named("paragraph")!;
            await editor.PutAsync(edit, "2024-1", null, DraftJson.Read(editor.DraftType, JsonNode.Parse("""{"number":20,"section":"4"}""")!.AsObject()), null, CancellationToken.None);
        });
        Assert.Equal((p20, p73), (await ParagraphAsync(21), await ParagraphAsync(74)));

        await Assert.ThrowsAsync<RecordException>(() => EditAsync(edit => Renumbering.CloseGapAsync(edit, "2024-1", 20, CancellationToken.None)));
        await EditAsync(async edit =>
        {
            await Editors.Named("paragraph")!.RemoveAsync(edit, "2024-1", "20", null, CancellationToken.None);
            await edit.FlushAsync(CancellationToken.None);
            await Renumbering.CloseGapAsync(edit, "2024-1", 20, CancellationToken.None);
        });
        Assert.Equal((p20, p73), (await ParagraphAsync(20), await ParagraphAsync(73)));
    }

    [Fact]
    public async Task ASection_MovesWithItsPartsAndParagraphs_AndNumbersRunOn()
    {
        var attendance = await ParagraphAsync(9);
        // Section II with its parts A, B and C changes places with section III.
        await EditAsync(edit => Ordering.StepAsync(edit, Editors.Named("section")!, "2024-1", "2", 1, CancellationToken.None));
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var labels = (await db.Sections.Where(s => s.SessionId == "2024-1").OrderBy(s => s.Order).ToListAsync()).Select(s => s.Label).Take(8);
        Assert.Equal(["0", "1", "2", "3", "3A", "3B", "3C", "4"], labels);
        var moved = await db.Paragraphs.Where(p => p.Id == attendance).Select(p => new { p.Number, p.Section.Letter, Section = p.Section.Number }).SingleAsync();
        Assert.Equal((15, 3, "C"), (moved.Number, moved.Section, moved.Letter));
        var numbers = await db.Paragraphs.Where(p => p.SessionId == "2024-1").OrderBy(p => p.Number).Select(p => p.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 73), numbers);
    }

    [Fact]
    public async Task AnAgendaItem_MovesWithItsSubItems()
    {
        await EditAsync(edit => Ordering.MoveAsync(edit, Editors.Named("agendaItem")!, "2024-1", "2", 4, CancellationToken.None));
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var items = await db.AgendaItems.Where(i => i.SessionId == "2024-1").OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync();
        Assert.Equal(["1", "2", "3", "4", "4(a)", "4(b)", "5"], items.Take(7).Select(i => i.Label));
        Assert.Equal("Organizational matters", items[3].Title.En!.Text);
    }

    [Fact]
    public async Task TheFrame_OfAReportThatIsWritten_AddsNothing()
    {
        var head = await HeadAsync();
        await EditAsync(edit => ReportOutline.MakeAsync(edit, "2024-1", CancellationToken.None));
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task TheFrame_FollowsTheAgenda_AndIsMadeOnce()
    {
        await AgendaAsync("1", "2", "2a", "2b", "3", "4");
        await EditAsync(edit => ReportOutline.MakeAsync(edit, "2024-2", CancellationToken.None));
        Assert.Equal(["1: 1 2", "2:", "2A: 3", "2B: 4", "2C: 5 6 7 8", "3: 9 10", "4: 11 12"], await FrameAsync());
        var head = await HeadAsync();
        await EditAsync(edit => ReportOutline.MakeAsync(edit, "2024-2", CancellationToken.None));
        Assert.Equal(head, await HeadAsync());

        // An item that is added later gets its section in its place, and what follows other numbers.
        await AgendaAsync("2c");
        await EditAsync(edit => ReportOutline.MakeAsync(edit, "2024-2", CancellationToken.None));
        Assert.Equal(["1: 1 2", "2:", "2A: 3", "2B: 4", "2C: 5 6 7 8", "2D: 9", "3: 10 11", "4: 12 13"], await FrameAsync());
    }

    [Fact]
    public async Task AStatement_IsRecordedDuringASession_WithoutAReport()
    {
        await AgendaAsync("1", "2", "3", "4");
        var numbers = new List<int>();
        foreach (var (item, kind, speaker) in new[]
        {
            ("3", StatementKind.Statement, "KEN"), ("3", StatementKind.Introduction, "NGA"), ("3", StatementKind.Statement, "BRA"),
            ("3", StatementKind.RightOfReply, "KEN"), ("1", StatementKind.Opening, "NGA"), ("3", StatementKind.Presentation, "EGY"),
        })
        {
            await EditAsync(async edit =>
            {
                var paragraph = await ReportOutline.EnsureParagraphAsync(edit, "2024-2", item, kind, CancellationToken.None);
                var editor = Editors.Named("statement")!;
                var draft = new StatementDraft { Item = item, Paragraph = paragraph.Number, Kind = kind, Capacity = Capacity.BoardMember, Speaker = new SpeakerDraft { Delegation = speaker } };
                await editor.PutAsync(edit, "2024-2", null, draft, null, CancellationToken.None);
                numbers.Add(paragraph.Number);
            });
        }
        Assert.Equal([2, 1, 2, 2, 1, 4], numbers);
        Assert.Equal(["1: 1", "3: 2 3 4"], await FrameAsync());
        var unknown = await Assert.ThrowsAsync<RecordException>(() => EditAsync(edit => ReportOutline.EnsureParagraphAsync(edit, "2024-2", "9", StatementKind.Statement, CancellationToken.None)));
        Assert.Equal(ErrorCode.ReferenceToNothing, unknown.Code);
    }

    [Fact]
    public async Task TheNextSpeaker_OnAnItemOfAWrittenReport_StandsWithTheOthers()
    {
        var head = await HeadAsync();
        Paragraph paragraph = null!;
        await EditAsync(async edit => paragraph = await ReportOutline.EnsureParagraphAsync(edit, "2024-1", "4", StatementKind.Statement, CancellationToken.None));
        Assert.Equal(21, paragraph.Number);
        await EditAsync(async edit => paragraph = await ReportOutline.EnsureParagraphAsync(edit, "2024-1", AttendanceClass.ObserverState, CancellationToken.None));
        Assert.Equal(10, paragraph.Number);
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task Attendance_IsRecordedBeforeThereIsAnAgenda()
    {
        await EditAsync(async edit =>
        {
            var observers = await ReportOutline.EnsureParagraphAsync(edit, "2024-2", AttendanceClass.ObserverState, CancellationToken.None);
            var members = await ReportOutline.EnsureParagraphAsync(edit, "2024-2", AttendanceClass.Member, CancellationToken.None);
            Assert.Equal((1, 1), (observers.Number, members.Number));
        });
        // Members stand before observers, whichever came first.
        Assert.Equal(["1: 1 2"], await FrameAsync());
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        Assert.Equal(AttendanceClass.Member, await db.AttendanceHeadings.Where(h => h.SessionId == "2024-2" && h.Paragraph.Number == 1).Select(h => h.Class).SingleAsync());
    }

    private Task EditAsync(Func<WorkingEdit, Task> work) => board.Working.EditAsync(
        async edit =>
        {
            await work(edit);
            return true;
        },
        By,
        CancellationToken.None);

    private async Task AgendaAsync(params IEnumerable<string> numbers)
    {
        var editor = Editors.Named("agendaItem")!;
        await new RecordEditor(board.Working).WriteAsync(
            [.. numbers.Select(n => new EditStep(editor, "2024-2", null, DraftJson.Read(editor.DraftType, JsonNode.Parse($$"""{"number":"{{n}}","title":{"en":"Item {{n}}"} }""")!.AsObject()), null))],
            By,
            CancellationToken.None);
    }

    /// <summary>The sections of 2024-2 with the numbers of their paragraphs.</summary>
    private async Task<IReadOnlyList<string>> FrameAsync()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var sections = await db.Sections.AsNoTracking().Where(s => s.SessionId == "2024-2").OrderBy(s => s.Order).ToListAsync();
        var paragraphs = (await db.Paragraphs.AsNoTracking().Where(p => p.SessionId == "2024-2").OrderBy(p => p.Number).ToListAsync()).ToLookup(p => p.SectionId, p => p.Number);
        return [.. sections.Select(s => $"{s.Label}: {string.Join(' ', paragraphs[s.Id])}".TrimEnd())];
    }

    private async Task<IReadOnlyList<Guid>> StatementsAsync(int paragraph)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return await db.Statements.Where(s => s.SessionId == "2024-1" && s.Paragraph.Number == paragraph).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync();
    }

    private async Task<Guid> ParagraphAsync(int number)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return await db.Paragraphs.Where(p => p.SessionId == "2024-1" && p.Number == number).Select(p => p.Id).SingleAsync();
    }

    private async Task<string> KeyAsync(Editor editor, int index)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return (await editor.ListAsync(db, "2024-1", CancellationToken.None))[index].Key;
    }

    private async Task<IReadOnlyList<string>> LabelsAsync(Editor editor)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return [.. (await editor.ListAsync(db, "2024-1", CancellationToken.None)).Select(l => $"{l.Key} {l.Sign}")];
    }

    private async Task<long> HeadAsync()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return await db.Changes.MaxAsync(c => c.Sequence);
    }
}
