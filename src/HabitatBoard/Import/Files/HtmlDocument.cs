using System.Net;
using System.Text;

namespace HabitatBoard.Import.Files;

/// <summary>
/// The lines of an HTML document, as a browser breaks them: blocks stand by themselves, navigation and what no one sees are
/// left out. Nothing is fetched and nothing runs; a tag that is not closed closes with what holds it.
/// </summary>
internal static class HtmlDocument
{
    private static readonly HashSet<string> Unseen = ["head", "script", "style", "nav", "template", "noscript"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    ];

    public static ReportFile Read(byte[] bytes)
    {
        var mended = new List<Mending>();
        var html = PlainText.Decode(bytes, mended);
        var (lines, text, heading, at) = (new List<SourceLine>(), new StringBuilder(), 0, 0);
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
            {
                tag = html.Length;
            }
            text.Append(WebUtility.HtmlDecode(html[at..tag]).ReplaceLineEndings(" "));
            if (tag == html.Length)
            {
                break;
            }
            if (html.AsSpan(tag).StartsWith("<!--"))
            {
                var end = html.IndexOf("-->", tag, StringComparison.Ordinal);
                at = end < 0 ? html.Length : end + 3;
                continue;
            }
            var (name, closes, after) = Tag(html, tag);
            at = after;
            if (!closes && Unseen.Contains(name))
            {
                at = After(html, name, after);
            }
            else if (name == "br")
            {
                Put(apart: false);
            }
            else if (Blocks.Contains(name))
            {
                Put(apart: true);
                heading = !closes && name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;
            }
        }
        Put(apart: true);
        return new ReportFile(lines, HasParagraphs: true, mended);

        void Put(bool apart)
        {
            var line = text.ToString().Trim();
            text.Clear();
            if (line.Length > 0)
            {
                // The title of the document is a heading of the first level; sections have the second and third.
                lines.Add(new SourceLine(line, Math.Max(0, heading - 1)));
            }
            if (apart && lines.Count > 0 && lines[^1].Text.Length > 0)
            {
                lines.Add(new SourceLine(""));
            }
        }
    }

    /// <summary>Whether a text is meant as HTML.</summary>
    public static bool Is(ReadOnlySpan<char> start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static (string Name, bool Closes, int After) Tag(string html, int at)
    {
        var name = at + 1;
        var closes = name < html.Length && html[name] == '/';
        name += closes ? 1 : 0;
        var end = name;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }
        var after = end;
        // A sign of the end within quotes is part of a value.
        for (char? quote = null; after < html.Length && (quote is not null || html[after] != '>'); after++)
        {
            quote = quote is null ? html[after] is '"' or '\'' ? html[after] : null : html[after] == quote ? null : quote;
        }
        return (html[name..end].ToLowerInvariant(), closes, Math.Min(after + 1, html.Length));
    }

    /// <summary>Behind the end of an element that nobody sees.</summary>
    private static int After(string html, string name, int at)
    {
        var end = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : Tag(html, end).After;
    }
}
