using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>axe-core, run in a page as often as its window and colours change, without loading the page anew.</summary>
internal static class Axe
{
    /// <summary>What colours can change. All else is checked once for each width.</summary>
    private static readonly string[] RulesOnColours = ["color-contrast", "link-in-text-block"];

    /// <summary>Makes axe part of every page that the context opens.</summary>
    public static Task PrepareAsync(IBrowserContext context) => context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());

    /// <summary>The violations on the page, one line for each element.</summary>
    public static Task<string[]> ViolationsAsync(IPage page) => RunAsync(page, "[document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } } }]");

    /// <summary>
    /// The violations that are of colours. Colours come from the sheet, so elements of one shape have the same: of those of
    /// which tag, class, language and state agree from the root down, and whose own colours and letters do, the first is checked.
    /// </summary>
    public static Task<string[]> ViolationsOfColoursAsync(IPage page) => RunAsync(page,
        """
        (() => {
            const shapes = new Map(), path = new Map();
            const shape = e => {
                if (!e || e === document) return '';
                if (!path.has(e)) path.set(e, shape(e.parentElement) + '>' + e.tagName + '.' + e.className + (e.lang ?? '') + (e.getAttribute('aria-current') ?? ''));
                return path.get(e);
            };
            for (const e of document.body.querySelectorAll('*')) {
                if (![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()) && !e.matches('input, select')) continue;
                const style = getComputedStyle(e);
                const key = [shape(e), style.color, style.backgroundColor, style.fontSize, style.fontWeight].join();
                if (!shapes.has(key)) shapes.set(key, e);
            }
            return [{ include: [...shapes.values()] }, { resultTypes: ['violations'], runOnly: { type: 'rule', values: rules } }];
        })()
        """);

    /// <summary>
    /// What is smaller than 24 by 24 px and too near to another (2.5.8), which axe leaves out unless asked. The marks of
    /// pictures are: their links stand again, larger, in the tables behind.
    /// </summary>
    public static Task<string[]> SmallTargetsAsync(IPage page) => RunAsync(page, "[{ exclude: ['svg.pic'] }, { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['target-size'] } }]");

    private static Task<string[]> RunAsync(IPage page, string arguments) => page.EvaluateAsync<string[]>(
        $$"""
        async rules => {
            const found = await axe.run(...{{arguments}});
            return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 200)} ${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}`));
        }
        """,
        RulesOnColours);
}
