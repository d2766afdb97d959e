using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Reports;

/// <summary>
/// Words of a paragraph that no standard phrase makes. In its text, <c>{kind/target}</c> mentions a fact, which the
/// composed report words by its citation in the paragraph, else by its name: <c>{body/bureau}</c>,
/// <c>{decision/2023/7}</c>, <c>{dates/2024-1}</c> for the dates of a session, <c>{statement/1}</c> for the speaker of
/// the paragraph's first statement, which the passage thereby states.
/// </summary>
public sealed class Passage : ISessionOwned
{
    private Passage()
    {
    }

    public Passage(Guid id, string sessionId, Guid paragraphId, int after, LocalizedText text)
    {
        Id = id;
        SessionId = sessionId;
        ParagraphId = paragraphId;
        Place(after);
        Word(text);
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public Guid ParagraphId { get; private set; }
    public Paragraph Paragraph { get; private set; } = null!;

    /// <summary>How many of the elements that are composed from facts stand before it; 0 at the beginning.</summary>
    public int After { get; private set; }

    public LocalizedText Text { get; private set; } = LocalizedText.None;

    public void Place(int after) => After = after >= 0 ? after : throw new RecordException(ErrorCode.MalformedIdentifier, "after", after);

    public void Word(LocalizedText text) => Text = Guard.Required(text, "text", Guard.TextLength);
}
