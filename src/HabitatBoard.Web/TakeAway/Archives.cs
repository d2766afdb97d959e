using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// A session as one file to take away: its pages, linked to each other and without script, its data as JSON and CSV, its
/// papers. Made when it is first asked for after a publication, with the same bytes every time, and kept as a file.
/// </summary>
internal sealed class Archives(BoardStores stores, SiteReader site, Assets assets, SessionFrames frames, PublishedWatch watch, PublicAddress address) : IDisposable
{
    /// <summary>How many archives are kept, and how many bytes of them: those made last.</summary>
    private const int MostFiles = 60;
    private const long MostBytes = 512L << 20;

    /// <summary>One is made at a time, however many ask.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public void Dispose() => turn.Dispose();

    private string Folder => Path.Combine(stores.Folder, "archives");

    /// <summary>Marks an endpoint that sends an archive: too long to be held in memory, with a tag of its own.</summary>
    public static PublishedContent Sent { get; } = new() { Kept = false, InWorkingStore = false, Streamed = true };

    /// <summary>The archive of a published session.</summary>
    public async Task<IResult> AnswerAsync(BoardDbContext db, string session, Language language, HttpContext context)
    {
        var state = await StateAsync(db, session, context.RequestAborted);
        var path = Find(KeyOf(state, session, language)) ?? await MakeAsync(session, language).WaitAsync(context.RequestAborted);
        var tag = Path.GetFileNameWithoutExtension(path).Split('-')[1];
        var headers = context.Response.Headers;
        if (IsMalformed(context.Request.Headers.Range))
        {
            headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{new FileInfo(path).Length}");
            return new Refusal(ErrorCode.RangeNotSatisfiable, Problems.Shorten(context.Request.Headers.Range));
        }
        if (!IsOfBytes(context.Request.Headers.Range))
        {
            context.Request.Headers.Remove(HeaderNames.Range);
        }
        headers.ContentLanguage = language.Code;
        headers.CacheControl = "no-cache";
        // Opened here: a file that is removed meanwhile is still read to its end.
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
        return new Ranged(TypedResults.File(file, "application/zip", $"{session}.{language.Code}.zip", state.At, new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: true));
    }

    /// <summary>Makes the archive, or finds that somebody just did.</summary>
    private Task<string> MakeAsync(string session, Language language)
    {
        // Pages are made as for requests of their own: what flows from the current one must not reach them, nor theirs it.
        // Whoever gives up waiting leaves it to the next.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(async () =>
            {
                await turn.WaitAsync();
                try
                {
                    return await MakeNowAsync(session, language);
                }
                finally
                {
                    turn.Release();
                }
            });
        }
    }

    private async Task<string> MakeNowAsync(string session, Language language)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = Path.Combine(Folder, "unfinished");
        while (true)
        {
            await using var db = await stores.Published.CreateDbContextAsync();
            var state = await StateAsync(db, session, CancellationToken.None);
            var key = KeyOf(state, session, language);
            if (Find(key) is { } made)
            {
                return made;
            }
            // What this process keeps may be half a second behind what another one published; an archive is kept for longer.
            await watch.LookAsync(CancellationToken.None);
            var frame = await frames.ReadAsync(db, session, CancellationToken.None) ?? throw new RecordException(ErrorCode.SessionNotFound, session);
            var contents = await ArchiveContents.OfAsync(db, assets, frame, language, CancellationToken.None);
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                await WriteAsync(contents, $"{session}-{language.Code}/", frame.PublishedAt ?? state.At, file);
            }
            // Published meanwhile: part of it is older than the rest.
            if (KeyOf(await StateAsync(db, session, CancellationToken.None), session, language) != key)
            {
                continue;
            }
            string digest;
            await using (var file = File.OpenRead(unfinished))
            {
                digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file))[..32];
            }
            var path = Path.Combine(Folder, $"{key}-{digest}.zip");
            File.Move(unfinished, path, overwrite: true);
            MakeRoom(path);
            return path;
        }
    }

    private async Task WriteAsync(ArchiveContents contents, string folder, DateTimeOffset at, Stream stream)
    {
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, source) in contents.Files)
        {
            var bytes = await site.ReadAsync(source, CancellationToken.None);
            if (name.EndsWith(".html", StringComparison.Ordinal))
            {
                bytes = Encoding.UTF8.GetBytes(contents.Relinked(Encoding.UTF8.GetString(bytes), name, address));
            }
            await AddAsync(name, bytes);
            // A list that is longer than a page of the API goes on in files of its own.
            for (var number = 2; name.EndsWith(".json", StringComparison.Ordinal) && Next(bytes) is { } next; number++)
            {
                bytes = await site.ReadAsync(next, CancellationToken.None);
                await AddAsync(name.Replace(".json", string.Create(CultureInfo.InvariantCulture, $"-{number}.json"), StringComparison.Ordinal), bytes);
            }
        }

        async Task AddAsync(string name, byte[] bytes)
        {
            var entry = zip.CreateEntry(folder + name, CompressionLevel.Optimal);
            // The day of the edition and not of the making: equal content gives equal bytes.
            entry.LastWriteTime = at.ToUniversalTime();
            await using var content = await entry.OpenAsync();
            await content.WriteAsync(bytes);
        }

        static string? Next(byte[] json)
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
        }
    }

    private string? Find(string key) => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, $"{key}-*.zip").FirstOrDefault() : null;

    private void MakeRoom(string kept)
    {
        var (files, bytes) = (0, 0L);
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*.zip").OrderByDescending(f => f.FullName == kept).ThenByDescending(f => f.LastWriteTimeUtc))
        {
            (files, bytes) = (files + 1, bytes + file.Length);
            if (files > MostFiles || (bytes > MostBytes && file.FullName != kept))
            {
                file.Delete();
            }
        }
    }

    /// <summary>What the published store stands at: the end of its chain of changes, and the edition of the session.</summary>
    private static async Task<(string Digest, DateTimeOffset At, int Edition)> StateAsync(BoardDbContext db, string session, CancellationToken cancellationToken)
    {
        var head = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => new { c.Digest, c.At }).FirstAsync(cancellationToken);
        var edition = await db.Editions.Where(e => e.Unit == session).MaxAsync(e => (int?)e.Number, cancellationToken) ?? 0;
        return (head.Digest, head.At, edition);
    }

    /// <summary>
    /// Pages name other sessions and the registers, so an archive is that of the whole published state, and of this program. A
    /// title that was taken back would else live on in an archive made before.
    /// </summary>
    private string KeyOf((string Digest, DateTimeOffset At, int Edition) state, string session, Language language) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{state.Digest}/{state.Edition}/{session}/{language.Code}/{address.Of("/")}/{typeof(Archives).Module.ModuleVersionId}"))).AsSpan(0, 16));

    /// <summary>Other units are to be ignored (RFC 9110, section 14.2).</summary>
    private static bool IsOfBytes(string? range) => range?.TrimStart().StartsWith("bytes", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether bytes are asked for in a way that says nothing: it may be refused (likewise), and is easier to mend than the whole file.</summary>
    private static bool IsMalformed(string? range) => IsOfBytes(range) && !RangeHeaderValue.TryParse(range, out _);

    /// <summary>A file in ranges; a range that it does not reach is an error that explains itself.</summary>
    private sealed class Ranged(IResult file) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await file.ExecuteAsync(httpContext);
            var response = httpContext.Response;
            if (response.StatusCode == StatusCodes.Status416RangeNotSatisfiable && !response.HasStarted)
            {
                (response.ContentType, response.ContentLength) = (null, null);
                response.Headers.Remove(HeaderNames.ContentDisposition);
                response.Headers.Remove(HeaderNames.ETag);
                await Problems.WriteAsync(httpContext, ErrorCode.RangeNotSatisfiable, Problems.Shorten(httpContext.Request.Headers.Range));
            }
        }
    }
}

internal static class ArchiveRoutes
{
    public static void MapArchive(this RouteGroupBuilder session) =>
        session.MapGet("/archive.zip", (string session, BoardDbContext db, Archives archives, HttpContext context) =>
            archives.AnswerAsync(db, session, TakeAwayRoutes.LanguageOf(context), context)).WithMetadata(Archives.Sent);

    public static void MapArchiveOfApi(this RouteGroupBuilder session) =>
        session.MapGet("/archive.zip", GetArchive).WithTags("Sessions").WithMetadata(Archives.Sent)
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip").ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);

    /// <summary>
    /// Everything of a session as one file to take away: its pages, which open from a folder, its data as JSON and CSV, its
    /// papers. It can be had in ranges, so that what broke off goes on.
    /// </summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    /// <param name="lang" example="zh">One of the six languages; English where it is left out.</param>
    private static async Task<IResult> GetArchive(string session, [FromQuery(Name = "lang")] string? lang, BoardDbContext db, Archives archives, HttpContext context)
    {
        var language = Language.En;
        if (lang is not null && !OfficialLanguages.TryParse(lang, out language))
        {
            return Problems.OfParameter(context, "lang", lang, string.Join(", ", OfficialLanguages.All.Select(l => l.Code)));
        }
        return await archives.AnswerAsync(db, session, language, context);
    }
}
