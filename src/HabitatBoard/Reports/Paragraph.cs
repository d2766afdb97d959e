using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Reports;

/// <summary>A numbered paragraph of a report. Numbers run through the report, so that a reference holds in every language.</summary>
public sealed class Paragraph : ISessionOwned
{
    private Paragraph()
    {
    }

    public Paragraph(Guid id, string sessionId, Guid sectionId, int number, LocalizedText text)
    {
        Id = id;
        SessionId = sessionId;
        SectionId = sectionId;
        Number = Guard.Positive(number, "paragraph");
        Word(text);
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public Guid SectionId { get; private set; }
    public Section Section { get; private set; } = null!;
    public int Number { get; private set; }

    /// <summary>The text without its number; sub-paragraphs stand on lines of their own.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.None;

    /// <summary>Gives it its words; none where it has yet to be written.</summary>
    public void Word(LocalizedText text) => Text = Guard.Optional(text, "text", Guard.TextLength);

    /// <summary>Gives it another number, and the section in which that number stands.</summary>
    public void Renumber(int number, Guid sectionId)
    {
        Number = Guard.Positive(number, "paragraph");
        SectionId = sectionId;
    }
}
