using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HabitatBoard.Import.Files;

/// <summary>
/// The text of an Office Open XML word-processing document (ISO/IEC 29500): paragraphs as they would print, with their
/// notes, text boxes and the header of the first page, tracked changes accepted, comments and field instructions left out,
/// automatic numbers computed. Of the package only the parts that make the text are opened, together within a limit,
/// without document types or external entities.
/// </summary>
internal sealed class WordDocument
{
    /// <summary>Of all parts together.</summary>
    private const int MaxLength = 32 * 1024 * 1024;
    private const int MaxEntries = 5_000;
    private const int MaxDepth = 200;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private List<SourceLine> lines = [];
    private readonly Dictionary<string, XElement> styles;
    private readonly Dictionary<(bool End, string Id), XElement> notes = [];
    private readonly WordNumbering numbering;
    private readonly string? defaultStyle;

    /// <summary>What a paragraph says whose mark was deleted: the next one goes on with it.</summary>
    private Words carried = new();

    private WordDocument(XElement? styleSheet, XElement? numberingPart, XElement? footnotes, XElement? endnotes)
    {
        styles = (styleSheet?.Elements(W + "style") ?? []).Where(s => s.Attribute(W + "styleId") is not null)
            .GroupBy(s => s.Attribute(W + "styleId")!.Value).ToDictionary(g => g.Key, g => g.First());
        defaultStyle = styles.Values.FirstOrDefault(s => (string?)s.Attribute(W + "type") == "paragraph" && (string?)s.Attribute(W + "default") is "1" or "true")?.Attribute(W + "styleId")?.Value;
        numbering = new WordNumbering(numberingPart);
        foreach (var note in (footnotes?.Elements(W + "footnote") ?? []).Concat(endnotes?.Elements(W + "endnote") ?? []))
        {
            notes.TryAdd((note.Name == W + "endnote", (string?)note.Attribute(W + "id") ?? ""), note);
        }
    }

    /// <summary>The words of a paragraph, with the notes and the text boxes that hang on it.</summary>
    private sealed class Words
    {
        public StringBuilder Text { get; } = new();
        public List<XElement> Notes { get; } = [];
        public List<XElement> Boxes { get; } = [];
        public Stack<bool> Fields { get; } = new();
    }

    public static ReportFile Read(byte[] bytes)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (package.Entries.Count > MaxEntries)
            {
                throw ReportFile.TooLarge();
            }
            var left = MaxLength;
            var main = Part(package, "word/document.xml", ref left) ?? throw ReportFile.Damaged("word/document.xml");
            var document = new WordDocument(
                Part(package, "word/styles.xml", ref left), Part(package, "word/numbering.xml", ref left), Part(package, "word/footnotes.xml", ref left), Part(package, "word/endnotes.xml", ref left));
            var body = main.Element(W + "body");
            if (FirstHeader(body, Part(package, "word/_rels/document.xml.rels", ref left)) is { } header)
            {
                document.Blocks(Part(package, header, ref left));
            }
            document.Blocks(body);
            document.Put(document.carried, null, null);
            return new ReportFile(document.lines, HasParagraphs: true, []);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or IOException or NotSupportedException or FormatException or OverflowException)
        {
            throw ReportFile.Damaged("DOCX");
        }
    }

    /// <summary>The header of the first page, where the symbol may stand.</summary>
    private static string? FirstHeader(XElement? body, XElement? relationships)
    {
        var section = body?.Descendants(W + "sectPr").FirstOrDefault();
        var headers = section?.Elements(W + "headerReference").ToLookup(h => (string?)h.Attribute(W + "type"), h => (string?)h.Attribute(Relationships + "id"));
        var id = headers?[section!.Element(W + "titlePg") is null ? "default" : "first"].FirstOrDefault();
        var target = (string?)relationships?.Elements().FirstOrDefault(r => (string?)r.Attribute("Id") == id && id is not null)?.Attribute("Target");
        return target is null ? null : target.StartsWith('/') ? target[1..] : $"word/{target}";
    }

    private static XElement? Part(ZipArchive package, string name, ref int left)
    {
        if (package.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return null;
        }
        using var packed = entry.Open();
        using var bounded = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            // What the directory of the package says of the length need not be true.
            if ((left -= read) < 0)
            {
                throw ReportFile.TooLarge();
            }
            bounded.Write(buffer, 0, read);
        }
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        // Once to look how deep it goes, for a tree of such depth could not be walked.
        bounded.Position = 0;
        using (var depth = XmlReader.Create(bounded, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false }))
        {
            while (depth.Read())
            {
                if (depth.Depth > MaxDepth)
                {
                    throw ReportFile.Damaged(name);
                }
            }
        }
        bounded.Position = 0;
        using var reader = XmlReader.Create(bounded, settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private void Blocks(XElement? parent)
    {
        foreach (var block in parent?.Elements() ?? [])
        {
            Block(block);
        }
    }

    private void Block(XElement block)
    {
        if (block.Name == W + "p")
        {
            Paragraph(block);
        }
        else if (block.Name == Compatibility + "AlternateContent")
        {
            Blocks(Alternative(block));
        }
        else if (block.Name == W + "tr")
        {
            Row(block);
        }
        else if (block.Name == W + "tbl" || block.Name == W + "tc" || block.Name == W + "sdt" || block.Name == W + "sdtContent"
            || block.Name == W + "ins" || block.Name == W + "moveTo" || block.Name == W + "customXml" || block.Name == W + "smartTag")
        {
            Blocks(block);
        }
    }

    /// <summary>The cells of a row in one line; a row of one cell is text as any other.</summary>
    private void Row(XElement row)
    {
        if (row.Element(W + "trPr")?.Element(W + "del") is not null)
        {
            return;
        }
        var (outside, cells) = (lines, new List<List<SourceLine>>());
        foreach (var cell in row.Elements().Where(e => e.Name != W + "trPr" && e.Name != W + "tblPrEx"))
        {
            lines = [];
            Block(cell);
            cells.Add([.. lines.Where(l => l.Text.Length > 0)]);
        }
        lines = outside;
        if (cells.Count < 2)
        {
            lines.AddRange(cells.SelectMany(c => c).SelectMany(l => new[] { l, new SourceLine("") }));
        }
        else if (cells.Exists(c => c.Count > 0))
        {
            lines.Add(new SourceLine(string.Join('\t', cells.Select(c => string.Join('\v', c.Select(l => l.Text)))), IsRow: true));
            lines.Add(new SourceLine(""));
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var (words, properties) = (carried, paragraph.Element(W + "pPr"));
        carried = new Words();
        Runs(paragraph, words);
        if (properties?.Element(W + "rPr") is { } mark && (mark.Element(W + "del") ?? mark.Element(W + "moveFrom")) is not null)
        {
            carried = words;
            return;
        }
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val") ?? defaultStyle;
        if (NameOf(style).StartsWith("toc ", StringComparison.OrdinalIgnoreCase))
        {
            return; // the headings, once more
        }
        Put(words, properties, style);
    }

    private void Put(Words words, XElement? properties, string? style)
    {
        var label = numbering.Label(Inherited(properties, style, "numPr"), style);
        var heading = HeadingLevel(properties, style);
        var first = true;
        // A heading that was broken to look well is one line.
        var text = words.Text.ToString();
        text = heading > 0 ? text.Trim().Replace("\n", text.Any(ReportLayout.IsHan) ? "" : " ", StringComparison.Ordinal) : text;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (line.Length > 0 || !first)
            {
                lines.Add(new SourceLine(first && label.Length > 0 ? $"{label} {line}" : line, heading));
            }
            first = false;
        }
        foreach (var note in words.Notes)
        {
            var said = new Words();
            Runs(note, said);
            lines.Add(new SourceLine(said.Text.ToString().ReplaceLineEndings(" ").Trim(), IsNote: true));
        }
        lines.Add(new SourceLine(""));
        foreach (var box in words.Boxes)
        {
            Blocks(box);
        }
    }

    /// <summary>Of what was written for several programs, the first: the others say the same to older ones.</summary>
    private static XElement? Alternative(XElement content) => content.Elements(Compatibility + "Choice").FirstOrDefault() ?? content.Element(Compatibility + "Fallback");

    /// <summary>The text boxes of a drawing.</summary>
    private static void Boxes(XElement drawing, List<XElement> boxes)
    {
        foreach (var node in drawing.Elements())
        {
            if (node.Name == W + "txbxContent")
            {
                boxes.Add(node);
            }
            else if ((node.Name == Compatibility + "AlternateContent" ? Alternative(node) : node) is { } inner)
            {
                Boxes(inner, boxes);
            }
        }
    }

    /// <summary>The words of a paragraph. Of a field, the result; of a tracked change, what it leaves.</summary>
    private void Runs(XElement parent, Words words)
    {
        var (text, fields) = (words.Text, words.Fields);
        foreach (var node in parent.Elements())
        {
            var name = node.Name.LocalName;
            if (node.Name == Compatibility + "AlternateContent" && Alternative(node) is { } alternative)
            {
                Runs(alternative, words);
            }
            if (node.Name.Namespace != W)
            {
                continue;
            }
            switch (name)
            {
                case "del" or "moveFrom" or "pPr" or "rPr" or "instrText" or "delText" or "commentReference" or "rt":
                    break;
                case "drawing" or "pict" or "object":
                    Boxes(node, words.Boxes);
                    break;
                case "footnoteReference" or "endnoteReference":
                    if (notes.GetValueOrDefault((name == "endnoteReference", (string?)node.Attribute(W + "id") ?? "")) is { } note)
                    {
                        words.Notes.Add(note);
                    }
                    break;
                case "p" when text.Length > 0:
                    text.Append(' ');
                    Runs(node, words);
                    break;
                case "fldChar":
                    switch ((string?)node.Attribute(W + "fldCharType"))
                    {
                        case "begin": fields.Push(false); break;
                        case "separate" when fields.Count > 0: fields.Pop(); fields.Push(true); break;
                        case "end" when fields.Count > 0: fields.Pop(); break;
                    }
                    break;
                case "t" when fields.All(result => result):
                    text.Append(node.Value);
                    break;
                case "tab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append((string?)node.Attribute(W + "type") is "page" or "column" ? ' ' : '\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "r" when node.Element(W + "rPr")?.Element(W + "vanish") is { } hidden && (string?)hidden.Attribute(W + "val") is not ("0" or "false"):
                    break;
                case "t":
                    break;
                default:
                    Runs(node, words);
                    break;
            }
        }
    }

    private int HeadingLevel(XElement? properties, string? style)
    {
        if (Inherited(properties, style, "outlineLvl") is { } outline && int.TryParse((string?)outline.Attribute(W + "val"), CultureInfo.InvariantCulture, out var level) && level < 9)
        {
            return level + 1;
        }
        var name = NameOf(style);
        return name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), CultureInfo.InvariantCulture, out var numbered) ? numbered : 0;
    }

    private string NameOf(string? style) => style is null ? "" : (string?)styles.GetValueOrDefault(style)?.Element(W + "name")?.Attribute(W + "val") ?? style;

    private XElement? Inherited(XElement? properties, string? style, string what)
    {
        if (properties?.Element(W + what) is { } own)
        {
            return own;
        }
        for (var steps = 0; style is not null && steps < 20 && styles.TryGetValue(style, out var sheet); steps++)
        {
            if (sheet.Element(W + "pPr")?.Element(W + what) is { } inherited)
            {
                return inherited;
            }
            style = (string?)sheet.Element(W + "basedOn")?.Attribute(W + "val");
        }
        return null;
    }
}
