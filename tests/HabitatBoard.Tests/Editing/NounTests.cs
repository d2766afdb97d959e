using System.Text.Json.Nodes;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Editing;

/// <summary>Every noun of the record: created, read back, replaced, removed, brought back, and refused where it is wrong.</summary>
public sealed class NounTests : IAsyncLifetime
{
    private static readonly Attribution By = new("an editor", "a test", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>What is created, and a merge patch that changes it; by noun.</summary>
    private static readonly Dictionary<string, (string Unit, string Json, string Patch)> Samples = new()
    {
        ["session"] = ("2024-1", """{"year":2031,"number":1,"title":{"en":"First session of 2031"},"titleStatus":{"en":"unofficial"},"status":"open","startsOn":"2031-05-05","endsOn":"2031-05-07","openedAt":"2031-05-05T09:35:00+03:00","interpretation":{"hoursPerDay":6,"languages":["en","fr"]}}""", """{"status":"closed","closedAt":"2031-05-07T17:45:00+03:00","mode":"hybrid"}"""),
        ["meeting"] = ("2024-1", """{"number":1,"day":"2024-05-06","startsAt":"10:00:00","endsAt":"13:00:00"}""", """{"number":2,"day":"2024-05-07"}"""),
        ["officer"] = ("2024-1", """{"office":"viceChair","body":{"code":"executive-board"},"person":{"code":"michal-mlynar"},"delegation":{"code":"POL"},"termStartsOn":"2023-01-01","termEndsOn":"2024-12-31","reportParagraph":4}""", """{"office":"rapporteur","termEndsOn":null,"order":3}"""),
        ["agendaItem"] = ("2024-1", """{"number":"16","version":"adopted","title":{"en":"A further item"},"titleStatus":{"en":"official"}}""", """{"title":{"fr":"Un point de plus"},"titleStatus":{"fr":"unofficial"}}"""),
        ["attendance"] = ("2024-1", """{"delegation":{"code":"AUS"},"class":"observerState","presence":"absent","paragraph":10}""", """{"presence":"present","order":2}"""),
        ["attendanceHeading"] = ("2024-1", """{"class":"otherObserver","heading":{"en":"Others who attended"},"headingStatus":{"en":"official"},"paragraph":12}""", """{"heading":{"en":"Other observers"}}"""),
        ["document"] = ("2024-1", """{"symbol":"HSP/EB.2024/99","symbolAsPrinted":"HSP/EB.2024/99","title":{"en":"A note"},"titleStatus":{"en":"official"},"kind":"secretariatNote","distribution":"limited","items":["4","2(a)"],"relations":[{"kind":"addendumTo","document":"HSP-EB.2024-3"}],"versions":[{"lang":"en","issuedOn":"2024-03-01"}]}""", """{"symbol":"HSP/EB.2024/98","symbolAsPrinted":"HSP/EB.2024/98","items":["5"],"relations":[],"versions":[{"lang":"en","issuedOn":"2024-03-02"},{"lang":"fr"}]}"""),
        ["statement"] = ("2024-1", """{"item":"4","paragraph":21,"speaker":{"delegation":{"code":"KEN"}},"capacity":"boardMember","onBehalfOf":[{"code":"AFR"},{"code":"UGA"}],"kind":"statement","medium":"room"}""", """{"kind":"rightOfReply","onBehalfOf":[],"order":1}"""),
        ["decision"] = ("2024-1", """{"number":"2024/9","title":{"en":"A decision"},"titleStatus":{"en":"official"},"adoptedOn":"2024-05-08","document":"HSP-EB.2024-13","parts":[{"letter":"a","title":{"en":"Part"},"titleStatus":{"en":"official"},"paragraphs":[{"number":1,"text":{"en":"Decides"},"textStatus":{"en":"official"}}]}],"paragraphs":[{"number":null,"text":{"en":"Recalling"},"textStatus":{"en":"official"}}]}""", """{"paragraphs":[{"number":2}]}"""),
        ["adoption"] = ("2024-1", """{"item":"4","decision":"2024/1","part":"b","paragraphs":[7],"manner":"consensus","orallyAmended":true,"reportParagraph":23,"variant":"other"}""", """{"part":null,"paragraphs":null,"manner":"vote"}"""),
        ["act"] = ("2024-1", """{"kind":"agreed","item":"4","reportParagraph":22,"subject":{"en":"to meet again"},"subjectStatus":{"en":"official"},"document":"HSP-EB.2024-13","subjectSession":"2024-2","subjectKind":"asRecorded"}""", """{"kind":"decided","subjectSession":null}"""),
        ["event"] = ("2024-1", """{"title":{"en":"A forum"},"titleStatus":{"en":"official"},"startsOn":"2024-11-04","endsOn":"2024-11-08","place":{"en":"Cairo"},"placeStatus":{"en":"official"},"reportParagraph":43}""", """{"endsOn":null}"""),
        ["report"] = ("2024-2", """{"symbol":"HSP/EB.2024/12","status":"draft","originalLanguage":"en","masthead":{"organ":{"en":"Executive Board"},"organStatus":{"en":"official"}},"title":{"en":"Report"},"titleStatus":{"en":"official"}}""", """{"status":"adopted","adoptedByDecision":"2024/1"}"""),
        ["section"] = ("2024-1", """{"number":16,"heading":{"en":"Annex"},"headingStatus":{"en":"official"},"item":"14","order":25}""", """{"number":15,"letter":"A"}"""),
        ["paragraph"] = ("2024-1", """{"number":74,"section":"15","text":{"en":"Line one\nLine two"},"textStatus":{"en":"official"}}""", """{"number":80,"section":"2C"}"""),
        ["passage"] = ("2024-1", """{"paragraph":73,"after":1,"text":{"en":"Words"},"textStatus":{"en":"official"}}""", """{"after":0}"""),
        ["citation"] = ("2024-1", """{"paragraph":73,"kind":"decisionPart","target":"2024/1(b)","wording":{"en":"a part"},"wordingStatus":{"en":"official"}}""", """{"kind":"document","target":"HSP-EB.2024-13","reference":"HSP/EB.2024/13"}"""),
        ["delegation"] = ("registers", """{"code":"XTS","kind":"observerEntity","name":{"en":"Testland"},"nameStatus":{"en":"official"},"listName":{"en":"The Realm of Testland"},"listNameStatus":{"en":"official"},"sortAs":{"en":"testland"},"aliases":{"en":["Test","Testonia"]},"memberships":[{"group":{"code":"AFR"}},{"body":{"code":"executive-board"},"startsOn":"2024-01-01","endsOn":"2024-12-31"}]}""", """{"aliases":{"en":["Test/land.x"]},"memberships":[{"body":{"code":"executive-board"},"startsOn":"2024-01-01","endsOn":"2025-12-31"}]}"""),
        ["group"] = ("registers", """{"code":"XGR","kind":"political","name":{"en":"A group"},"nameStatus":{"en":"unofficial"}}""", """{"kind":"regional"}"""),
        ["body"] = ("registers", """{"code":"a-body","kind":"other","name":{"en":"A body"},"nameStatus":{"en":"official"}}""", """{"kind":"bureau"}"""),
        ["person"] = ("registers", """{"code":"a-person","name":{"en":"A. Person"},"nameStatus":{"en":"official"},"surname":"Person"}""", """{"surname":"Persson"}"""),
    };

    private TestInstallation board = null!;

    private RecordEditor Record => new(board.Working);

    public static TheoryData<string> Names => [.. Editors.All.Select(e => e.Name)];

    /// <summary>Noun, merge patch over its sample, the field, the error.</summary>
    public static TheoryData<string, string, string, ErrorCode> Wrong => new()
    {
        { "session", """{"endsOn":"2031-05-01"}""", "endsOn", ErrorCode.DatesReversed },
        { "session", """{"closedAt":"2031-05-05T08:00:00+03:00"}""", "closedAt", ErrorCode.DatesReversed },
        { "session", """{"openedAt":"2031-05-05T09:35:00"}""", "openedAt", ErrorCode.MalformedValue },
        { "session", """{"year":1900}""", "year", ErrorCode.OutOfRange },
        { "session", """{"year":2024}""", "number", ErrorCode.NumberUsedTwice },
        { "session", """{"interpretation":{"languages":["de"]}}""", "interpretation.languages[0]", ErrorCode.MalformedValue },
        { "session", """{"interpretation":{"hoursPerDay":25}}""", "interpretation.hoursPerDay", ErrorCode.OutOfRange },
        { "session", """{"reportParagraphs":{"opening":4}}""", "reportParagraphs.opening", ErrorCode.ReferenceToNothing },
        { "meeting", """{"day":"2024-06-01"}""", "day", ErrorCode.OutOfRange },
        { "meeting", """{"endsAt":"09:00:00"}""", "endsAt", ErrorCode.DatesReversed },
        { "meeting", """{"number":0}""", "number", ErrorCode.OutOfRange },
        { "officer", """{"body":{"code":"no-body"}}""", "body", ErrorCode.ReferenceToNothing },
        { "officer", """{"termEndsOn":"2022-01-01"}""", "termEndsOn", ErrorCode.DatesReversed },
        { "officer", """{"office":"admiral"}""", "office", ErrorCode.MalformedValue },
        { "officer", """{"office":"chair, rapporteur"}""", "office", ErrorCode.MalformedValue },
        { "agendaItem", """{"number":"4"}""", "number", ErrorCode.NumberUsedTwice },
        { "agendaItem", """{"number":"four"}""", "number", ErrorCode.MalformedIdentifier },
        { "agendaItem", """{"title":{"en":"turned \u202Earound"}}""", "title.en", ErrorCode.ForbiddenCharacter },
        { "agendaItem", """{"title":{"de":"Punkt"}}""", "title.de", ErrorCode.UnknownField },
        { "attendance", """{"delegation":{"code":"AZE"}}""", "delegation", ErrorCode.NumberUsedTwice },
        { "attendance", """{"delegation":null}""", "delegation", ErrorCode.FieldMissing },
        { "attendance", """{"order":0}""", "order", ErrorCode.OutOfRange },
        { "attendanceHeading", """{"class":"member"}""", "class", ErrorCode.NumberUsedTwice },
        { "attendanceHeading", """{"paragraph":999}""", "paragraph", ErrorCode.ReferenceToNothing },
        { "document", """{"symbol":"?!"}""", "symbol", ErrorCode.MalformedIdentifier },
        { "document", """{"symbol":"hsp/eb.2024/13"}""", "symbol", ErrorCode.NumberUsedTwice },
        { "document", """{"symbol":null}""", "symbol", ErrorCode.FieldMissing },
        { "document", """{"paper":3}""", "paper", ErrorCode.MalformedValue },
        { "document", """{"items":["4","4"]}""", "items[1]", ErrorCode.NumberUsedTwice },
        { "document", """{"items":["99"]}""", "items[0]", ErrorCode.ReferenceToNothing },
        { "document", """{"relations":[{"kind":"addendumTo","document":"HSP/EB.2024/99"}]}""", "relations[0].document", ErrorCode.CircularRelation },
        { "document", """{"relations":[null]}""", "relations[0]", ErrorCode.MalformedValue },
        { "document", """{"versions":[{"lang":"en"},{"lang":"en"}]}""", "versions[1].lang", ErrorCode.NumberUsedTwice },
        { "document", """{"versions":[{"lang":"de"}]}""", "versions[0].lang", ErrorCode.MalformedIdentifier },
        { "statement", """{"speaker":{"delegation":null}}""", "speaker", ErrorCode.SpeakerMissing },
        { "statement", """{"onBehalfOf":[null]}""", "onBehalfOf[0]", ErrorCode.MalformedValue },
        { "statement", """{"onBehalfOf":["NONE"]}""", "onBehalfOf[0]", ErrorCode.ReferenceToNothing },
        { "statement", """{"onBehalfOf":["AFR","AFR"]}""", "onBehalfOf", ErrorCode.NumberUsedTwice },
        { "decision", """{"number":"2024/1"}""", "number", ErrorCode.NumberUsedTwice },
        { "decision", """{"parts":[null]}""", "parts[0]", ErrorCode.MalformedValue },
        { "decision", """{"parts":[{"letter":"a","title":{"en":"A"}},{"letter":"a","title":{"en":"B"}}]}""", "parts[1].letter", ErrorCode.NumberUsedTwice },
        { "decision", """{"paragraphs":[{"number":1}]}""", "paragraphs[0].number", ErrorCode.NumberUsedTwice },
        { "adoption", """{"decision":"2024/99"}""", "decision", ErrorCode.ReferenceToNothing },
        { "adoption", """{"decision":null}""", "decision", ErrorCode.FieldMissing },
        { "adoption", """{"part":"z"}""", "part", ErrorCode.ReferenceToNothing },
        { "adoption", """{"part":"a"}""", "paragraphs[0]", ErrorCode.ReferenceToNothing },
        { "adoption", """{"paragraphs":[7,7]}""", "paragraphs[1]", ErrorCode.NumberUsedTwice },
        { "adoption", """{"item":"99"}""", "item", ErrorCode.ReferenceToNothing },
        { "adoption", """{"variant":"Not One"}""", "variant", ErrorCode.MalformedIdentifier },
        { "act", """{"adoption":"00000000-0000-0000-0000-000000000001"}""", "adoption", ErrorCode.ReferenceToNothing },
        { "act", """{"subject":null}""", "subject", ErrorCode.TextInNoLanguage },
        { "act", """{"subjectSession":"1999-1"}""", "subjectSession", ErrorCode.ReferenceToNothing },
        { "event", """{"endsOn":"2024-11-01"}""", "endsOn", ErrorCode.DatesReversed },
        { "event", """{"reportParagraph":null}""", "reportParagraph", ErrorCode.FieldMissing },
        { "report", """{"symbol":"HSP/EB.1999/1"}""", "symbol", ErrorCode.ReferenceToNothing },
        { "report", """{"adoptedByDecision":"2024/1"}""", "adoptedByDecision", ErrorCode.MalformedValue },
        { "report", """{"status":"adopted","adoptedByDecision":"2024/77"}""", "adoptedByDecision", ErrorCode.ReferenceToNothing },
        { "report", """{"originalLanguage":"de"}""", "originalLanguage", ErrorCode.MalformedIdentifier },
        { "report", """{"masthead":{"organ":{"en":"a\u0000b"}}}""", "masthead.organ.en", ErrorCode.ForbiddenCharacter },
        { "section", """{"number":4}""", "number", ErrorCode.NumberUsedTwice },
        { "section", """{"letter":"A"}""", "number", ErrorCode.ReferenceToNothing },
        { "section", """{"letter":"a"}""", "letter", ErrorCode.MalformedIdentifier },
        { "paragraph", """{"number":21}""", "number", ErrorCode.NumberUsedTwice },
        { "paragraph", """{"section":"99"}""", "section", ErrorCode.ReferenceToNothing },
        { "passage", """{"after":-1}""", "after", ErrorCode.OutOfRange },
        { "passage", """{"text":null}""", "text", ErrorCode.TextInNoLanguage },
        { "citation", """{"target":"2024/1(z)"}""", "target", ErrorCode.ReferenceToNothing },
        { "citation", """{"target":"2024/1"}""", "target", ErrorCode.MalformedIdentifier },
        { "citation", """{"kind":"person"}""", "target", ErrorCode.ReferenceToNothing },
        { "citation", """{"wording":null}""", "wording", ErrorCode.TextInNoLanguage },
        { "delegation", """{"code":"KEN"}""", "code", ErrorCode.NumberUsedTwice },
        { "delegation", """{"code":"AFR"}""", "code", ErrorCode.NumberUsedTwice },
        { "delegation", """{"code":"no code"}""", "code", ErrorCode.MalformedIdentifier },
        { "delegation", """{"aliases":{"de":["Testland"]}}""", "aliases", ErrorCode.UnknownField },
        { "delegation", """{"memberships":[{"body":"executive-board","group":"AFR"}]}""", "memberships[0].body", ErrorCode.ReferenceToNothing },
        { "delegation", """{"memberships":[{"group":"AFR","startsOn":"2024-02-01","endsOn":"2024-01-01"}]}""", "memberships[0].endsOn", ErrorCode.DatesReversed },
        { "group", """{"kind":null}""", "kind", ErrorCode.FieldMissing },
        { "body", """{"code":"executive-board"}""", "code", ErrorCode.NumberUsedTwice },
        { "person", """{"surname":"a\u2066b"}""", "surname", ErrorCode.ForbiddenCharacter },
        { "person", """{"nickname":"P"}""", "nickname", ErrorCode.UnknownField },
    };

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ANoun_IsCreated_Replaced_Removed_AndBroughtBack(string name)
    {
        var (editor, unit, draft) = await SampleAsync(name);
        var created = await Record.WriteAsync(new EditStep(editor, unit, null, draft, null), By, CancellationToken.None);
        AssertHolds(DraftJson.Write(draft), Samples[name].Json, created!);

        var patched = (JsonObject)DraftJson.Merge(DraftJson.Write(created!.Draft), JsonNode.Parse(Samples[name].Patch))!;
        var change = DraftJson.Read(editor.DraftType, patched);
        unit = name == "session" ? created.Key : unit;
        var replaced = await Record.WriteAsync(new EditStep(editor, unit, created.Key, change, created.Version), By, CancellationToken.None);
        AssertHolds(DraftJson.Write(change), Samples[name].Patch, replaced!);
        Assert.NotEqual(created.Version, replaced!.Version);
        Assert.Equal(created.Id, replaced.Id);

        var head = await HeadAsync();
        Assert.Null(await Record.WriteAsync(new EditStep(editor, unit, replaced.Key, null, replaced.Version), By, CancellationToken.None));
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            Assert.Null(await editor.FindAsync(db, unit, replaced.Key, CancellationToken.None));
        }
        await new History(board.Working).RestoreAsync(name, replaced.Id, head, null, By, CancellationToken.None);
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            Assert.Equal(replaced.Version, (await editor.FindAsync(db, unit, replaced.Key, CancellationToken.None))?.Version);
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AWrongValue_IsSaidOfItsField_AndNothingIsStored(string name, string patch, string field, ErrorCode code)
    {
        var (editor, unit, _) = await SampleAsync(name);
        var head = await HeadAsync();
        var json = JsonNode.Parse(Samples[name].Json)!.AsObject();
        foreach (var (member, value) in JsonNode.Parse(patch)!.AsObject())
        {
            json[member] = value is JsonObject ? DraftJson.Merge(json[member], value) : value?.DeepClone();
        }

        var refused = await Assert.ThrowsAsync<DraftException>(async () =>
            await Record.WriteAsync(new EditStep(editor, unit, null, DraftJson.Read(editor.DraftType, json), null), By, CancellationToken.None));

        Assert.Contains((field, code), refused.Errors.Select(e => (e.Field, e.Code)));
        Assert.All(refused.Errors, e => Assert.NotEmpty(e.About));
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task RelationsOfDocuments_DoNotLeadInACircle_HoweverLong()
    {
        foreach (var (symbol, target) in new[] { ("HSP/EB.2024/90", "HSP/EB.2024/13"), ("HSP/EB.2024/91", "HSP/EB.2024/90"), ("HSP/EB.2024/92", "HSP/EB.2024/91") })
        {
            await WriteAsync("document", "2024-1", null, $$"""{"symbol":"{{symbol}}","title":{"en":"A note"},"kind":"other","relations":[{"kind":"revisionOf","document":"{{target}}"}]}""");
        }
        var refused = await Assert.ThrowsAsync<DraftException>(() => WriteAsync(
            "document", "2024-1", "HSP-EB.2024-90", """{"symbol":"HSP/EB.2024/90","title":{"en":"A note"},"kind":"other","relations":[{"kind":"addendumTo","document":"HSP/EB.2024/92"}]}"""));
        Assert.Equal(("relations[0].document", ErrorCode.CircularRelation), (Assert.Single(refused.Errors).Field, refused.Errors[0].Code));
    }

    [Fact]
    public async Task AFile_StaysWithItsVersion_WhenTheDocumentIsReplaced()
    {
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var document = await db.Documents.Include(d => d.Versions).FirstAsync(d => d.Slug == "HSP-EB.2024-3");
            db.RemoveRange(document.Versions);
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            var document = await db.Documents.Include(d => d.Versions).FirstAsync(d => d.Slug == "HSP-EB.2024-3");
            document.AddVersion(HabitatBoard.Languages.Language.Fr, null, new HabitatBoard.Documents.HeldFile("k2400001f.pdf", new string('a', 64), 10, "application/pdf"));
            await board.Working.SaveAsync(db, By, CancellationToken.None);
        }
        await WriteAsync("document", "2024-1", "HSP-EB.2024-3", """{"symbol":"HSP/EB.2024/3","title":{"en":"Another"},"kind":"other","versions":[{"lang":"fr","issuedOn":"2024-03-01","file":"passed-over"},{"lang":"es"}]}""");
        await using var after = await board.Working.OpenAsync(CancellationToken.None);
        var versions = await after.DocumentVersions.Where(v => after.Documents.Any(d => d.Id == v.DocumentId && d.Slug == "HSP-EB.2024-3")).ToListAsync();
        Assert.Equal(["k2400001f.pdf", null], versions.OrderByDescending(v => v.File?.Name).Select(v => v.File?.Name));
    }

    [Theory]
    [InlineData("delegation", "KEN", """{"code":"KEX"}""", "code")]
    [InlineData("person", "michal-mlynar", """{"code":"someone-else"}""", "code")]
    [InlineData("session", "2024-2", """{"number":3}""", "number")]
    [InlineData("section", "2", """{"number":40}""", "number")]
    public async Task AKeyThatOthersUse_IsGivenOnce(string name, string key, string patch, string field)
    {
        var editor = Editors.Named(name)!;
        var unit = name == "session" ? key : editor.OfSession ? "2024-1" : PublishedUnit.Registers;
        Editable found;
        await using (var db = await board.Working.OpenAsync(CancellationToken.None))
        {
            found = (await editor.FindAsync(db, unit, key, CancellationToken.None))!;
        }
        var draft = DraftJson.Read(editor.DraftType, (JsonObject)DraftJson.Merge(DraftJson.Write(found.Draft), JsonNode.Parse(patch))!);
        var refused = await Assert.ThrowsAsync<DraftException>(() => Record.WriteAsync(new EditStep(editor, unit, key, draft, null), By, CancellationToken.None));
        Assert.Contains((field, ErrorCode.KeyIsPermanent), refused.Errors.Select(e => (e.Field, e.Code)));
    }

    private async Task<(Editor Editor, string Unit, object Draft)> SampleAsync(string name)
    {
        var editor = Editors.Named(name)!;
        var (unit, json, _) = Samples[name];
        if (name == "attendanceHeading")
        {
            // The seed heads every class; one has to make room.
            await Record.WriteAsync(new EditStep(editor, unit, "otherObserver", null, null), By, CancellationToken.None);
        }
        return (editor, unit, DraftJson.Read(editor.DraftType, JsonNode.Parse(json)!.AsObject()));
    }

    /// <summary>Every member that was given was stored as it was given.</summary>
    private static void AssertHolds(JsonObject written, string given, Editable stored)
    {
        var read = DraftJson.Write(stored.Draft);
        foreach (var (member, _) in JsonNode.Parse(given)!.AsObject())
        {
            Assert.Equal(written[member]?.ToJsonString(), read[member]?.ToJsonString());
        }
    }

    private Task<Editable?> WriteAsync(string name, string unit, string? key, string json)
    {
        var editor = Editors.Named(name)!;
        return Record.WriteAsync(new EditStep(editor, unit, key, DraftJson.Read(editor.DraftType, JsonNode.Parse(json)!.AsObject()), null), By, CancellationToken.None);
    }

    private async Task<long> HeadAsync()
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        return await db.Changes.MaxAsync(c => c.Sequence);
    }
}
