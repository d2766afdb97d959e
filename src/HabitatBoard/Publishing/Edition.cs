using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Languages;

namespace HabitatBoard.Publishing;

/// <summary>
/// One publication of a unit, kept for ever: the whole published unit as one canonical JSON document, with its digest.
/// It stands in the published store only.
/// </summary>
public sealed class Edition
{
    private Edition()
    {
    }

    public Edition(string unit, int number, DateTimeOffset publishedAt, string publishedBy, string note, byte[] content, string sha256, long workingSequence)
    {
        Unit = unit;
        Number = number;
        PublishedAt = publishedAt;
        PublishedBy = publishedBy;
        Note = note;
        Content = content;
        Size = content.Length;
        Sha256 = sha256;
        WorkingSequence = workingSequence;
    }

    /// <summary>A session, <c>2024-1</c>, or <c>registers</c>.</summary>
    public string Unit { get; private set; } = null!;

    /// <summary>The number of the edition within its unit, from 1.</summary>
    public int Number { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }
    public string PublishedBy { get; private set; } = null!;
    public string Note { get; private set; } = null!;

    /// <summary>The length of the content in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>The sequence of the working store's history from which it was taken.</summary>
    public long WorkingSequence { get; private set; }

    /// <summary>The title of the session at that time.</summary>
    public LocalizedText SessionTitle()
    {
        var titles = JsonNode.Parse(Content)!["tables"]?["session"]?.AsArray().FirstOrDefault()?["title"];
        var text = LocalizedText.None;
        foreach (var language in OfficialLanguages.All)
        {
            var title = titles?[language.Code];
            text = title is null ? text : text.With(language, (string?)title["text"], title["status"].Deserialize<TextStatus>(CanonicalJson.Values));
        }
        return text;
    }

    /// <summary>Canonical JSON (RFC 8785), UTF-8. The last column: SQLite reads through it to whatever stands behind it.</summary>
    public byte[] Content { get; private set; } = [];
}
