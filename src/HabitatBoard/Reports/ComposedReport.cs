using HabitatBoard.Languages;

namespace HabitatBoard.Reports;

/// <summary>Where the words of a composed text come from.</summary>
public enum SpanKind
{
    /// <summary>A standard phrase of the language.</summary>
    Phrase,

    /// <summary>A fact: a name, a title or its wording by a citation, a number, a date, an office.</summary>
    Fact,

    /// <summary>A text slot: words that the record holds for this place alone.</summary>
    Slot,
}

/// <summary>Words of one origin.</summary>
/// <param name="Language">The language the words are in; another than the report's where the record has no other.</param>
/// <param name="Mentions">What the words mention, if they mention a thing.</param>
public sealed record Span(string Text, SpanKind Kind, Language Language, Mention? Mentions = null);

/// <summary>A report in one language, composed from its facts.</summary>
public sealed record ComposedReport(Language Language, IReadOnlyList<ComposedParagraph> Paragraphs)
{
    /// <summary>The share of the characters that come from text slots, from 0 to 1.</summary>
    public double SlotShare => ComposedParagraph.Share(Paragraphs.SelectMany(p => p.Spans));
}

/// <summary>A paragraph in one language, composed from its facts.</summary>
/// <param name="Text">The whole text. What had to be borrowed from another language is marked: <c>[zh: …]</c>.</param>
public sealed record ComposedParagraph(Guid Id, int Number, string Text, IReadOnlyList<Span> Spans)
{
    /// <summary>The share of the characters that come from text slots, from 0 to 1.</summary>
    public double SlotShare => Share(Spans);

    /// <summary>Whether the paragraph says the same as a recorded text: runs of white space count as one.</summary>
    public bool Matches(string recorded) => Collapsed(Text) == Collapsed(recorded);

    internal static double Share(IEnumerable<Span> spans)
    {
        var (slots, all) = (0, 0);
        foreach (var span in spans)
        {
            all += span.Text.Length;
            slots += span.Kind == SpanKind.Slot ? span.Text.Length : 0;
        }
        return all == 0 ? 0 : (double)slots / all;
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
