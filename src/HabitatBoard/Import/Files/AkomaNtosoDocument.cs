using System.Text;
using System.Xml;

namespace HabitatBoard.Import.Files;

/// <summary>
/// The lines of an Akoma Ntoso 3.0 document: a number with the heading or the paragraph that it counts is one. Metadata, the
/// contents and what an editor remarks are no part of the text. Read forward only, without document types or entities.
/// </summary>
internal static class AkomaNtosoDocument
{
    private const int MaxDepth = 200;

    public static ReportFile Read(byte[] bytes)
    {
        var lines = new List<SourceLine>();
        var (number, text, level, skipped) = (new StringBuilder(), (StringBuilder?)null, 0, 0);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                {
                    throw ReportFile.Damaged("XML");
                }
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.Depth == 0 && reader.LocalName != "akomaNtoso":
                        throw ReportFile.Damaged("akomaNtoso");
                    case XmlNodeType.Element when reader.LocalName is "meta" or "toc" or "remark" or "authorialNote":
                        skipped += reader.IsEmptyElement ? 0 : 1;
                        break;
                    case XmlNodeType.EndElement when reader.LocalName is "meta" or "toc" or "remark" or "authorialNote":
                        skipped--;
                        break;
                    case var _ when skipped > 0:
                        break;
                    case XmlNodeType.Element when reader is { LocalName: "section" or "subsection", IsEmptyElement: false }:
                        level++;
                        break;
                    case XmlNodeType.EndElement when reader.LocalName is "section" or "subsection":
                        level--;
                        break;
                    case XmlNodeType.Element when reader is { LocalName: "num" or "heading" or "p", IsEmptyElement: false }:
                        text = new StringBuilder();
                        break;
                    case XmlNodeType.Element when reader.LocalName == "eol":
                        text?.Append('\n');
                        break;
                    case XmlNodeType.EndElement when reader.LocalName == "num":
                        number.Append(text).Append(' ');
                        text = null;
                        break;
                    case XmlNodeType.EndElement when reader.LocalName is "heading" or "p":
                        foreach (var line in $"{number}{text}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        {
                            lines.Add(new SourceLine(line, reader.LocalName == "heading" ? level : 0));
                        }
                        lines.Add(new SourceLine(""));
                        (number, text) = (new StringBuilder(), null);
                        break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                        text?.Append(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException)
        {
            throw ReportFile.Damaged("XML");
        }
        return new ReportFile(lines, HasParagraphs: true, []);
    }
}
