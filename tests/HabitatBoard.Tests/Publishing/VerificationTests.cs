using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Publishing;

/// <summary>What raw SQL does behind the application's back is found, and where.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private static readonly Attribution By = new("an editor", "a test", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Fact]
    public async Task AnInstallationLeftAlone_HasNoFault() => Assert.Empty(await FaultsAsync());

    [Fact]
    public async Task WhilePeopleEditAndPublish_NoFaultIsSeen()
    {
        using var stop = new CancellationTokenSource();
        var writes = 0;
        var people = Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; writes++)
            {
                await using (var db = await board.Working.OpenAsync(CancellationToken.None))
                {
                    var session = await db.Sessions.SingleAsync(s => s.Id == "2024-2");
                    session.Describe(session.Title.With(Language.En, $"Title {writes}"), session.Place, session.Mode, session.ModeNote, session.Interpretation);
                    await board.Working.SaveAsync(db, By, CancellationToken.None);
                }
                await board.Publisher.PublishAsync("2024-2", By, CancellationToken.None);
            }
        });
        try
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Empty(await FaultsAsync());
            }
        }
        finally
        {
            await stop.CancelAsync();
            await people;
        }
        Assert.True(writes > 5);
    }

    [SqliteFact]
    public async Task EveryAlteration_OfARandomRow_IsLocated()
    {
        var length = await LengthAsync();
        foreach (var column in new[] { "Author", "Reason", "Unit", "Type", "Key", "Fields", "Digest", "PreviousDigest", "At", "Operation" })
        {
            var row = Random.Shared.NextInt64(1, length + 1);
            var value = column switch { "At" => "'2020-01-01 00:00:00+00:00'", "Operation" => "CASE Operation WHEN 'Created' THEN 'Updated' ELSE 'Created' END", "Fields" => "replace(Fields, '\"', '\" ')", _ => $"'x' || substr(\"{column}\", 2)" };
            await using (await SavepointAsync())
            {
                if (column == "Fields")
                {
                    await ExecuteAsync("working", $"UPDATE Changes SET Fields = json_set(Fields, '$.\"a.field\"', json('[null,1]')) WHERE Sequence = {row}");
                }
                else
                {
                    await ExecuteAsync("working", $"UPDATE Changes SET \"{column}\" = {value} WHERE Sequence = {row}");
                }
                Assert.Contains(await FaultsAsync(), f => f.Where == $"history {row}");
            }
        }
        Assert.Empty(await FaultsAsync());
    }

    [SqliteFact]
    public async Task ADeletedRow_IsLocated_WhereverItStood()
    {
        var length = await LengthAsync();
        foreach (var row in new[] { 1, length / 2, length - 1, Random.Shared.NextInt64(2, length) })
        {
            await using (await SavepointAsync())
            {
                await ExecuteAsync("working", $"DELETE FROM Changes WHERE Sequence = {row}");
                Assert.Contains(await FaultsAsync(), f => f.Where == $"history {row}" && f.What.Contains("missing", StringComparison.Ordinal));
            }
        }
    }

    [SqliteFact]
    public async Task ADeletedRow_WhoseSuccessorsWereRenumbered_IsLocated()
    {
        var row = await LengthAsync() / 2;
        await ExecuteAsync("working", $"DELETE FROM Changes WHERE Sequence = {row}");
        await ExecuteAsync("working", $"UPDATE Changes SET Sequence = -Sequence WHERE Sequence > {row}");
        await ExecuteAsync("working", "UPDATE Changes SET Sequence = -Sequence - 1 WHERE Sequence < 0");
        Assert.Contains(await FaultsAsync(), f => f.Where == $"history {row}");
    }

    [SqliteFact]
    public async Task SwappedRows_AreBothLocated()
    {
        var length = await LengthAsync();
        var (one, other) = (Random.Shared.NextInt64(1, length / 2), Random.Shared.NextInt64(length / 2, length + 1));
        await ExecuteAsync("working", $"UPDATE Changes SET Sequence = -1 WHERE Sequence = {one}");
        await ExecuteAsync("working", $"UPDATE Changes SET Sequence = {one} WHERE Sequence = {other}");
        await ExecuteAsync("working", $"UPDATE Changes SET Sequence = {other} WHERE Sequence = -1");
        var faults = await FaultsAsync();
        Assert.Contains(faults, f => f.Where == $"history {one}");
        Assert.Contains(faults, f => f.Where == $"history {other}");
    }

    [SqliteFact]
    public async Task ATruncatedHistory_IsLocated_WhetherOrNotAnEditionRemembersIt()
    {
        var published = await LengthAsync();
        await using (await SavepointAsync())
        {
            await ExecuteAsync("working", $"DELETE FROM Changes WHERE Sequence > {published - 3}");
            Assert.Contains(await FaultsAsync(), f => f.Where == $"history {published}");
        }
        await RetitleAsync("Not yet published");
        await ExecuteAsync("working", $"DELETE FROM Changes WHERE Sequence > {published}");
        // No edition knows of it, but the record is not what the history says.
        Assert.Contains(await FaultsAsync(), f => f.Where == "session 2024-1" && f.What.Contains("title.en.text", StringComparison.Ordinal));
    }

    [SqliteFact]
    public async Task AHistoryRewrittenWithItsDigests_IsFound_ByWhoeverNotedItsHead()
    {
        await RetitleAsync("First");
        var noted = await new Verification(board.Stores).HeadAsync(CancellationToken.None);
        Assert.Empty(await FaultsAsync(noted));
        // The last row anew, with another author and a digest that fits: nothing inside shows it.
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var last = await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence).FirstAsync();
            var forged = new Change(last.Sequence, last.At, "somebody else", last.Reason, last.Unit, last.Type, last.Key, last.Operation, last.Fields, last.PreviousDigest);
            await ExecuteAsync("working", $"UPDATE Changes SET Author = 'somebody else', Digest = '{forged.Digest}' WHERE Sequence = {last.Sequence}");
        }
        Assert.Empty(await FaultsAsync());
        Assert.Contains(await FaultsAsync(noted), f => f.Where == $"history {noted.Sequence}");
    }

    [SqliteFact]
    public async Task ARecordChangedBehindTheHistory_IsLocated()
    {
        await ExecuteAsync("working", "UPDATE AgendaItems SET Number = 99 WHERE SessionId = '2024-1' AND Number = 4 AND Letter = ''");
        Assert.Contains(await FaultsAsync(), f => f.Where.StartsWith("agendaItem ", StringComparison.Ordinal) && f.What.Contains("number", StringComparison.Ordinal));
    }

    [SqliteTheory]
    [InlineData("UPDATE Editions SET Content = replace(Content, 'a', 'b') WHERE Unit = '2024-1'", "edition 2024-1/1")]
    [InlineData("UPDATE Editions SET Sha256 = 'x' || substr(Sha256, 2) WHERE Unit = '2024-1'", "edition 2024-1/1")]
    [InlineData("UPDATE Editions SET Number = 2 WHERE Unit = '2024-1'", "edition 2024-1/1")]
    [InlineData("DELETE FROM Editions WHERE Unit = '2024-1'", "published 2024-1")]
    [InlineData("UPDATE Paragraphs SET Text_Zh_Text = 'x' WHERE Number = 21", "published 2024-1")]
    [InlineData("DELETE FROM Citations WHERE \"Order\" = 1", "published 2024-1")]
    [InlineData("DELETE FROM Changes WHERE Sequence = 7", "feed 7")]
    [InlineData("UPDATE Changes SET \"Key\" = 'x' WHERE Sequence = 7", "feed 7")]
    public async Task WhatIsPublished_ChangedBehindThePublisher_IsLocated(string sql, string where)
    {
        await ExecuteAsync("published", sql);
        Assert.Contains(await FaultsAsync(), f => f.Where == where);
    }

    [SqliteFact]
    public async Task FilesThatAreNotWhatTheirNamesSay_AreLocated()
    {
        var folder = Directory.CreateDirectory(Path.Combine(board.Folder, "files")).FullName;
        byte[] content = [1, 2, 3];
        var good = CanonicalJson.Sha256(content);
        await File.WriteAllBytesAsync(Path.Combine(folder, good), content);
        Assert.Empty(await FaultsAsync());
        await File.WriteAllBytesAsync(Path.Combine(folder, good), [1, 2, 4]);
        Assert.Contains(await FaultsAsync(), f => f.Where == $"file {good}");
    }

    private async Task<List<Fault>> FaultsAsync(HistoryHead? noted = null)
    {
        var faults = new List<Fault>();
        await foreach (var fault in new Verification(board.Stores).RunAsync(noted, CancellationToken.None))
        {
            faults.Add(fault);
        }
        return faults;
    }

    private async Task<long> LengthAsync()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return await db.Changes.MaxAsync(c => c.Sequence);
    }

    private async Task RetitleAsync(string title)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var session = await db.Sessions.SingleAsync(s => s.Id == "2024-1");
        session.Describe(session.Title.With(Language.En, title, TextStatus.Unofficial), session.Place, session.Mode, session.ModeNote, session.Interpretation);
        await board.Working.SaveAsync(db, By, CancellationToken.None);
    }

    private async Task ExecuteAsync(string store, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(board.Folder, store)}.db;Pooling=false;Foreign Keys=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
    }

    /// <summary>The history as it is, put back at the end.</summary>
    private async Task<IAsyncDisposable> SavepointAsync()
    {
        await ExecuteOnceAsync("DROP TABLE IF EXISTS KeptChanges; CREATE TABLE KeptChanges AS SELECT * FROM Changes");
        return new Savepoint(() => ExecuteOnceAsync("DELETE FROM Changes; INSERT INTO Changes SELECT * FROM KeptChanges; DROP TABLE KeptChanges"));
    }

    private async Task ExecuteOnceAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(board.Folder, "working.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Savepoint(Func<Task> back) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await back();
    }
}
