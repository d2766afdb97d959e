using System.Collections.Concurrent;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// The challenges of passkeys that were answered. Each travels with the browser, so that the server has nothing to keep until
/// there is an answer; without this, whoever saw the whole request could send it again while the challenge lasts. Each node
/// knows its own.
/// </summary>
internal sealed class UsedChallenges(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    /// <summary>Uses a challenge up.</summary>
    /// <returns>False where it was used before.</returns>
    public bool Use(string challenge)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in used.Where(u => u.Value < now))
        {
            used.TryRemove(old, out _);
        }
        return used.TryAdd(challenge, now + SignIns.Patience);
    }
}
