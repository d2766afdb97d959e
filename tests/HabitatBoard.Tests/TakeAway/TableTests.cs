using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using HabitatBoard.Languages;
using HabitatBoard.Web.TakeAway;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>Lists as CSV, read back by a strict reader of RFC 4180 and held against the API.</summary>
public sealed class TableTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    public static TheoryData<string, string> Lists => new()
    {
        { "/sessions.csv", "/sessions" },
        { "/delegations.csv", "/delegations" },
        { "/documents.csv", "/documents" },
        { "/statements.csv", "/statements" },
        { "/sessions/2024-1/agenda.csv", "/sessions/2024-1/agenda" },
        { "/sessions/2024-1/attendance.csv", "/sessions/2024-1/attendance" },
        { "/sessions/2024-1/documents.csv", "/sessions/2024-1/documents" },
        { "/sessions/2024-1/statements.csv", "/sessions/2024-1/statements" },
        { "/sessions/2024-1/editions.csv", "/sessions/2024-1/editions" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task ATable_HasARowForEachEntryOfItsList_InEveryLanguage(string address, string list)
    {
        var entries = (await board.GetJsonAsync($"/api/v1{list}{(list.EndsWith("/agenda", StringComparison.Ordinal) ? "" : "?limit=1000")}"))["items"]!.AsArray().SelectMany(Flat).Count();
        Assert.True(entries > 0);
        IReadOnlyList<string>? header = null;
        foreach (var language in OfficialLanguages.All)
        {
            var rows = Read(await board.Client.GetByteArrayAsync($"/{language.Code}{address}"));
            Assert.Equal(entries, rows.Count - 1);
            Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
            // The names of columns are the same in every language.
            Assert.Equal(header ??= rows[0], rows[0]);
            Assert.All(rows[0], name => Assert.Matches("^[a-z][A-Za-z0-9]*$", name));
        }

        static IEnumerable<JsonNode> Flat(JsonNode? item) => [item!, .. (item!["subItems"]?.AsArray() ?? []).SelectMany(Flat)];
    }

    [Theory]
    [InlineData("/statements", "?delegation=KEN", true)]
    [InlineData("/statements", "?year=2024&item=4&capacity=observer", true)]
    [InlineData("/statements", "?session=2024-1&onBehalfOf=AFR", true)]
    [InlineData("/statements", "?year=2023", false)]
    [InlineData("/sessions/2024-1/statements", "?item=4&kind=statement", true)]
    public async Task Statements_AreNarrowedAsTheirPageIs_WhichOffersThem(string list, string query, bool any)
    {
        var expected = (await board.GetJsonAsync($"/api/v1{list}{query}&limit=1000"))["items"]!.AsArray();
        Assert.Equal(any, expected.Count > 0);
        var rows = Read(await board.Client.GetByteArrayAsync($"/en{list}.csv{query}"));
        var (paragraph, order) = (Column(rows, "reportParagraph"), Column(rows, "order"));
        Assert.Equal(expected.Select(s => $"{s!["paragraph"]}.{s["order"]}"), rows.Skip(1).Select(r => $"{r[paragraph]}.{r[order]}"));
        var page = new HtmlParser().ParseDocument(await board.Client.GetStringAsync($"/en{list}{query}"));
        var offered = page.QuerySelector(".files a[type='text/csv']")!.GetAttribute("href")!;
        Assert.Equal(rows.Select(r => string.Join('|', r)), Read(await board.Client.GetByteArrayAsync(offered)).Select(r => string.Join('|', r)));
    }

    [Theory]
    [InlineData("/en/statements.csv?delegation=XXX", "delegation")]
    [InlineData("/en/statements.csv?delegation=KEN&delegation=BRA", "delegation")]
    [InlineData("/en/statements.csv?after=2024-1.1.1", "after")]
    [InlineData("/en/sessions/2024-1/statements.csv?year=2024", "year")]
    [InlineData("/en/sessions/2024-1/agenda.csv?item=4", "item")]
    public async Task AParameterThatDoesNotFit_IsNamed(string address, string parameter)
    {
        using var response = await board.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.ETag);
        Assert.Contains(parameter, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_AreToldByTheirParagraphs()
    {
        var rows = Read(await board.Client.GetByteArrayAsync("/en/decisions.csv"));
        var (decision, part, paragraph) = (Column(rows, "decision"), Column(rows, "part"), Column(rows, "paragraph"));
        var expected = new List<(string, string, string)>();
        foreach (var listed in (await board.GetJsonAsync("/api/v1/decisions"))["items"]!.AsArray())
        {
            var whole = await board.GetJsonAsync($"/api/v1/decisions/{listed!["number"]}");
            foreach (var p in whole["parts"]!.AsArray())
            {
                var paragraphs = p!["paragraphs"]!.AsArray();
                expected.AddRange(paragraphs.Count == 0
                    ? [((string)listed["number"]!, (string?)p["letter"] ?? "", "")]
                    : paragraphs.Select(x => ((string)listed["number"]!, (string?)p["letter"] ?? "", x!["number"]?.ToString() ?? "")));
            }
            if (whole["parts"]!.AsArray().Count == 0)
            {
                expected.Add(((string)listed["number"]!, "", ""));
            }
        }
        Assert.Equal(expected.Order(), rows.Skip(1).Select(r => (r[decision], r[part], r[paragraph])).Order());
    }

    [Fact]
    public async Task Statements_AreThoseOfTheApi_WordForWord()
    {
        var rows = Read(await board.Client.GetByteArrayAsync("/zh/sessions/2024-1/statements.csv"));
        var statements = (await board.GetJsonAsync("/api/v1/sessions/2024-1/statements"))["items"]!.AsArray();
        foreach (var (row, statement) in rows.Skip(1).Zip(statements))
        {
            Assert.Equal(
                [
                    (string?)statement!["item"] ?? "", statement["paragraph"]!.ToString(), (string?)statement["speaker"]!["delegation"]?["code"] ?? "", (string?)statement["speaker"]!["delegation"]?["name"]?["zh"] ?? "",
                    (string)statement["capacity"]!, (string)statement["kind"]!, string.Join("; ", statement["onBehalfOf"]!.AsArray().Select(o => (string)o!["code"]!)),
                ],
                new[] { "item", "reportParagraph", "delegation", "delegationName", "capacity", "kind", "onBehalfOf" }.Select(name => row[Column(rows, name)]));
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("a=b", "a=b")]
    [InlineData("a \"quoted\", and\r\nbroken", "a \"quoted\", and\r\nbroken")]
    [InlineData("", "")]
    public void ACell_IsTextToASpreadsheet(string text, string read) =>
        Assert.Equal(read, Assert.Single(Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Table.Field(text)}\r\n")]))[0]);

    [Fact]
    public async Task ATable_SaysWhatItIs_AndIsRevalidated()
    {
        foreach (var address in new[] { "/en/sessions/2024-1/agenda.csv", "/en/statements.csv" })
        {
            using var first = await board.Client.GetAsync(address);
            Assert.Equal("text/csv", first.Content.Headers.ContentType!.MediaType);
            Assert.EndsWith(".en.csv", first.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
            Assert.Equal("attachment", first.Content.Headers.ContentDisposition.DispositionType);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var again = await board.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }

    [Theory]
    [InlineData("/en/nothing.csv", 404)]
    [InlineData("/xx/sessions.csv", 404)]
    [InlineData("/en/sessions/2099-1/agenda.csv", 404)]
    [InlineData("/en/sessions/2024-1/agenda.csv?lang=zh", 400)]
    public async Task WhatIsNotThere_IsSaidSo(string address, int status)
    {
        using var response = await board.Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task EveryListPage_LeadsToItsTable()
    {
        foreach (var page in Lists.Select(l => (string)l[1]).Append("/decisions").Append("/sessions/2024-1/decisions").Append("/sessions/2024-1/report"))
        {
            var document = new HtmlParser().ParseDocument(await board.Client.GetStringAsync($"/en{page}"));
            Assert.NotNull(document.QuerySelector($"main a[href='/en{page}.csv']"));
        }
    }

    private static int Column(List<List<string>> rows, string name) => rows[0].IndexOf(name) is >= 0 and var at ? at : throw new InvalidDataException(name);

    /// <summary>The cells of a table. Whatever RFC 4180 does not allow fails.</summary>
    internal static List<List<string>> Read(byte[] octets)
    {
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), octets[..3]);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets.AsSpan(3));
        var rows = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var row = new List<string>();
            while (true)
            {
                var cell = new StringBuilder();
                if (at < text.Length && text[at] == '"')
                {
                    for (at++; ; at++)
                    {
                        if (text[at] != '"')
                        {
                            cell.Append(text[at]);
                        }
                        else if (at + 1 < text.Length && text[at + 1] == '"')
                        {
                            cell.Append('"');
                            at++;
                        }
                        else
                        {
                            at++;
                            break;
                        }
                    }
                }
                else
                {
                    for (; at < text.Length && text[at] is not (',' or '\r'); at++)
                    {
                        Assert.False(text[at] is '"' or '\n', $"A bare sign at {at}");
                        cell.Append(text[at]);
                    }
                }
                row.Add(cell.ToString());
                if (text[at] == ',')
                {
                    at++;
                    continue;
                }
                Assert.Equal("\r\n", text.Substring(at, 2));
                at += 2;
                break;
            }
            rows.Add(row);
        }
        return rows;
    }
}
