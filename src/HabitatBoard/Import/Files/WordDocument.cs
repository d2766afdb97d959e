using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HabitatBoard.Import.Files;

/// <summary>
/// The text of an Office Open XML word-processing document (ISO/IEC 29500): paragraphs as they would print, tracked
/// changes accepted, comments and field instructions left out, automatic numbers computed. Of the package only the three
/// parts that make the text are opened, each within a limit, without document types or external entities.
/// </summary>
internal sealed class WordDocument
{
    private const int MaxPart = 32 * 1024 * 1024;
    private const int MaxEntries = 5_000;
    private const int MaxDepth = 200;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly List<SourceLine> lines = [];
    private readonly Dictionary<string, XElement> styles;
    private readonly WordNumbering numbering;
    private readonly string? defaultStyle;

    private WordDocument(XElement? styleSheet, XElement? numberingPart)
    {
        styles = (styleSheet?.Elements(W + "style") ?? []).Where(s => s.Attribute(W + "styleId") is not null)
            .GroupBy(s => s.Attribute(W + "styleId")!.Value).ToDictionary(g => g.Key, g => g.First());
        defaultStyle = styles.Values.FirstOrDefault(s => (string?)s.Attribute(W + "type") == "paragraph" && (string?)s.Attribute(W + "default") is "1" or "true")?.Attribute(W + "styleId")?.Value;
        numbering = new WordNumbering(numberingPart);
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
            var main = Part(package, "word/document.xml") ?? throw ReportFile.Damaged("word/document.xml");
            var document = new WordDocument(Part(package, "word/styles.xml"), Part(package, "word/numbering.xml"));
            foreach (var block in main.Element(W + "body")?.Elements() ?? [])
            {
                document.Block(block);
            }
            return new ReportFile(document.lines, HasParagraphs: true, []);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or IOException or NotSupportedException or FormatException or OverflowException)
        {
            throw ReportFile.Damaged("DOCX");
        }
    }

    private static XElement? Part(ZipArchive package, string name)
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
            if (bounded.Length + read > MaxPart)
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

    private void Block(XElement block)
    {
        if (block.Name == W + "p")
        {
            Paragraph(block);
        }
        else if (block.Name == W + "tbl" || block.Name == W + "tr" || block.Name == W + "tc" || block.Name == W + "sdt" || block.Name == W + "sdtContent"
            || block.Name == W + "ins" || block.Name == W + "moveTo" || block.Name == W + "customXml" || block.Name == W + "smartTag")
        {
            foreach (var inner in block.Elements())
            {
                Block(inner);
            }
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var text = new StringBuilder();
        var fields = new Stack<bool>();
        Runs(paragraph, text, fields);
        var properties = paragraph.Element(W + "pPr");
        var style = (string?)properties?.Element(W + "pStyle")?.Attribute(W + "val") ?? defaultStyle;
        if (NameOf(style).StartsWith("toc ", StringComparison.OrdinalIgnoreCase))
        {
            return; // the headings, once more
        }
        var label = numbering.Label(Inherited(properties, style, "numPr"));
        var heading = HeadingLevel(properties, style);
        var first = true;
        foreach (var line in text.ToString().Split('\n'))
        {
            var words = line.Trim();
            if (words.Length > 0 || !first)
            {
                lines.Add(new SourceLine(first && label.Length > 0 ? $"{label} {words}" : words, heading));
            }
            first = false;
        }
        lines.Add(new SourceLine(""));
    }

    /// <summary>The words of a paragraph. Of a field, the result; of a tracked change, what it leaves.</summary>
    private static void Runs(XElement parent, StringBuilder text, Stack<bool> fields)
    {
        foreach (var node in parent.Elements())
        {
            var name = node.Name.LocalName;
            if (node.Name.Namespace != W)
            {
                continue;
            }
            switch (name)
            {
                case "del" or "moveFrom" or "pPr" or "rPr" or "instrText" or "delText" or "commentReference" or "footnoteReference" or "endnoteReference" or "txbxContent" or "drawing" or "pict":
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
                    Runs(node, text, fields);
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
