using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HabitatBoard.Tests.Pages;

/// <summary>Each figure of the pictures, and of the tables behind them, against the lists of the API.</summary>
public sealed class PicturesTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Overview = "/en/sessions/2024-1/overview";

    [Fact]
    public async Task Items_HaveAsManyStatementsAsTheList()
    {
        var statements = await ListAsync("/api/v1/sessions/2024-1/statements");
        var page = await GetAsync(Overview);
        var rows = page.QuerySelectorAll("#items tbody tr").Select(r => (Item: FirstWord(r), Figures: Figures(r))).ToList();
        var expected = statements.GroupBy(s => (string?)s["item"]).Select(g =>
        {
            var delegations = g.Count(s => s["speaker"]!["delegation"] is not null);
            return (Item: g.Key, Figures: new[] { delegations, g.Count() - delegations, g.Count() });
        }).ToList();
        Assert.Equal(expected.Select(e => $"{e.Item}: {string.Join(' ', e.Figures)}").Order(), rows.Select(r => $"{r.Item}: {string.Join(' ', r.Figures)}").Order());
        // The bars are as high as the figures say, and lead to their items.
        Assert.Equal(rows.Select(r => r.Figures[2]), page.QuerySelectorAll("svg.items text.n").Select(t => int.Parse(t.TextContent, CultureInfo.InvariantCulture)));
        var heights = page.QuerySelectorAll("svg.items rect.o").Select(r => double.Parse(r.GetAttribute("height")!.TrimEnd('%'), CultureInfo.InvariantCulture)).ToList();
        Assert.All(heights.Zip(rows), pair => Assert.Equal(heights.Max() * pair.Second.Figures[2] / rows.Max(r => r.Figures[2]), pair.First, 0.02));
        Assert.Equal(rows.Count, page.QuerySelectorAll("svg.items a[href*='/agenda/']").Length);
    }

    [Fact]
    public async Task Speakers_AreThoseOfTheList_ItemByItem()
    {
        var statements = await ListAsync("/api/v1/sessions/2024-1/statements");
        var expected = statements.Where(s => s["speaker"]!["delegation"] is not null).Select(s => (Code: (string)s["speaker"]!["delegation"]!["code"]!, Statement: s))
            .Concat(statements.SelectMany(s => s["onBehalfOf"]!.AsArray().Select(o => (Code: $"for {o!["code"]}", Statement: s))))
            .GroupBy(x => x.Code)
            .Select(g => $"{g.Key}: {string.Join(' ', g.GroupBy(x => (string)x.Statement["item"]!).Select(i => $"{i.Key}x{i.Count()}p{i.Min(x => (int)x.Statement["paragraph"]!)}").Order())} = {g.Count()}");
        var page = await GetAsync(Overview);
        var bodies = page.QuerySelectorAll("#speakers tbody").ToList();
        var shown = bodies.SelectMany(body => body.QuerySelectorAll("tr[data-code]").Select(r =>
        {
            var cells = r.QuerySelectorAll("a.cell").Select(a => a.TextContent.Split(" × ") is var words && words.Length == 2 ? $"{words[0]}x{words[1]}" : $"{words[0]}x1")
                .Zip(r.QuerySelectorAll("a.cell"), (text, a) => text + a.GetAttribute("href")!.Split('#')[1]);
            return $"{(body == bodies[^1] ? "for " : "")}{r.GetAttribute("data-code")}: {string.Join(' ', cells.Order())} = {Figures(r)[^1]}";
        }));
        Assert.Equal(expected.Order(), shown.Order());
        // A mark for each cell of the table, with the same address; a ring where there is more than one statement.
        Assert.Equal(page.QuerySelectorAll("#speakers a.cell").Select(a => a.GetAttribute("href")), page.QuerySelectorAll(".rows svg a").Select(a => a.GetAttribute("href")));
        Assert.Equal(page.QuerySelectorAll("#speakers a.cell").Count(a => a.TextContent.Contains('×', StringComparison.Ordinal)), page.QuerySelectorAll(".rows circle.ring").Length);
    }

    [Fact]
    public async Task Speakers_StandUnderTheClassInWhichTheyAttended()
    {
        var attendance = (await ListAsync("/api/v1/sessions/2024-1/attendance")).ToDictionary(a => (string)a["delegation"]!["code"]!, a => (string)a["class"]!);
        var statements = await ListAsync("/api/v1/sessions/2024-1/statements");
        var speakers = statements.Select(s => (string?)s["speaker"]!["delegation"]?["code"]).OfType<string>().ToHashSet();
        var page = await GetAsync(Overview);
        var shown = page.QuerySelectorAll("#attendance tr[data-class]").Select(r => $"{r.GetAttribute("data-class")}: {string.Join(' ', Figures(r))}");
        Assert.Equal(
            attendance.GroupBy(a => a.Value).Select(g => $"{char.ToUpperInvariant(g.Key[0])}{g.Key[1..]}: {g.Count()} {g.Count(a => speakers.Contains(a.Key))}").Order(),
            shown.Order());
        var members = page.QuerySelector("#speakers tbody")!.QuerySelectorAll("tr[data-code]").Select(r => r.GetAttribute("data-code")!);
        Assert.Equal(speakers.Where(s => attendance.GetValueOrDefault(s) == "member").Order(), members.Order());
    }

    [Fact]
    public async Task Decisions_ComeFromTheItemsOfTheirAdoptions()
    {
        var adoptions = await ListAsync("/api/v1/sessions/2024-1/adoptions");
        var expected = adoptions.Select(a =>
            $"{a["decision"]}{(a["part"] is { } part ? $" ({part})" : "")} from {a["item"]}: {(a["paragraphs"] is { } covered ? string.Join(", ", covered.AsArray()) : "in full")} ¶{a["reportParagraph"]}");
        var page = await GetAsync(Overview);
        var shown = page.QuerySelectorAll("#origins tbody tr").Select(r =>
            $"{r.QuerySelector("th bdi")!.TextContent} from {r.Children[1].TextContent.Trim()}: {r.Children[2].TextContent.Trim()} {r.QuerySelector("a.ref")!.LastChild!.TextContent}");
        Assert.Equal(expected.Order(), shown.Order());
        Assert.Equal(adoptions.Count, page.QuerySelectorAll("svg.origins path").Length);
    }

    [Fact]
    public async Task Sessions_AreCountedAsInTheirLists_AndWhatIsNotRecordedIsNotNought()
    {
        var page = await GetAsync("/en/sessions/overview");
        var rows = page.QuerySelectorAll("tr[data-session]").ToList();
        Assert.Equal(["2024-1", "2023-3"], rows.Select(r => r.GetAttribute("data-session")));
        foreach (var row in rows)
        {
            var address = $"/api/v1/sessions/{row.GetAttribute("data-session")}";
            var statements = await ListAsync($"{address}/statements");
            var expected = new[]
            {
                (await ListAsync($"{address}/attendance")).Count,
                statements.Select(s => (string?)s["speaker"]!["delegation"]?["code"]).OfType<string>().Distinct().Count(),
                statements.Count,
                (await ListAsync($"{address}/decisions")).Count,
            };
            Assert.Equal(expected.Select(n => n == 0 ? "not recorded" : $"{n}"), row.QuerySelectorAll("td").Select(c => c.TextContent));
        }
    }

    [Fact]
    public async Task Pictures_AreMirroredInArabic()
    {
        var (english, arabic) = (await GetAsync(Overview), await GetAsync(Overview.Replace("/en/", "/ar/", StringComparison.Ordinal)));
        Assert.Equal(Places(english).Select(p => Math.Round(100 - p, 2)), Places(arabic));

        static IEnumerable<double> Places(IDocument page) => page.QuerySelectorAll("svg.items text.n").Select(t => double.Parse(t.GetAttribute("x")!.TrimEnd('%'), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task ASessionThatIsOnlyPlanned_HasNothingToShow()
    {
        var page = await GetAsync("/en/sessions/2024-2/overview");
        Assert.Equal("not recorded", page.QuerySelector("main .nr")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main svg"));
        Assert.Empty((await GetAsync("/en/sessions/2024-2")).QuerySelectorAll("a[href$='/overview']"));
    }

    private static string FirstWord(IElement row) => row.QuerySelector("th")!.TextContent.Trim().Split(' ')[0];

    private static int[] Figures(IElement row) => [.. row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).Where(t => t.All(char.IsAsciiDigit)).Select(t => int.Parse(t, CultureInfo.InvariantCulture))];

    private async Task<List<JsonNode>> ListAsync(string path)
    {
        var list = await board.GetJsonAsync($"{path}?limit=1000");
        Assert.Null(list["next"]);
        return [.. list["items"]!.AsArray().Select(i => i!)];
    }

    private async Task<IDocument> GetAsync(string path) => new HtmlParser().ParseDocument(await board.Client.GetStringAsync(path));
}
