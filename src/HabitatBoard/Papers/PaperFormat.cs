namespace HabitatBoard.Papers;

/// <summary>The forms in which a paper leaves, by the ending of their addresses and files.</summary>
public enum PaperFormat
{
    Html,
    Txt,
    Docx,

    /// <summary>Akoma Ntoso 3.0.</summary>
    Xml,
}

/// <summary>What is known of a format, and its writer.</summary>
public static class PaperFormats
{
    public const string Html = "text/html";
    public const string Text = "text/plain";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string AkomaNtoso = "application/akn+xml";

    public static IReadOnlyList<PaperFormat> All { get; } = Enum.GetValues<PaperFormat>();

    extension(PaperFormat format)
    {
        /// <summary>The ending, <c>docx</c>.</summary>
        public string Ending => format.ToString().ToLowerInvariant();

        public string MediaType => format switch
        {
            PaperFormat.Html => Html,
            PaperFormat.Txt => Text,
            PaperFormat.Docx => Docx,
            _ => AkomaNtoso,
        };

        /// <summary>
        /// Writes the paper, paragraph by paragraph. Equal papers give equal bytes. The stream is written to from its
        /// beginning to its end and stays open.
        /// </summary>
        /// <param name="stylesheet">The address of a sheet for HTML; null for a page that has none.</param>
        public void Write(Paper paper, Stream stream, string? stylesheet = null)
        {
            switch (format)
            {
                case PaperFormat.Html:
                    HtmlPaper.Write(paper, stream, stylesheet);
                    break;
                case PaperFormat.Txt:
                    TextPaper.Write(paper, stream);
                    break;
                case PaperFormat.Docx:
                    DocxPaper.Write(paper, stream);
                    break;
                default:
                    AkomaNtosoPaper.Write(paper, stream);
                    break;
            }
        }
    }

    /// <summary>Reads the ending of an address, in lower case.</summary>
    public static PaperFormat? Parse(string ending) => All.Cast<PaperFormat?>().FirstOrDefault(f => f!.Value.Ending == ending);
}
