using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using HabitatBoard.Accounts;
using HabitatBoard.Tests.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Publishing;

/// <summary>An application that notices when the working store is opened, and whose working rows all bear a mark.</summary>
public sealed class WatchedBoard : BoardFixture, IAsyncLifetime
{
    public const string Mark = "zzunpublishedzz";

    private readonly Watch watch = new();

    /// <summary>The openings of the working store since the last look.</summary>
    public int Openings() => watch.Take();

    protected override void Configure(DbContextOptionsBuilder builder) => builder.AddInterceptors(watch);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "working.db")};Pooling=false");
        await connection.OpenAsync();
        // Behind everybody's back: the point is that nobody sees it.
        foreach (var (table, column) in new[] { ("Sessions", "Title_En_Text"), ("AgendaItems", "Title_En_Text"), ("Documents", "Title_En_Text"), ("Decisions", "Title_En_Text"), ("Paragraphs", "Text_Zh_Text"), ("Delegations", "RunningName_En_Text"), ("Delegations", "ListName_En_Text"), ("Groups", "Name_En_Text"), ("Persons", "Name_En_Text"), ("Bodies", "Name_En_Text"), ("Events", "Title_En_Text"), ("Sections", "Heading_En_Text") })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE {table} SET {column} = '{Mark} ' || coalesce({column}, '')";
            Assert.True(await command.ExecuteNonQueryAsync() > 0, table);
        }
        watch.Take();
    }

    private sealed class Watch : DbConnectionInterceptor
    {
        private int openings;

        public int Take() => Interlocked.Exchange(ref openings, 0);

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
        {
            Note(connection);
            return result;
        }

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Note(connection);
            return ValueTask.FromResult(result);
        }

        private void Note(DbConnection connection)
        {
            if (connection.DataSource.EndsWith("working.db", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref openings);
            }
        }
    }
}

/// <summary>Nothing that serves the public opens the working store, and nothing of it is ever seen outside the secretariat.</summary>
public sealed partial class LeakTests(WatchedBoard board) : IClassFixture<WatchedBoard>
{
    [SqliteFact]
    public async Task NoEndpoint_OpensTheWorkingStore_ForAnybody()
    {
        board.Openings();
        var tried = 0;
        foreach (var (method, address) in Requests(board))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (method is not ("GET" or "HEAD"))
            {
                request.Content = new StringContent("{}", null, "application/json");
            }
            using var response = await board.Client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            tried++;
            Assert.True(board.Openings() == 0, $"{method} {address} opened the working store");
            // A search says again what was searched for; what it finds is asked below.
            Assert.False((body.Contains(WatchedBoard.Mark, StringComparison.Ordinal) && !address.Contains(WatchedBoard.Mark, StringComparison.Ordinal)) || response.Headers.ToString().Contains(WatchedBoard.Mark, StringComparison.Ordinal), $"{method} {address} shows what is not published");
        }
        Assert.True(tried > 150, $"Only {tried} requests were tried.");
        Assert.Equal(0, (int)(await board.GetJsonAsync($"/api/v1/search?q={WatchedBoard.Mark}"))["total"]!);
    }

    [SqliteFact]
    public async Task TheWatch_SeesThePreview_AndThePreviewShowsTheWorkingStore()
    {
        // The control: were a public page to do what the preview does, the test above would fail.
        var staff = await board.SignedInAsync(Role.Editor, secondFactor: false);
        foreach (var path in new[] { "", "/sessions", "/sessions/2024-1", "/sessions/2024-1/agenda", "/sessions/2024-1/agenda/4", "/sessions/2024-1/attendance", "/sessions/2024-1/documents", "/sessions/2024-1/statements", "/sessions/2024-1/decisions", "/sessions/2024-1/report", "/decisions", "/decisions/2024/1", "/documents", "/documents/HSP-EB.2024-2-Add.1", "/statements", "/delegations", "/delegations/KEN" })
        {
            board.Openings();
            var response = await staff.Http.GetAsync($"/en/preview{path}");
            var page = await StaffClient.ReadAsync(response, HttpStatusCode.OK);
            Assert.True(board.Openings() > 0, path);
            Assert.Contains(WatchedBoard.Mark, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
            Assert.Null(response.Headers.ETag);
            Assert.NotNull(page.QuerySelector(".preview"));
            // Links within the record stay in the preview.
            var leaving = page.QuerySelectorAll("main a[href^='/en/'], nav a[href^='/en/'], form[action^='/en/']")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).Where(h => !h.StartsWith("/en/preview", StringComparison.Ordinal)).ToList();
            Assert.Empty(leaving);
            // The same address for the public, right after: from the published store, and not from a cache that the preview filled.
            Assert.DoesNotContain(WatchedBoard.Mark, await board.Client.GetStringAsync($"/en{path}"), StringComparison.Ordinal);
            using var anonymous = await board.Client.GetAsync($"/en/preview{path}");
            Assert.Equal(HttpStatusCode.Found, anonymous.StatusCode);
        }
    }

    [Fact]
    public async Task Searching_InThePreview_FindsWhatIsPublished_AndSaysSo()
    {
        var staff = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await staff.GetPageAsync("/en/preview/search?q=Kenya");
        Assert.DoesNotContain(WatchedBoard.Mark, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("only what is published", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editions_HaveNoPreview()
    {
        var staff = await board.SignedInAsync(Role.Editor, secondFactor: false);
        await staff.GetPageAsync("/en/preview/sessions/2024-1/editions", HttpStatusCode.NotFound);
    }

    /// <summary>Every endpoint, its parameters filled with what there is and with what is not.</summary>
    internal static IEnumerable<(string Method, string Address)> Requests(BoardFixture board, string document = "HSP-EB.2024-2-Add.1")
    {
        foreach (var endpoint in board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = (endpoint.RoutePattern.RawText ?? "").Trim('/');
            // Signing in and the like write to the accounts, which are another store.
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                foreach (var filled in new[] { Filled(route, "2024-1", document), Filled(route, "2099-9", document) }.Distinct())
                {
                    yield return (method, filled);
                    if (method == "GET")
                    {
                        yield return ("HEAD", filled);
                        yield return (method, $"{filled}?store=working");
                    }
                }
            }
        }
        foreach (var query in new[] { "/en/search?q=" + WatchedBoard.Mark, "/api/v1/search?q=" + WatchedBoard.Mark, "/api/v1/search/suggestions?q=zzun", "/en/sessions/2024-1/report?text=composed", "/en/sessions/2024-1/statements?by=delegation" })
        {
            yield return ("GET", query);
        }
    }

    private static string Filled(string route, string session, string document) => "/" + Parameter().Replace(route, match => match.Groups[1].Value switch
    {
        "lang" => "en",
        "session" => session,
        "item" => "4",
        "year" => "2024",
        "number" => "1",
        "slug" or "document" => document,
        "code" or "delegation" => "KEN",
        "collection" => "agenda",
        "resource" => "session",
        "key" => "2024-1",
        _ => "1",
    });

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
