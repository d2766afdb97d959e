using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Hosting;

/// <summary>What is left when a process that writes is killed at any moment (kill -9).</summary>
public sealed class KillTests : IAsyncLifetime
{
    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [SqliteFact]
    public async Task NoAcknowledgedWrite_IsLost_AndNoneIsHalfWritten()
    {
        var acknowledged = new List<int>();
        for (var run = 0; run < 4; run++)
        {
            acknowledged.Clear();
            await using var fresh = await TestInstallation.SeededAsync();
            acknowledged.AddRange(await RunAndKillAsync("write", fresh.Folder, after: 5 + (run * 7)));
            await using var db = await fresh.Working.OpenAsync(CancellationToken.None);
            var there = (await db.Events.Select(e => e.Id).ToListAsync()).ToHashSet();
            Assert.All(acknowledged, n => Assert.Contains(Writer.IdOf(n), there));
            // A write is an event, a title and two rows of history: verification finds any that came without the others.
            Assert.Equal([], await FaultsAsync(fresh));
        }
        Assert.NotEmpty(acknowledged);
    }

    [SqliteFact]
    public async Task Publishing_LeavesTheOldEditionOrTheNew_NeverAMixture()
    {
        for (var run = 0; run < 5; run++)
        {
            var acknowledged = await RunAndKillAsync("publish", board.Folder, after: 1 + run);
            await using var db = await board.Stores.Published.CreateDbContextAsync();
            var rounds = (await db.Events.AsNoTracking().ToListAsync()).Select(e => e.Title.En?.Text).Where(t => t?.StartsWith("Round ", StringComparison.Ordinal) == true).ToList();
            Assert.Equal(Writer.EventsOfRound, rounds.Count);
            var round = int.Parse(Assert.Single(rounds.Distinct())![6..], CultureInfo.InvariantCulture);
            Assert.InRange(round, acknowledged.Max(), acknowledged.Max() + 1);
            Assert.Equal([], await FaultsAsync(board));
        }
    }

    private static async Task<List<Fault>> FaultsAsync(TestInstallation installation)
    {
        var faults = new List<Fault>();
        await foreach (var fault in new Verification(installation.Stores).RunAsync(null, CancellationToken.None))
        {
            faults.Add(fault);
        }
        return faults;
    }

    /// <summary>Lets it write until so much was acknowledged and a little longer, then kills it.</summary>
    private static async Task<List<int>> RunAndKillAsync(string what, string folder, int after)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, what, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var lines = new ConcurrentQueue<int>();
        var enough = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                lines.Enqueue(int.Parse(text, CultureInfo.InvariantCulture));
                if (lines.Count >= after)
                {
                    enough.TrySetResult();
                }
            }
        };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(enough.Task, ended) == ended)
        {
            Assert.Fail($"The writer ended by itself: {await errors}");
        }
        await Task.Delay(Random.Shared.Next(60));
        process.Kill();
        await ended;
        return [.. lines];
    }
}
