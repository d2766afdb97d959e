using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>Which facts findings are about: where to send whoever reads a finding, and what to tell whoever edits a fact.</summary>
internal static class Concerned
{
    /// <summary>The fact that a subject is, where it is edited; null where it has no form.</summary>
    public static async Task<(Editor Editor, string Unit, string Key)?> FactOfAsync(BoardDbContext db, string session, Subject subject, CancellationToken cancellationToken)
    {
        var (noun, key) = subject.Type switch
        {
            "decision" or "decisionPart" or "decisionParagraph" => ("decision", string.Join('-', subject.Key.Split('(')[0].Split('/').Take(2))),
            "agendaItem" => ("agendaItem", subject.Key.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)),
            "document" => ("document", await db.Documents.Where(d => d.Symbol == subject.Key).Select(d => d.Slug).FirstOrDefaultAsync(cancellationToken) ?? subject.Key),
            _ => (subject.Type, subject.Key),
        };
        if (Editors.Named(noun) is not { } editor)
        {
            return null;
        }
        var unit = ManagePaths.IsBelowSession(editor) ? session : Units.Registers;
        return await editor.FindAsync(db, unit, key, cancellationToken) is { } found ? (editor, unit, found.Key) : null;
    }

    /// <summary>
    /// The findings that stand and concern a fact of a session: it is their subject, their paragraph, or the fact names their
    /// subject and is stated in one of their paragraphs.
    /// </summary>
    /// <param name="stated">The paragraphs that state the fact.</param>
    public static async Task<IReadOnlyList<Finding>> WithAsync(
        BoardDbContext db, string session, Editor editor, string key, JsonObject draft, IReadOnlyCollection<int> stated, CancellationToken cancellationToken)
    {
        var words = Words(draft).ToHashSet(StringComparer.Ordinal);
        var found = new List<Finding>();
        foreach (var finding in await StandingFindings.ReadAsync(db, session, cancellationToken))
        {
            if ((editor.Name == "paragraph" && finding.Paragraphs.Any(p => $"{p}" == key))
                || (words.Contains(finding.Subject.Key) && finding.Paragraphs.Any(stated.Contains))
                || (finding.Subject.Type.StartsWith(editor.Name, StringComparison.Ordinal) && await FactOfAsync(db, session, finding.Subject, cancellationToken) is { } fact && fact.Editor == editor && fact.Key == key))
            {
                found.Add(finding);
            }
        }
        return found;
    }

    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Words(f.Value)),
        JsonArray list => list.SelectMany(Words),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.ToString()],
        _ => [],
    };
}
