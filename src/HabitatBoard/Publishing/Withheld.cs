using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// What the public does not see: a restricted document, and whatever other rows say of it. Sentences that name its symbol
/// in so many words stay, for they are the Board's.
/// </summary>
public sealed class Withheld
{
    /// <summary>What stands where a text mentioned a restricted document.</summary>
    public const string Mark = "…";

    private readonly HashSet<string> slugs;
    private readonly HashSet<string> sessions;

    private Withheld(HashSet<string> slugs, HashSet<string> sessions) => (this.slugs, this.sessions) = (slugs, sessions);

    /// <summary>Whether anything is.</summary>
    public bool IsNothing => slugs.Count == 0;

    /// <summary>Reads what the working store withholds: of all sessions, for rows of one name documents of another.</summary>
    public static async Task<Withheld> ReadAsync(BoardDbContext working, CancellationToken cancellationToken)
    {
        var slugs = await working.Documents.Where(d => d.Distribution == Distribution.Restricted).Select(d => d.Slug).ToListAsync(cancellationToken);
        var sessions = slugs.Count == 0 ? [] : await working.Reports.Where(r => slugs.Contains(r.DocumentSlug)).Select(r => r.SessionId).ToListAsync(cancellationToken);
        return new Withheld([.. slugs], [.. sessions]);
    }

    /// <summary>
    /// Whether a row is a restricted document, or nothing but a reference to one. A report whose document is restricted is
    /// that document: its facts are public and compose a text, but neither its masthead nor its words are.
    /// </summary>
    public bool Covers(object row) => row switch
    {
        Document document => slugs.Contains(document.Slug),
        DocumentRelation relation => slugs.Contains(relation.TargetSlug),
        Citation citation => citation.Kind == CitationKind.Document && slugs.Contains(citation.Target),
        Report report => slugs.Contains(report.DocumentSlug),
        _ => false,
    };

    /// <summary>Takes out of a row that stays what it says of restricted documents. The row is changed; it is to be tracked by no context.</summary>
    public void TakeOutOf(object row)
    {
        switch (row)
        {
            case Act act:
                act.Concern(Public(act.DocumentSlug), act.SubjectSessionId);
                act.Word(Public(act.Subject));
                break;
            case Statement statement:
                statement.Treat(statement.Subject, statement.Topic, Public(statement.DocumentSlug));
                break;
            case Decision decision:
                decision.StandIn(Public(decision.DocumentSlug));
                break;
            case Passage passage:
                passage.Word(Public(passage.Text));
                break;
            case Paragraph paragraph when sessions.Contains(paragraph.SessionId):
                paragraph.Word(LocalizedText.None);
                break;
        }
    }

    private string? Public(string? slug) => slug is not null && slugs.Contains(slug) ? null : slug;

    private LocalizedText Public(LocalizedText text) => slugs.Aggregate(text, (all, slug) => all.Present()
        .Where(t => t.Text.Text.Contains($"{{document/{slug}}}", StringComparison.Ordinal))
        .Aggregate(all, (written, t) => written.With(t.Language, t.Text.Text.Replace($"{{document/{slug}}}", Mark, StringComparison.Ordinal), t.Text.Status)));
}
