using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>Reading where the line is thin, and where it is gone.</summary>
[Collection(nameof(InBrowser))]
public sealed class PoorLineTests(BrowserFixture board)
{
    private const int Budget = 30_000;

    /// <summary>What the browser holds of an address.</summary>
    private const string Kept = "async href => !!await caches.match(href, { ignoreVary: true })";

    [BrowserFact]
    public Task APageThatWasRead_IsReadAgainWithoutALine_WithItsDate() => board.VisitAsync(new Reader("ar", 320), async page =>
    {
        await page.GotoAsync("/en/sessions/2024-1/agenda/4");
        await IsKeptAsync(page, "/en/sessions/2024-1/agenda/4");
        await IsKeptAsync(page, "/en/offline");
        await page.GotoAsync("/ar/decisions/2024/1");
        await IsKeptAsync(page, "/ar/decisions/2024/1");
        await IsKeptAsync(page, "/ar/offline");
        await page.GotoAsync("/ar/account/sign-in");
        await Assertions.Expect(page.Locator(".kept")).ToBeHiddenAsync();

        await page.Context.SetOfflineAsync(true);
        // The first page, which was there before the worker was, and the second, in their languages and their colours.
        await page.GotoAsync("/en/sessions/2024-1/agenda/4");
        await Assertions.Expect(page.Locator("main .kept")).ToContainTextAsync(new Regex($@"offline.*{DateTime.Now.Year}"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("African States");
        Assert.Equal("4px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.kept')).borderInlineStartWidth"));
        await page.GotoAsync("/ar/decisions/2024/1#b");
        await Assertions.Expect(page.Locator("main .kept")).ToContainTextAsync(new Regex($@"غير متصل.*{DateTime.Now.Year}"));
        Assert.True(DateTimeOffset.Parse((await page.Locator("main .kept time").GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddMinutes(-10));
        // What was not read says so, in the language of its address; what is of an account is not there.
        await page.GotoAsync("/ar/delegations/KEN");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("أنت غير متصل بالإنترنت");
        // In a window of its own: the browser's page of the failure comes late, and would interrupt the next visit.
        var account = await page.Context.NewPageAsync();
        await Assert.ThrowsAsync<PlaywrightException>(() => account.GotoAsync("/ar/account/sign-in"));
        await account.CloseAsync();
        await page.GotoAsync("/en/delegations/KEN");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are offline");
        var kept = await page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).map(async n => (await (await caches.open(n)).keys()).map(k => new URL(k.url).pathname)))).flat()");
        Assert.Equal(["/ar/decisions/2024/1", "/ar/offline", "/en/offline", "/en/sessions/2024-1/agenda/4"], kept.Where(k => !Path.HasExtension(k)).Order(StringComparer.Ordinal));
        Assert.Contains("/site.css", kept);

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/ar/decisions/2024/1");
        await Assertions.Expect(page.Locator(".kept")).ToBeHiddenAsync();
        // When the server says so, all that is kept goes, and the worker with it.
        await page.EvaluateAsync("() => navigator.serviceWorker.register('/sw-off.js')");
        await page.WaitForFunctionAsync("async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length === 0");
    });

    [BrowserTheory]
    [InlineData("/en")]
    [InlineData("/zh/sessions/2024-1/report")]
    [InlineData("/ru/sessions/2024-1/overview")]
    [InlineData("/ar/sessions/2024-1/agenda/4")]
    public async Task AFirstView_IsWithinTheBudget_AndARevisitIsNotSentAgain(string path)
    {
        // What the worker asks for by itself, beside the page; on the wire as below.
        var beside = 0;
        foreach (var address in new[] { "/sw.js", $"{path[..3]}/offline" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var response = await board.Client.SendAsync(request);
            beside += (await response.Content.ReadAsByteArrayAsync()).Length + response.Headers.ToString().Length + response.Content.Headers.ToString().Length;
        }
        await board.VisitAsync(
            new Reader(path[1..3], 320),
            async page =>
            {
                var session = await page.Context.NewCDPSessionAsync(page);
                var (bytes, requests, statuses) = (0, 0, new List<int>());
                session.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (int)e!.Value.GetProperty("encodedDataLength").GetDouble();
                session.Event("Network.requestWillBeSent").OnEvent += (_, _) => requests++;
                session.Event("Network.responseReceivedExtraInfo").OnEvent += (_, e) => statuses.Add(e!.Value.GetProperty("statusCode").GetInt32());
                await session.SendAsync("Network.enable");
                // 400 kbit a second, 400 ms.
                await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 50_000 });
                await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
                Assert.InRange(bytes, 5_000, Budget - beside);
                // The page, its sheet and mark, and the small scripts, side by side.
                Assert.InRange(requests, 4, 7);
                Assert.All(statuses, s => Assert.Equal(200, s));

                (bytes, requests) = (0, 0);
                statuses.Clear();
                await page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.NetworkIdle });
                Assert.Equal(304, statuses[0]);
                Assert.InRange(bytes, 1, 2_000);
            },
            // As a browser has it that knows no workers: what they ask for is not seen here.
            prepare: context => context.AddInitScriptAsync("delete Navigator.prototype.serviceWorker"));
    }

    private static Task IsKeptAsync(IPage page, string address) => page.WaitForFunctionAsync(Kept, address);
}
