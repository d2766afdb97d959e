using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Search;
using HabitatBoard.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Search;

/// <summary>What is published is found, what is not is not, whatever became of the index's file.</summary>
public sealed class SearchIndexTests : IAsyncLifetime
{
    private static readonly Attribution By = new("an editor", "a test", new DateTimeOffset(2024, 5, 14, 9, 0, 0, TimeSpan.Zero));

    private TestInstallation board = null!;
    private SearchIndex index = null!;

    private string File => Path.Combine(board.Folder, "search.db");

    public async Task InitializeAsync()
    {
        board = await TestInstallation.EmptyAsync();
        await board.Seed.RunAsync(CancellationToken.None);
        index = new SearchIndex(board.Stores);
        Assert.True((await index.UpdateAsync(CancellationToken.None)).Rebuilt);
    }

    public async Task DisposeAsync()
    {
        index.Dispose();
        await board.DisposeAsync();
    }

    [Fact]
    public async Task ADraft_IsNotFound_BeforeItIsPublished_NorTheOldTextAfterwards()
    {
        const string Draft = "unveröffentlicht";
        await RewordAsync(21, Draft);
        await index.UpdateAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync(Draft));
        await index.RebuildAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync(Draft));
        Assert.Equal(1, await CountAsync("首先代表 77 国集团和中国"));
        Assert.DoesNotContain(Draft, System.IO.File.ReadAllText(File), StringComparison.OrdinalIgnoreCase);

        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        var update = await index.UpdateAsync(CancellationToken.None);

        Assert.Equal((false, 1), (update.Rebuilt, update.Units));
        Assert.Equal(1, await CountAsync("unveroffentlicht"));
        Assert.Equal(0, await CountAsync("首先代表 77 国集团和中国"));
        Assert.Equal(1, await CountAsync("\"执行局表示注意到在议程项目 4 下介绍的文件\""));
    }

    [Theory]
    [InlineData(Language.En, "\"speaking first on behalf of\"")]
    [InlineData(Language.Fr, "délégations")]
    [InlineData(Language.Es, "Junta")]
    [InlineData(Language.Ru, "Исполнительный")]
    [InlineData(Language.Ar, "المجلس")]
    public async Task AParagraph_IsFoundInEveryLanguage_AsComposed(Language language, string words)
    {
        var found = await index.FindAsync(new SearchQuery(words) { Type = SearchType.Paragraph, Language = language, Limit = 100 }, CancellationToken.None);
        Assert.NotEmpty(found.Hits);
        Assert.All(found.Hits, h => Assert.Equal((TextStatus.Composed, language, $"/sessions/2024-1/report#p{h.Paragraph}"), (h.Status, h.Language, h.Path)));
        // What had to be borrowed is found in its own language alone.
        Assert.Equal(0, (await index.FindAsync(new SearchQuery("财务") { Language = language }, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task AParagraph_IsFoundAsRecorded_WhereItIs_AndElsewhereAsComposed()
    {
        Assert.All(
            (await index.FindAsync(new SearchQuery("财务") { Type = SearchType.Paragraph }, CancellationToken.None)).Hits,
            h => Assert.Equal((Language.Zh, TextStatus.Official), (h.Language, h.Status)));
        Assert.Equal((1, 0), (await CountAsync("\"on behalf of the African States\"", Language.En, "2024-1/p21"), await CountAsync("sesquipedalian", Language.En, "2024-1/p21")));
        await RewordAsync(21, LocalizedText.None.With(Language.En, "A sesquipedalian paragraph", TextStatus.Unofficial));
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        await index.UpdateAsync(CancellationToken.None);
        Assert.Equal((0, 1), (await CountAsync("\"on behalf of the African States\"", Language.En, "2024-1/p21"), await CountAsync("sesquipedalian", Language.En, "2024-1/p21")));
        Assert.Equal(TextStatus.Composed, (await index.FindAsync(new SearchQuery("非洲国家") { Type = SearchType.Paragraph }, CancellationToken.None)).Hits.Single(h => h.Id == "2024-1/p21").Status);
    }

    [Fact]
    public async Task AComposedParagraph_Follows_WhatAnotherUnitSaysOfItsFacts()
    {
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var brazil = await db.Delegations.SingleAsync(d => d.Code == "BRA");
            brazil.Rename(brazil.ListName, brazil.RunningName.With(Language.En, "Pindorama"), brazil.SortKeys);
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        await board.Publisher.PublishAsync(PublishedUnit.Registers, By, CancellationToken.None);
        await index.UpdateAsync(CancellationToken.None);
        Assert.NotEqual(0, (await index.FindAsync(new SearchQuery("Pindorama") { Type = SearchType.Paragraph, Language = Language.En }, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task AParagraphOfADecision_LeadsToItsAnchor()
    {
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var paragraph = await db.Decisions.Where(d => d.Year == 2024 && d.Number == 1).SelectMany(d => d.Paragraphs).FirstAsync(p => p.Number == 4);
            db.Entry(paragraph).ComplexProperty(p => p.Text).CurrentValue = LocalizedText.None.With(Language.En, "Sesquipedalian requests");
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        await index.UpdateAsync(CancellationToken.None);
        Assert.Equal("/decisions/2024/1#p4", (await index.FindAsync(new SearchQuery("sesquipedalian"), CancellationToken.None)).Hits.Single(h => h.Type == SearchType.DecisionParagraph).Path);
    }

    [Fact]
    public async Task Following_LeavesTheSameIndex_AsMakingItAnew()
    {
        await RewordAsync(21, "changed");
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var brazil = await db.Delegations.SingleAsync(d => d.Code == "BRA");
            brazil.Rename(brazil.ListName.With(Language.En, "Brazil renamed"), brazil.RunningName.With(Language.En, "Brazil renamed"), brazil.SortKeys);
            db.Remove(await db.Citations.FirstAsync());
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        await board.Publisher.PublishAsync(PublishedUnit.Registers, By, CancellationToken.None);
        Assert.False((await index.UpdateAsync(CancellationToken.None)).Rebuilt);
        var followed = await ContentAsync();

        await index.RebuildAsync(CancellationToken.None);

        Assert.Equal(await ContentAsync(), followed);
        // The delegation and its five statements, and the paragraphs composed of them and of its attendance.
        Assert.Equal(12, await CountAsync("\"Brazil renamed\""));
    }

    [Fact]
    public async Task PublishingTheSameAgain_WritesNothing()
    {
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        Assert.Equal(0, (await index.UpdateAsync(CancellationToken.None)).Units);
    }

    [Fact]
    public async Task ARestrictedDocument_IsNotFound()
    {
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var document = await db.Documents.SingleAsync(d => d.Slug == "HSP-EB.2024-7");
            document.Describe(document.Kind, HabitatBoard.Documents.Distribution.Restricted, document.Title);
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        Assert.Equal("HSP-EB.2024-7", (await index.FindAsync(new SearchQuery("HSP/EB.2024/7"), CancellationToken.None)).Hits[0].Id);
        await board.Publisher.PublishAsync("2024-1", By, CancellationToken.None);
        await index.UpdateAsync(CancellationToken.None);
        Assert.DoesNotContain((await index.FindAsync(new SearchQuery("HSP/EB.2024/7"), CancellationToken.None)).Hits, h => h.Type == SearchType.Document);
        Assert.Empty(await index.SuggestAsync("HSP/EB.2024/7", null, 10, CancellationToken.None));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("rubbish")]
    [InlineData("damaged")]
    [InlineData("of another format")]
    [InlineData("of another store")]
    public async Task AnIndexThatCannotBeUsed_IsMadeAnew(string state)
    {
        SqliteConnection.ClearAllPools();
        switch (state)
        {
            case "missing":
                System.IO.File.Delete(File);
                break;
            case "empty":
                await System.IO.File.WriteAllBytesAsync(File, []);
                break;
            case "rubbish":
                await System.IO.File.WriteAllBytesAsync(File, [.. Enumerable.Repeat((byte)'x', 10_000)]);
                break;
            case "damaged":
                await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
                SqliteConnection.ClearAllPools();
                await using (var file = System.IO.File.OpenWrite(File))
                {
                    file.Position = 4_096;
                    await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4_096).ToArray());
                }
                // Nobody sees it before it is read.
                await Assert.ThrowsAsync<SqliteException>(() => CountAsync("财务"));
                Assert.True(index.IsBroken);
                break;
            case "of another format":
                await ExecuteAsync("UPDATE state SET format = 0");
                break;
            case "of another store":
                await ExecuteAsync("UPDATE state SET sequence = sequence + 1000");
                break;
        }
        Assert.True((await index.UpdateAsync(CancellationToken.None)).Rebuilt);
        Assert.False(index.IsBroken);
        Assert.Equal(9, (await index.FindAsync(new SearchQuery("财务") { Type = SearchType.Paragraph }, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task WhoeverReads_WhileItIsMadeAnew_SeesAWholeIndex()
    {
        using var stop = new CancellationTokenSource();
        // The index is made anew once the reader is at it, however late a busy machine lets it begin.
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = Task.Run(async () =>
        {
            do
            {
                Assert.Equal(9, (await index.FindAsync(new SearchQuery("财务") { Type = SearchType.Paragraph }, CancellationToken.None)).Total);
                begun.TrySetResult();
            }
            while (!stop.IsCancellationRequested);
        });
        await await Task.WhenAny(begun.Task, reader);
        // As the command line does it, from another process.
        using (var other = new SearchIndex(board.Stores))
        {
            await other.RebuildAsync(CancellationToken.None);
        }
        await index.RebuildAsync(CancellationToken.None);
        await stop.CancelAsync();
        await reader;
    }

    [Fact]
    public async Task WhereMoreMatchThanAreRanked_PagesStillHaveAll_EachOnce()
    {
        var file = new SearchFile(board.Folder);
        var (sequence, digest) = file.State()!.Value;
        using (var writer = file.Write())
        {
            foreach (var year in new[] { 1998, 1999 })
            {
                writer.Put($"{year}-1", [.. Enumerable.Range(1, 3_000).Select(n => new SearchEntry(SearchType.Paragraph, $"{year}-1/p{n}", Language.En, "Many", $"/sessions/{year}-1/report#p{n}")
                {
                    Titled = false,
                    Body = string.Concat(Enumerable.Repeat("zebra ", 1 + (n % 7))),
                    Session = $"{year}-1",
                })]);
            }
            writer.Commit(sequence, digest);
        }
        var found = new List<string>();
        for (SearchPosition? after = null; ;)
        {
            var page = await index.FindAsync(new SearchQuery("zebra") { Limit = 700, After = after }, CancellationToken.None);
            Assert.Equal(6_000, page.Total);
            Assert.False(page.Facets.Complete);
            found.AddRange(page.Hits.Select(h => h.Id));
            if (page.Hits.Count < 700)
            {
                break;
            }
            after = page.Hits[^1].Position;
        }
        Assert.Equal(6_000, found.Distinct().Count());
        Assert.Equal(6_000, found.Count);
        // The newest are ranked, the rest is by age.
        var byAge = new[] { 1999, 1998 }.SelectMany(year => Enumerable.Range(1, 3_000).Reverse().Select(n => $"{year}-1/p{n}"));
        Assert.Equal(byAge.Skip(SearchIndex.Ranked), found.Skip(SearchIndex.Ranked));
    }

    private Task RewordAsync(int number, string text) => RewordAsync(number, LocalizedText.None.With(Language.Zh, text));

    private async Task RewordAsync(int number, LocalizedText text)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var paragraph = await db.Paragraphs.SingleAsync(p => p.SessionId == "2024-1" && p.Number == number);
        db.Entry(paragraph).ComplexProperty(p => p.Text).CurrentValue = text;
        await board.Working.SaveAsync(db, By, CancellationToken.None);
    }

    private async Task<int> CountAsync(string query, Language language, string id) =>
        (await index.FindAsync(new SearchQuery(query) { Language = language, Limit = 1_000 }, CancellationToken.None)).Hits.Count(h => h.Id == id);

    private async Task<int> CountAsync(string query) => (await index.FindAsync(new SearchQuery(query), CancellationToken.None)).Total;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All that the index holds, but for the numbers of its rows.</summary>
    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        var rows = new List<string>();
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync();
        foreach (var sql in new[]
        {
            "SELECT unit, type, key, language, title, titled, body, status, path, session, paragraph, hex(digest), packed FROM entry JOIN facet USING (id) ORDER BY 1, 2, 3, 4",
            "SELECT folded, start, name, e.key, e.language FROM suggestion JOIN entry e ON e.id = entry ORDER BY 1, 2, 3, 4, 5",
            "SELECT term, script, length, entries FROM term ORDER BY 1",
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'text', 'instance'); SELECT term, col, offset, e.key, e.language FROM temp.terms JOIN entry e ON e.id = doc ORDER BY 1, 2, 4, 5, 3",
        })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add(string.Join('\t', values));
            }
        }
        return rows;
    }
}
