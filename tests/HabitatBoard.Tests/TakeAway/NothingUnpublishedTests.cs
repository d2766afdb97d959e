using System.Text;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>Nothing that readers follow or take away has in it what is not published, or what is restricted.</summary>
public sealed class NothingUnpublishedTests
{
    private static readonly string[] Followed =
    [
        "/feed.atom", "/sessions/2024-1/feed.atom", "/delegations/KEN/feed.atom", "/calendar.ics", "/sessions/2024-1/calendar.ics", "/sessions.csv", "/delegations.csv", "/documents.csv",
        "/statements.csv", "/decisions.csv", "/sessions/2024-1/agenda.csv", "/sessions/2024-1/attendance.csv", "/sessions/2024-1/documents.csv", "/sessions/2024-1/statements.csv",
        "/sessions/2024-1/decisions.csv", "/sessions/2024-1/report.csv", "/sessions/2024-1/editions.csv",
    ];

    /// <summary>Every row of the working store bears a mark; nothing of it is anywhere.</summary>
    public sealed class Unpublished(WatchedBoard board) : IClassFixture<WatchedBoard>
    {
        [Fact]
        public async Task WhatIsWrittenAndNotPublished_IsInNoFormat()
        {
            await foreach (var (name, text) in EverythingAsync(board))
            {
                Assert.False(text.Contains(WatchedBoard.Mark, StringComparison.Ordinal), name);
            }
            Assert.Equal(0, board.Openings());
        }
    }

    /// <summary>A document that becomes restricted leaves everything.</summary>
    public sealed class Restricted(BoardFixture board) : IClassFixture<BoardFixture>
    {
        private const string Secret = "zzrestrictedzz";

        [Fact]
        public async Task ARestrictedDocument_IsInNoFormat()
        {
            await SetAsync(Distribution.General);
            var open = new List<string>();
            await foreach (var (name, text) in EverythingAsync(board))
            {
                if (text.Contains(Secret, StringComparison.Ordinal))
                {
                    open.Add(name);
                }
            }
            // The control: while it is not restricted it is in the tables and in the archive.
            Assert.Contains("/documents.csv", open);
            Assert.Contains(open, name => name.EndsWith("documents/HSP-EB.2024-2-Add.1.html", StringComparison.Ordinal));

            await SetAsync(Distribution.Restricted);
            await foreach (var (name, text) in EverythingAsync(board))
            {
                Assert.False(text.Contains(Secret, StringComparison.Ordinal) || name.Contains("HSP-EB.2024-2-Add.1", StringComparison.Ordinal), name);
            }
        }

        private async Task SetAsync(Distribution distribution)
        {
            var by = new Attribution("an editor", "a test", DateTimeOffset.UtcNow);
            var store = board.Services.GetRequiredService<WorkingStore>();
            await using (var db = await store.OpenAsync(CancellationToken.None))
            {
                var document = await db.Documents.SingleAsync(d => d.Slug == "HSP-EB.2024-2-Add.1");
                document.Describe(document.Kind, distribution, document.Title.With(Language.En, Secret, TextStatus.Unofficial));
                await store.SaveAsync(db, by, CancellationToken.None);
            }
            await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", by, CancellationToken.None);
        }
    }

    /// <summary>All that can be followed and taken away, as text; of archives each file.</summary>
    private static async IAsyncEnumerable<(string Name, string Text)> EverythingAsync(BoardFixture board)
    {
        foreach (var address in Followed)
        {
            yield return (address, await board.Client.GetStringAsync($"/en{address}"));
        }
        foreach (var address in new[] { "/robots.txt", "/sitemap.xml", "/sitemaps/site.xml", "/sitemaps/2024-1.xml" })
        {
            yield return (address, await board.Client.GetStringAsync(address));
        }
        using var archive = await UnpackedArchive.TakeAsync(board, "2024-1", "en");
        foreach (var file in archive.Files)
        {
            // Word documents are archives themselves.
            var bytes = await File.ReadAllBytesAsync(file);
            if (file.EndsWith(".docx", StringComparison.Ordinal))
            {
                using var package = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
                using var reader = new StreamReader(await package.GetEntry("word/document.xml")!.OpenAsync());
                yield return (file, await reader.ReadToEndAsync());
            }
            else
            {
                yield return (file, Encoding.UTF8.GetString(bytes));
            }
        }
    }
}
