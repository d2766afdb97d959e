using System.Net;
using System.Text.Json.Nodes;
using HabitatBoard.Accounts;
using HabitatBoard.Publishing;

namespace HabitatBoard.Tests.Api.V1.Writing;

/// <summary>From a write to the public: checks, publication, feed and export.</summary>
public sealed class PublishingTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task WhatIsPublished_IsWhatTheFeedAndTheExportSay()
    {
        var (editor, publisher) = (await Writer.WithKeyAsync(board), await Writer.WithKeyAsync(board, Role.Publisher));
        var since = (int)(await editor.GetAsync("/changes?limit=1")).Json!["total"]!;
        using var before = await board.Client.GetAsync("/api/v1/export");
        (await editor.PostAsync("/persons", JsonNode.Parse("""{"code": "new-person", "name": {"en": "New Person"}, "surname": "Person"}""")!)).Is(HttpStatusCode.Created);
        var group = (await editor.PostAsync("/groups", JsonNode.Parse("""{"code": "NEWG", "name": {"en": "New Group"}, "kind": "regional"}""")!)).Is(HttpStatusCode.Created);
        (await editor.DeleteAsync("/groups/NEWG", group.ETag)).Is(HttpStatusCode.NoContent);

        (await publisher.PostAsync("/registers/publish", new JsonObject())).Is(HttpStatusCode.UnprocessableEntity, 3017);
        var published = (await publisher.PostAsync("/registers/publish", JsonNode.Parse("""{"note": "A new person"}""")!)).Is(HttpStatusCode.Created);
        Assert.Equal("A new person", (string)published.Json!["note"]!);
        (await publisher.PostAsync("/registers/publish", JsonNode.Parse("""{"note": "Again"}""")!)).Is(HttpStatusCode.Conflict, 3018);

        // Only what differs for the public is in the feed: what came and went in between is not.
        var feed = (await editor.GetAsync($"/changes?since={since}")).Json!["items"]!.AsArray();
        var change = Assert.Single(feed)!;
        Assert.Equal((since + 1, "person", "new-person", "created", "A new person"), ((int)change["sequence"]!, (string)change["type"]!, (string)change["key"]!, (string)change["operation"]!, (string)change["reason"]!));
        Assert.Null(change["fields"]);
        (await new Writer(board.Client).GetAsync("/persons/new-person")).Is(HttpStatusCode.OK);

        var export = (await new Writer(board.Client).GetAsync("/export")).Is(HttpStatusCode.OK);
        Assert.NotEqual(before.Headers.ETag!.ToString(), export.ETag);
        Assert.Equal(since + 1, (int)export.Json!["sequence"]!);
        var units = export.Json["units"]!.AsArray();
        Assert.Equal(["registers", "2023-3", "2024-1", "2024-2"], units.Select(u => (string)u!["unit"]!));
        Assert.All(units, u => Assert.Equal((string)u!["sha256"]!, CanonicalJson.Sha256(CanonicalJson.Bytes(u["content"]!.DeepClone()))));
        (await new Writer(board.Client).SendAsync(HttpMethod.Get, "/export", null, null, ("If-None-Match", export.ETag!))).Is(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task TheFeed_PagesBySequence_WithoutGaps()
    {
        var anybody = new Writer(board.Client);
        var sequences = new List<long>();
        for (var next = "/api/v1/changes?limit=97"; next is not null;)
        {
            var page = (await anybody.GetAsync(next)).Is(HttpStatusCode.OK).Json!;
            sequences.AddRange(page["items"]!.AsArray().Select(c => (long)c!["sequence"]!));
            next = (string?)page["next"];
        }
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(i => (long)i), sequences);
        Assert.True(sequences.Count > 300, $"Only {sequences.Count} changes.");
        (await anybody.GetAsync("/changes?since=-1")).Is(HttpStatusCode.BadRequest, 1005);
        (await anybody.GetAsync("/changes?since=99999999999999999999")).Is(HttpStatusCode.BadRequest, 1005);
        Assert.Empty((await anybody.GetAsync($"/changes?since={sequences[^1]}")).Is(HttpStatusCode.OK).Json!["items"]!.AsArray());
        // After a restore a follower is ahead of the feed: it learns so, instead of waiting for ever.
        (await anybody.GetAsync($"/changes?since={sequences[^1] + 1}")).Is(HttpStatusCode.BadRequest, 1005);
    }

    [Fact]
    public async Task APublication_SentAgain_IsDoneOnce_AndAnsweredTheSame()
    {
        var (editor, publisher) = (await Writer.WithKeyAsync(board), await Writer.WithKeyAsync(board, Role.Publisher));
        (await editor.PostAsync("/persons", JsonNode.Parse("""{"code": "published-once", "name": {"en": "Published Once"}, "surname": "Once"}""")!)).Is(HttpStatusCode.Created);
        var body = JsonNode.Parse("""{"note": "Once"}""")!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => publisher.PostAsync("/registers/publish", body, ("Idempotency-Key", "an-edition"))));

        Assert.All(answers, a => a.Is(HttpStatusCode.Created));
        var answer = Assert.Single(answers.Select(a => (a.Body, a.Location)).Distinct());
        var content = (await new Writer(board.Client).GetAsync(answer.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal((string)JsonNode.Parse(answer.Body)!["sha256"]!, CanonicalJson.Sha256(System.Text.Encoding.UTF8.GetBytes(content.Body)));
        Assert.Equal((int)JsonNode.Parse(answer.Body)!["number"]!, (int)(await new Writer(board.Client).GetAsync("/registers/editions")).Json!["total"]!);
        (await publisher.PostAsync("/registers/publish", JsonNode.Parse("""{"note": "Twice"}""")!, ("Idempotency-Key", "an-edition"))).Is(HttpStatusCode.UnprocessableEntity, 3021);
        // What failed was not done, and can be done yet.
        (await publisher.PostAsync("/registers/publish", body, ("Idempotency-Key", "another"))).Is(HttpStatusCode.Conflict, 3018);
        (await publisher.PostAsync("/registers/publish", body, ("Idempotency-Key", "another"))).Is(HttpStatusCode.Conflict, 3018);
    }

    [Fact]
    public async Task Errors_StopAPublication_UntilEachIsOverruledWithAReason()
    {
        var publisher = await Writer.WithKeyAsync(board, Role.Publisher);
        var findings = (await publisher.GetAsync("/sessions/2024-1/checks?store=working")).Is(HttpStatusCode.OK).Json!["items"]!.AsArray();
        var errors = findings.Where(f => (string)f!["severity"]! == "error").ToList();
        Assert.NotEmpty(errors);
        var etag = (await publisher.GetAsync("/sessions/2024-1/agenda/4?store=working")).ETag;
        (await publisher.PatchAsync("/sessions/2024-1/agenda/4", JsonNode.Parse("""{"title": {"es": "Un título"}}""")!, etag)).Is(HttpStatusCode.OK);

        var stopped = (await publisher.PostAsync("/sessions/2024-1/publish", JsonNode.Parse("""{"note": "With errors"}""")!)).Is(HttpStatusCode.Conflict, 3019);
        Assert.Equal(errors.Count, stopped.Json!["findings"]!.AsArray().Count);
        JsonObject Overruled(int count) => new()
        {
            ["note"] = "Overruled",
            ["overrule"] = new JsonArray([.. errors.Take(count).Select(e => (JsonNode)new JsonObject
            {
                ["code"] = e!["code"]!.DeepClone(),
                ["subject"] = e["subject"]!.DeepClone(),
                ["reason"] = "As the source has it",
            })]),
        };
        if (errors.Count > 1)
        {
            (await publisher.PostAsync("/sessions/2024-1/publish", Overruled(1))).Is(HttpStatusCode.Conflict, 3019);
        }
        var published = (await publisher.PostAsync("/sessions/2024-1/publish", Overruled(errors.Count))).Is(HttpStatusCode.Created);
        (await new Writer(board.Client).GetAsync(published.Location!.ToString())).Is(HttpStatusCode.OK);
        (await publisher.PostAsync("/sessions/2099-1/publish", JsonNode.Parse("""{"note": "Nothing"}""")!)).Is(HttpStatusCode.NotFound);
    }
}

/// <summary>With its own budget of writes.</summary>
public sealed class WriteLimitTests(WriteLimitTests.LimitedFixture board) : IClassFixture<WriteLimitTests.LimitedFixture>
{
    [Fact]
    public async Task Writes_HaveABudgetPerKey_AndSayWhatIsLeft()
    {
        var (one, other) = (await Writer.WithKeyAsync(board), await Writer.WithKeyAsync(board));
        var answers = new List<Answer>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await one.PostAsync("/persons", new JsonObject()));
        }
        var refused = answers.First(a => a.Status == HttpStatusCode.TooManyRequests).Is(HttpStatusCode.TooManyRequests, 1011);
        Assert.NotNull(refused.Message.Headers.RetryAfter);
        Assert.Contains("\"writes\";q=5;w=60", string.Join(',', answers[0].Message.Headers.GetValues("RateLimit-Policy")), StringComparison.Ordinal);
        (await other.PostAsync("/persons", new JsonObject())).Is(HttpStatusCode.UnprocessableEntity);
    }

    public sealed class LimitedFixture : BoardFixture
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("RateLimits:Enabled", "true"), new("RateLimits:WritesPerMinute", "5")];
    }
}
