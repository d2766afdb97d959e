using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.TakeAway;

/// <summary>What is new: every publication, those of one session, and what concerns one delegation.</summary>
internal static class Feeds
{
    /// <summary>How many entries a feed holds: the newest.</summary>
    public const int Length = 50;

    public static void MapFeeds(this RouteGroupBuilder site, RouteGroupBuilder session)
    {
        site.MapGet("/feed.atom", GetEverything);
        session.MapGet("/feed.atom", GetSession);
        site.MapGet("/delegations/{code}/feed.atom", GetDelegation);
    }

    private static async Task<IResult> GetEverything(BoardDbContext db, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        var language = TakeAwayRoutes.LanguageOf(context);
        var phrases = Phrases.In(language);
        var entries = await PublicationsAsync(db, db.Changes, language, cancellationToken);
        return Answer(address, new Feed(
            language, $"feed/{language.Code}", phrases["frame.product"], phrases["feed.everything"],
            $"/{language.Code}/feed.atom", $"/{language.Code}", await UpdatedAsync(db, entries, cancellationToken), entries));
    }

    private static async Task<IResult> GetSession(string session, BoardDbContext db, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        var language = TakeAwayRoutes.LanguageOf(context);
        var phrases = Phrases.In(language);
        var title = await db.Sessions.AsNoTracking().Where(s => s.Id == session).Select(s => s.Title).SingleAsync(cancellationToken);
        var entries = await PublicationsAsync(db, db.Changes.Where(c => c.Unit == session), language, cancellationToken);
        return Answer(address, new Feed(
            language, $"feed/{session}/{language.Code}", title.For(language)!.Value.Text.Text, phrases["feed.session"],
            $"/{language.Code}/sessions/{session}/feed.atom", $"/{language.Code}/sessions/{session}", await UpdatedAsync(db, entries, cancellationToken), entries));
    }

    private static async Task<IResult> GetDelegation(
        string code, BoardDbContext db, PublishedRegisters registers, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        var language = TakeAwayRoutes.LanguageOf(context);
        var phrases = Phrases.In(language);
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        if (!snapshot.Delegations.TryGetValue(code, out var delegation))
        {
            return new Refusal(ErrorCode.DelegationNotFound, Problems.Shorten(code));
        }
        var name = delegation.RunningName.For(language)!.Value.Text.Text;
        var page = $"/{language.Code}/delegations/{Uri.EscapeDataString(code)}";

        var speeches = await Speech.ReadAsync(
            db.Statements.Where(s => s.DelegationCode == code || s.OnBehalfOf.Any(o => o.DelegationCode == code))
                .OrderByDescending(s => s.SessionId).ThenByDescending(s => s.Paragraph.Number).ThenByDescending(s => s.Order).Take(Length),
            snapshot,
            cancellationToken);
        var attended = await db.Attendance.Where(a => a.DelegationCode == code).OrderByDescending(a => a.SessionId).Take(Length)
            .Select(a => new { a.Id, a.SessionId, a.Class, a.Presence, a.Paragraph.Number }).ToListAsync(cancellationToken);
        var officers = await db.Officers.AsNoTracking().Where(o => o.DelegationCode == code).OrderByDescending(o => o.SessionId).Take(Length)
            .Select(o => new { o.Id, o.SessionId, o.Office, o.BodyCode, o.PersonCode }).ToListAsync(cancellationToken);

        var ids = speeches.Select(s => s.Session).Concat(attended.Select(a => a.SessionId)).Concat(officers.Select(o => o.SessionId)).Distinct().ToList();
        var titles = (await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(cancellationToken))
            .ToDictionary(s => s.Id, s => s.Title.For(language)!.Value.Text.Text);
        var items = (await db.AgendaItems.AsNoTracking().Where(i => ids.Contains(i.SessionId) && i.Version == HabitatBoard.Agenda.AgendaVersion.Adopted).ToListAsync(cancellationToken))
            .ToDictionary(i => (i.SessionId, i.Label), i => i.Title.For(language)!.Value.Text.Text);
        var keys = speeches.Select(s => s.Id).Concat(attended.Select(a => a.Id)).Concat(officers.Select(o => o.Id)).Select(id => id.ToString()).ToList();
        var changed = (await db.Changes.Where(c => (c.Type == "statement" || c.Type == "attendance" || c.Type == "officer") && keys.Contains(c.Key))
                .Select(c => new { c.Key, c.Sequence, c.At }).ToListAsync(cancellationToken))
            .GroupBy(c => c.Key).ToDictionary(g => g.Key, g => (First: g.MinBy(c => c.Sequence)!.At, Last: g.MaxBy(c => c.Sequence)!.At));

        List<FeedEntry> entries =
        [
            .. speeches.Select(s => Entry(
                $"statement/{s.Id}",
                s.Id,
                phrases.Format("feed.statement", name, s.Item is null ? titles[s.Session] : phrases.Format("item.long", s.Item)),
                $"/{language.Code}/sessions/{s.Session}/report#p{s.Paragraph}",
                [
                    titles[s.Session],
                    .. s.Item is { } item && items.TryGetValue((s.Session, item), out var title) ? new[] { title } : [],
                    Said(s),
                ])),
            .. attended.Select(a => Entry(
                $"attendance/{a.Id}",
                a.Id,
                phrases.Format("feed.attendance", name, titles[a.SessionId]),
                $"/{language.Code}/sessions/{a.SessionId}/report#p{a.Number}",
                [$"{phrases[$"AttendanceClass.{a.Class}.one"]} · {phrases.Of(a.Presence)}"])),
            .. officers.Select(o => Entry(
                $"officer/{o.Id}",
                o.Id,
                phrases.Format("feed.office", name, phrases.OfficeIn(o.Office, snapshot.Bodies[o.BodyCode].Kind)),
                $"/{language.Code}/sessions/{o.SessionId}",
                [titles[o.SessionId], snapshot.Persons[o.PersonCode].Name.For(language)!.Value.Text.Text])),
        ];
        entries = [.. entries.OrderByDescending(e => e.Updated).ThenBy(e => e.Name, StringComparer.Ordinal).Take(Length)];
        return Answer(address, new Feed(
            language, $"feed/delegation/{code}/{language.Code}", name, phrases["feed.delegation"], $"{page}/feed.atom", page, await UpdatedAsync(db, entries, cancellationToken), entries));

        FeedEntry Entry(string entry, Guid id, string title, string href, IReadOnlyList<string> lines)
        {
            var (first, last) = changed[id.ToString()];
            return new FeedEntry(entry, title, href, first, last, Author: null, lines);
        }

        string Said(Speech speech)
        {
            var who = speech.Delegation?.Code == code && speech.Person is null ? [] : new[] { phrases.NameAndOffice(speech.Person?.Name.For(language)?.Text.Text, speech.Office.For(language)?.Text.Text) };
            return string.Join(" · ",
            [
                .. who.Where(w => w.Length > 0),
                phrases.Of(speech.Kind),
                phrases[$"Capacity.{speech.Capacity}.one"],
                .. speech.OnBehalfOf.Select(o => phrases.Format(o.IsGroup ? "onBehalfOf.group" : "onBehalfOf.delegation", o.Name.For(language)!.Value.Text.Text)),
            ]);
        }
    }

    /// <summary>One entry for each publication, the newest first: what it changed, and the note it was published with.</summary>
    private static async Task<IReadOnlyList<FeedEntry>> PublicationsAsync(BoardDbContext db, IQueryable<Change> changes, Language language, CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(language);
        // The changes of one publication share their unit and their moment.
        var publications = await changes.GroupBy(c => new { c.Unit, c.At })
            .Select(g => new { g.Key.Unit, g.Key.At, First = g.Min(c => c.Sequence), Last = g.Max(c => c.Sequence) })
            .OrderByDescending(p => p.Last).Take(Length).ToListAsync(cancellationToken);
        if (publications.Count == 0)
        {
            return [];
        }
        var oldest = publications.Min(p => p.First);
        var counts = (await changes.Where(c => c.Sequence >= oldest).GroupBy(c => new { c.Unit, c.At, c.Author, c.Reason, c.Type, c.Operation })
                .Select(g => new { g.Key.Unit, g.Key.At, g.Key.Author, g.Key.Reason, g.Key.Type, g.Key.Operation, Count = g.Count() }).ToListAsync(cancellationToken))
            .ToLookup(c => (c.Unit, c.At));
        var units = publications.Select(p => p.Unit).Distinct().ToList();
        var editions = (await db.Editions.Where(e => units.Contains(e.Unit)).Select(e => new { e.Unit, e.Number, e.PublishedAt }).ToListAsync(cancellationToken))
            .GroupBy(e => (e.Unit, e.PublishedAt.ToUnixTimeMilliseconds())).ToDictionary(g => g.Key, g => g.Max(e => e.Number));
        var titles = (await db.Sessions.AsNoTracking().Where(s => units.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(cancellationToken))
            .ToDictionary(s => s.Id, s => s.Title.For(language)!.Value.Text.Text);
        return
        [
            .. publications.Select(p =>
            {
                var rows = counts[(p.Unit, p.At)].ToList();
                int? edition = editions.TryGetValue((p.Unit, p.At.ToUnixTimeMilliseconds()), out var number) ? number : null;
                // Of a session that was taken back the feed says no more than its number.
                var name = p.Unit == Units.Registers ? phrases["feed.registers"] : titles.GetValueOrDefault(p.Unit, p.Unit);
                var page = p.Unit == Units.Registers ? "/delegations" : edition is { } e ? $"/sessions/{p.Unit}/editions/{e}" : $"/sessions/{p.Unit}/editions";
                return new FeedEntry(
                    $"publication/{p.Unit}/{p.At.ToUnixTimeMilliseconds()}",
                    edition is { } n ? phrases.Format("feed.edition", name, n) : phrases.Format("feed.withdrawn", name),
                    $"/{language.Code}{page}",
                    p.At,
                    p.At,
                    rows[0].Author,
                    [
                        .. rows[0].Reason.Length > 0 ? new[] { rows[0].Reason } : [],
                        .. rows.GroupBy(r => r.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => phrases.Format(
                            "feed.changes",
                            phrases[$"noun.{g.Key}"],
                            phrases.Format("publish.counts", Of(g.Where(r => r.Operation == ChangeOperation.Created).Sum(r => r.Count)), Of(g.Where(r => r.Operation == ChangeOperation.Updated).Sum(r => r.Count)), Of(g.Where(r => r.Operation == ChangeOperation.Deleted).Sum(r => r.Count))))),
                    ]);

                string Of(int count) => language.Number(count);
            }),
        ];
    }

    /// <summary>When a feed changed last: its newest entry; while it has none, the newest publication.</summary>
    private static async Task<DateTimeOffset> UpdatedAsync(BoardDbContext db, IReadOnlyList<FeedEntry> entries, CancellationToken cancellationToken) =>
        entries.Count > 0 ? entries.Max(e => e.Updated)
            : await db.Changes.OrderByDescending(c => c.Sequence).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellationToken) ?? DateTimeOffset.UnixEpoch;

    private static IResult Answer(PublicAddress address, Feed feed) => TypedResults.Bytes(feed.Write(address), $"{Feed.MediaType}; charset=utf-8");
}
