using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using HabitatBoard.Languages;

namespace HabitatBoard.Papers;

/// <summary>
/// A paper as a Word document (ECMA-376), set as the Organization sets its own. Styles say what a paragraph is
/// (<c>Heading1</c>, <c>NumberedParagraph</c>, <c>SubParagraph1</c>), bookmarks hold the ids, numbers are counted by Word.
/// Written part by part into the stream: no more of it is in memory than a paragraph.
/// </summary>
internal static partial class DocxPaper
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // An archive keeps the time of each file; with the time of writing, equal papers would not be equal bytes.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Paper paper, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", DocxParts.ContentTypes);
        Part(archive, "_rels/.rels", DocxParts.PackageRelations);
        Part(archive, "word/_rels/document.xml.rels", DocxParts.DocumentRelations);
        var numbering = new DocxNumbering();
        Part(archive, "word/document.xml", xml => new Body(paper, numbering, xml).Write());
        Part(archive, "word/numbering.xml", numbering.Write);
        Part(archive, "word/styles.xml", DocxParts.Styles(paper.Language));
        Part(archive, "word/settings.xml", DocxParts.Settings(paper.Language));
        Part(archive, "word/fontTable.xml", DocxParts.Fonts);
        Part(archive, "word/footer1.xml", xml => Footer(paper, xml));
        Part(archive, "docProps/core.xml", xml => Properties(paper, xml));
    }

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var part = Open(archive, name);
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private static void Part(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using var part = Open(archive, name);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        write(xml);
    }

    private static Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Timeless;
        return entry.Open();
    }

    private static void Footer(Paper paper, XmlWriter xml)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("w", "ftr", Namespace);
        xml.Open("p");
        xml.Open("pPr");
        xml.Value("pStyle", "Footer");
        // A symbol and a number: they run from left to right in every language.
        xml.Value("bidi", 0);
        xml.WriteEndElement();
        Run(xml, paper.RunningTitle);
        xml.Open("r");
        xml.Empty("tab");
        xml.WriteEndElement();
        Field("PAGE");
        Run(xml, "/");
        Field("NUMPAGES");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();

        void Field(string code)
        {
            xml.Open("fldSimple", ("instr", code));
            Run(xml, "1");
            xml.WriteEndElement();
        }
    }

    private static void Properties(Paper paper, XmlWriter xml)
    {
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string Dublin = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Dublin, paper.Title.Plain);
        if (paper.Masthead.Symbol is { } symbol)
        {
            xml.WriteElementString("dc", "subject", Dublin, symbol);
        }
        if ((paper.Masthead.Organ ?? paper.Masthead.Organization) is { } organ)
        {
            xml.WriteElementString("dc", "creator", Dublin, organ.Plain);
        }
        xml.WriteElementString("dc", "language", Dublin, paper.Language.Code);
        xml.WriteElementString("dc", "identifier", Dublin, $"{AkomaNtosoPaper.WorkIri(paper)}/{paper.Language.Code3}@");
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Run(XmlWriter xml, string text)
    {
        xml.Open("r");
        Words(xml, text);
        xml.WriteEndElement();
    }

    private static void Words(XmlWriter xml, string text)
    {
        xml.Open("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>Latin words and symbols, which run from left to right in an Arabic line.</summary>
    [GeneratedRegex(@"[A-Za-z\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F/.\-’'&]|[ ,](?=[A-Za-z\u00C0-\u024F]))*(?<![.])", RegexOptions.CultureInvariant)]
    private static partial Regex LeftToRight();

    private sealed class Body(Paper paper, DocxNumbering numbering, XmlWriter xml)
    {
        private readonly Language language = paper.Language;
        private int bookmarks;

        public void Write()
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("w", "document", Namespace);
            xml.WriteAttributeString("xmlns", "r", null, Relations);
            xml.Open("body");
            Masthead();
            Text("Title", paper.Title);
            if (paper.Rapporteur is not null)
            {
                Text("Rapporteur", paper.Rapporteur);
            }
            if (paper.Notice is not null)
            {
                Text("Notice", PaperText.Words(paper.Notice, language));
            }
            if (paper.Kind == PaperKind.Report)
            {
                Contents();
            }
            IReadOnlyList<MarkStyle?> sections = [SectionStyle(1), SectionStyle(2)];
            foreach (var section in paper.Sections)
            {
                Section(section, sections);
            }
            Page();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        private MarkStyle? SectionStyle(int level) => paper.Sections.FirstOrDefault(s => s.Level == level && s.Mark?.Style is not null)?.Mark!.Style;

        /// <summary>Two columns without lines: the Organization and its organ on one side, the paper on the other.</summary>
        private void Masthead()
        {
            var masthead = paper.Masthead;
            xml.Open("tbl");
            xml.Open("tblPr");
            if (language == Language.Ar)
            {
                xml.Empty("bidiVisual");
            }
            xml.Empty("tblW", ("w", 9638), ("type", "dxa"));
            xml.Empty("tblLayout", ("type", "fixed"));
            xml.Open("tblCellMar");
            xml.Empty("left", ("w", 0), ("type", "dxa"));
            xml.Empty("right", ("w", 0), ("type", "dxa"));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.Open("tblGrid");
            xml.Empty("gridCol", ("w", 6236));
            xml.Empty("gridCol", ("w", 3402));
            xml.WriteEndElement();
            Row(
                4,
                () => Line("MastheadOrganization", masthead.Organization),
                () => Line("MastheadSymbol", masthead.Symbol is { } symbol ? PaperText.Words(symbol, language.MastheadLanguage) : null));
            Row(
                18,
                () =>
                {
                    Line("MastheadProgramme", masthead.Programme);
                    if (masthead.ProgrammeShortName is not null)
                    {
                        Text("MastheadSession", masthead.ProgrammeShortName);
                    }
                },
                () =>
                {
                    var lines = masthead.Issue(language);
                    foreach (var line in lines.DefaultIfEmpty(""))
                    {
                        Text("MastheadIssue", PaperText.Words(line, language.MastheadLanguage));
                    }
                });
            xml.WriteEndElement();
            Line("MastheadOrgan", masthead.Organ);
            foreach (var line in new[] { masthead.Session, masthead.DatesAndPlace }.OfType<PaperText>())
            {
                Text("MastheadSession", line);
            }
        }

        /// <param name="rule">The thickness of the line below, in eighths of a point.</param>
        private void Row(int rule, params ReadOnlySpan<Action> cells)
        {
            xml.Open("tr");
            for (var i = 0; i < cells.Length; i++)
            {
                xml.Open("tc");
                xml.Open("tcPr");
                xml.Empty("tcW", ("w", i == 0 ? 6236 : 3402), ("type", "dxa"));
                xml.Open("tcBorders");
                xml.Empty("bottom", ("val", "single"), ("sz", rule), ("space", 0), ("color", "auto"));
                xml.WriteEndElement();
                xml.Value("vAlign", rule == 4 ? "bottom" : "top");
                xml.WriteEndElement();
                cells[i]();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }

        /// <summary>A line that stands also when there is nothing to say: a cell must have one.</summary>
        private void Line(string style, PaperText? text) => Text(style, text ?? new PaperText([new PaperRun("", language)], TextStatus.Official));

        private void Text(string style, PaperText text)
        {
            Start(style);
            Runs(text);
            xml.WriteEndElement();
        }

        private void Contents()
        {
            Text("ContentsHeading", PaperText.Words(language.ContentsHeading, language));
            Text("ContentsColumn", PaperText.Words(language.ParagraphsHeading, language));
            foreach (var section in paper.Contents)
            {
                Start($"TOC{section.Level}");
                xml.Open("hyperlink", ("anchor", section.Id));
                if (section.Mark is { } mark)
                {
                    Mark(mark);
                }
                else
                {
                    Tab();
                }
                Runs(section.Heading!);
                if (paper.ParagraphsOf(section) is var (first, last))
                {
                    Tab();
                    Runs(PaperText.Words(first == last ? $"{first}" : $"{first}–{last}", language));
                }
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        }

        private void Section(PaperSection section, IReadOnlyList<MarkStyle?> styles)
        {
            if (section.Heading is not null)
            {
                Numbered($"Heading{section.Level}", section.Id, section.Mark, styles, section.Level - 1, begins: false, section.Heading);
            }
            foreach (var paragraph in section.Paragraphs)
            {
                Numbered(
                    paragraph.Mark is null ? "UnnumberedParagraph" : "NumberedParagraph", paragraph.Id, paragraph.Mark, [paragraph.Mark?.Style], 0, begins: false, paragraph.Text);
                // One kind of list for each way of numbering its two degrees.
                IReadOnlyList<MarkStyle?> list = [null, Style(paragraph, 1), Style(paragraph, 2)];
                var begins = true;
                foreach (var line in paragraph.Lines)
                {
                    Numbered($"SubParagraph{line.Degree}", null, line.Mark, list, line.Degree, begins, line.Text);
                    begins &= line.Mark?.Style is null;
                }
            }
            foreach (var note in section.Notes)
            {
                Text("Note", note);
            }
        }

        private static MarkStyle? Style(PaperParagraph paragraph, int degree) =>
            paragraph.Lines.FirstOrDefault(l => l.Degree == degree && l.Mark?.Style is not null)?.Mark!.Style;

        /// <summary>A paragraph with a number: counted by Word, or as it stands where it is none that Word can count.</summary>
        private void Numbered(string style, string? id, Mark? mark, IReadOnlyList<MarkStyle?> list, int level, bool begins, PaperText text)
        {
            var counted = mark?.Style is not null && mark.Style == list[level];
            Start(style, counted ? (numbering.Next(list, level, mark!.Value, begins), level) : null);
            var bookmark = bookmarks;
            if (id is not null)
            {
                bookmarks++;
                xml.Empty("bookmarkStart", ("id", bookmark), ("name", id));
            }
            if (mark is not null && !counted)
            {
                Mark(mark);
            }
            Runs(text);
            if (id is not null)
            {
                xml.Empty("bookmarkEnd", ("id", bookmark));
            }
            xml.WriteEndElement();
        }

        private void Start(string style, (int List, int Level)? number = null)
        {
            xml.Open("p");
            xml.Open("pPr");
            xml.Value("pStyle", style);
            if (number is var (list, level))
            {
                xml.Open("numPr");
                xml.Value("ilvl", level);
                xml.Value("numId", list);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }

        /// <summary>A mark as it stands. One that Word cannot count may be as long as a word, and no column would fit it.</summary>
        private void Mark(Mark mark)
        {
            Run(mark.Text, language, rightToLeft: language == Language.Ar);
            if (mark.Style is null && mark.Text.Length > 4)
            {
                Run(" ", language, rightToLeft: language == Language.Ar);
            }
            else
            {
                Tab();
            }
        }

        private void Tab()
        {
            xml.Open("r");
            xml.Empty("tab");
            xml.WriteEndElement();
        }

        private void Runs(PaperText text)
        {
            if (text.Runs.Count == 0)
            {
                Run(paper.NotRecorded, language, rightToLeft: language == Language.Ar);
            }
            foreach (var run in text.Runs)
            {
                if (run.Language != Language.Ar)
                {
                    Run(run.Text, run.Language, rightToLeft: false);
                    continue;
                }
                var at = 0;
                foreach (Match latin in LeftToRight().Matches(run.Text))
                {
                    Run(run.Text[at..latin.Index], run.Language, rightToLeft: true);
                    Run(latin.Value, Language.En, rightToLeft: false);
                    at = latin.Index + latin.Length;
                }
                Run(run.Text[at..], run.Language, rightToLeft: true);
            }
        }

        private void Run(string text, Language written, bool rightToLeft)
        {
            if (text.Length == 0)
            {
                return;
            }
            xml.Open("r");
            if (written == Language.Zh || rightToLeft || written != language)
            {
                xml.Open("rPr");
                if (written == Language.Zh)
                {
                    // Quotation marks and dashes too are those of the Chinese font.
                    xml.Empty("rFonts", ("hint", "eastAsia"));
                }
                if (rightToLeft)
                {
                    xml.Empty("rtl");
                }
                if (written != language)
                {
                    xml.Empty("lang", ("val", written is Language.Zh ? "zh-CN" : written is Language.Ar ? "ar-SA" : DocxParts.LatinTag(written)), ("eastAsia", "zh-CN"), ("bidi", "ar-SA"));
                }
                xml.WriteEndElement();
            }
            Words(xml, text);
            xml.WriteEndElement();
        }

        private void Page()
        {
            xml.Open("sectPr");
            xml.Open("footerReference", ("type", "default"));
            xml.WriteAttributeString("r", "id", Relations, DocxParts.Footer);
            xml.WriteEndElement();
            xml.Empty("pgSz", ("w", 11906), ("h", 16838));
            xml.Empty("pgMar", ("top", 1134), ("right", 1134), ("bottom", 1134), ("left", 1134), ("header", 567), ("footer", 567), ("gutter", 0));
            if (language == Language.Ar)
            {
                xml.Empty("bidi");
            }
            xml.WriteEndElement();
        }
    }
}
