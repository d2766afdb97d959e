using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;

namespace HabitatBoard.Tests.Pages;

/// <summary>What holds of every page, found by following every link from the home pages.</summary>
public sealed class SiteTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void EveryLink_LeadsSomewhere()
    {
        Assert.Empty(site.Visited.Values.Where(v => v.Status is not (HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.MovedPermanently)).Select(v => $"{(int)v.Status} {v.Path}"));
        Assert.True(site.Pages.Count() > 400, $"Only {site.Pages.Count()} pages were found.");
    }

    [Fact]
    public void EveryAnchor_IsThere() =>
        Assert.Empty(
            from page in site.Pages
            from link in page.InternalLinks
            where link.Fragment.Length > 1 && site.Visited[link.PathAndQuery].Document?.GetElementById(link.Fragment[1..]) is null
            select $"{page} → {link.PathAndQuery}{link.Fragment}");

    [Fact]
    public void EveryPage_SaysItsLanguage() =>
        Assert.All(site.Pages, p =>
        {
            Assert.Equal(p.Language, p.Document!.DocumentElement.GetAttribute("lang"));
            Assert.Equal(OfficialLanguages.Parse(p.Language!).Direction, p.Document.DocumentElement.GetAttribute("dir"));
        });

    [Fact]
    public void EveryPage_IsThereInEveryLanguage()
    {
        var addresses = site.Pages.Select(p => p.Path[3..]).ToHashSet();
        Assert.All(InterfaceLanguages.All, language => Assert.DoesNotContain(addresses, a => !site.Visited.ContainsKey($"/{language.Code}{a}")));
        Assert.All(site.Pages, p =>
        {
            var alternates = p.Document!.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(l => l.GetAttribute("hreflang")!, l => l.GetAttribute("href"));
            Assert.Equal(InterfaceLanguages.All.Select(l => l.Code).Append("x-default").Order(), alternates.Keys.Order());
            Assert.All(InterfaceLanguages.All, l => Assert.Equal($"/{l.Code}{p.Path[3..]}", alternates[l.Code]));
            Assert.Equal(p.Path, p.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            // The language bar keeps the reader on the same thing.
            Assert.All(p.Document.QuerySelectorAll(".langs a"), a => Assert.Equal($"/{a.GetAttribute("hreflang")}{p.Path[3..]}", a.GetAttribute("href")));
        });
    }

    [Fact]
    public void EveryPage_HasATitleOfItsOwn_OneHeadingAndNoGapBelowIt()
    {
        Assert.All(site.Pages, p =>
        {
            Assert.Single(p.Document!.QuerySelectorAll("h1"));
            Assert.Single(p.Document.QuerySelectorAll("main"));
            var levels = p.Document.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5").Select(h => h.LocalName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{p}: h{pair.Second} under h{pair.First}"));
        });
        var titles = site.Pages.Where(p => p.Address.Query.Length == 0).GroupBy(p => (p.Language, p.Document!.Title));
        Assert.Empty(titles.Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g)}"));
    }

    [Fact]
    public void NoPage_HasAnythingInline() =>
        Assert.All(site.Pages, p =>
        {
            Assert.Empty(p.Document!.QuerySelectorAll("script:not([src]), style, [style], base, iframe"));
            Assert.DoesNotContain(p.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public void NoPage_LoadsAnythingFromElsewhere() =>
        Assert.All(site.Pages, p =>
        {
            Assert.DoesNotContain(p.Document!.QuerySelectorAll("link[href], [src], form[action], [srcset]"), e =>
                (e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action") ?? e.GetAttribute("srcset"))!.Contains("//", StringComparison.Ordinal));
            Assert.All(p.Document.QuerySelectorAll("a[href^=http]"), a =>
            {
                Assert.StartsWith("https://undocs.org/", a.GetAttribute("href"), StringComparison.Ordinal);
                Assert.Equal("noopener external", a.GetAttribute("rel"));
            });
        });

    /// <summary>
    /// On a page in one language no phrase of another stands where it does not say so. Single words without a sign of their
    /// own tell nothing, for Latin languages share many; names are in Latin letters everywhere.
    /// </summary>
    [Theory]
    [InlineData(Language.Ar)]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    [InlineData(Language.Ru)]
    [InlineData(Language.Es)]
    public void NoPage_MixesTheLanguagesOfTheInterface(Language language)
    {
        var own = Phrases.In(language);
        var ownWords = string.Join('\n', own.Keys.Select(k => own[k]));
        var foreign = InterfaceLanguages.All.Where(l => l != language).Select(Phrases.In).SelectMany(p => p.Keys.Select(k => p[k])).Distinct()
            .Where(w => w.Length > 3 && (w.Contains(' ', StringComparison.Ordinal) || w.Any(c => !char.IsAscii(c))) && !w.Contains('{', StringComparison.Ordinal) && !ownWords.Contains(w, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(foreign.Count > 500);
        var pattern = new Regex($@"\b({string.Join('|', foreign.Select(Regex.Escape))})\b");
        // The words of the scripts in which no other language is written.
        var script = new Regex(string.Concat(new[] { (Language.Zh, @"\p{IsCJKUnifiedIdeographs}"), (Language.Ru, @"\p{IsCyrillic}"), (Language.Ar, @"\p{IsArabic}") }
            .Where(s => s.Item1 != language).Select(s => s.Item2)).Insert(0, "[") + "]");
        var pages = site.Pages.Where(p => p.Language == language.Code).ToList();
        Assert.True(pages.Count > 60);
        // A note of publication is in whatever language it was written.
        Assert.All(pages.Where(p => !p.Path.EndsWith("/editions", StringComparison.Ordinal)), p =>
        {
            Assert.DoesNotMatch(pattern, p.OwnText);
            Assert.DoesNotMatch(script, p.OwnText);
        });
    }

    [Fact]
    public void NoPage_IsHeavierThan30KilobytesCompressed()
    {
        var sheet = Compressed(site.Visited.Values.Single(v => v.Path.StartsWith("/site.css", StringComparison.Ordinal)).Body);
        var script = new[] { "/search.js", "/offline.js" }.Sum(name => Compressed(site.Visited.Values.Single(v => v.Path.StartsWith(name, StringComparison.Ordinal)).Body));
        var mark = Compressed(site.Visited.Values.Single(v => v.Path.StartsWith("/mark.svg", StringComparison.Ordinal)).Body);
        Assert.All(site.Pages, p => Assert.True(Compressed(p.Body) + sheet + script + mark <= 30_000, $"{p}: {Compressed(p.Body)} + {sheet} + {script} + {mark} bytes"));
    }

    [Fact]
    public void SymbolsAndNames_AreIsolated() =>
        Assert.All(site.Pages, p =>
        {
            Assert.All(p.Document!.QuerySelectorAll("main a[href*='/delegations/']:not([type])"), a => Assert.NotNull(a.QuerySelector("bdi")));
            Assert.All(p.Document.QuerySelectorAll("main a.sym"), a => Assert.NotNull(a.QuerySelector("bdi[dir=ltr]")));
        });

    [Fact]
    public async Task ThePublishedPages_AreKeptAndRevalidate()
    {
        foreach (var address in new[] { "/zh", "/en/sessions/2024-1/agenda/4", "/zh/sessions/2024-1/statements?by=delegation" })
        {
            using var first = await site.Client.GetAsync(address);
            Assert.NotNull(first.Headers.ETag);
            Assert.Equal(["Accept-Encoding"], first.Headers.Vary);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using var again = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.False(first.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task TheSheet_IsKeptForGood()
    {
        var address = site.Visited.Keys.Single(v => v.StartsWith("/site.css?v=", StringComparison.Ordinal));
        using var response = await site.Client.GetAsync(address);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        using var bare = await site.Client.GetAsync("/site.css");
        Assert.Equal("no-cache", bare.Headers.CacheControl!.ToString());
    }

    private static int Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, new BrotliCompressionOptions { Quality = 7 }))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }
        return bytes.ToArray().Length;
    }
}
