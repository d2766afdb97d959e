using System.Collections.Concurrent;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.TakeAway;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages;

/// <summary>What stands round every page: its language and address, where it belongs, the way to its neighbours.</summary>
public sealed class Frame(Language language, string? rest, string query, bool isPreview = false)
{
    /// <summary>What stands between the language and the rest of an address in previews.</summary>
    public const string PreviewPrefix = "/preview";

    /// <summary>What the addresses of the secretariat's pages begin with, after the language.</summary>
    private const string ManagePrefix = "/manage";

    public Language Language { get; } = language;

    /// <summary>The words of the page's language.</summary>
    public Phrases T { get; } = Phrases.In(language);

    /// <summary>The page's address after its language, escaped; null where the page has none in every language.</summary>
    public string? Rest { get; } = rest;

    /// <summary>Whether the page shows the working store. All its links stay in the preview.</summary>
    public bool IsPreview { get; } = isPreview;

    /// <summary>Whether the page is about the working store: a preview, or a page of the secretariat. So are the files that it offers.</summary>
    public bool IsWorking => IsPreview || Rest == ManagePrefix || Rest?.StartsWith($"{ManagePrefix}/", StringComparison.Ordinal) == true;

    /// <summary>Whether the page goes into an archive, to be read where there is no site: it offers nothing that needs one.</summary>
    public bool IsArchive { get; init; }

    /// <summary>What was searched for, to stand in the box again.</summary>
    public string? Sought { get; set; }

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; } = query;

    /// <summary>For the window and for search engines; the name of the product is added.</summary>
    public string Title { get; set; } = "";

    /// <summary>The part of the main navigation that the page belongs to, <c>sessions</c>.</summary>
    public string? Section { get; set; }

    /// <summary>The pages above this one, from the top.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>The session whose page it is.</summary>
    public SessionFrame? Session { get; set; }

    /// <summary>The address after the language of the feed that follows what the page is about; null where only the whole site has one.</summary>
    public string? Feed { get; set; }

    /// <summary>What the page is about, for machines; null for a page that is only a page.</summary>
    public Thing? Thing { get; set; }

    /// <summary>The page in a sentence, for whoever shows a link to it.</summary>
    public string? Description { get; set; }

    /// <summary>Whether something on the page can be cited.</summary>
    public bool IsCited { get; set; }

    public static Frame Of(HttpContext context) => context.Features.Get<Frame>() ?? throw new InvalidOperationException("The page has no frame.");

    public string Href(string rest) => $"/{Language.Code}{(IsPreview ? PreviewPrefix : "")}{rest}";

    /// <summary>As <see cref="Href"/>, but never into the preview.</summary>
    public string Outside(string rest) => $"/{Language.Code}{rest}";

    /// <summary>The same page in another language.</summary>
    public string Elsewhere(Language language) => $"/{language.Code}{(IsPreview && Rest is not null ? PreviewPrefix : "")}{Rest}{(Rest is null ? "" : Query)}";
}

/// <summary>A page above another.</summary>
/// <param name="Language">The language of the text, where it is not that of the page.</param>
public sealed record Crumb(string Href, string Text, Language? Language = null);

/// <summary>The files of a paper that a page offers.</summary>
/// <param name="Path">Its address in the API, without the ending: <c>/sessions/2024-1/report</c>.</param>
/// <param name="Name">What it is called on a page that offers several.</param>
public sealed record PaperFiles(string Path, string? Name = null);

/// <summary>A session as its pages name it, with how much each of them holds.</summary>
public sealed record SessionFrame(
    string Id,
    LocalizedText Title,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    int Agenda,
    int Attendance,
    int Documents,
    int Statements,
    int Decisions,
    int Paragraphs,
    int Edition,
    DateTimeOffset? PublishedAt)
{
    /// <summary>The parts of a session in the order of its navigation, with the number of entries of each; the overview has none of its own.</summary>
    public IEnumerable<(string Part, int? Count)> Parts =>
    [
        ("overview", Attendance + Statements + Decisions == 0 ? 0 : null),
        ("agenda", Agenda), ("attendance", Attendance), ("documents", Documents), ("statements", Statements),
        ("decisions", Decisions), ("report", Paragraphs), ("editions", Edition),
    ];

    public static async Task<SessionFrame?> ReadAsync(BoardDbContext db, string id, CancellationToken cancellationToken)
    {
        var row = await db.Sessions.AsNoTracking().Where(s => s.Id == id).Select(s => new
        {
            s.Title,
            s.StartsOn,
            s.EndsOn,
            Agenda = db.AgendaItems.Count(i => i.SessionId == id && i.Version == AgendaVersion.Adopted && i.Letter == ""),
            Attendance = db.Attendance.Count(a => a.SessionId == id),
            Documents = db.Documents.WherePublic().Count(d => d.SessionId == id),
            Statements = db.Statements.Count(x => x.SessionId == id),
            Decisions = db.Decisions.Count(d => d.SessionId == id),
            Paragraphs = db.Paragraphs.Count(p => p.SessionId == id),
        }).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }
        var edition = await db.Editions.Where(e => e.Unit == id).OrderByDescending(e => e.Number).Select(e => new { e.Number, e.PublishedAt }).FirstOrDefaultAsync(cancellationToken);
        return new SessionFrame(
            id, row.Title, row.StartsOn, row.EndsOn, row.Agenda, row.Attendance, row.Documents, row.Statements, row.Decisions, row.Paragraphs, edition?.Number ?? 0, edition?.PublishedAt);
    }

    /// <summary>A withdrawn session, as its last edition names it; null where there was none.</summary>
    public static async Task<SessionFrame?> ReadWithdrawnAsync(BoardDbContext db, string id, CancellationToken cancellationToken)
    {
        var edition = await db.Editions.AsNoTracking().Where(e => e.Unit == id).OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        return edition is null || id == Units.Registers ? null
            : new SessionFrame(id, edition.SessionTitle(), null, null, 0, 0, 0, 0, 0, 0, edition.Number, edition.PublishedAt);
    }

    /// <summary>Why there is no such session: it was withdrawn, or there never was one.</summary>
    public static async Task<ErrorCode> WhyMissingAsync(BoardDbContext db, string id, CancellationToken cancellationToken) =>
        id != Units.Registers && await db.Editions.AnyAsync(e => e.Unit == id, cancellationToken) ? ErrorCode.SessionWithdrawn : ErrorCode.SessionNotFound;

    /// <summary>The latest session of which there is a record, not only dates.</summary>
    public static async Task<SessionFrame?> ReadLatestAsync(BoardDbContext db, CancellationToken cancellationToken)
    {
        var id = await db.Sessions.Where(s => db.AgendaItems.Any(i => i.SessionId == s.Id) || db.Reports.Any(r => r.SessionId == s.Id))
            .OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null ? null : await ReadAsync(db, id, cancellationToken);
    }
}

/// <summary>
/// The frames of published sessions in memory, until the next publication: every page of a session has one. Those of the
/// working store are read each time, and never kept.
/// </summary>
public sealed class SessionFrames(PublishedClock clock)
{
    private volatile Kept kept = new(-1, []);

    /// <summary>The frame of a session; null where there is none.</summary>
    public async ValueTask<SessionFrame?> ReadAsync(BoardDbContext db, string id, CancellationToken cancellationToken)
    {
        var tick = clock.Ticks;
        if (db.IsWorking)
        {
            return await SessionFrame.ReadAsync(db, id, cancellationToken);
        }
        var frames = kept;
        if (frames.Tick != tick)
        {
            kept = frames = new(tick, []);
        }
        if (frames.Sessions.TryGetValue(id, out var frame))
        {
            return frame;
        }
        // What is not there is not kept: there is no end of addresses of nothing.
        return await SessionFrame.ReadAsync(db, id, cancellationToken) is { } read ? frames.Sessions.GetOrAdd(id, read) : null;
    }

    private sealed record Kept(long Tick, ConcurrentDictionary<string, SessionFrame> Sessions);
}
