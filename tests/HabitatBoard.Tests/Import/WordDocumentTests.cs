using System.IO.Compression;
using HabitatBoard.Import;

namespace HabitatBoard.Tests.Import;

/// <summary>A word-processing document prints numbers that stand nowhere in its text.</summary>
public sealed class WordDocumentTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public void Read_OfADocument_ComputesNumbersAndAcceptsChanges()
    {
        var proposal = ReportImport.Read(
            Package(
                """
                <w:p><w:r><w:t>Executive Board of the United Nations Human Settlements Programme</w:t></w:r></w:p>
                <w:p><w:r><w:t>First session of 2025</w:t></w:r></w:p>
                <w:p><w:r><w:t>Nairobi, 3–5 March 2025</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Opening of the session</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">The Chair declared the session </w:t></w:r><w:del><w:r><w:delText>shut</w:delText></w:r></w:del><w:ins><w:r><w:t>open</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> at 10 a.m. on Monday, 3 March 2025</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">See page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Closure of the session</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>The Chair declared the session closed at noon on Wednesday, 5 March 2025.</w:t></w:r></w:p>
                """,
                """
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
                <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
                """),
            "2025-1",
            new ImportRegisters([], [], [], [], []));
        Assert.Equal(["1 Opening of the session", "2 Closure of the session"], proposal.Record.Sections.Select(s => $"{s.Number} {s.Heading.En!.Text}"));
        Assert.Equal(
            [
                "1 The Chair declared the session open at 10 a.m. on Monday, 3 March 2025.",
                "2 See page 7.",
                "3 The Chair declared the session closed at noon on Wednesday, 5 March 2025.",
            ],
            proposal.Record.Paragraphs.Select(p => $"{p.Number} {p.Text.En!.Text}"));
        Assert.Equal(new DateTimeOffset(2025, 3, 3, 10, 0, 0, TimeSpan.FromHours(3)), proposal.Record.Session.OpenedAt);
        Assert.Equal(new DateTimeOffset(2025, 3, 5, 12, 0, 0, TimeSpan.FromHours(3)), proposal.Record.Session.ClosedAt);
        Assert.Equal([2], proposal.NotUnderstood.Select(n => n.Paragraph));
    }

    /// <summary>What a reader sees is read once: text boxes and not what stands in their place for older programs, notes with their paragraph, rows of tables.</summary>
    [Fact]
    public void Read_OfADocument_TakesWhatAReaderSees()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>A summary was distributed.</w:t></w:r></w:p></w:txbxContent>";
        var proposal = ReportImport.Read(
            Package(
                $"""
                <w:p><w:r><w:t>Executive Board of the United Nations Human Settlements Programme</w:t></w:r></w:p>
                <w:p><w:r><w:t>First session of 2025</w:t></w:r></w:p>
                <w:p><w:r><w:t>I. Opening of the session</w:t></w:r></w:p>
                <w:p><w:r><w:t>1. The session was held.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>{Box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{Box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">2. The following </w:t></w:r></w:p>
                <w:p><w:r><w:t>are shown in the table.</w:t></w:r></w:p>
                <w:tbl>
                  <w:tr><w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p><w:p><w:r><w:t>Three</w:t></w:r></w:p></w:tc></w:tr>
                  <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:tc></w:tr>
                </w:tbl>
                """,
                "",
                """<w:footnote w:id="2"><w:p><w:r><w:t>See the annex.</w:t></w:r></w:p></w:footnote>"""),
            "2025-1",
            new ImportRegisters([], [], [], [], []));
        Assert.Equal(
            ["1 The session was held.\nSee the annex.\nA summary was distributed.", "2 The following are shown in the table.\nOne | Two, Three"],
            proposal.Record.Paragraphs.Select(p => $"{p.Number} {p.Text.En!.Text}"));
        Assert.Contains(proposal.NotUnderstood, n => n.Text == "See the annex");
    }

    private static MemoryStream Package(string body, string numbering, string footnotes = "")
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>");
            Write(zip, "word/footnotes.xml", $"<w:footnotes {W}>{footnotes}</w:footnotes>");
            Write(zip, "word/numbering.xml", $"<w:numbering {W}>{numbering}</w:numbering>");
        }
        packed.Position = 0;
        return packed;
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
