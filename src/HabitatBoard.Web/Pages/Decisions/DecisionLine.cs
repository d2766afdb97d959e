using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Documents;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Decisions;

/// <summary>A decision in a list: its parts, and where each was adopted.</summary>
/// <param name="Number">As written, <c>2024/1</c>.</param>
/// <param name="Document">The document in which its text stands.</param>
/// <param name="Paragraph">The report paragraph that lists it among the decisions of its session.</param>
/// <param name="TextRecorded">Whether the record holds the text of any of its paragraphs.</param>
public sealed record DecisionLine(
    string Session,
    string Number,
    LocalizedText Title,
    DocumentName? Document,
    int? Paragraph,
    bool TextRecorded,
    IReadOnlyList<AdoptionContract> Adoptions,
    IReadOnlyList<PartLine> Parts)
{
    public static async Task<IReadOnlyList<DecisionLine>> ReadAsync(BoardDbContext db, IQueryable<Decision> query, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking()
            .Select(d => new
            {
                d.Id,
                d.SessionId,
                d.Year,
                d.Number,
                d.Title,
                d.DocumentSlug,
                Paragraph = d.Paragraph == null ? (int?)null : d.Paragraph.Number,
                Parts = d.Parts.OrderBy(p => p.Letter).ToList(),
                Texts = d.Paragraphs.Any(p => p.Text.Zh != null || p.Text.En != null || p.Text.Fr != null || p.Text.Es != null || p.Text.Ru != null || p.Text.Ar != null),
            })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => ids.Contains(a.DecisionId)), cancellationToken)).Select(a => a.Adoption).ToLookup(a => a.Decision);
        var documents = await DocumentName.ReadAsync(db, rows.Select(r => r.DocumentSlug), cancellationToken);
        return
        [
            .. rows.Select(d =>
            {
                var number = Decision.LabelOf(d.Year, d.Number);
                return new DecisionLine(
                    d.SessionId,
                    number,
                    d.Title,
                    d.DocumentSlug is null ? null : documents.GetValueOrDefault(d.DocumentSlug),
                    d.Paragraph,
                    d.Texts,
                    [.. adoptions[number]],
                    [.. d.Parts.Select(p => new PartLine(p.Letter, p.Title, [.. adoptions[number].Where(a => a.Part == p.Letter)]))]);
            }),
        ];
    }
}

/// <summary>A part of a decision in a list.</summary>
public sealed record PartLine(string Letter, LocalizedText Title, IReadOnlyList<AdoptionContract> Adoptions);

/// <summary>Decisions one under another.</summary>
/// <param name="Cover">The status that the heading above already states for the titles.</param>
/// <param name="Level">The level of the titles as headings.</param>
public sealed record DecisionList(IReadOnlyList<DecisionLine> Decisions, TextStatus? Cover, int Level)
{
    public static DecisionList Of(Language language, IReadOnlyList<DecisionLine> decisions, int level) =>
        new(decisions, TagHelpers.Cover.Of(language, decisions.SelectMany(d => d.Parts.Select(p => p.Title).Prepend(d.Title))), level);

    /// <summary>The documents that hold the texts that the record does not.</summary>
    public IEnumerable<DocumentName> Elsewhere => Decisions.Where(d => !d.TextRecorded).Select(d => d.Document).OfType<DocumentName>().Distinct();
}
