using System.Net;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Api.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Api.V1.Writing;

/// <summary>Every noun over HTTP: what is read can be written; what is written can be read; nobody overwrites anybody.</summary>
public sealed class EveryNounTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    /// <summary>More of one kind are alike.</summary>
    private const int Sample = 12;

    public static TheoryData<string> Nouns => [.. Editors.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task WhatIsRead_SentBack_ChangesNothing(string name)
    {
        var writer = await Writer.WithKeyAsync(board);
        var noun = NounAddress.All.Single(n => n.Editor.Name == name);
        foreach (var unit in await UnitsAsync(noun.Editor))
        {
            var keys = await KeysAsync(noun.Editor, unit);
            foreach (var key in keys.Where((_, i) => i % Math.Max(1, keys.Count / Sample) == 0))
            {
                var path = noun.LocationOf(unit, key);
                var read = (await writer.GetAsync(path)).Is(HttpStatusCode.OK);
                Assert.NotNull(read.ETag);
                Assert.Contains("no-store", read.Message.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
                var head = await Writer.HeadAsync(board);
                var written = (await writer.PutAsync(path.Split('?')[0], read.Json!, read.ETag)).Is(HttpStatusCode.OK);
                Assert.True(head == await Writer.HeadAsync(board), $"{path}: {await LastChangeAsync()}");
                Assert.Equal(read.ETag, written.ETag);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task WhatIsRead_SentBackWithoutTheStatusOfItsTexts_ChangesNothing(string name)
    {
        var writer = await Writer.WithKeyAsync(board);
        var noun = NounAddress.All.Single(n => n.Editor.Name == name);
        foreach (var unit in await UnitsAsync(noun.Editor))
        {
            var keys = await KeysAsync(noun.Editor, unit);
            foreach (var key in keys.Where((_, i) => i % Math.Max(1, keys.Count / Sample) == 0))
            {
                var path = noun.LocationOf(unit, key);
                var read = (await writer.GetAsync(path)).Is(HttpStatusCode.OK);
                var written = (await writer.PutAsync(path.Split('?')[0], WithoutStatus(read.Json!)!, read.ETag)).Is(HttpStatusCode.OK);
                Assert.True(read.ETag == written.ETag, $"{path}: {await LastChangeAsync()}");
            }
        }

        static JsonNode? WithoutStatus(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.Where(m => !m.Key.EndsWith("Status", StringComparison.Ordinal)).Select(m => KeyValuePair.Create(m.Key, WithoutStatus(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(WithoutStatus)]),
            _ => node?.DeepClone(),
        };
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task IsCreated_Read_Changed_AndRemoved_ByVersion(string name)
    {
        var writer = await Writer.WithKeyAsync(board);
        var noun = NounAddress.All.Single(n => n.Editor.Name == name);
        var (collection, draft, patch) = await ExampleAsync(writer, noun);

        (await board.PostAnonymouslyAsync(collection, draft)).Is(HttpStatusCode.Unauthorized);
        var created = (await writer.PostAsync(collection, draft)).Is(HttpStatusCode.Created);
        Assert.NotNull(created.ETag);
        var path = created.Location!.ToString();
        Assert.EndsWith("?store=working", path, StringComparison.Ordinal);
        var read = (await writer.GetAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(created.ETag, read.ETag);
        using (var anonymous = await board.Client.GetAsync(path.Split('?')[0]))
        {
            // The heading of a class is public: it is another one that stands in its place.
            Assert.Equal(name == "attendanceHeading" ? HttpStatusCode.OK : HttpStatusCode.NotFound, anonymous.StatusCode);
        }

        var target = path.Split('?')[0];
        (await writer.PatchAsync(target, patch, null)).Is(HttpStatusCode.PreconditionRequired, 3016);
        (await writer.PatchAsync(target, patch, "*")).Is(HttpStatusCode.PreconditionRequired, 3016);
        (await writer.PatchAsync(target, patch, $"W/{created.ETag}")).Is(HttpStatusCode.BadRequest, 1014);
        var changed = (await writer.PatchAsync(target, patch, created.ETag)).Is(HttpStatusCode.OK);
        Assert.NotEqual(created.ETag, changed.ETag);
        AssertHolds(patch, changed.Json!);
        AssertHolds(patch, (await writer.GetAsync(path)).Is(HttpStatusCode.OK).Json!);

        (await writer.PutAsync(target, draft, created.ETag)).Is(HttpStatusCode.PreconditionFailed, 3015);
        (await writer.DeleteAsync(target, created.ETag)).Is(HttpStatusCode.PreconditionFailed, 3015);
        (await writer.DeleteAsync(target, null)).Is(HttpStatusCode.PreconditionRequired, 3016);
        (await writer.DeleteAsync(target, changed.ETag)).Is(HttpStatusCode.NoContent);
        (await writer.GetAsync(path)).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task AnInvalidDraft_IsRefused_WithItsFields(string name)
    {
        var writer = await Writer.WithKeyAsync(board);
        var noun = NounAddress.All.Single(n => n.Editor.Name == name);
        var head = await Writer.HeadAsync(board);
        var collection = noun.Collection.Replace("{session}", "2024-1", StringComparison.Ordinal);

        var empty = (await writer.PostAsync(collection, new JsonObject())).Is(HttpStatusCode.UnprocessableEntity, 3017);
        Assert.All(empty.Json!["errors"]!.AsArray(), e =>
        {
            Assert.StartsWith("/", (string)e!["pointer"]!, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace((string?)e["detail"]));
        });
        var unknown = (await writer.PostAsync(collection, new JsonObject { ["nonsense"] = 1 })).Is(HttpStatusCode.UnprocessableEntity, 3017);
        Assert.Equal("/nonsense", (string)unknown.Json!["errors"]![0]!["pointer"]!);
        Assert.Equal(head, await Writer.HeadAsync(board));
    }

    /// <summary>Something new of a kind, made of something that is there, and a change of it.</summary>
    private async Task<(string Collection, JsonObject Draft, JsonObject Patch)> ExampleAsync(Writer writer, NounAddress noun)
    {
        // There can be no second one in the first session.
        var session = noun.Editor.Name == "report" ? "2024-2" : "2024-1";
        var collection = noun.Collection.Replace("{session}", session, StringComparison.Ordinal);
        var unit = noun.Editor.OfSession ? "2024-1" : "registers";
        var keys = await KeysAsync(noun.Editor, unit);
        var draft = keys.Count == 0 ? [] : (JsonObject)(await writer.GetAsync(noun.LocationOf(unit, keys[^1]))).Is(HttpStatusCode.OK).Json!.DeepClone();
        draft.Remove("order");
        var spanish = new JsonObject { ["es"] = "Prueba" };
        JsonObject patch;
        switch (noun.Editor.Name)
        {
            case "session":
                (draft["year"], draft["number"], draft["reportParagraphs"]) = (2031, 1, new JsonObject());
                patch = new JsonObject { ["title"] = spanish };
                break;
            case "meeting":
                draft = new JsonObject { ["number"] = 91, ["day"] = "2024-05-06" };
                patch = new JsonObject { ["day"] = "2024-05-07" };
                break;
            case "officer":
                patch = new JsonObject { ["termEndsOn"] = "2031-01-01" };
                break;
            case "agendaItem":
                draft["number"] = "91";
                patch = new JsonObject { ["title"] = spanish };
                break;
            case "attendance":
                draft["delegation"] = await NotAttendingAsync();
                patch = new JsonObject { ["order"] = 97 };
                break;
            case "attendanceHeading":
                // Every class has one: the last makes room.
                var removed = await writer.GetAsync(noun.LocationOf(unit, keys[^1]));
                (await writer.DeleteAsync(noun.LocationOf(unit, keys[^1]).Split('?')[0], removed.ETag)).Is(HttpStatusCode.NoContent);
                patch = new JsonObject { ["heading"] = spanish };
                break;
            case "section":
                (draft["number"], draft["letter"]) = (91, null);
                patch = new JsonObject { ["heading"] = spanish };
                break;
            case "document":
                (draft["symbol"], draft["symbolAsPrinted"], draft["paper"], draft["relations"]) = ("HSP/EB.2024/991", null, null, new JsonArray());
                patch = new JsonObject { ["title"] = spanish };
                break;
            case "statement":
                patch = new JsonObject { ["order"] = 97 };
                break;
            case "decision":
                draft["number"] = "2024/91";
                patch = new JsonObject { ["title"] = spanish };
                break;
            case "adoption":
                patch = new JsonObject { ["orallyAmended"] = !(bool)draft["orallyAmended"]! };
                break;
            case "act":
                patch = new JsonObject { ["subject"] = spanish };
                break;
            case "event":
            case "report":
                patch = new JsonObject { ["title"] = spanish };
                break;
            case "paragraph":
                draft["number"] = 991;
                patch = new JsonObject { ["text"] = spanish };
                break;
            case "passage":
                patch = new JsonObject { ["text"] = spanish };
                break;
            case "citation":
                patch = new JsonObject { ["wording"] = spanish };
                break;
            case "delegation":
                (draft["code"], draft["aliases"], draft["memberships"]) = ("XQA", new JsonObject(), new JsonArray());
                patch = new JsonObject { ["name"] = spanish };
                break;
            default:
                draft["code"] = "XQ1";
                patch = new JsonObject { ["name"] = spanish };
                break;
        }
        return (collection, draft, patch);
    }

    /// <summary>What a patch says is what is there.</summary>
    private static void AssertHolds(JsonObject patch, JsonNode stored)
    {
        foreach (var (field, value) in patch)
        {
            if (value is JsonObject inner)
            {
                AssertHolds(inner, stored[field]!);
            }
            else
            {
                Assert.True(JsonNode.DeepEquals(value, stored[field]), $"{field} is {stored[field]?.ToJsonString()}, not {value?.ToJsonString()}");
            }
        }
    }

    private async Task<IReadOnlyList<string>> UnitsAsync(Editor editor)
    {
        await using var db = await OpenAsync();
        return editor.OfSession ? await db.Sessions.Select(s => s.Id).ToListAsync() : [Units.Registers];
    }

    private async Task<IReadOnlyList<string>> KeysAsync(Editor editor, string unit)
    {
        await using var db = await OpenAsync();
        return [.. (await editor.ListAsync(db, unit, CancellationToken.None)).Select(l => l.Key)];
    }

    private async Task<string> NotAttendingAsync()
    {
        await using var db = await OpenAsync();
        return await db.Delegations.Where(d => !db.Attendance.Any(a => a.DelegationCode == d.Code)).Select(d => d.Code).FirstAsync();
    }

    private async Task<string?> LastChangeAsync()
    {
        await using var db = await OpenAsync();
        return await db.Changes.OrderByDescending(c => c.Sequence).Select(c => c.Fields).FirstAsync();
    }

    private Task<BoardDbContext> OpenAsync() => board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
}

internal static class Anonymous
{
    public static Task<Answer> PostAnonymouslyAsync(this BoardFixture board, string path, JsonNode body) => new Writer(board.Client).PostAsync(path, body);
}
