using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Statements;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Pages;
using HabitatBoard.Web.Pages.Documents;
using HabitatBoard.Web.Pages.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.TakeAway;

/// <summary>Every list as a table, at the address of its page with <c>.csv</c> behind it.</summary>
internal sealed class Tables(BoardDbContext db, PublishedRegisters registers, Language language)
{
    /// <summary>The lists of one session that nothing narrows.</summary>
    private static IReadOnlyDictionary<string, Func<Tables, string, CancellationToken, Table>> OfSession { get; } = new Dictionary<string, Func<Tables, string, CancellationToken, Table>>
    {
        ["agenda"] = (t, session, cancel) => t.Agenda(session, cancel),
        ["attendance"] = (t, session, cancel) => t.Attendance(session, cancel),
        ["documents"] = (t, session, cancel) => t.Documents([session], cancel),
        ["decisions"] = (t, session, cancel) => t.Decisions([session], cancel),
        ["report"] = (t, session, cancel) => t.Report(session, cancel),
        ["editions"] = (t, session, cancel) => t.Editions(session, cancel),
    };

    public static void MapTables(RouteGroupBuilder site, RouteGroupBuilder session)
    {
        site.MapGet("/sessions.csv", Answer((t, _, cancel) => t.Sessions(cancel)));
        site.MapGet("/delegations.csv", Answer((t, _, cancel) => t.Delegations(cancel)));
        // Of all sessions there is no end: they are written as they are read, and not kept.
        var streamed = new PublishedContent { Kept = false, InWorkingStore = false, Streamed = true };
        site.MapGet("/documents.csv", AnswerStreamed((t, sessions, cancel) => t.Documents(sessions, cancel))).WithMetadata(streamed);
        site.MapGet("/decisions.csv", AnswerStreamed((t, sessions, cancel) => t.Decisions(sessions, cancel))).WithMetadata(streamed);
        foreach (var (name, table) in OfSession)
        {
            session.MapGet($"/{name}.csv", Answer((t, id, cancel) => table(t, id!, cancel)));
        }
        // Narrowed by what their pages are narrowed by.
        site.MapGet("/statements.csv", AnswerStreamed((t, context, _) => t.NarrowedStatementsAsync(context)))
            .WithMetadata(streamed, new AcceptsAttribute("session", "year", "item", "delegation", "capacity", "kind", "onBehalfOf"));
        session.MapGet("/statements.csv", Answer((t, context) => t.NarrowedStatementsAsync(context)))
            .WithMetadata(new AcceptsAttribute("item", "delegation", "capacity", "kind", "onBehalfOf"));
    }

    private static Func<HttpContext, BoardDbContext, PublishedRegisters, Task> Answer(Func<Tables, string?, CancellationToken, Table> read) =>
        Answer((t, context) => Task.FromResult<Table?>(read(t, context.GetRouteValue("session") as string, context.RequestAborted)));

    /// <param name="read">Gives null where it answered with a problem.</param>
    private static Func<HttpContext, BoardDbContext, PublishedRegisters, Task> Answer(Func<Tables, HttpContext, Task<Table?>> read) =>
        async (context, db, registers) =>
        {
            var language = TakeAwayRoutes.LanguageOf(context);
            if (await read(new Tables(db, registers, language), context) is { } table)
            {
                Describe(context, language);
                await table.WriteAsync(context.Response.Body, context.RequestAborted);
            }
        };

    private static Func<HttpContext, BoardDbContext, PublishedRegisters, Task> AnswerStreamed(Func<Tables, IReadOnlyList<string>, CancellationToken, Table> read) =>
        AnswerStreamed((t, context, sessions) => Task.FromResult<Table?>(read(t, sessions, context.RequestAborted)));

    /// <inheritdoc cref="Answer(Func{Tables, HttpContext, Task{Table?}})"/>
    private static Func<HttpContext, BoardDbContext, PublishedRegisters, Task> AnswerStreamed(Func<Tables, HttpContext, IReadOnlyList<string>, Task<Table?>> read) =>
        async (context, db, registers) =>
        {
            var cancellationToken = context.RequestAborted;
            var language = TakeAwayRoutes.LanguageOf(context);
            var sequence = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0;
            var sessions = await db.Sessions.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).ToListAsync(cancellationToken);
            if (await read(new Tables(db, registers, language), context, sessions) is not { } table)
            {
                return;
            }
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"table-{language.Code}-{sequence}\"");
            context.Response.Headers.ETag = tag;
            context.Response.Headers.CacheControl = "no-cache";
            if (EntityTags.IsKnown(context.Request, tag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            Describe(context, language);
            await table.WriteAsync(context.Response.Body, cancellationToken);
        };

    private static void Describe(HttpContext context, Language language)
    {
        var name = context.Request.Path.Value!.Split('/')[^1].Replace(".csv", "", StringComparison.Ordinal);
        var session = context.GetRouteValue("session") is string id ? $"{id}-" : "";
        context.Response.ContentType = $"{Table.MediaType}; charset=utf-8; header=present";
        context.Response.Headers.ContentLanguage = language.Code;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{session}{name}.{language.Code}.csv\"";
    }

    private Table Sessions(CancellationToken cancel)
    {
        return new(["session", "title", "titleLanguage", "titleStatus", "startsOn", "endsOn", "place", "mode", "status", "openedAt", "closedAt", "edition", "publishedAt"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            var editions = (await db.Editions.Select(e => new { e.Unit, e.Number, e.PublishedAt }).ToListAsync(cancel)).GroupBy(e => e.Unit).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Number)!);
            foreach (var s in await db.Sessions.AsNoTracking().OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).ToListAsync(cancel))
            {
                var edition = editions.GetValueOrDefault(s.Id);
                yield return [s.Id, .. s.Title.Cells(language), s.StartsOn, s.EndsOn, s.Place.Cell(language), s.Mode, s.Status, s.OpenedAt, s.ClosedAt, edition?.Number, edition?.PublishedAt];
            }
        }
    }

    private Table Delegations(CancellationToken cancel)
    {
        return new(["delegation", "kind", "listName", "listNameLanguage", "listNameStatus", "runningName"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            foreach (var d in (await registers.ReadAsync(db, cancel)).Delegations.Values.OrderBy(d => d.SortKeys[language], StringComparer.Ordinal).ThenBy(d => d.Code, StringComparer.Ordinal))
            {
                yield return [d.Code, d.Kind, .. d.ListName.Cells(language), d.RunningName.Cell(language)];
            }
        }
    }

    private Table Agenda(string session, CancellationToken cancel)
    {
        return new(["session", "item", "title", "titleLanguage", "titleStatus", "adopted"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.SessionId == session), cancel)).Select(a => a.Adoption).ToLookup(a => a.Item);
            foreach (var item in await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == session && i.Version == AgendaVersion.Adopted).OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancel))
            {
                yield return [session, item.Label, .. item.Title.Cells(language), adoptions[item.Label].Select(a => $"{a.Decision}{(a.Part is null ? "" : $" ({a.Part})")}{(a.Paragraphs is null ? "" : $", {string.Join(' ', a.Paragraphs)}")}")];
            }
        }
    }

    private Table Attendance(string session, CancellationToken cancel)
    {
        return new(["session", "class", "order", "delegation", "name", "nameLanguage", "nameStatus", "presence", "reportParagraph"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            var delegations = (await registers.ReadAsync(db, cancel)).Delegations;
            var entries = await db.Attendance.Where(a => a.SessionId == session).Select(a => new { a.Class, a.Order, a.DelegationCode, a.Presence, a.Paragraph.Number }).ToListAsync(cancel);
            foreach (var a in entries.OrderBy(a => a.Class).ThenBy(a => a.Order))
            {
                yield return [session, a.Class, a.Order, a.DelegationCode, .. delegations[a.DelegationCode].ListName.Cells(language), a.Presence, a.Number];
            }
        }
    }

    private Table Documents(IReadOnlyList<string> sessions, CancellationToken cancel)
    {
        return new(["session", "slug", "symbol", "symbolAsPrinted", "title", "titleLanguage", "titleStatus", "kind", "items", "reportParagraph"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            foreach (var session in sessions)
            {
                foreach (var d in await DocumentLine.ReadAsync(db, db.Documents.WherePublic().Where(d => d.SessionId == session), cancel))
                {
                    yield return [session, d.Slug, d.Symbol, d.SymbolAsPrinted, .. d.Title.Cells(language), d.Kind, d.Items, d.Paragraph];
                }
            }
        }
    }

    /// <summary>The statements that the page of the same parameters lists; null where a parameter is wrong, which is answered.</summary>
    private async Task<Table?> NarrowedStatementsAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var all = context.GetRouteValue("session") is string session ? db.Statements.Where(s => s.SessionId == session) : db.Statements;
        var (query, wrong) = await StatementsApi.NarrowAsync(db, all, StatementForm.Read(context.Request), await registers.ReadAsync(db, cancel), cancel);
        if (wrong is var (name, value, accepted))
        {
            await Problems.WriteAsync(context, ErrorCode.InvalidParameter, name, Problems.Shorten(value), accepted);
            return null;
        }
        var sessions = db.Sessions.Where(s => query.Select(x => x.SessionId).Contains(s.Id));
        return Statements(await sessions.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).ToListAsync(cancel), query, cancel);
    }

    private Table Statements(IReadOnlyList<string> sessions, IQueryable<Statement> narrowed, CancellationToken cancel)
    {
        return new(["session", "item", "reportParagraph", "order", "delegation", "delegationName", "person", "personName", "office", "capacity", "kind", "medium", "onBehalfOf", "onBehalfOfName"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            var snapshot = await registers.ReadAsync(db, cancel);
            foreach (var session in sessions)
            {
                foreach (var s in await Speech.ReadAsync(narrowed.Where(s => s.SessionId == session).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id), snapshot, cancel))
                {
                    yield return
                    [
                        session, s.Item, s.Paragraph, s.Order, s.Delegation?.Code, s.Delegation?.RunningName.Cell(language), s.Person?.Code, s.Person?.Name.Cell(language), s.Office.Cell(language),
                        s.Capacity, s.Kind, s.Medium, s.OnBehalfOf.Select(o => o.Code), s.OnBehalfOf.Select(o => o.Name.Cell(language)!),
                    ];
                }
            }
        }
    }

    /// <summary>One row for each paragraph; for a part or decision of which no paragraph is recorded, one row.</summary>
    private Table Decisions(IReadOnlyList<string> sessions, CancellationToken cancel)
    {
        return new(
            ["session", "decision", "title", "titleLanguage", "titleStatus", "adoptedOn", "document", "part", "partTitle", "paragraph", "kind", "text", "textLanguage", "textStatus", "adoptedUnder", "reportParagraphs"],
            RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            foreach (var session in sessions)
            {
                var decisions = await db.Decisions.AsNoTracking().Include(d => d.Parts).Include(d => d.Paragraphs).AsSplitQuery()
                    .Where(d => d.SessionId == session).OrderBy(d => d.Year).ThenBy(d => d.Number).ToListAsync(cancel);
                var documents = await DocumentName.ReadAsync(db, decisions.Select(d => d.DocumentSlug), cancel);
                var ids = decisions.Select(d => d.Id).ToList();
                var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => ids.Contains(a.DecisionId)), cancel)).Select(a => a.Adoption).ToLookup(a => a.Decision);
                foreach (var decision in decisions)
                {
                    var rows = decision.Paragraphs.OrderBy(p => p.Order).Select(p => (Part: decision.Parts.FirstOrDefault(x => x.Id == p.PartId), Paragraph: (DecisionParagraph?)p))
                        .Concat(decision.Parts.Where(x => decision.Paragraphs.All(p => p.PartId != x.Id)).Select(x => (Part: (DecisionPart?)x, Paragraph: (DecisionParagraph?)null)))
                        .OrderBy(r => r.Part?.Letter ?? "", StringComparer.Ordinal).DefaultIfEmpty((null, null)).ToList();
                    foreach (var (part, paragraph) in rows)
                    {
                        var covering = adoptions[decision.Label].Where(a => DecisionsApi.Covers(a, part?.Letter, paragraph?.Number)).ToList();
                        yield return
                        [
                            session, decision.Label, .. decision.Title.Cells(language), decision.AdoptedOn, decision.DocumentSlug is { } slug && documents.TryGetValue(slug, out var document) ? document.Symbol ?? slug : null,
                            part?.Letter, part?.Title.Cell(language), paragraph?.Number, paragraph?.Kind, .. (paragraph?.Text ?? LocalizedText.None).Cells(language),
                            covering.Select(a => a.Item).OfType<string>(), covering.Select(a => a.ReportParagraph).OfType<int>(),
                        ];
                    }
                }
            }
        }
    }

    private Table Report(string session, CancellationToken cancel)
    {
        return new(["session", "paragraph", "section", "heading", "text", "textLanguage", "textStatus"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            foreach (var p in await db.Paragraphs.AsNoTracking().Include(p => p.Section).Where(p => p.SessionId == session).OrderBy(p => p.Number).ToListAsync(cancel))
            {
                yield return [session, p.Number, $"{p.Section.Number}{p.Section.Letter}", p.Section.Heading.Cell(language), .. p.Text.Cells(language)];
            }
        }
    }

    private Table Editions(string session, CancellationToken cancel)
    {
        return new(["session", "edition", "publishedAt", "publishedBy", "note", "sha256", "bytes"], RowsAsync());

        async IAsyncEnumerable<object?[]> RowsAsync()
        {
            foreach (var (unit, e) in await EditionsApi.ReadAsync(db, [session], cancel))
            {
                yield return [unit, e.Number, e.PublishedAt, e.PublishedBy, e.Note, e.Sha256, e.Bytes];
            }
        }
    }
}
