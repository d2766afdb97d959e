using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages;
using HabitatBoard.Web.Pages.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.TakeAway;

/// <summary>What an archive of a session holds: which file stands for which address of the site.</summary>
/// <param name="Files">The addresses by the name of their file, <c>agenda/4.html</c>.</param>
internal sealed partial record ArchiveContents(IReadOnlyDictionary<string, string> Files)
{
    private readonly Dictionary<string, string> names = Files.ToDictionary(f => f.Value, f => f.Key, StringComparer.Ordinal);

    /// <summary>Everything that is public of a session, in one language.</summary>
    public static async Task<ArchiveContents> OfAsync(BoardDbContext db, Assets assets, SessionFrame session, Language language, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (id, code) = (session.Id, language.Code);
        var page = $"/{code}/sessions/{id}";
        var api = $"{ApiV1.Prefix}/sessions/{id}";
        foreach (var asset in new[] { "site.css", "paper.css", "mark.svg" })
        {
            files[asset] = assets.Href(asset);
        }
        files["index.html"] = page;
        files["overview.html"] = $"{page}/overview";
        files["calendar.ics"] = $"{page}/calendar.ics";
        files["data/session.json"] = api;
        // Paragraphs can be there before it is known whose report they are.
        var reported = await db.Reports.AnyAsync(r => r.SessionId == id, cancellationToken);
        foreach (var (part, _) in session.Parts.Where(p => p.Count > 0))
        {
            if (part != "report" || reported)
            {
                files[$"data/{part}.json"] = $"{api}/{part}";
            }
            files[$"data/{part}.csv"] = $"{page}/{part}.csv";
            if (part != "editions")
            {
                files[$"{part}.html"] = $"{page}/{part}";
            }
        }
        foreach (var part in new[] { "adoptions", "acts", "events" })
        {
            files[$"data/{part}.json"] = $"{api}/{part}";
        }
        if (session.Statements > 0)
        {
            files["statements-by-delegation.html"] = $"{page}/statements?by=delegation";
        }
        if (reported)
        {
            // The plain address has the one, what is published or what is composed; here is the other.
            var texts = await db.Paragraphs.Where(p => p.SessionId == id).Select(p => p.Text).ToListAsync(cancellationToken);
            var other = texts.Exists(t => t[language] is not null) ? ReportModel.ComposedText : ReportModel.PublishedText;
            files[$"report-{other}.html"] = $"{page}/report?text={other}";
            Papers("report", $"{api}/report");
        }
        if (session.Agenda > 0)
        {
            Papers("agenda", $"{api}/agenda");
        }
        foreach (var slug in (await db.AgendaItems.Where(i => i.SessionId == id && i.Version == AgendaVersion.Adopted).ToListAsync(cancellationToken)).Select(i => i.Slug))
        {
            files[$"agenda/{slug}.html"] = $"{page}/agenda/{slug}";
        }
        foreach (var slug in await db.Documents.WherePublic().Where(d => d.SessionId == id).Select(d => d.Slug).ToListAsync(cancellationToken))
        {
            files[$"documents/{slug}.html"] = $"/{code}/documents/{slug}";
        }
        foreach (var (year, number) in (await db.Decisions.Where(d => d.SessionId == id).Select(d => new { d.Year, d.Number }).ToListAsync(cancellationToken)).Select(d => (d.Year, d.Number)))
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"{year}/{number}");
            var name = string.Create(CultureInfo.InvariantCulture, $"{year}-{number}");
            files[$"decisions/{name}.html"] = $"/{code}/decisions/{label}";
            files[$"data/decisions/{name}.json"] = $"{ApiV1.Prefix}/decisions/{label}";
            Papers($"decision-{name}", $"{ApiV1.Prefix}/decisions/{label}");
        }
        return new ArchiveContents(files);

        void Papers(string name, string address)
        {
            foreach (var format in PaperFormats.All)
            {
                files[$"papers/{name}.{format.Ending}"] = $"{address}.{format.Ending}?lang={code}";
            }
        }
    }

    /// <summary>
    /// A page with links that hold in a folder: to the file of what is here; in full to what is not, where the public address
    /// of the site is known; else what was a link is text. Our own pages write every address in double quotes.
    /// </summary>
    /// <param name="file">The name of the page's own file.</param>
    public string Relinked(string html, string file, PublicAddress site)
    {
        var up = string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));
        return Address().Replace(html, link =>
        {
            var (attribute, written) = (link.Groups[1].Value, WebUtility.HtmlDecode(link.Groups[2].Value));
            if (!written.StartsWith('/'))
            {
                return link.Value;
            }
            var hash = written.IndexOf('#', StringComparison.Ordinal);
            var (address, fragment) = hash < 0 ? (written, "") : (written[..hash], written[hash..]);
            var target = names.TryGetValue(address, out var name) ? up + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal) + fragment
                : site.IsKnown ? site.Of(written) : null;
            return target is null ? "" : $" {attribute}=\"{WebUtility.HtmlEncode(target)}\"";
        });
    }

    [GeneratedRegex(@"\s(href|src|action)=""([^""]*)""")]
    private static partial Regex Address();
}
