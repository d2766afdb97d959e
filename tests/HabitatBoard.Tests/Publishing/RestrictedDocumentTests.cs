using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HabitatBoard.Accounts;
using HabitatBoard.Documents;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Api.V1.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Publishing;

/// <summary>A restricted document is never public: not itself, and not by what others say of it.</summary>
public sealed class RestrictedDocumentTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Symbol = "HSP/EB.2024/CRP.77";
    private const string Slug = "HSP-EB.2024-CRP.77";
    private const string Title = "zzsecretzz";
    private const string Public = "HSP-EB.2024-2-Add.1";

    private static readonly Attribution By = new("an editor", "a test", DateTimeOffset.UtcNow);

    [Fact]
    public async Task APublishedSession_SaysNothingOfIt_AtAnyAddress()
    {
        await WriteAsync(null, new DocumentDraft
        {
            Symbol = Symbol,
            Title = new Dictionary<string, string> { ["en"] = Title },
            Kind = DocumentKind.Other,
            Distribution = Distribution.Restricted,
            Items = ["4"],
            Relations = [new RelationDraft { Kind = RelationKind.AddendumTo, Document = "HSP-EB.2024-3" }],
            Versions = [new VersionDraft { Lang = "en" }],
        });
        await ChangeAsync(Public, draft => draft.Relations = [.. draft.Relations, new RelationDraft { Kind = RelationKind.RevisionOf, Document = Slug }]);
        await NameItEverywhereAsync();
        var edition = await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);

        var tried = 0;
        foreach (var (method, address) in LeakTests.Requests(board, Slug).Where(r => r.Method == "GET").Append(("GET", $"/api/v1/sessions/2024-1/editions/{edition.Number}")).Append(("GET", $"/api/v1/search?q={Title}"))
            .Concat(Papers()).Append(("GET", "/en/sessions/2024-1/report?text=composed")).Append(("GET", "/zh/sessions/2024-1/report?text=composed")))
        {
            using var response = await board.Client.GetAsync(address);
            var body = await TextOfAsync(response);
            tried += response.IsSuccessStatusCode ? 1 : 0;
            if (address.Contains(Slug, StringComparison.Ordinal) || address.Contains(Title, StringComparison.Ordinal))
            {
                // What was asked for is said again; what it is, is not.
                Assert.True(response.StatusCode == HttpStatusCode.NotFound || !body.Contains($"\"{Title}\"", StringComparison.Ordinal), address);
                body = body.Replace(Slug, "", StringComparison.Ordinal).Replace($"q={Title}", "", StringComparison.Ordinal);
            }
            Assert.DoesNotContain(Slug, body, StringComparison.Ordinal);
            Assert.DoesNotContain(Symbol, body, StringComparison.Ordinal);
            Assert.False(body.Contains(Title, StringComparison.Ordinal) && !address.Contains(Title, StringComparison.Ordinal), address);
        }
        Assert.True(tried > 40, $"Only {tried} addresses answered.");
        Assert.Equal(0, (int)(await board.GetJsonAsync($"/api/v1/search?q={Title}"))["total"]!);
        // The composed report, above all, still composes, and the preview shows what the public sees.
        var staff = await board.SignedInAsync(Role.Editor, secondFactor: false);
        foreach (var page in new[] { "agenda", "agenda/4", "decisions", "documents", "report", "report?text=composed", "report/compare", "statements" })
        {
            Assert.DoesNotContain(Symbol, (await staff.GetPageAsync($"/en/preview/sessions/2024-1/{page}")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
        // There is nothing to publish now, though the working store holds what the published one does not.
        Assert.Empty((await board.Services.GetRequiredService<Publisher>().PreviewAsync("2024-1", CancellationToken.None)).Differences);

        await ChangeAsync(Slug, draft => draft.Distribution = Distribution.General);
        await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);
        Assert.Equal(Title, (string?)(await board.GetJsonAsync($"/api/v1/documents/{Slug}"))["title"]!["en"]);
        Assert.Contains(Symbol, (await board.GetJsonAsync($"/api/v1/documents/{Public}"))["relations"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportWhoseDocumentIsRestricted_IsNotPublished_ButItsFactsAre()
    {
        await ChangeAsync("HSP-EB.2024-12", draft => draft.Distribution = Distribution.Restricted);
        await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);
        try
        {
            await board.GetJsonAsync("/api/v1/sessions/2024-1/report", HttpStatusCode.NotFound);
            foreach (var (_, address) in Papers().Append(("GET", "/en/sessions/2024-1/report")).Append(("GET", "/en/sessions/2024-1/archive.zip")).Append(("GET", "/api/v1/export")))
            {
                using var response = await board.Client.GetAsync(address);
                Assert.True((int)response.StatusCode < 500, address);
                // The act that adopts the report names it in the Board's words, which stay.
                Assert.DoesNotContain("HSP-EB.2024-12", await TextOfAsync(response), StringComparison.Ordinal);
            }
            var tables = (await board.GetJsonAsync("/api/v1/export"))["units"]!.AsArray().Single(u => (string)u!["unit"]! == "2024-1")!["content"]!["tables"]!;
            Assert.Empty(tables["report"]!.AsArray());
            Assert.All(tables["paragraph"]!.AsArray(), p => Assert.Empty(p!["text"]!.AsObject()));
            Assert.NotEqual(0, (int)(await board.GetJsonAsync("/api/v1/sessions/2024-1/statements"))["total"]!);
        }
        finally
        {
            await ChangeAsync("HSP-EB.2024-12", draft => draft.Distribution = Distribution.General);
            await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);
        }
        Assert.NotEmpty((await board.GetJsonAsync("/api/v1/sessions/2024-1/report"))["paragraphs"]![0]!["text"]!.AsObject());
    }

    private static IEnumerable<(string Method, string Address)> Papers() =>
        from paper in new[] { "sessions/2024-1/report", "sessions/2024-1/agenda", "decisions/2024/1" }
        from format in new[] { "html", "txt", "xml", "docx" }
        from language in new[] { "en", "zh" }
        select ("GET", $"/api/v1/{paper}.{format}?lang={language}");

    /// <summary>What an answer says; of an archive or a paper, what each of its entries says.</summary>
    private static async Task<string> TextOfAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return bytes is [(byte)'P', (byte)'K', 3, 4, ..] ? TextOf(bytes) : Encoding.UTF8.GetString(bytes);

        static string TextOf(byte[] zip)
        {
            using var archive = new ZipArchive(new MemoryStream(zip));
            return string.Concat(archive.Entries.Select(entry =>
            {
                using var stream = new MemoryStream();
                using var content = entry.Open();
                content.CopyTo(stream);
                var bytes = stream.ToArray();
                return $"{entry.FullName}\n" + (bytes is [(byte)'P', (byte)'K', 3, 4, ..] ? TextOf(bytes) : Encoding.UTF8.GetString(bytes));
            }));
        }
    }

    /// <summary>Lets every kind of row refer to it: by name, and by a place in a text.</summary>
    private async Task NameItEverywhereAsync()
    {
        var writer = await Writer.WithKeyAsync(board);
        var number = 0;
        foreach (var (path, patch) in new (string, JsonObject)[]
        {
            ("/sessions/2024-1/acts", new() { ["document"] = Slug }),
            ("/sessions/2024-1/acts", new() { ["subject"] = new JsonObject { ["en"] = $"the paper {{document/{Slug}}}" }, ["subjectStatus"] = new JsonObject { ["en"] = "unofficial" } }),
            ("/sessions/2024-1/statements", new() { ["document"] = Slug }),
            ("/sessions/2024-1/decisions", new() { ["document"] = Slug }),
            ("/sessions/2024-1/passages", new() { ["text"] = new JsonObject { ["en"] = $"see {{document/{Slug}}}" } }),
        })
        {
            var items = (await writer.GetAsync($"{path}?store=working&limit=20")).Is(HttpStatusCode.OK).Json!["items"]!.AsArray();
            var one = items[number++ % items.Count]!;
            var address = path.EndsWith("decisions", StringComparison.Ordinal) ? $"/decisions/{(string)one["number"]!}" : $"{path}/{(string)one["id"]!}";
            var etag = (await writer.GetAsync($"{address}?store=working")).Is(HttpStatusCode.OK).ETag;
            (await writer.PatchAsync(address, patch, etag, ("Reason", "a%20test"))).Is(HttpStatusCode.OK);
        }
        foreach (var reference in new[] { Symbol, null })
        {
            (await writer.PostAsync("/sessions/2024-1/citations", new JsonObject
            {
                ["paragraph"] = 20,
                ["kind"] = "document",
                ["target"] = Slug,
                ["reference"] = reference,
                ["wording"] = new JsonObject { ["en"] = Title },
            })).Is(HttpStatusCode.Created);
        }
    }

    private async Task ChangeAsync(string slug, Action<DocumentDraft> change)
    {
        await using var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);
        var found = (await Editors.Named("document")!.FindAsync(db, "2024-1", slug, CancellationToken.None))!;
        var draft = (DocumentDraft)found.Draft;
        change(draft);
        await WriteAsync((slug, found.Version), draft);
    }

    private async Task WriteAsync((string Slug, string Version)? present, DocumentDraft draft) =>
        await board.Services.GetRequiredService<RecordEditor>().WriteAsync(new EditStep(Editors.Named("document")!, "2024-1", present?.Slug, draft, present?.Version), By, CancellationToken.None);
}
