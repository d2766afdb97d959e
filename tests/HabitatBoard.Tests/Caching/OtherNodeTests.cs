using System.Net;
using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Caching;

/// <summary>An application that never looks by itself whether another node published.</summary>
public sealed class UnwatchfulBoard : BoardFixture
{
    protected override TimeProvider Time { get; } = new WithoutTimers();

    private sealed class WithoutTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>What is asked here after another node published, and before this one looked whether one did.</summary>
public sealed class OtherNodeTests(UnwatchfulBoard board) : IClassFixture<UnwatchfulBoard>
{
    private static readonly Attribution By = new("an editor", "a test", DateTimeOffset.UtcNow);

    [Theory]
    [InlineData("/en/sessions/2024-1/attendance", "HTML")]
    [InlineData("/api/v1/sessions/2024-1/attendance?limit=1000", "JSON")]
    public async Task APage_OfADelegationThatThisNodeDoesNotKnow_IsMadeAnew(string path, string code)
    {
        var working = board.Services.GetRequiredService<WorkingStore>();
        var elsewhere = new Publisher(board.Services.GetRequiredService<BoardStores>(), new PublishedClock());
        var name = LocalizedText.None.With(Language.En, $"Kingdom of {code}");
        // The registers are in memory after this, and nothing that answers the address below.
        (await board.Client.GetAsync("/api/v1/sessions/2024-1")).EnsureSuccessStatusCode();
        await using (var db = await working.OpenAsync(CancellationToken.None))
        {
            db.Add(new Delegation(code, DelegationKind.State, name, name, SortKeys.For(name, LocalizedText.None)));
            var last = await db.Attendance.AsNoTracking().Where(e => e.SessionId == "2024-1" && e.Class == AttendanceClass.ObserverState).OrderByDescending(e => e.Order).FirstAsync();
            db.Add(new AttendanceEntry(Guid.NewGuid(), last.SessionId, last.Class, last.Order + 1, code, Presence.Present, last.ParagraphId));
            await working.SaveAsync(db, By, CancellationToken.None);
        }
        await elsewhere.PublishAsync(PublishedUnit.Registers, By, CancellationToken.None);
        await elsewhere.PublishAsync("2024-1", By, CancellationToken.None);

        using var answer = await board.Client.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {body}");
        Assert.Contains($"Kingdom of {code}", body, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"), "What was said before the page was made anew is lost.");
    }
}
