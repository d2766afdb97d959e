using System.Net;
using HabitatBoard.Documents;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
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
        var edition = await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);

        var tried = 0;
        foreach (var (method, address) in LeakTests.Requests(board, Slug).Where(r => r.Method == "GET").Append(("GET", $"/api/v1/sessions/2024-1/editions/{edition.Number}")).Append(("GET", $"/api/v1/search?q={Title}")))
        {
            using var response = await board.Client.GetAsync(address);
            var body = await response.Content.ReadAsStringAsync();
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
        // There is nothing to publish now, though the working store holds what the published one does not.
        Assert.Empty((await board.Services.GetRequiredService<Publisher>().PreviewAsync("2024-1", CancellationToken.None)).Differences);

        await ChangeAsync(Slug, draft => draft.Distribution = Distribution.General);
        await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);
        Assert.Equal(Title, (string?)(await board.GetJsonAsync($"/api/v1/documents/{Slug}"))["title"]!["en"]);
        Assert.Contains(Symbol, (await board.GetJsonAsync($"/api/v1/documents/{Public}"))["relations"]!.ToJsonString(), StringComparison.Ordinal);
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
