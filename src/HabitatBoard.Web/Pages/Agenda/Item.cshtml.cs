using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
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
        var agenda = db.AgendaItems.AsNoTracking().Where(i => i.SessionId == id && i.Version == AgendaVersion.Adopted);
        var rows = await agenda
            .Where(i => i.Number >= (agenda.Where(x => x.Number < number).Max(x => (int?)x.Number) ?? number)
                && i.Number <= (agenda.Where(x => x.Number > number).Min(x => (int?)x.Number) ?? number))
            .OrderBy(i => i.Number).ThenBy(i => i.Letter)
            .Select(i => new
            {
                Item = i,
                First = db.Paragraphs.Where(p => p.Section.AgendaItemId == i.Id).Min(p => (int?)p.Number),
                Last = db.Paragraphs.Where(p => p.Section.AgendaItemId == i.Id).Max(p => (int?)p.Number),
            })
            .ToListAsync(cancellationToken);
        var items = rows.ConvertAll(r => r.Item);
        var place = items.FindIndex(i => i.Number == number && i.Letter == letter);
        if (place < 0)
        {
            return Fail(ErrorCode.AgendaItemNotFound, Problems.Shorten(item));
        }
        Item = items[place];
        Paragraphs = rows[place] is { First: { } first, Last: { } last } ? (first, last) : null;
        SubItems = Item.Letter.Length > 0 ? [] : [.. items.Where(i => i.Number == Item.Number && i.Letter.Length > 0)];
        (Previous, Next) = (items.ElementAtOrDefault(place - 1), items.ElementAtOrDefault(place + 1));
        var above = Item.Letter.Length == 0 ? null : items.Find(i => i.Number == Item.Number && i.Letter.Length == 0);
        PlaceInSession(T.Format("item.long", Item.Label), [Crumb($"/sessions/{id}/agenda", T["nav.agenda"]), .. above is null ? Array.Empty<Crumb>() : [Crumb($"/sessions/{id}/agenda/{above.Slug}", T.Format("item.short", above.Label))]]);

        Frame.Description = TextOf(Item.Title);

        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var adoptions = await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.AgendaItemId == Item.Id), cancellationToken);
        var adopted = adoptions.Count == 0 ? [] : await db.Adoptions.AsNoTracking().Where(a => a.AgendaItemId == Item.Id)
            .LeftJoin(db.Documents.WherePublic(), a => a.Decision.DocumentSlug, d => d.Slug, (a, d) => new
            {
                a.Id,
                Decision = a.Decision.Title,
                Part = a.Part!.Title,
                // Of the paragraphs it names, else of all of the part, else of all of the decision, the one that says least.
                TextRecorded = db.DecisionParagraphs
                    .Where(p => p.DecisionId == a.DecisionId && (a.PartId == null || p.PartId == a.PartId) && (!a.Paragraphs.Any() || a.Paragraphs.Any(c => c.DecisionParagraphId == p.Id)))
                    .Min(p => (int?)(p.Text.Ar != null || p.Text.Zh != null || p.Text.En != null || p.Text.Fr != null || p.Text.Ru != null || p.Text.Es != null ? 1 : 0)) == 1,
                Document = d == null ? null : new DocumentName(d.Slug, d.Symbol, d.Title, d.Kind),
            })
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        Adoptions =
        [
            .. adoptions.Select(a => a.Adoption).Select(a =>
            {
                var of = adopted[a.Id];
                return new Adopted(a, of.Part is { IsNone: false } part ? part : of.Decision, of.TextRecorded, of.Document);
            }),
        ];
        Acts = await ActLine.ReadAsync(db, db.Acts.Where(a => a.AgendaItemId == Item.Id), cancellationToken);
        Documents = await DocumentLine.ReadAsync(db, db.Documents.WherePublic().Where(d => db.DocumentItems.Where(i => i.AgendaItemId == Item.Id).Select(i => i.DocumentId).Contains(d.Id)), cancellationToken, withItems: false);
        Turns = Turn.Of(await Speech.ReadAsync(
            db.Statements.Where(s => s.AgendaItemId == Item.Id).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id), snapshot, cancellationToken));
        return Page();
    }

    /// <param name="Title">Of the part, else of the decision.</param>
    /// <param name="TextRecorded">Whether the text of all that is adopted is in the record.</param>
    /// <param name="Document">Holds the text, where the record does not.</param>
    public sealed record Adopted(AdoptionContract Adoption, LocalizedText Title, bool TextRecorded, DocumentName? Document);
}
