using System.Xml;

namespace HabitatBoard.Papers;

/// <summary>
/// The lists of a DOCX, in which Word counts by itself. The number that it comes to is the number of the record: where the
/// count would not give it, after a gap or at another beginning, a new list takes over that starts there (w:lvlOverride).
/// </summary>
internal sealed class DocxNumbering
{
    private readonly Dictionary<string, Kind> kinds = [];
    private readonly List<(Kind Kind, int[] Starts)> lists = [];

    /// <summary>
    /// The list in which a paragraph of <paramref name="level"/> gets the number <paramref name="value"/>; its number, from 1.
    /// </summary>
    /// <param name="styles">How the levels of the list are written; null for a level that is not used.</param>
    /// <param name="begins">Whether the list begins here, whatever stands before.</param>
    public int Next(IReadOnlyList<MarkStyle?> styles, int level, int value, bool begins = false)
    {
        var key = string.Join('|', styles);
        if (!kinds.TryGetValue(key, out var kind))
        {
            kinds[key] = kind = new Kind(kinds.Count + 1, styles);
        }
        if (begins || kind.List == 0 || kind.Next[level] != value)
        {
            var starts = styles.Select((_, l) => l == level ? value : 1).ToArray();
            lists.Add((kind, starts));
            kind.List = lists.Count;
            // A level above has not been counted in this list.
            Array.Fill(kind.Next, 0);
        }
        kind.Next[level] = value + 1;
        for (var below = level + 1; below < kind.Next.Length; below++)
        {
            kind.Next[below] = 1;
        }
        return kind.List;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("w", "numbering", DocxPaper.Namespace);
        foreach (var kind in kinds.Values)
        {
            xml.Open("abstractNum", ("abstractNumId", kind.Id));
            xml.Value("multiLevelType", "multilevel");
            for (var level = 0; level < kind.Styles.Count; level++)
            {
                // Levels that are not used have a place, since levels are counted through.
                var style = kind.Styles[level] ?? new MarkStyle(Counting.Decimal, "", ".");
                xml.Open("lvl", ("ilvl", level));
                xml.Value("start", 1);
                xml.Value("numFmt", style.Counting switch
                {
                    Counting.LowerLetter => "lowerLetter",
                    Counting.UpperLetter => "upperLetter",
                    Counting.LowerRoman => "lowerRoman",
                    Counting.UpperRoman => "upperRoman",
                    Counting.Chinese => "chineseCountingThousand",
                    _ => "decimal",
                });
                xml.Value("suff", "tab");
                xml.Value("lvlText", $"{style.Before}%{level + 1}{style.After}");
                xml.Value("lvlJc", "left");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        for (var i = 0; i < lists.Count; i++)
        {
            xml.Open("num", ("numId", i + 1));
            xml.Value("abstractNumId", lists[i].Kind.Id);
            for (var level = 0; level < lists[i].Starts.Length; level++)
            {
                xml.Open("lvlOverride", ("ilvl", level));
                xml.Value("startOverride", lists[i].Starts[level]);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private sealed class Kind(int id, IReadOnlyList<MarkStyle?> styles)
    {
        public int Id { get; } = id;
        public IReadOnlyList<MarkStyle?> Styles { get; } = styles;

        /// <summary>The list in which this kind is counted now; 0 before the first.</summary>
        public int List { get; set; }

        /// <summary>By level, the number that Word would give next; 0 where it is not to be relied on.</summary>
        public int[] Next { get; } = new int[styles.Count];
    }
}

/// <summary>Elements of WordprocessingML, all in one namespace.</summary>
internal static class DocxXml
{
    public static void Open(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.WriteStartElement("w", element, DocxPaper.Namespace);
        foreach (var (name, value) in attributes)
        {
            xml.WriteStartAttribute("w", name, DocxPaper.Namespace);
            xml.WriteValue(value);
            xml.WriteEndAttribute();
        }
    }

    public static void Empty(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.Open(element, attributes);
        xml.WriteEndElement();
    }

    /// <summary>An element with a w:val.</summary>
    public static void Value(this XmlWriter xml, string element, object value) => xml.Empty(element, ("val", value));
}
