using System.Text.Json;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>What WCAG 2.2 AA asks for and axe does not look at, on the main pages. /{lang}/accessibility says what this tests.</summary>
[Collection(nameof(InBrowser))]
public sealed class AccessibleTests(BrowserFixture board)
{
    private static readonly string[] Paths =
    [
        "", "/sessions/2024-1", "/sessions/2024-1/overview", "/sessions/overview", "/sessions/2024-1/agenda/4", "/sessions/2024-1/attendance", "/sessions/2024-1/documents", "/sessions/2024-1/statements",
        "/sessions/2024-1/report", "/decisions/2024/1", "/documents/HSP-EB.2024-2-Add.1", "/delegations", "/delegations/KEN", "/search?q=2024", "/accessibility", "/account/sign-in",
    ];

    /// <summary>What can have the focus and is shown, and what of it is hidden, covered or unmarked when it has it (2.4.7, 2.4.11).</summary>
    private const string Unseen =
        """
        () => {
            const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(e => e.tabIndex >= 0 && e.checkVisibility() && !e.disabled);
            // There and back, as with Tab and Shift: what sticks to an edge covers on one of the ways only.
            return [...new Set([...stops, ...stops.toReversed()].flatMap(e => {
                e.focus({ focusVisible: true });
                const box = [...e.getClientRects()].find(r => r.width > 0 && r.height > 0);
                const name = `${e.tagName} ${e.textContent.trim().slice(0, 40) || e.name || e.getAttribute('aria-label')}`;
                if (!box || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return [`${name} has the focus out of sight`];
                const there = document.elementFromPoint(Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2, Math.max(0, box.top) + Math.min(box.height, innerHeight) / 2);
                const style = getComputedStyle(e);
                return [
                    ...(e.contains(there) || there?.closest('label')?.control === e ? [] : [`${name} is covered by ${there?.outerHTML.slice(0, 80)}`]),
                    ...(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? [] : [`${name} does not show its focus`]),
                ];
            }))];
        }
        """;

    /// <summary>
    /// Text that is cut off, unless it is there for assistive technology alone, or lies over other text when lines, letters,
    /// words and paragraphs are spaced as in 1.4.12. The sheet is constructed: the policy of the page refuses one in it.
    /// </summary>
    private const string Cut =
        """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
            document.adoptedStyleSheets = [sheet];
            const shown = [...document.body.querySelectorAll('*')].filter(e => !e.closest('.vh, .skip, select, template, svg desc, svg title') && e.checkVisibility());
            const found = shown.filter(e => !e.closest('svg') && getComputedStyle(e).overflow !== 'visible' && getComputedStyle(e).clipPath === 'none' && !e.matches('input, textarea') && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
                .map(e => `cut off: ${e.outerHTML.slice(0, 80)}`);
            for (const text of shown.filter(e => e.matches('svg text'))) {
                const box = text.getBoundingClientRect();
                if (box.left < 0 || box.right > innerWidth) found.push(`out of the page: ${text.textContent}`);
            }
            for (const svg of document.querySelectorAll('svg.pic')) {
                const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                boxes.forEach(([a, x], i) => boxes.slice(i + 1).forEach(([b, y]) => {
                    if (Math.min(x.right, y.right) - Math.max(x.left, y.left) > 2 && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 4) found.push(`“${a}” lies over “${b}”`);
                }));
            }
            const sideways = document.documentElement.scrollWidth - innerWidth;
            if (sideways > 0) found.push(`${sideways} px wider than the window`);
            document.adoptedStyleSheets = [];
            return found;
        }
        """;

    /// <summary>What moves although the reader wants nothing to (2.3.3).</summary>
    private const string Moving =
        "() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return s.animationName !== 'none' || s.transitionDuration.split(', ').some(d => d !== '0s') }).map(e => `moves: ${e.outerHTML.slice(0, 80)}`)";

    public static TheoryData<string, int> Readers => new() { { "en", 320 }, { "ar", 1280 } };

    [BrowserTheory]
    [MemberData(nameof(Readers))]
    public async Task MainPages_ShowTheFocus_KeepTheirText_AreLargeEnoughToTouch_AndReadInOrder(string language, int width)
    {
        var found = new List<string>();
        await board.VisitAsync(
            new Reader(language, width),
            async page =>
            {
                var session = await page.Context.NewCDPSessionAsync(page);
                foreach (var path in Paths)
                {
                    await page.GotoAsync($"/{language}{path}");
                    Add(path, await OutOfOrderAsync(page, session, width));
                    await page.EvaluateAsync("for (const d of document.querySelectorAll('main details:not(.facts), .para:first-of-type details')) d.open = true");
                    Add(path, await page.EvaluateAsync<string[]>(Unseen));
                    Add(path, await Axe.SmallTargetsAsync(page));
                    Add(path, await page.EvaluateAsync<string[]>(Moving));
                    Add(path, await page.EvaluateAsync<string[]>(Cut));
                }
            });
        Assert.True(found.Count == 0, string.Join('\n', found));

        void Add(string path, IEnumerable<string> faults) => found.AddRange(faults.Select(f => $"{path}: {f}"));
    }

    /// <summary>
    /// Headings and landmarks as assistive technology is told of them: one main, each navigation by a name of its own, levels
    /// without a gap; and, where all stands in one column, in the order in which they are seen.
    /// </summary>
    private static async Task<IReadOnlyList<string>> OutOfOrderAsync(IPage page, ICDPSession session, int width)
    {
        var found = new List<string>();
        // Its nodes come in no order of reading; the tree has it.
        var all = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray().DistinctBy(n => n.GetProperty("nodeId").GetString()!).ToDictionary(n => n.GetProperty("nodeId").GetString()!);
        var read = new List<JsonElement>();
        Read(all.Values.First(n => !n.TryGetProperty("parentId", out _)));
        var headings = read.Where(n => Role(n) == "heading").Select(n => (Name: Name(n), Level: n.GetProperty("properties").EnumerateArray().First(p => p.GetProperty("name").GetString() == "level").GetProperty("value").GetProperty("value").GetInt32())).ToList();
        foreach (var role in new[] { "main", "banner", "contentinfo" }.Where(r => read.Count(n => Role(n) == r) != 1))
        {
            found.Add($"{read.Count(n => Role(n) == role)} landmarks “{role}”");
        }
        found.AddRange(read.Where(n => Role(n) == "navigation").GroupBy(Name).Where(g => g.Key.Length == 0 || g.Count() > 1).Select(g => $"{g.Count()} navigations are called “{g.Key}”"));
        found.AddRange(headings.Zip(headings.Skip(1)).Where(h => h.Second.Level > h.First.Level + 1).Select(h => $"level {h.Second.Level} “{h.Second.Name}” under level {h.First.Level}"));
        if (headings.Count == 0 || headings[0].Level != 1 || headings.Count(h => h.Level == 1) != 1)
        {
            found.Add($"begins with {headings.FirstOrDefault()}");
        }
        if (width == 320)
        {
            var seen = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('h1, h2, h3, h4, h5')].filter(h => h.checkVisibility()).map(h => [h.getBoundingClientRect().top, h.textContent])
                    .sort((a, b) => a[0] - b[0]).map(h => h[1].replace(/\s+/g, '').slice(0, 30))
                """);
            var told = headings.Select(h => string.Concat(h.Name.Where(c => !char.IsWhiteSpace(c)))).Select(n => n[..Math.Min(30, n.Length)]);
            found.AddRange(seen.Zip(told).Where(p => p.First != p.Second).Take(1).Select(p => $"seen “{p.First}”, told “{p.Second}”"));
        }
        return found;

        void Read(JsonElement node)
        {
            if (!node.GetProperty("ignored").GetBoolean())
            {
                read.Add(node);
            }
            if (node.TryGetProperty("childIds", out var children))
            {
                foreach (var child in children.EnumerateArray().Select(c => c.GetString()!).Where(all.ContainsKey))
                {
                    Read(all[child]);
                }
            }
        }
    }

    private static string Role(JsonElement node) => node.TryGetProperty("role", out var role) ? role.GetProperty("value").GetString() ?? "" : "";

    private static string Name(JsonElement node) => node.TryGetProperty("name", out var name) && name.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";
}
