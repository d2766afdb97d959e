using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Papers;

/// <summary>
/// A paper as one HTML document. It says by its elements alone what everything is and holds neither style nor script, so
/// that it may be served under any policy, saved, mailed and read anywhere; a sheet may be named, and is not needed.
/// Every section and paragraph can be linked to by its id, <c>#para_21</c>.
/// </summary>
internal static class HtmlPaper
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(Paper paper, Stream stream, string? stylesheet)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        new Writer(paper, text).Write(stylesheet);
    }

    private sealed class Writer(Paper paper, StreamWriter writer)
    {
        private readonly Language language = paper.Language;

        public void Write(string? stylesheet)
        {
            writer.WriteLine($"<!DOCTYPE html>\n<html lang=\"{language.Code}\" dir=\"{language.Direction}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            writer.Write("<title>");
            Encode(paper.Masthead.Symbol is { } symbol ? $"{symbol} – {paper.Title.Plain}" : paper.Title.Plain);
            writer.WriteLine("</title>");
            if (stylesheet is not null)
            {
                writer.Write("<link rel=\"stylesheet\" href=\"");
                Encode(stylesheet);
                writer.WriteLine("\">");
            }
            writer.WriteLine("</head>\n<body>");
            Masthead();
            Contents();
            writer.WriteLine("<main>");
            var open = 0;
            foreach (var section in paper.Sections)
            {
                Close(section.Level - 1);
                writer.WriteLine($"<section id=\"{section.Id}\">");
                open++;
                Section(section);
            }
            Close(0);
            writer.WriteLine("</main>\n</body>\n</html>");

            void Close(int level)
            {
                for (; open > level; open--)
                {
                    writer.WriteLine("</section>");
                }
            }
        }

        private void Masthead()
        {
            var masthead = paper.Masthead;
            writer.WriteLine("<header>");
            Line(masthead.Organization);
            if (masthead.Symbol is { } symbol)
            {
                writer.Write("<p><strong><bdi dir=\"ltr\">");
                Encode(symbol);
                writer.WriteLine("</bdi></strong></p>");
            }
            Line(masthead.Programme);
            Line(masthead.ProgrammeShortName);
            var issue = masthead.Issue(language);
            if (issue.Count > 0)
            {
                writer.Write(language.MastheadLanguage == language ? "<p>" : $"<p lang=\"{language.MastheadLanguage.Code}\" dir=\"ltr\">");
                for (var i = 0; i < issue.Count; i++)
                {
                    writer.Write(i == 0 ? "" : "<br>");
                    Encode(issue[i]);
                }
                writer.WriteLine("</p>");
            }
            writer.WriteLine("<hr>");
            Line(masthead.Organ);
            Line(masthead.Session);
            Line(masthead.DatesAndPlace);
            writer.Write("<h1>");
            Runs(paper.Title);
            writer.WriteLine("</h1>");
            Line(paper.Rapporteur);
            if (paper.Notice is not null)
            {
                writer.Write("<p><em>");
                Encode(paper.Notice);
                writer.WriteLine("</em></p>");
            }
            writer.WriteLine("</header>");
        }

        private void Contents()
        {
            if (paper.Kind != PaperKind.Report)
            {
                return;
            }
            writer.Write("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
            Encode(language.ContentsHeading);
            writer.WriteLine("</h2>\n<ul>");
            foreach (var section in paper.Contents.Where(s => s.Level == 1))
            {
                writer.Write($"<li><a href=\"#{section.Id}\">");
                Heading(section);
                writer.WriteLine("</a></li>");
            }
            writer.WriteLine("</ul>\n</nav>");
        }

        private void Section(PaperSection section)
        {
            if (section.Heading is not null)
            {
                var tag = section.Level == 1 ? "h2" : "h3";
                writer.Write($"<{tag}>");
                Heading(section);
                writer.WriteLine($"</{tag}>");
            }
            foreach (var paragraph in section.Paragraphs)
            {
                writer.Write($"<div id=\"{paragraph.Id}\">\n<p>");
                if (paragraph.Mark is { } mark)
                {
                    writer.Write($"<a href=\"#{paragraph.Id}\">");
                    Encode(mark.Text);
                    writer.Write("</a> ");
                }
                Runs(paragraph.Text);
                writer.WriteLine("</p>");
                Lines(paragraph.Lines);
                writer.WriteLine("</div>");
            }
            foreach (var note in section.Notes)
            {
                writer.Write("<p><em>");
                Runs(note);
                writer.WriteLine("</em></p>");
            }
        }

        private void Heading(PaperSection section)
        {
            if (section.Mark is { } mark)
            {
                writer.Write("<span>");
                Encode(mark.Text);
                writer.Write($"</span>{section.AfterMark}");
            }
            Runs(section.Heading!);
        }

        private void Lines(IReadOnlyList<PaperLine> lines)
        {
            var degree = 0;
            foreach (var line in lines)
            {
                if (line.Degree <= degree)
                {
                    writer.WriteLine("</li>");
                }
                for (; degree > line.Degree; degree--)
                {
                    writer.WriteLine("</ul>\n</li>");
                }
                for (; degree < line.Degree; degree++)
                {
                    writer.WriteLine(degree > 0 && line.Degree - degree > 1 ? "\n<ul>\n<li>" : "\n<ul>");
                }
                writer.Write("<li>");
                if (line.Mark is { } mark)
                {
                    writer.Write("<span>");
                    Encode(mark.Text);
                    writer.Write("</span> ");
                }
                Runs(line.Text);
            }
            for (; degree > 0; degree--)
            {
                writer.WriteLine("</li>\n</ul>");
            }
        }

        private void Line(PaperText? text)
        {
            if (text is null)
            {
                return;
            }
            writer.Write("<p>");
            Runs(text);
            writer.WriteLine("</p>");
        }

        private void Runs(PaperText text)
        {
            if (text.Runs.Count == 0)
            {
                writer.Write("<em>");
                Encode(paper.NotRecorded);
                writer.Write("</em>");
            }
            foreach (var run in text.Runs)
            {
                var page = run.Mentions?.Page;
                // Symbols and numbers keep their order among letters that run the other way.
                var isSymbol = run.Mentions is { Kind: CitationKind.Document or CitationKind.Decision } && run.Text.Contains('/', StringComparison.Ordinal) && run.Text.All(char.IsAscii);
                writer.Write(page is null ? "" : $"<a href=\"/{language.Code}{Encoder.Encode(page)}\">");
                writer.Write(run.Language != language ? $"<span lang=\"{run.Language.Code}\" dir=\"{run.Language.Direction}\">" : isSymbol ? "<bdi dir=\"ltr\">" : "");
                Encode(run.Text);
                writer.Write(run.Language != language ? "</span>" : isSymbol ? "</bdi>" : "");
                writer.Write(page is null ? "" : "</a>");
            }
        }

        private void Encode(string text) => Encoder.Encode(writer, text);
    }
}
