using System.Text;
using System.Xml;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// What search engines may read, and where it is: <c>robots.txt</c>, and a sitemap (sitemaps.org) for the site and for each
/// published session, each page in all its languages.
/// </summary>
internal static class Sitemaps
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The name of the sitemap of what belongs to no session.</summary>
    private const string Site = "site";

    public static void MapSitemaps(this WebApplication app)
    {
        // Not kept: where no public address is configured they name the site as the caller does, for they must name it.
        var map = app.MapGroup("").ExcludeFromDescription().WithMetadata(new PublishedContent { Kept = false, InWorkingStore = false });
        map.MapGet("/robots.txt", GetRobots);
        map.MapGet("/sitemap.xml", GetIndex);
        map.MapGet("/sitemaps/{name}.xml", GetSitemap);
    }

    private static IResult GetRobots(PublicAddress address, HttpContext context) => TypedResults.Text(
        $"""
        User-agent: *
        Disallow: /api/
        Disallow: /*/account
        Disallow: /*/manage
        Disallow: /*/preview
        Disallow: /*/search
        {(address.For(context.Request, "/sitemap.xml") is { } map ? $"Sitemap: {map}\n" : "")}
        """,
        "text/plain; charset=utf-8");

    private static async Task<IResult> GetIndex(BoardDbContext db, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        if (address.For(context.Request, "") is not { } root)
        {
            return Unsaid(context);
        }
        var sessions = await db.Sessions.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).ToListAsync(cancellationToken);
        return Answer("sitemapindex", xml =>
        {
            foreach (var name in sessions.Prepend(Site))
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, root + $"/sitemaps/{name}.xml");
                xml.WriteEndElement();
            }
        });
    }

    private static async Task<IResult> GetSitemap(string name, BoardDbContext db, SessionFrames frames, PublicAddress address, HttpContext context, CancellationToken cancellationToken)
    {
        if (address.For(context.Request, "") is not { } root)
        {
            return Unsaid(context);
        }
        List<string> pages;
        DateTimeOffset? changed = null;
        if (name == Site)
        {
            pages = ["", "/sessions", "/sessions/overview", "/decisions", "/documents", "/statements", "/delegations", "/about"];
            pages.AddRange((await db.Delegations.OrderBy(d => d.Code).Select(d => d.Code).ToListAsync(cancellationToken)).Select(code => $"/delegations/{Uri.EscapeDataString(code)}"));
        }
        else if (await frames.ReadAsync(db, name, cancellationToken) is { } session)
        {
            changed = session.PublishedAt;
            pages = [$"/sessions/{name}", $"/sessions/{name}/overview", .. session.Parts.Where(p => p.Count > 0).Select(p => $"/sessions/{name}/{p.Part}")];
            pages.AddRange((await db.AgendaItems.Where(i => i.SessionId == name && i.Version == AgendaVersion.Adopted).OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken)).Select(i => $"/sessions/{name}/agenda/{i.Slug}"));
            pages.AddRange((await db.Decisions.Where(d => d.SessionId == name).OrderBy(d => d.Year).ThenBy(d => d.Number).Select(d => new { d.Year, d.Number }).ToListAsync(cancellationToken)).Select(d => $"/decisions/{HabitatBoard.Decisions.Decision.LabelOf(d.Year, d.Number)}"));
            pages.AddRange((await db.Documents.WherePublic().Where(d => d.SessionId == name).OrderBy(d => d.SortKey).Select(d => d.Slug).ToListAsync(cancellationToken)).Select(slug => $"/documents/{slug}"));
        }
        else
        {
            return new Refusal(await SessionFrame.WhyMissingAsync(db, name, cancellationToken), Problems.Shorten(name));
        }
        return Answer("urlset", xml =>
        {
            foreach (var page in pages)
            {
                foreach (var language in InterfaceLanguages.All)
                {
                    xml.WriteStartElement("url", Namespace);
                    xml.WriteElementString("loc", Namespace, root + $"/{language.Code}{page}");
                    if (changed is { } day)
                    {
                        xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                    }
                    foreach (var other in InterfaceLanguages.All)
                    {
                        xml.WriteStartElement("xhtml", "link", Xhtml);
                        xml.WriteAttributeString("rel", "alternate");
                        xml.WriteAttributeString("hreflang", other.Code);
                        xml.WriteAttributeString("href", root + $"/{other.Code}{page}");
                        xml.WriteEndElement();
                    }
                    xml.WriteEndElement();
                }
            }
        });
    }

    /// <summary>A sitemap has to name the site, and nobody has said what it is called.</summary>
    private static Refusal Unsaid(HttpContext context) => new(ErrorCode.NotFound, Problems.Shorten(context.Request.Path));

    private static IResult Answer(string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            write(xml);
            xml.WriteEndElement();
        }
        return TypedResults.Bytes(bytes.ToArray(), "application/xml; charset=utf-8");
    }
}
