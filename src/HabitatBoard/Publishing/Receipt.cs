using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HabitatBoard.Publishing;

/// <summary>
/// What a request that bears a key of its own was answered with. It is stored together with what the request wrote, so
/// that the request is done once, however often it is sent (draft-ietf-httpapi-idempotency-key-header).
/// </summary>
public sealed class Receipt
{
    /// <summary>How long the same key gives the same answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The longest key, in characters.</summary>
    public const int KeyLength = 255;

    private Receipt()
    {
    }

    internal Receipt(Once once, DateTimeOffset at, string answer) =>
        (Caller, Key, Request, At, Answer) = (once.Caller, once.Key, once.Request, at.ToUnixTimeMilliseconds(), answer);

    /// <summary>Who sent it; the same key of somebody else is another.</summary>
    public string Caller { get; private set; } = "";

    public string Key { get; private set; } = "";

    /// <summary>The digest of what was asked for.</summary>
    public string Request { get; private set; } = "";

    /// <summary>Milliseconds since 1970, UTC: what is too old is found by comparing, in every store.</summary>
    public long At { get; private set; }

    /// <summary>The answer, in the words of whoever gave it.</summary>
    public string Answer { get; private set; } = "";
}

/// <summary>A request that is to be done once.</summary>
/// <param name="Caller">Who sends it.</param>
/// <param name="Key">What the caller calls it.</param>
/// <param name="Request">The digest of what is asked for.</param>
public sealed record Once(string Caller, string Key, string Request)
{
    /// <summary>The answer that was given before; null for a new request.</summary>
    /// <exception cref="RecordException"><see cref="ErrorCode.KeyOfAnotherRequest"/>: the key was used for something else.</exception>
    internal async Task<string?> AnsweredAsync(BoardDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = (now - Receipt.Lifetime).ToUnixTimeMilliseconds();
        await db.Receipts.Where(r => r.At < oldest).ExecuteDeleteAsync(cancellationToken);
        var earlier = await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Caller == Caller && r.Key == Key, cancellationToken);
        return earlier is null || earlier.Request == Request ? earlier?.Answer : throw new RecordException(ErrorCode.KeyOfAnotherRequest, Key);
    }
}

/// <summary>Requests that are done once though they do not write to the working store, where receipts are kept: publications.</summary>
public sealed class Receipts(BoardStores stores) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public void Dispose() => turn.Dispose();

    /// <summary>The answer that was given before, or else that of <paramref name="work"/>, which is kept; a failure is not.</summary>
    /// <exception cref="RecordException"><see cref="ErrorCode.KeyOfAnotherRequest"/>.</exception>
    public async Task<string> OnceAsync(Once once, DateTimeOffset at, Func<Task<string>> work, CancellationToken cancellationToken)
    {
        // Whoever sent it twice at a time finds the first answer when it is their turn.
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await stores.Working.CreateDbContextAsync(cancellationToken);
            if (await AloneAsync(() => once.AnsweredAsync(db, at, cancellationToken), cancellationToken) is { } earlier)
            {
                return earlier;
            }
            var answer = await work();
            db.Add(new Receipt(once, at, answer));
            // It is done, even where nobody waits for the answer any more: then above all it will be asked for again.
            await AloneAsync(() => db.SaveChangesAsync(CancellationToken.None), CancellationToken.None);
            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await stores.Gate.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            stores.Gate.Release();
        }
    }
}

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.HasKey(r => new { r.Caller, r.Key });
        builder.Property(r => r.Key).HasMaxLength(Receipt.KeyLength);
        builder.Property(r => r.Request).HasMaxLength(64);
        builder.Property(r => r.Answer).HasMaxLength(-1);
        builder.HasIndex(r => r.At);
    }
}
