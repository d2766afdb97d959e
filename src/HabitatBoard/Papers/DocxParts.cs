using HabitatBoard.Languages;

namespace HabitatBoard.Papers;

/// <summary>The parts of a DOCX beside its text: they depend on the language alone.</summary>
internal static class DocxParts
{
    public const string ContentTypes = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    public const string PackageRelations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    public const string Footer = "rId4";

    public const string DocumentRelations = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="{Footer}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/></Relationships>
        """;

    /// <summary>Where a machine lacks a font of the Organization's, one that is free and like it.</summary>
    public static readonly string Fonts = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="{DocxPaper.Namespace}"><w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/></w:font><w:font w:name="SimSun"><w:altName w:val="Noto Serif CJK SC"/></w:font><w:font w:name="SimHei"><w:altName w:val="Noto Sans CJK SC"/></w:font><w:font w:name="Traditional Arabic"><w:altName w:val="Noto Naskh Arabic"/></w:font></w:fonts>
        """;

    /// <summary>Compatibility mode 15: else Word opens the file as one of an older version.</summary>
    public static string Settings(Language language) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:settings xmlns:w="{DocxPaper.Namespace}"><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang {Languages(language)}/></w:settings>
        """;

    /// <summary>The language of Latin and Cyrillic, of East Asian, and of right-to-left script.</summary>
    public static string Languages(Language language) => $"w:val=\"{LatinTag(language)}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"";

    public static string LatinTag(Language language) => language switch
    {
        Language.Fr => "fr-FR",
        Language.Es => "es-ES",
        Language.Ru => "ru-RU",
        _ => "en-GB",
    };

    /// <summary>
    /// The styles of United Nations papers: text in a column set in from both sides, numbers at its edge, headings in bold
    /// beyond it. In right-to-left papers left means where the line begins, so that the same measures serve.
    /// </summary>
    public static string Styles(Language language)
    {
        // Half points; Han and Arabic need more height than Latin for the same legibility.
        var (size, arabicSize) = language switch { Language.Zh => (21, 24), Language.Ar => (22, 26), _ => (20, 26) };
        var line = language switch { Language.Zh => "w:line=\"320\" w:lineRule=\"atLeast\"", Language.Ar => "w:line=\"240\" w:lineRule=\"auto\"", _ => "w:line=\"240\" w:lineRule=\"atLeast\"" };
        var direction = language == Language.Ar ? "<w:bidi/>" : "";
        // Arabic is justified by stretching letters, which not every font can; Han and Arabic have no italics.
        var justified = language == Language.Ar ? "" : "<w:jc w:val=\"both\"/>";
        var italic = language is Language.Zh or Language.Ar ? "" : "<w:i/><w:iCs/>";
        // Chinese has no bold serif of its own on many machines; headings are set in its sans serif.
        var heading = language == Language.Zh ? "<w:rFonts w:eastAsia=\"SimHei\"/>" : "";
        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="{DocxPaper.Namespace}">
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman" w:cs="{(language == Language.Ar ? "Traditional Arabic" : "Times New Roman")}"/><w:sz w:val="{size}"/><w:szCs w:val="{arabicSize}"/><w:lang {Languages(language)}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing {line}/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>{direction}</w:pPr></w:style>
            <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
            {Style("Title", "Title", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"240\"/><w:ind w:left=\"1134\" w:right=\"1134\"/><w:outlineLvl w:val=\"9\"/>", $"{heading}<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"32\"/>")}
            {Style("Heading1", "heading 1", "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"1134\"/></w:tabs><w:spacing w:before=\"360\" w:after=\"200\"/><w:ind w:left=\"1134\" w:right=\"1134\" w:hanging=\"794\"/><w:outlineLvl w:val=\"0\"/>", $"{heading}<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"28\"/>")}
            {Style("Heading2", "heading 2", "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"1134\"/></w:tabs><w:spacing w:before=\"280\" w:after=\"160\"/><w:ind w:left=\"1134\" w:right=\"1134\" w:hanging=\"794\"/><w:outlineLvl w:val=\"1\"/>", $"{heading}<w:b/><w:bCs/><w:szCs w:val=\"28\"/>")}
            {Style("NumberedParagraph", "Numbered Paragraph", "<w:tabs><w:tab w:val=\"left\" w:pos=\"1701\"/></w:tabs><w:spacing w:after=\"120\"/><w:ind w:left=\"1134\" w:right=\"1134\"/>{justified}", "")}
            {Style("UnnumberedParagraph", "Unnumbered Paragraph", "<w:spacing w:after=\"120\"/><w:ind w:left=\"1134\" w:right=\"1134\" w:firstLine=\"567\"/>{justified}", "")}
            {Style("SubParagraph1", "Sub-paragraph 1", "<w:tabs><w:tab w:val=\"left\" w:pos=\"2268\"/></w:tabs><w:spacing w:after=\"120\"/><w:ind w:left=\"2268\" w:right=\"1134\" w:hanging=\"567\"/>{justified}", "")}
            {Style("SubParagraph2", "Sub-paragraph 2", "<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs><w:spacing w:after=\"120\"/><w:ind w:left=\"2835\" w:right=\"1134\" w:hanging=\"567\"/>{justified}", "")}
            {Style("Note", "Note", "<w:spacing w:after=\"120\"/><w:ind w:left=\"1134\" w:right=\"1134\"/>", italic)}
            {Style("Notice", "Notice", "<w:spacing w:before=\"120\" w:after=\"240\"/><w:ind w:left=\"1134\" w:right=\"1134\"/>", italic)}
            {Style("Rapporteur", "Rapporteur", "<w:spacing w:before=\"120\" w:after=\"240\"/><w:ind w:left=\"1134\" w:right=\"1134\"/>", italic)}
            {Style("ContentsHeading", "Contents Heading", "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:ind w:left=\"1134\" w:right=\"1134\"/>", $"{heading}<w:b/><w:bCs/>")}
            {Style("ContentsColumn", "Contents Column", "<w:keepNext/><w:spacing w:after=\"60\"/><w:ind w:left=\"1134\" w:right=\"1134\"/><w:jc w:val=\"right\"/>", italic)}
            {Style("TOC1", "toc 1", "<w:tabs><w:tab w:val=\"left\" w:pos=\"1928\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8504\"/></w:tabs><w:spacing w:after=\"60\"/><w:ind w:left=\"1928\" w:right=\"1134\" w:hanging=\"794\"/>", "")}
            {Style("TOC2", "toc 2", "<w:tabs><w:tab w:val=\"left\" w:pos=\"2495\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8504\"/></w:tabs><w:spacing w:after=\"60\"/><w:ind w:left=\"2495\" w:right=\"1134\" w:hanging=\"567\"/>", "")}
            {Style("MastheadOrganization", "Masthead Organization", "<w:spacing w:after=\"60\"/>", "<w:sz w:val=\"28\"/><w:szCs w:val=\"32\"/>")}
            {Style("MastheadSymbol", "Masthead Symbol", "<w:spacing w:after=\"60\"/><w:jc w:val=\"right\"/>", "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")}
            {Style("MastheadProgramme", "Masthead Programme", "<w:spacing w:before=\"120\" w:after=\"120\"/>", $"{heading}<w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs w:val=\"36\"/>")}
            {Style("MastheadIssue", "Masthead Issue", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"atLeast\"/>", "<w:sz w:val=\"20\"/>")}
            {Style("MastheadOrgan", "Masthead Organ", "<w:spacing w:before=\"160\"/>", $"{heading}<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"28\"/>")}
            {Style("MastheadSession", "Masthead Session", "", "")}
            {Style("Footer", "footer", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"20\"/>")}
            </w:styles>
            """;
    }

    private static string Style(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"{(id is "Title" or "Footer" or "TOC1" or "TOC2" or "Heading1" or "Heading2" ? "" : " w:customStyle=\"1\"")}><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";
}
