using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HabitatBoard.Tests.Browser.BrowserFirst", "HabitatBoard.Tests")]

namespace HabitatBoard.Tests.Browser;

/// <summary>All browser tests share one application and one browser.</summary>
[CollectionDefinition(nameof(InBrowser))]
public sealed class InBrowser : ICollectionFixture<BrowserFixture>;

/// <summary>They are as long as all others together, which run beside them: begun last, they would keep one processor waiting.</summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => c.DisplayName != nameof(InBrowser));
}

/// <summary>The application with Chromium in front of it.</summary>
public sealed class BrowserFixture : BoardFixture, IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly ConcurrentDictionary<string, bool> shapes = new();

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (Chromium.Path is { } path)
        {
            // Other tests run beside these, on two processors.
            Assertions.SetDefaultExpectTimeout(15_000);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
        await DisposeAsync();
    }

    /// <summary>What is wrong with a page in its present window and colours: accessibility rules, and whether it scrolls sideways. One line each.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(IPage page) => [.. await Axe.WrongAsync(page), .. await WrongColoursAsync(page)];

    /// <summary>The same, but of colours alone; of what looks the same on several pages, on the first.</summary>
    public Task<string[]> WrongColoursAsync(IPage page) => Axe.WrongColoursAsync(page, shapes);

    /// <summary>
    /// Opens a browser context as a reader has it, prepares it, and runs a visit in it. No visit may ask another host for anything;
    /// a failure leaves a screenshot in artifacts/screenshots. Passkeys need the <paramref name="host"/> localhost.
    /// </summary>
    public async Task VisitAsync(Reader reader, Func<IPage, Task> visit, string? host = null, Func<IBrowserContext, Task>? prepare = null, [CallerMemberName] string test = "")
    {
        var address = new UriBuilder(Address) { Host = host ?? Address.Host }.Uri;
        await using var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = reader.Width, Height = 800 },
            Locale = reader.Language,
            JavaScriptEnabled = reader.Script,
            ColorScheme = reader.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = reader.Worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(30_000);
        var strangers = new List<string>();
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != address.Authority)
            {
                strangers.Add(request.Url);
            }
        };
        if (prepare is not null)
        {
            await prepare(context);
        }
        var page = await context.NewPageAsync();
        try
        {
            // Keys have no time limit of their own: one that is never taken would hold up all other tests.
            await visit(page).WaitAsync(TimeSpan.FromMinutes(6));
        }
        catch
        {
            var folder = Directory.CreateDirectory(System.IO.Path.Combine(Repository.Root, "artifacts", "screenshots"));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = System.IO.Path.Combine(folder.FullName, $"{test}-{reader.Language}-{reader.Width}.png"), FullPage = true });
            throw;
        }
        Assert.Empty(strangers);
    }
}

/// <summary>Who reads, and with what.</summary>
/// <param name="Language">The browser's language.</param>
/// <param name="Width">The width of the window in CSS pixels.</param>
/// <param name="Script">Whether JavaScript runs.</param>
/// <param name="Dark">Whether the dark scheme is preferred.</param>
/// <param name="Worker">Whether our service worker may answer in the place of the server.</param>
public sealed record Reader(string Language, int Width, bool Script = true, bool Dark = false, bool Worker = true);

/// <summary>The browser that the machine has.</summary>
internal static class Chromium
{
    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("HABITATBOARD_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => path is not null && File.Exists(path));

    /// <summary>Why browser tests are skipped; null where they run. Where a browser is required they run, and fail without one.</summary>
    public static string? SkipReason { get; } = Path is null && Environment.GetEnvironmentVariable("HABITATBOARD_REQUIRE_BROWSER") != "1"
        ? "No Chromium found: install it, or name it in HABITATBOARD_CHROMIUM."
        : null;
}

/// <summary>A fact that needs a browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}

/// <summary>A theory that needs a browser.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
