using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HabitatBoard.Papers;

namespace HabitatBoard.Tests.Papers;

/// <summary>
/// Reads a paper back out of each of its formats, to the same outline: title, what stands under it, headings, numbered
/// paragraphs, sub-paragraphs, notes, a line for each. The readers know the formats and nothing of their writers.
/// </summary>
internal static partial class Reading
{
    /// <summary>The outline that all formats must give.</summary>
    public static string Outline(Paper paper)
    {
        var outline = new StringBuilder();
        outline.Append("= ").AppendLine(paper.Title.Plain);
        foreach (var front in new[] { paper.Rapporteur?.Plain, paper.Notice }.OfType<string>())
        {
            outline.Append(": ").AppendLine(front);
        }
        foreach (var section in paper.Sections)
        {
            if (section.Heading is { } heading)
            {
                outline.Append(section.Level == 1 ? "# " : "## ").AppendLine(Joined(section.Mark?.Text, heading.Plain));
            }
            foreach (var paragraph in section.Paragraphs)
            {
                outline.AppendLine(Joined(paragraph.Mark?.Text, paragraph.Text.Runs.Count == 0 ? paper.NotRecorded : paragraph.Text.Plain));
                foreach (var line in paragraph.Lines)
                {
                    outline.Append(line.Degree == 1 ? "> " : ">> ").AppendLine(line.Plain);
                }
            }
            foreach (var note in section.Notes)
            {
                outline.Append("- ").AppendLine(note.Plain);
            }
        }
        return outline.ToString();
    }

    public static string Outline(PaperFormat format, byte[] bytes) => format switch
    {
        PaperFormat.Html => Html(Encoding.UTF8.GetString(bytes)),
        PaperFormat.Txt => Text(Encoding.UTF8.GetString(bytes)),
        PaperFormat.Docx => DocxReading.Outline(bytes),
        _ => AkomaNtoso(XDocument.Parse(Encoding.UTF8.GetString(bytes), LoadOptions.PreserveWhitespace)),
    };

    public static byte[] Bytes(Paper paper, PaperFormat format)
    {
        using var stream = new MemoryStream();
        format.Write(paper, stream, "/paper.css");
        return stream.ToArray();
    }

    /// <summary>A number and what it numbers: Chinese has no space after the mark of a section.</summary>
    public static string Joined(string? mark, string text) => string.IsNullOrEmpty(mark) ? text : mark.EndsWith('、') ? mark + text : $"{mark} {text}";

    /// <summary>
    /// Blocks with empty lines between them. A block of two lines of which the second is a rule is the title, a heading or
    /// the heading of a part; before the title stands the masthead; a block that begins with a number is a paragraph.
    /// </summary>
    private static string Text(string text)
    {
        var outline = new StringBuilder();
        var titled = false;
        foreach (var block in text.TrimEnd('\n').Split("\n\n"))
        {
            var lines = block.Trim('\n').Split('\n');
            if (lines is [var heading, var rule] && Rule().IsMatch(rule))
            {
                outline.Append(rule[0] switch { '=' => "= ", '-' => "# ", _ => "## " }).AppendLine(heading);
                titled = true;
                continue;
            }
            if (!titled)
            {
                continue;
            }
            if (Numbered().IsMatch(lines[0]))
            {
                outline.AppendLine(lines[0]);
                foreach (var line in lines.Skip(1))
                {
                    var indent = line.Length - line.TrimStart(' ').Length;
                    outline.Append(new string('>', indent / 4)).Append(' ').AppendLine(line[indent..]);
                }
                continue;
            }
            outline.AppendLine(lines.Single().StartsWith("* ", StringComparison.Ordinal) ? $"- {lines[0][2..]}" : $": {lines[0]}");
        }
        return outline.ToString();
    }

    private static string Html(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
        var outline = new StringBuilder();
        var title = document.QuerySelector("header h1")!;
        outline.Append("= ").AppendLine(title.TextContent);
        for (var next = title.NextElementSibling; next is not null; next = next.NextElementSibling)
        {
            outline.Append(": ").AppendLine(next.TextContent);
        }
        foreach (var section in document.QuerySelectorAll("main section"))
        {
            foreach (var child in section.Children)
            {
                switch (child.LocalName)
                {
                    case "h2" or "h3":
                        outline.Append(child.LocalName == "h2" ? "# " : "## ").AppendLine(child.TextContent);
                        break;
                    case "div":
                        outline.AppendLine(child.QuerySelector("p")!.TextContent);
                        foreach (var item in child.QuerySelectorAll("li"))
                        {
                            var own = string.Concat(item.ChildNodes.Where(n => n is not IElement { LocalName: "ul" }).Select(n => n.TextContent)).Trim('\n');
                            outline.Append(item.Ancestors<IElement>().Count(a => a.LocalName == "ul") == 1 ? "> " : ">> ").AppendLine(own);
                        }
                        break;
                    case "p":
                        outline.Append("- ").AppendLine(child.TextContent);
                        break;
                }
            }
        }
        return outline.ToString();
    }

    private static string AkomaNtoso(XDocument document)
    {
        XNamespace akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
        var outline = new StringBuilder();
        var preface = document.Descendants(akn + "preface").Single();
        outline.Append("= ").AppendLine(preface.Descendants(akn + "docTitle").Single().Value);
        foreach (var line in preface.Elements(akn + "p"))
        {
            outline.Append(": ").AppendLine(line.Value);
        }
        foreach (var element in document.Descendants(akn + "mainBody").Single().Elements())
        {
            Read(element, 0);
        }
        return outline.ToString();

        void Read(XElement element, int degree)
        {
            var mark = element.Element(akn + "num")?.Value;
            var said = element.Element(akn + "intro") ?? element.Element(akn + "content");
            switch (element.Name.LocalName)
            {
                case "section" or "subsection" or "part":
                    outline.Append(element.Name.LocalName == "subsection" ? "## " : "# ").AppendLine(Joined(mark, element.Element(akn + "heading")!.Value));
                    break;
                case "paragraph":
                    outline.AppendLine(Joined(mark, said!.Value));
                    break;
                case "subparagraph":
                    outline.Append(new string('>', degree)).Append(' ').AppendLine(Joined(mark, said!.Value));
                    break;
                case "p":
                    outline.Append("- ").AppendLine(element.Value);
                    return;
            }
            foreach (var child in element.Elements().Where(e => e.Name.LocalName is "section" or "subsection" or "part" or "paragraph" or "subparagraph"))
            {
                Read(child, element.Name.LocalName is "paragraph" or "subparagraph" ? degree + 1 : 0);
            }
            foreach (var note in element.Elements(akn + "wrapUp").Elements(akn + "p"))
            {
                outline.Append("- ").AppendLine(note.Value);
            }
        }
    }

    [GeneratedRegex("^(=+|-+|~+)$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\d+(\.| -) ")]
    private static partial Regex Numbered();
}
