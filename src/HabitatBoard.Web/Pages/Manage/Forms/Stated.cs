using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>A report paragraph that states a fact or mentions it.</summary>
public sealed record Stated(string Session, int Number, LocalizedText Text)
{
    // A delegation is mentioned on every other page; what one checks against is the beginning.
    private const int Most = 12;

    /// <summary>The paragraphs that the draft names, and those whose citations mention it.</summary>
    public static async Task<IReadOnlyList<Stated>> ReadAsync(BoardDbContext db, string noun, string unit, string? key, DraftForm form, CancellationToken cancellationToken)
    {
        var named = Numbers(form.Shape, form).Distinct().ToList();
        var paragraphs = db.Paragraphs.AsNoTracking();
        var query = paragraphs.Where(p => p.SessionId == unit && named.Contains(p.Number));
        if (key is not null && KindOf(noun) is { } kind)
        {
            var target = noun == "decision" ? key.Replace('-', '/') : key;
            var part = target + "(";
            query = paragraphs.Where(p => (p.SessionId == unit && named.Contains(p.Number))
                || db.Citations.Any(c => c.ParagraphId == p.Id && ((c.Kind == kind && c.Target == target) || (kind == CitationKind.Decision && c.Kind == CitationKind.DecisionPart && c.Target.StartsWith(part)))));
        }
        var found = await query.OrderBy(p => p.SessionId).ThenBy(p => p.Number).Select(p => new { p.SessionId, p.Number, p.Text }).Take(Most).ToListAsync(cancellationToken);
        return [.. found.Select(p => new Stated(p.SessionId, p.Number, p.Text))];
    }

    private static CitationKind? KindOf(string noun) => noun switch
    {
        "document" => CitationKind.Document,
        "decision" => CitationKind.Decision,
        "body" => CitationKind.Body,
        "person" => CitationKind.Person,
        "delegation" => CitationKind.Delegation,
        "session" => CitationKind.Session,
        _ => null,
    };

    private static IEnumerable<int> Numbers(DraftShape shape, DraftForm form, string before = "")
    {
        foreach (var field in shape.Fields)
        {
            var path = before + field.Name;
            if (field.Nouns.Contains("paragraph") && form.At(path) is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<int>(out var number))
            {
                yield return number;
            }
            foreach (var inner in field.Kind == FieldKind.Group ? Numbers(field.Inner!, form, path + ".") : [])
            {
                yield return inner;
            }
        }
    }
}
