using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Documents;
using HabitatBoard.Web.Pages.Statements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Agenda;

/// <summary>All that happened under one item: its outcome, its documents, who introduced it, who spoke.</summary>
public sealed class ItemModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public AgendaItem Item { get; private set; } = null!;

    public IReadOnlyList<AgendaItem> SubItems { get; private set; } = [];

    public AgendaItem? Previous { get; private set; }

    public AgendaItem? Next { get; private set; }

    public IReadOnlyList<Adopted> Adoptions { get; private set; } = [];

    public IReadOnlyList<ActLine> Acts { get; private set; } = [];

    /// <summary>The documents that the acts are about.</summary>
    public IReadOnlyDictionary<string, DocumentName> ActDocuments { get; private set; } = null!;

    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];

    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    /// <summary>The first and last paragraph of the report on the item.</summary>
    public (int First, int Last)? Paragraphs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string item, CancellationToken cancellationToken)
    {
        var id = Session.Id;
        if (AgendaItem.ParseNumber(item) is not var (number, letter))
        {
            return Fail(ErrorCode.AgendaItemNotFound, Problems.Shorten(item));
        }
        // The item with those of the numbers before and after it; numbers may be left out.
        var adopted = db.AgendaItems.AsNoTracking().Where(i => i.SessionId == id && i.Version == AgendaVersion.Adopted);
        var items = await adopted
            .Where(i => i.Number >= (adopted.Where(x => x.Number < number).Max(x => (int?)x.Number) ?? number)
                && i.Number <= (adopted.Where(x => x.Number > number).Min(x => (int?)x.Number) ?? number))
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        var place = items.FindIndex(i => i.Number == number && i.Letter == letter);
        if (place < 0)
        {
            return Fail(ErrorCode.AgendaItemNotFound, Problems.Shorten(item));
        }
        Item = items[place];
        SubItems = Item.Letter.Length > 0 ? [] : [.. items.Where(i => i.Number == Item.Number && i.Letter.Length > 0)];
        (Previous, Next) = (items.ElementAtOrDefault(place - 1), items.ElementAtOrDefault(place + 1));
        var above = Item.Letter.Length == 0 ? null : items.Find(i => i.Number == Item.Number && i.Letter.Length == 0);
        PlaceInSession(T.Format("item.long", Item.Label), [Crumb($"/sessions/{id}/agenda", T["nav.agenda"]), .. above is null ? Array.Empty<Crumb>() : [Crumb($"/sessions/{id}/agenda/{above.Slug}", T.Format("item.short", above.Label))]]);

        Frame.Description = TextOf(Item.Title);

        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var adoptions = await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.AgendaItemId == Item.Id), cancellationToken);
        var decisions = adoptions.Count == 0 ? [] : await db.Decisions.AsNoTracking()
            // A list of ids is found by its index; "any that fits" looks at every decision of every session. So below.
            .Where(d => db.Adoptions.Where(a => a.AgendaItemId == Item.Id).Select(a => a.DecisionId).Contains(d.Id))
            .Select(d => new
            {
                d.Year,
                d.Number,
                d.Title,
                d.DocumentSlug,
                Parts = d.Parts.Select(p => new { p.Id, p.Letter, p.Title }).ToList(),
                Paragraphs = d.Paragraphs.Select(p => new
                {
                    p.PartId,
                    p.Number,
                    IsText = p.Text.Ar != null || p.Text.Zh != null || p.Text.En != null || p.Text.Fr != null || p.Text.Ru != null || p.Text.Es != null,
                }).ToList(),
            }).AsSplitQuery().ToListAsync(cancellationToken);
        Acts = await ActLine.ReadAsync(db.Acts.Where(a => a.AgendaItemId == Item.Id), cancellationToken);
        ActDocuments = await DocumentName.ReadAsync(db, [.. Acts.Select(a => a.DocumentSlug), .. decisions.Select(d => d.DocumentSlug)], cancellationToken);
        Adoptions =
        [
            .. adoptions.Select(a =>
            {
                var decision = decisions.First(d => HabitatBoard.Decisions.Decision.LabelOf(d.Year, d.Number) == a.Adoption.Decision);
                var part = decision.Parts.FirstOrDefault(p => p.Letter == a.Adoption.Part);
                var covered = decision.Paragraphs.Where(p => a.Adoption.Paragraphs is { } numbers ? p.Number is { } n && numbers.Contains(n) : part is null || p.PartId == part.Id).ToList();
                return new Adopted(
                    a.Adoption,
                    part?.Title ?? decision.Title,
                    TextRecorded: covered.Count > 0 && covered.All(p => p.IsText),
                    decision.DocumentSlug is null ? null : ActDocuments.GetValueOrDefault(decision.DocumentSlug));
            }),
        ];
        Documents = await DocumentLine.ReadAsync(db, DocumentLine.Public(db).Where(d => db.DocumentItems.Where(i => i.AgendaItemId == Item.Id).Select(i => i.DocumentId).Contains(d.Id)), cancellationToken);
        Turns = Turn.Of(await Speech.ReadAsync(
            db.Statements.Where(s => s.AgendaItemId == Item.Id).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id), snapshot, cancellationToken));
        Paragraphs = await db.Paragraphs.Where(p => p.SessionId == id && p.Section.AgendaItemId == Item.Id).GroupBy(p => p.SessionId)
            .Select(g => new { First = g.Min(p => p.Number), Last = g.Max(p => p.Number) }).FirstOrDefaultAsync(cancellationToken) is { } range ? (range.First, range.Last) : null;
        return Page();
    }

    /// <param name="Title">Of the part, else of the decision.</param>
    /// <param name="Document">Holds the text, where the record does not.</param>
    public sealed record Adopted(AdoptionContract Adoption, LocalizedText Title, bool TextRecorded, DocumentName? Document);
}
