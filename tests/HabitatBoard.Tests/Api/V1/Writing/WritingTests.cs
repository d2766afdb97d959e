using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Api.V1.Writing;

/// <summary>Conflicts, batches, repeated requests, reasons, and what is not a draft at all.</summary>
public sealed class WritingTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task TheLoser_LearnsWhichFieldsOthersChanged_AndNoOthers()
    {
        var writer = await Writer.WithKeyAsync(board);
        var path = await NewItemAsync(writer, "31");
        var before = (await writer.GetAsync(path + "?store=working")).Is(HttpStatusCode.OK);
        (await writer.PatchAsync(path, JsonNode.Parse("""{"title": {"fr": "Le leur"}}""")!, before.ETag)).Is(HttpStatusCode.OK);

        var lost = (await writer.PatchAsync(path, JsonNode.Parse("""{"title": {"fr": "Le mien", "es": "El mío"}}""")!, before.ETag)).Is(HttpStatusCode.PreconditionFailed, 3015);

        Assert.Equal(["/title/fr"], lost.Json!["fields"]!.AsArray().Select(f => (string)f!));
        Assert.Equal((await writer.GetAsync(path + "?store=working")).ETag, (string)lost.Json["etag"]!);
    }

    [Fact]
    public async Task APatchOfAnotherField_WithAnOldTag_NamesWhatChangedSince()
    {
        var writer = await Writer.WithKeyAsync(board);
        var path = await NewItemAsync(writer, "41");
        var before = (await writer.GetAsync(path + "?store=working")).Is(HttpStatusCode.OK);
        (await writer.PatchAsync(path, JsonNode.Parse("""{"title": {"fr": "Le leur"}}""")!, before.ETag)).Is(HttpStatusCode.OK);

        var lost = (await writer.PatchAsync(path, JsonNode.Parse("""{"title": {"es": "El mío"}}""")!, before.ETag)).Is(HttpStatusCode.PreconditionFailed, 3015);

        Assert.Equal(["/title/fr"], lost.Json!["fields"]!.AsArray().Select(f => (string)f!));
    }

    [Fact]
    public async Task WhatNeverWas_IsNotFound_AndWhatWasRemovedMeanwhile_WasSomebodyElses()
    {
        var writer = await Writer.WithKeyAsync(board);
        var patch = JsonNode.Parse("""{"name": {"en": "x"}}""")!;
        foreach (var path in new[] { "/groups/NOPE", "/sessions/2024-1/agenda/99", $"/sessions/2024-1/events/{Guid.NewGuid()}", "/decisions/2024/99", "/documents/NOPE" })
        {
            (await writer.PatchAsync(path, patch, "\"00\"")).Is(HttpStatusCode.NotFound, 2008);
            (await writer.DeleteAsync(path, "\"00\"")).Is(HttpStatusCode.NotFound, 2008);
        }
        (await writer.PutAsync("/groups/NOPE", JsonNode.Parse("""{"code": "NOPE", "name": {"en": "x"}, "kind": "regional"}""")!, "\"00\"")).Is(HttpStatusCode.NotFound, 2008);

        var item = await NewItemAsync(writer, "42");
        var read = await writer.GetAsync(item + "?store=working");
        (await writer.DeleteAsync(item, read.ETag)).Is(HttpStatusCode.NoContent);
        var late = (await writer.PatchAsync(item, JsonNode.Parse("""{"title": {"fr": "Trop tard"}}""")!, read.ETag)).Is(HttpStatusCode.PreconditionFailed, 3015);
        Assert.Null(late.Json!["etag"]);
    }

    [Fact]
    public async Task TheKindOfAStatement_IsNeverGuessed()
    {
        var writer = await Writer.WithKeyAsync(board);
        var answer = (await writer.GetAsync("/sessions/2024-1/statements?store=working&kind=closing&limit=1")).Json!["items"]![0]!;
        var path = $"/sessions/2024-1/statements/{(string)answer["id"]!}";
        var read = (await writer.GetAsync(path + "?store=working")).Is(HttpStatusCode.OK);
        foreach (var wrong in new[]
        {
            await writer.PatchAsync(path, JsonNode.Parse("""{"kind": null}""")!, read.ETag),
            await writer.PutAsync(path, Without(read.Json!, "kind"), read.ETag),
        })
        {
            Assert.Equal("/kind", (string)wrong.Is(HttpStatusCode.UnprocessableEntity, 3017).Json!["errors"]![0]!["pointer"]!);
        }
        Assert.Equal(read.ETag, (await writer.GetAsync(path + "?store=working")).ETag);

        static JsonObject Without(JsonNode node, string name)
        {
            var copy = node.DeepClone().AsObject();
            copy.Remove(name);
            return copy;
        }
    }

    [Fact]
    public async Task AMemberInOtherLetters_IsUnknown_AndTakesNothingsPlace()
    {
        var writer = await Writer.WithKeyAsync(board);
        var item = await NewItemAsync(writer, "44");
        var read = await writer.GetAsync(item + "?store=working");
        (await writer.PatchAsync(item, JsonNode.Parse("""{"Title": {"en": "New"}}""")!, read.ETag)).Is(HttpStatusCode.UnprocessableEntity, 3017);
        Assert.Equal(read.ETag, (await writer.GetAsync(item + "?store=working")).ETag);
    }

    [Fact]
    public async Task EveryMemberThatCannotBeRead_IsNamedAtOnce()
    {
        var writer = await Writer.WithKeyAsync(board);
        var draft = JsonNode.Parse("""{"number": {"is": 4}, "title": {"en": 7}, "titel": {"en": "New"}, "letter": [], "section": "4", "documents": [null]}""")!;

        var answer = (await writer.PostAsync("/sessions/2024-1/agenda", draft)).Is(HttpStatusCode.UnprocessableEntity, 3017);

        Assert.Equal(
            ["/documents/0", "/letter", "/number", "/titel", "/title/en"],
            answer.Json!["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task InterpretationOfWhichNobodyKnowsTheHours_IsKept()
    {
        var writer = await Writer.WithKeyAsync(board);
        const string Session = "/sessions/2024-1";
        var read = await writer.GetAsync(Session + "?store=working");

        var written = (await writer.PatchAsync(Session, JsonNode.Parse("""{"interpretation": {"hoursPerDay": null, "languages": ["en", "fr"]}}""")!, read.ETag)).Is(HttpStatusCode.OK);

        Assert.Equal("""{"hoursPerDay":null,"languages":["en","fr"]}""", written.Json!["interpretation"]!.ToJsonString());
        (await writer.PatchAsync(Session, new JsonObject { ["interpretation"] = read.Json!["interpretation"]!.DeepClone() }, written.ETag)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AMomentByAnotherClock_IsKeptByThatOfTheBoard()
    {
        var writer = await Writer.WithKeyAsync(board);
        const string Session = "/sessions/2024-1";
        var read = await writer.GetAsync(Session + "?store=working");
        var opened = (string)read.Json!["openedAt"]!;
        var utc = DateTimeOffset.Parse(opened, CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var written = (await writer.PatchAsync(Session, new JsonObject { ["openedAt"] = utc }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(opened, (string)written.Json!["openedAt"]!);
        // The same moment: nothing has changed.
        Assert.Equal(read.ETag, written.ETag);
    }

    [Theory]
    [InlineData("/sessions/2024-1", "endsOn", "9999-12-31")]
    [InlineData("/sessions/2024-1", "closedAt", "9999-12-31T23:30:00Z")]
    [InlineData("/sessions/2024-1", "startsOn", "0001-01-01")]
    public async Task ADayThatNobodyKnows_IsRefused(string path, string field, string value)
    {
        var writer = await Writer.WithKeyAsync(board);
        var read = await writer.GetAsync(path + "?store=working");
        var refused = (await writer.PatchAsync(path, new JsonObject { [field] = value }, read.ETag)).Is(HttpStatusCode.UnprocessableEntity, 3017);
        Assert.Contains($"/{field}", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HSP/EB.2024/\u0663")]
    [InlineData("HSP/EB.\u0662\u0660\u0662\u0664/3")]
    [InlineData("HSP/EB.2024/3/Add.\u0661")]
    public async Task ASymbolWithOtherDigits_IsOneThatSaysNothing(string symbol)
    {
        var writer = await Writer.WithKeyAsync(board);
        var stored = (await writer.PostAsync("/sessions/2024-1/documents", new JsonObject { ["symbol"] = symbol, ["title"] = new JsonObject { ["en"] = "A paper" }, ["kind"] = "report" })).Is(HttpStatusCode.Created);
        Assert.Equal(symbol, (string)stored.Json!["symbol"]!);
    }

    [Fact]
    public async Task AProvisionalItem_HasNothingOfTheAdoptedOneUnderIt_AndASubItemStandsWithoutItsItem()
    {
        var writer = await Writer.WithKeyAsync(board);
        foreach (var (number, version) in new[] { ("11", "provisional"), ("45(a)", "adopted") })
        {
            var created = (await writer.PostAsync("/sessions/2024-1/agenda", new JsonObject { ["number"] = number, ["version"] = version, ["title"] = new JsonObject { ["en"] = "An item" } })).Is(HttpStatusCode.Created);
            var read = (await writer.GetAsync(created.Location!.ToString())).Is(HttpStatusCode.OK);
            Assert.Empty(read.Json!["adoptions"]!.AsArray());
            Assert.Empty(read.Json["acts"]!.AsArray());
        }
        var adopted = (await writer.GetAsync("/sessions/2024-1/agenda/11?store=working")).Is(HttpStatusCode.OK);
        Assert.NotEmpty(adopted.Json!["adoptions"]!.AsArray());
    }

    [Fact]
    public async Task ABatch_TakesTheAddressesThatTheApiGives()
    {
        var writer = await Writer.WithKeyAsync(board);
        var item = await NewItemAsync(writer, "43");
        var etag = (await writer.GetAsync(item + "?store=working")).ETag;
        (await writer.PostAsync("/batch", new JsonObject
        {
            ["operations"] = new JsonArray(new JsonObject { ["method"] = "PATCH", ["path"] = item, ["ifMatch"] = etag, ["body"] = JsonNode.Parse("""{"title": {"fr": "Par son adresse"}}""") }),
        })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhatIsKnownOfTheWorkingStore_IsNotSentAgain()
    {
        var writer = await Writer.WithKeyAsync(board);
        foreach (var path in new[] { "/sessions/2024-1/agenda/4?store=working", "/groups/AFR?store=working" })
        {
            var read = (await writer.GetAsync(path)).Is(HttpStatusCode.OK);
            var again = (await writer.SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", read.ETag!))).Is(HttpStatusCode.NotModified);
            Assert.Equal(read.ETag, again.ETag);
        }
    }

    [Fact]
    public async Task OfSixteenWriters_OfOneVersion_ExactlyOneSucceeds_EachTime()
    {
        var writer = await Writer.WithKeyAsync(board);
        var path = await NewItemAsync(writer, "32");
        for (var round = 0; round < 3; round++)
        {
            var etag = (await writer.GetAsync(path + "?store=working")).ETag;
            var head = await Writer.HeadAsync(board);
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => writer.PatchAsync(path, JsonNode.Parse($$$"""{"title": {"en": "By {{{round}}}, {{{n}}}"}}""")!, etag)));
            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            Assert.Equal(15, answers.Count(a => a.Status == HttpStatusCode.PreconditionFailed));
            Assert.Equal(head + 1, await Writer.HeadAsync(board));
        }
    }

    [Fact]
    public async Task ABatch_IsStoredWhole()
    {
        var writer = await Writer.WithKeyAsync(board);
        var head = await Writer.HeadAsync(board);
        var answer = (await writer.PostAsync("/batch", JsonNode.Parse("""
            {"operations": [
                {"method": "POST", "path": "/persons", "body": {"code": "batch-person", "name": {"en": "Batch Person"}, "surname": "Person"}},
                {"method": "POST", "path": "/sessions/2024-1/agenda", "body": {"number": "33", "title": {"en": "In a batch"}}},
                {"method": "POST", "path": "/sessions/2024-1/agenda", "body": {"number": "33(a)", "title": {"en": "Below it"}}}
            ]}
            """)!)).Is(HttpStatusCode.OK);
        var results = answer.Json!["results"]!.AsArray();
        Assert.Equal([201, 201, 201], results.Select(r => (int)r!["status"]!));
        Assert.Equal(head + 3, await Writer.HeadAsync(board));
        foreach (var result in results)
        {
            Assert.Equal((string)result!["etag"]!, (await writer.GetAsync((string)result["location"]!)).Is(HttpStatusCode.OK).ETag);
        }
    }

    [Theory]
    [InlineData("""{"method": "POST", "path": "/sessions/2024-1/agenda", "body": {"number": "35", "title": {"en": "Again"}}}""", 422, 3017)]
    [InlineData("""{"method": "POST", "path": "/sessions/2024-1/agenda", "body": {"number": "36"}}""", 422, 3017)]
    [InlineData("""{"method": "POST", "path": "/sessions/2099-1/agenda", "body": {"number": "36", "title": {"en": "Nowhere"}}}""", 404, 2001)]
    [InlineData("""{"method": "DELETE", "path": "/sessions/2024-1/agenda/4"}""", 428, 3016)]
    [InlineData("""{"method": "DELETE", "path": "/sessions/2024-1/agenda/4", "ifMatch": "\"00\""}""", 412, 3015)]
    [InlineData("""{"method": "GET", "path": "/sessions"}""", 422, 3017)]
    [InlineData("""{"method": "POST", "path": "/nothing", "body": {}}""", 422, 3017)]
    [InlineData("""{"method": "POST", "path": "/persons"}""", 422, 3017)]
    [InlineData("""null""", 422, 3017)]
    public async Task ABatch_WithOneBadStep_StoresNothing_AndNamesTheStep(string bad, int status, int code)
    {
        var writer = await Writer.WithKeyAsync(board);
        var head = await Writer.HeadAsync(board);
        var answer = await writer.PostAsync("/batch", JsonNode.Parse($$$$"""
            {"operations": [{"method": "POST", "path": "/sessions/2024-1/agenda", "body": {"number": "35", "title": {"en": "Good"}}}, {{{{bad}}}}]}
            """)!);
        answer.Is((HttpStatusCode)status, code);
        Assert.Equal(1, (int)answer.Json!["step"]!);
        Assert.All(answer.Json["errors"]?.AsArray() ?? [], e => Assert.StartsWith("/operations/1", (string)e!["pointer"]!, StringComparison.Ordinal));
        Assert.Equal(head, await Writer.HeadAsync(board));
    }

    [Fact]
    public async Task ABatch_HasALimit()
    {
        var writer = await Writer.WithKeyAsync(board);
        var operations = new JsonArray([.. Enumerable.Range(0, 501).Select(_ => JsonNode.Parse("""{"method": "POST", "path": "/persons", "body": {}}"""))]);
        (await writer.PostAsync("/batch", new JsonObject { ["operations"] = operations })).Is(HttpStatusCode.UnprocessableEntity, 3017);
        (await writer.PostAsync("/batch", new JsonObject { ["operations"] = new JsonArray() })).Is(HttpStatusCode.UnprocessableEntity, 3017);
    }

    [Fact]
    public async Task TheSameRequest_SentTwelveTimesAtOnce_IsDoneOnce_AndAnsweredTheSame()
    {
        var writer = await Writer.WithKeyAsync(board);
        var head = await Writer.HeadAsync(board);
        var body = JsonNode.Parse("""{"code": "once-only", "name": {"en": "Once Only"}, "surname": "Person"}""")!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => writer.PostAsync("/persons", body, ("Idempotency-Key", "\"a-key\""))));

        Assert.All(answers, a => a.Is(HttpStatusCode.Created));
        Assert.Single(answers.Select(a => (a.Body, a.ETag, a.Location)).Distinct());
        Assert.Equal(head + 1, await Writer.HeadAsync(board));
        var another = JsonNode.Parse("""{"code": "another", "name": {"en": "Another"}, "surname": "Person"}""")!;
        (await writer.PostAsync("/persons", another, ("Idempotency-Key", "a-key"))).Is(HttpStatusCode.UnprocessableEntity, 3021);
        // Keys belong to whoever sends them.
        (await (await Writer.WithKeyAsync(board)).PostAsync("/persons", another, ("Idempotency-Key", "a-key"))).Is(HttpStatusCode.Created);
        (await writer.PostAsync("/persons", JsonNode.Parse("""{"code": 1E+300}""")!, ("Idempotency-Key", "large"))).Is(HttpStatusCode.UnprocessableEntity, 3017);
        (await writer.PostAsync("/persons", another, ("Idempotency-Key", new string('k', 256)))).Is(HttpStatusCode.BadRequest, 1014);
    }

    [Fact]
    public async Task ACorrectionOfAdoptedText_NeedsAReason_WhichTheHistoryKeeps()
    {
        var writer = await Writer.WithKeyAsync(board);
        const string Path = "/decisions/2024/1";
        var etag = (await writer.GetAsync(Path + "?store=working")).ETag;
        var patch = JsonNode.Parse("""{"title": {"zh": "更正后的标题"}}""")!;
        (await writer.PatchAsync(Path, patch, etag)).Is(HttpStatusCode.UnprocessableEntity, 3022);
        (await writer.PatchAsync(Path, patch, etag, ("Reason", Uri.EscapeDataString("更正：见勘误 é")))).Is(HttpStatusCode.OK);

        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        var last = await db.Changes.OrderByDescending(c => c.Sequence).FirstAsync();
        Assert.Equal("更正：见勘误 é", last.Reason);
        Assert.StartsWith("key:", last.Author, StringComparison.Ordinal);
        (await writer.PatchAsync(Path, patch, etag, ("Reason", "a%0Ab"))).Is(HttpStatusCode.BadRequest, 1014);
    }

    [Theory]
    [InlineData("", 400, 1013)]
    [InlineData("{", 400, 1013)]
    [InlineData("[]", 400, 1013)]
    [InlineData("null", 400, 1013)]
    [InlineData("{} {}", 400, 1013)]
    [InlineData("{\"code\": \"a\", \"code\": \"b\"}", 400, 1013)]
    [InlineData("{\"code\": \"\\ud800\"}", 400, 1013)]
    [InlineData("{\"\\udc00\": 1}", 400, 1013)]
    [InlineData("{\"code\": \"a\", \"name\": {\"en\": \"x\\u0000\"}}", 422, 3017)]
    [InlineData("{\"code\": \"a\\u0000b\", \"name\": {\"en\": \"x\"}}", 422, 3017)]
    [InlineData("{\"code\": 5, \"name\": {\"en\": \"x\"}}", 422, 3017)]
    [InlineData("{\"code\": \"a\", \"name\": [\"x\"]}", 422, 3017)]
    [InlineData("{\"code\": \"a\", \"name\": {\"xx\": \"x\"}}", 422, 3017)]
    [InlineData("{\"code\": \"a\", \"name\": {\"en\": null}}", 422, 3017)]
    [InlineData("{\"code\": \"a\", \"name\": {\"en\": \"x\"}, \"nameStatus\": {\"en\": \"sacred\"}}", 422, 3017)]
    [InlineData("{\"code\": \"a b\", \"name\": {\"en\": \"x\"}}", 422, 3017)]
    public async Task WhatIsNotADraft_IsRefused_AndNothingIsStored(string body, int status, int code)
    {
        var writer = await Writer.WithKeyAsync(board);
        var head = await Writer.HeadAsync(board);
        (await writer.SendContentAsync(HttpMethod.Post, "/persons", new StringContent(body, Encoding.UTF8, "application/json"))).Is((HttpStatusCode)status, code);
        Assert.Equal(head, await Writer.HeadAsync(board));
    }

    [Fact]
    public async Task WrongTypes_DeepBodies_AndLongOnes_AreRefused()
    {
        var writer = await Writer.WithKeyAsync(board);
        const string Good = """{"code": "typed", "name": {"en": "x"}}""";
        foreach (var type in new[] { "text/plain", "application/xml", "application/json; charset=utf-16", "application/merge-patch+json" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            (await writer.SendContentAsync(HttpMethod.Post, "/persons", content)).Is(HttpStatusCode.UnsupportedMediaType, 1009);
        }
        var coded = new StringContent(Good, Encoding.UTF8, "application/json");
        coded.Headers.ContentEncoding.Add("gzip");
        (await writer.SendContentAsync(HttpMethod.Post, "/persons", coded)).Is(HttpStatusCode.UnsupportedMediaType, 1009);
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000);
        (await writer.SendContentAsync(HttpMethod.Post, "/persons", new StringContent(deep, Encoding.UTF8, "application/json"))).Is(HttpStatusCode.BadRequest, 1013);
        (await writer.SendContentAsync(HttpMethod.Post, "/persons", new ByteArrayContent([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) { Headers = { ContentType = new("application/json") } })).Is(HttpStatusCode.BadRequest, 1013);
        (await writer.SendContentAsync(HttpMethod.Post, "/persons", new ByteArrayContent(new byte[2_000_000]) { Headers = { ContentType = new("application/json") } })).Is(HttpStatusCode.RequestEntityTooLarge, 1010);
    }

    [Theory]
    [InlineData("fr", "doit")]
    [InlineData("zh", "")]
    public async Task WhatIsWrongWithAField_IsSaidInTheReadersLanguage(string language, string word)
    {
        var writer = await Writer.WithKeyAsync(board);
        var inEnglish = (await writer.PostAsync("/persons", new JsonObject())).Json!["errors"]![0]!["detail"]!.ToString();
        var answer = (await writer.PostAsync("/persons", new JsonObject(), ("Accept-Language", language))).Is(HttpStatusCode.UnprocessableEntity, 3017);
        var detail = answer.Json!["errors"]![0]!["detail"]!.ToString();
        Assert.NotEqual(inEnglish, detail);
        Assert.Contains(word, detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WhatIsReferredTo_StaysAndItsReferrersAreNamed()
    {
        var writer = await Writer.WithKeyAsync(board);
        var etag = (await writer.GetAsync("/sessions/2024-1/agenda/4?store=working")).ETag;
        var refused = (await writer.DeleteAsync("/sessions/2024-1/agenda/4", etag)).Is(HttpStatusCode.Conflict, 3007);
        var referrers = refused.Json!["referrers"]!.AsArray();
        Assert.Contains(referrers, r => (string)r!["resource"]! == "statement");
        // Documents among them, which the record knows by their ids: all can be fetched.
        Assert.Contains(referrers, r => (string)r!["resource"]! == "document");
        foreach (var referrer in referrers)
        {
            (await writer.GetAsync($"{(string)referrer!["href"]!}?store=working")).Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Roles_AreKept()
    {
        var editor = await Writer.WithKeyAsync(board);
        (await editor.PostAsync("/sessions/2024-1/publish", JsonNode.Parse("""{"note": "x"}""")!)).Is(HttpStatusCode.Forbidden);
        (await new Writer(board.Client).PostAsync("/batch", new JsonObject())).Is(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> NewItemAsync(Writer writer, string number)
    {
        var created = (await writer.PostAsync("/sessions/2024-1/agenda", JsonNode.Parse($$$"""{"number": "{{{number}}}", "title": {"en": "To be changed"}}""")!)).Is(HttpStatusCode.Created);
        return created.Location!.ToString().Split('?')[0];
    }
}
