using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>axe-core, run in a page as often as its window and colours change, without loading the page anew.</summary>
internal static class Axe
{
    /// <summary>What colours can change. All else is checked once for each width.</summary>
    private static readonly string[] RulesOnColours = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page in its window but colours: violations, and whether it scrolls sideways. One line each.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(IPage page)
    {
        return
        [
            .. await RunAsync(page, "[document, { resultTypes: ['violations'], rules: Object.fromEntries(ofColours.map(r => [r, { enabled: false }])) }]"),
            .. await SidewaysAsync(page),
        ];
    }

    /// <summary>By how much the page is wider than its window, if it is.</summary>
    public static async Task<string[]> SidewaysAsync(IPage page) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is var sideways and > 0 ? [$"{sideways} px wider than the window"] : [];

    /// <summary>
    /// The violations that are of colours. Colours come from the sheet, so elements of one shape have the same: of those of
    /// which the shape, the ground and the letters agree from the root down, in one window and scheme, the first is checked,
    /// whichever page it is on.
    /// </summary>
    public static async Task<string[]> WrongColoursAsync(IPage page, ConcurrentDictionary<string, bool> seen)
    {
        var shapes = await page.EvaluateAsync<string[]>(
            $$"""
            () => {
                {{Shape}}
                const scheme = [innerWidth, ...['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(q => matchMedia(q).matches)].join();
                window.shapes = new Map();
                for (const e of document.body.querySelectorAll('*')) {
                    if (![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()) && !e.matches('input, select')) continue;
                    const style = getComputedStyle(e);
                    const key = [scheme, shape(e).replace(/\[(lang|dir)=[^\]]*\]/g, ''), style.color, style.fontSize, style.fontWeight, ground(e)].join();
                    if (!window.shapes.has(key)) window.shapes.set(key, e);
                }
                return [...window.shapes.keys()];
            }
            """);
        var fresh = shapes.Index().Where(s => seen.TryAdd(s.Item, true)).Select(s => s.Index).ToArray();
        return fresh.Length == 0
            ? []
            : await RunAsync(page, $"[{{ include: [{string.Join(',', fresh)}].map(i => [...window.shapes.values()][i]) }}, {{ resultTypes: ['violations'], runOnly: {{ type: 'rule', values: ofColours }} }}]");
    }

    /// <summary>
    /// Takes out of a page what has the shape of two others before it, in long lists nearly all, but for what names or
    /// completes what stays. axe lays out whatever is on the page, each time its window or colours change.
    /// </summary>
    public static Task ThinAsync(IPage page) => page.EvaluateAsync(
        $$"""
        () => {
            {{Shape}}
            const [all, kept, counts] = [[...document.body.querySelectorAll('*')], new Set(), new Map()];
            const named = e => ['aria-labelledby', 'aria-describedby'].flatMap(a => (e.getAttribute(a) ?? '').split(' ')).map(id => document.getElementById(id));
            const complete = e => e.localName === 'dl' ? [e.querySelector('dt'), e.querySelector('dd')] : e.localName === 'label' ? e.querySelectorAll('*') : [];
            const keep = e => {
                if (!e || kept.has(e)) return;
                kept.add(e);
                [e.parentElement, ...e.labels ?? [], ...named(e), ...complete(e)].forEach(keep);
            };
            for (const e of all) {
                const count = (counts.get(shape(e)) ?? 0) + 1;
                counts.set(shape(e), count);
                if (count <= 2) keep(e);
            }
            for (const e of all) if (!kept.has(e)) e.remove();
        }
        """);

    /// <summary>What a sheet can tell elements apart by, but their place among others; and what is behind them.</summary>
    private const string Shape =
        """
        const says = /^(class|lang|dir|type|role|scope|rel|aria-(current|selected|invalid|expanded|pressed))$/;
        const [paths, grounds] = [new Map(), new Map()];
        const shape = e => {
            if (!e) return '';
            if (!paths.has(e)) paths.set(e, shape(e.parentElement) + '>' + e.localName + [...e.attributes].map(a => says.test(a.name) ? `[${a.name}=${a.value}]` : `[${a.name}]`).sort().join(''));
            return paths.get(e);
        };
        const ground = e => {
            if (!e) return '';
            if (!grounds.has(e)) grounds.set(e, ground(e.parentElement) + getComputedStyle(e).backgroundColor.replace('rgba(0, 0, 0, 0)', ''));
            return grounds.get(e);
        };
        """;

    /// <summary>
    /// What is smaller than 24 by 24 px and too near to another (2.5.8), which axe leaves out unless asked. The marks of
    /// pictures are: their links stand again, larger, in the tables behind.
    /// </summary>
    public static Task<string[]> SmallTargetsAsync(IPage page) => RunAsync(page, "[{ exclude: ['svg.pic'] }, { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['target-size'] } }]");

    private static async Task<string[]> RunAsync(IPage page, string arguments)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }
        return await page.EvaluateAsync<string[]>(
            $$"""
            async ofColours => {
                const found = await axe.run(...{{arguments}});
                return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 200)} ${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}`));
            }
            """,
            RulesOnColours);
    }
}
