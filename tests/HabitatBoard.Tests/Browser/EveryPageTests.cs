using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>What holds for every page: one at least of each route.</summary>
[Collection(nameof(InBrowser))]
public sealed class EveryPageTests(BrowserFixture board)
{
    private static readonly string[] Paths =
    [
        "", "/sessions", "/sessions/2024-1", "/sessions/2024-2", "/sessions/2024-1/agenda", "/sessions/2024-1/agenda/2", "/sessions/2024-1/agenda/4", "/sessions/2024-1/attendance", "/sessions/2024-1/overview", "/sessions/overview",
        "/sessions/2024-1/documents", "/sessions/2024-1/statements", "/sessions/2024-1/statements?by=delegation", "/sessions/2024-1/decisions", "/sessions/2024-1/editions", "/sessions/2024-1/editions/1", "/sessions/2024-1/editions/compare?from=1&to=1",
        "/sessions/2024-1/report", "/sessions/2024-1/report?text=composed", "/sessions/2024-1/report/compare", "/decisions", "/decisions/2024/1", "/documents", "/documents/HSP-EB.2024-2-Add.1", "/documents/2024-1-paper-1", "/statements", "/delegations",
        "/delegations/KEN", "/delegations/VAT", "/about", "/accessibility", "/offline", "/search", "/search?q=2024", "/search?q=Kenya&type=statement&lang=all", "/search?q=qqqqq", "/nothing-here",
        "/account/sign-in", "/account/link?token=spent",
    ];

    /// <summary>What is seen after signing in, by an administrator.</summary>
    private static readonly string[] StaffPaths = [
        "/account", "/account/password", "/account/authenticator", "/manage", "/manage/users", "/manage/keys", "/manage/registers",
        "/manage/delegations", "/manage/delegations/new", "/manage/delegations/KEN", "/manage/delegations/KEN/remove", "/manage/delegations/removed",
        "/manage/sessions", "/manage/sessions/2024-1", "/manage/sessions/2024-1/edit", "/manage/sessions/2024-1/remove",
        "/manage/sessions/2024-1/documents", "/manage/sessions/2024-1/documents/new", "/manage/sessions/2024-1/documents/HSP-EB.2024-1", "/manage/sessions/2024-1/documents/HSP-EB.2024-1/remove",
        "/manage/sessions/2024-1/documents/removed", "/manage/sessions/2024-1/statements",
        "/manage/publish", "/manage/registers/publish", "/manage/sessions/2024-1/publish", "/manage/history", "/manage/history/delegation/BRA", "/preview/sessions/2024-1/agenda/4",
        "/manage/sessions/2024-1/roll", "/manage/sessions/2024-1/text", "/manage/sessions/2024-1/findings", "/manage/sessions/2024-1/import", "/manage/sessions/2024-1/speakers/4", "/manage/sessions/2024-1/documents/HSP-EB.2024-1/files",
    ];

    /// <summary>Errors, which have pages like all else.</summary>
    private static readonly string[] Errors = ["/nothing-here", "/account/link?token=spent"];

    private const int Phone = 320;
    private const int Desk = 1280;

    /// <summary>A page without a language in its address: it is in that of the browser.</summary>
    private const string Explained = "/problems/1005";

    public static TheoryData<string> Languages => [.. OfficialLanguages.All.Select(l => l.Code)];

    [Fact]
    public void EveryRoute_IsAmongThePages()
    {
        var routes = board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern).ToList();
        Assert.NotEmpty(routes);
        // A preview is the public page again, with a line above it: one of them stands for all.
        routes.RemoveAll(r => r.RawText!.Contains("/preview", StringComparison.Ordinal));
        var addresses = Paths.Concat(StaffPaths).Select(p => $"/en{p.Split('?')[0]}").Append(Explained).ToList();
        Assert.Empty(routes.Where(r => !addresses.Exists(a => AddressOf(r).IsMatch(a))).Select(r => r.RawText));
    }

    private static Regex AddressOf(RoutePattern route) =>
        new($"^{string.Concat(route.PathSegments.Select(s => $"/{string.Concat(s.Parts.Select(p => p switch { RoutePatternLiteralPart literal => Regex.Escape(literal.Content), RoutePatternParameterPart { IsCatchAll: true } => ".+", _ => "[^/]+" }))}"))}$");

    /// <summary>On a phone and at a desk, light, dark and in forced colours.</summary>
    [BrowserTheory]
    [MemberData(nameof(Languages))]
    public async Task NoPage_ViolatesAnAccessibilityRule_OrScrollsSideways(string language)
    {
        var violations = new ConcurrentQueue<string>();
        var left = new ConcurrentQueue<string>(Paths.Select(p => $"/{language}{p}").Append(Explained));
        var (administrator, key) = await board.AddUserAsync(Role.Administrator, secondFactor: true);
        // Two pages at a time: one is loaded while the other is checked.
        await Task.WhenAll(
            board.VisitAsync(new Reader(language, Phone), page => CheckAsync(page, left, violations)),
            board.VisitAsync(
                new Reader(language, Phone),
                async page =>
                {
                    await SignInAsync(page, administrator.UserName!, key!);
                    await CheckAsync(page, new(StaffPaths.Select(p => $"/{language}{p}")), violations);
                    await CheckAsync(page, left, violations);
                }));
        Assert.True(violations.IsEmpty, string.Join('\n', violations));
    }

    private async Task CheckAsync(IPage page, ConcurrentQueue<string> left, ConcurrentQueue<string> violations)
    {
        while (left.TryDequeue(out var path))
        {
            var answer = await page.GotoAsync(path);
            Add(answer!.Ok || Errors.Any(path.EndsWith) ? [] : [$"{path} answered {answer.Status}"]);
            await OpenDetailsAsync(page);
            await page.SetViewportSizeAsync(Desk, 800);
            Add((await Axe.SidewaysAsync(page)).Select(v => $"{path} at {Desk}: {v}"));
            await page.SetViewportSizeAsync(Phone, 800);
            Add((await Axe.WrongAsync(page)).Select(v => $"{path} at {Phone}: {v}"));
            // The rules look at the whole page once; what a wider window or other colours change, they change for all of one shape.
            await Axe.ThinAsync(page);
            await page.SetViewportSizeAsync(Desk, 800);
            Add((await Axe.WrongAsync(page)).Select(v => $"{path} at {Desk}: {v}"));
            foreach (var width in new[] { Desk, Phone })
            {
                await page.SetViewportSizeAsync(width, 800);
                foreach (var (name, colours) in Colours)
                {
                    await page.EmulateMediaAsync(colours);
                    Add((await board.WrongColoursAsync(page)).Select(v => $"{path} at {width}, {name}: {v}"));
                }
            }
        }

        void Add(IEnumerable<string> found)
        {
            foreach (var violation in found)
            {
                violations.Enqueue(violation);
            }
        }
    }

    private static async Task SignInAsync(IPage page, string userName, string key)
    {
        await page.GotoAsync("/en/account/sign-in");
        await page.Locator("[name=userName]").FillAsync(userName);
        await page.Locator("[name=password]").FillAsync(BoardFixture.Password);
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.Locator("[name=code]").FillAsync(Totp.Password(key, Totp.StepAt(DateTimeOffset.UtcNow)));
        await page.Locator("[name=code]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".who")).ToBeVisibleAsync();
    }

    private static IEnumerable<(string Name, PageEmulateMediaOptions Colours)> Colours =>
    [
        ("light", new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None }),
        ("dark", new() { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.None }),
        ("forced colours", new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active }),
    ];

    /// <summary>What a reader can open is checked, too. The facts beside the paragraphs of a report are alike; the first will do.</summary>
    private static Task OpenDetailsAsync(IPage page) => page.EvaluateAsync("for (const d of document.querySelectorAll('main details:not(.facts), .para:first-of-type details')) d.open = true");

    [HtmlFact]
    public async Task EveryPage_IsValidHtml()
    {
        var folder = TestFolderOfPages();
        try
        {
            foreach (var language in OfficialLanguages.All.Select(l => l.Code))
            {
                foreach (var (path, index) in Paths.Select((path, index) => (path, index)))
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, $"{language}-{index}.html"), await board.Client.GetStringOrBodyAsync($"/{language}{path}"));
                }
            }
            // Those of the secretariat are long, and their markup is the same in every language but for its direction.
            var administrator = await board.SignedInAsync(Role.Administrator);
            foreach (var language in new[] { "en", "ar" })
            {
                foreach (var (path, index) in StaffPaths.Select((path, index) => (path, index)))
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, $"{language}-staff-{index}.html"), await administrator.Http.GetStringAsync($"/{language}{path}"));
                }
            }
            var complaints = await HtmlChecker.CheckAsync(folder);
            Assert.True(complaints.Length == 0, complaints);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string TestFolderOfPages() => Directory.CreateTempSubdirectory("habitatboard-html-").FullName;
}

internal static class ClientExtensions
{
    /// <summary>The body, whatever the status.</summary>
    public static async Task<string> GetStringOrBodyAsync(this HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
