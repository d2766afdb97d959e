using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Reports;

/// <summary>The proof that the report follows from its facts: composed and published text, paragraph by paragraph.</summary>
public sealed class CompareModel(BoardDbContext db) : BoardPage
{
    /// <summary>One table for each language version whose text is held and whose phrases are known.</summary>
    public IReadOnlyList<VersionView> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var facts = await ReportFacts.ReadAsync(db, Session.Id, cancellationToken);
        facts = facts?.Without(await Withheld.ReadAsync(db, cancellationToken));
        if (facts is null || facts.Paragraphs.Count == 0)
        {
            return Fail(ErrorCode.ReportNotFound, Session.Id);
        }
        PlaceInSession(T["compare.title"], Crumb($"/sessions/{Session.Id}/report", T["nav.report"]));
        var report = SessionReport.From(facts);
        Versions =
        [
            .. LanguagePhrasing.All
                .Where(p => facts.Paragraphs.Any(paragraph => paragraph.Text[p.Language]?.Status == TextStatus.Official))
                .Select(p => View(p.Language, facts, new ReportComposer(p).Compose(report))),
        ];
        return Page();
    }

    private static VersionView View(Language language, ReportFacts facts, ComposedReport composed)
    {
        var published = facts.Paragraphs.ToDictionary(p => p.Id, p => p.Text[language]?.Text ?? "");
        var rows = composed.Paragraphs.Select(c => Row(c, published[c.Id])).ToList();
        return new VersionView(
            language,
            rows,
            1 - composed.SlotShare,
            Digest(string.Join('\n', composed.Paragraphs.Select(c => ComposedParagraph.Collapsed(published[c.Id])))),
            Digest(string.Join('\n', composed.Paragraphs.Select(c => ComposedParagraph.Collapsed(c.Text)))));
    }

    private static RowView Row(ComposedParagraph composed, string published)
    {
        var (ours, theirs) = (ComposedParagraph.Collapsed(composed.Text), ComposedParagraph.Collapsed(published));
        var shorter = Math.Min(ours.Length, theirs.Length);
        var before = 0;
        while (before < shorter && ours[before] == theirs[before])
        {
            before++;
        }
        var after = 0;
        while (after < shorter - before && ours[^(after + 1)] == theirs[^(after + 1)])
        {
            after++;
        }
        return new RowView(
            composed.Number,
            composed.Matches(published),
            1 - composed.SlotShare,
            Digest(theirs),
            Digest(ours),
            theirs[..before],
            theirs[before..^after],
            ours[before..^after],
            theirs[^after..]);
    }

    private static string Digest(string text) => CanonicalJson.Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>The comparison of one language version.</summary>
    /// <param name="FactShare">The share of the composed characters that comes from facts and phrases, from 0 to 1.</param>
    /// <param name="Published">SHA-256 of all published paragraphs, one a line.</param>
    /// <param name="Composed">SHA-256 of all composed paragraphs, one a line.</param>
    public sealed record VersionView(Language Language, IReadOnlyList<RowView> Rows, double FactShare, string Published, string Composed)
    {
        public int Matching => Rows.Count(r => r.Matches);
    }

    /// <summary>One paragraph: what both texts begin and end with, and what stands between in each.</summary>
    public sealed record RowView(int Number, bool Matches, double FactShare, string Published, string Composed, string Before, string Removed, string Added, string After);
}
