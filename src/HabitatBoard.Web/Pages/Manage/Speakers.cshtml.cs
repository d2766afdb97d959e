using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Statements;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>
/// The workbench for whoever logs the speakers: one line, a name in any language or a code, Enter. A sentence gives all
/// delegations in it. Every action can be undone.
/// </summary>
[Accepts("done", "at", "kind", "medium")]
internal sealed class SpeakersModel(WorkingStore store, History history, TimeProvider clock) : EditingPage(store)
{
    /// <summary>How many names are offered where what was typed fits several.</summary>
    private const int MostOffered = 9;

    /// <summary>A line is a name or a sentence, not a document.</summary>
    public const int LongestLine = 2_000;

    public IReadOnlyList<(AgendaItem Item, int Count)> Items { get; private set; } = [];

    /// <summary>The item under which speakers are logged; null while none is chosen.</summary>
    public AgendaItem? Item { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Whom one can type, for the list under the line.</summary>
    public IReadOnlyList<Known> Names { get; private set; } = [];

    public IReadOnlyDictionary<string, Capacity> Capacities { get; private set; } = new Dictionary<string, Capacity>();

    /// <summary>What was typed and could not be taken; it stands in the line again.</summary>
    public string Typed { get; private set; } = "";

    public string? Wrong { get; private set; }

    /// <summary>Whom the typed could mean.</summary>
    public IReadOnlyList<Known> Offered { get; private set; } = [];

    public StatementKind Kind { get; private set; } = StatementKind.Statement;

    public Medium? Medium { get; private set; }

    /// <summary>What was done last, when (milliseconds since 1970, by which the history knows it), and whom it concerned.</summary>
    public (string What, long At, string Names)? Done { get; private set; }

    public Task<IActionResult> OnGetAsync(string session, string? item, string? done, long? at, string? kind, string? medium) =>
        ShowAsync(session, item, async () =>
        {
            ReadChoices(kind, medium);
            ChangeOperation? operation = done switch { "added" => ChangeOperation.Created, "removed" => ChangeOperation.Deleted, "moved" => ChangeOperation.Updated, _ => null };
            if (operation is not null && at is { } moment && await OwnAsync(moment, operation.Value) is { Count: > 0 } ids)
            {
                Done = (done!, moment, NamesOf(ids));
            }
        });

    public async Task<IActionResult> OnPostAsync(string session, string item)
    {
        var form = Request.Form;
        var (what, who) = (form["do"].ToString(), form["who"].LastOrDefault()?.Trim() ?? "");
        if (await ShowAsync(session, item, () => Task.CompletedTask) is var shown && Item is null)
        {
            return shown;
        }
        ReadChoices(form["kind"], form["medium"]);
        // Not in the middle of a character.
        Typed = who.Length <= LongestLine ? who : who[..(char.IsHighSurrogate(who[LongestLine - 1]) ? LongestLine - 1 : LongestLine)];
        var by = new Attribution(HttpContext.Writer, "", clock.GetUtcNow());
        var editor = Editors.Named("statement")!;
        try
        {
            switch (what.Split(' '))
            {
                case ["remove", var id] when Guid.TryParse(id, out _):
                    return await EditAsync("removed", by, edit => editor.RemoveAsync(edit, Unit, id, null, HttpContext.RequestAborted));
                case ["unsay", var at]:
                    var added = await OwnAsync(Moment(at), ChangeOperation.Created);
                    return await EditAsync("removed", by, async edit =>
                    {
                        foreach (var id in added)
                        {
                            await editor.RemoveAsync(edit, Unit, id, null, HttpContext.RequestAborted);
                        }
                    });
                case ["back", var at]:
                    foreach (var id in await OwnAsync(Moment(at), ChangeOperation.Deleted))
                    {
                        await history.RestoreAsync(editor.Name, id, await LastAsync(id), null, by, HttpContext.RequestAborted);
                    }
                    return SeeOther(Again("added", by));
                case ["up", var id]:
                    return await EditAsync("moved", by, edit => Ordering.StepAsync(edit, editor, Unit, id, -1, HttpContext.RequestAborted));
                case ["down", var id]:
                    return await EditAsync("moved", by, edit => Ordering.StepAsync(edit, editor, Unit, id, 1, HttpContext.RequestAborted));
                default:
                    return await AddAsync(by);
            }
        }
        catch (DraftException e)
        {
            Wrong = string.Join(' ', e.Errors.Select(error => Problems.Detail(error.Code, Language, [.. error.About])));
        }
        catch (RecordException e)
        {
            Wrong = Problems.Detail(e.Code, Language, [.. e.About]);
        }
        return Invalid();
    }

    private async Task<IActionResult> AddAsync(Attribution by)
    {
        if (Read() is not { } turns)
        {
            return Invalid();
        }
        await Store.EditAsync(edit => Floor.GiveAsync(edit, Unit, Item!.Slug, Kind, Medium, turns, HttpContext.RequestAborted), by, HttpContext.RequestAborted);
        return SeeOther(Again("added", by));
    }

    /// <summary>Whom the line names; null where it has to be asked, and <see cref="Wrong"/> or <see cref="Offered"/> says what.</summary>
    private List<FloorTurn>? Read()
    {
        if (Typed.Length == 0)
        {
            Wrong = T["speakers.nobody"];
            return null;
        }
        var folded = Fold(Typed);
        if (Names.FirstOrDefault(n => n.Spellings.Contains(folded)) is { } one)
        {
            return [one.Turn];
        }
        var recognition = recogniser!.Read(Typed);
        if (recognition.Speakers.Count > 0)
        {
            var unknown = recognition.Unrecognised.Select(s => s.In(Typed).Trim()).Where(t => t.Length > 0).ToList();
            if (unknown.Count == 0)
            {
                return [.. recognition.Speakers.Select(s => new FloorTurn(s.Code, null, s.OnBehalfOf))];
            }
            Wrong = T.Format("speakers.unknown", Language.Join(unknown));
            return null;
        }
        // The beginning of a name, or of a word in it.
        var fitting = Names.Where(n => n.Spellings.Any(s => s.StartsWith(folded, StringComparison.Ordinal))).ToList();
        fitting = fitting.Count > 0 ? fitting : [.. Names.Where(n => n.Spellings.Any(s => s.Contains(" " + folded, StringComparison.Ordinal)))];
        if (fitting is [var only])
        {
            return [only.Turn];
        }
        Offered = [.. fitting.Take(MostOffered)];
        Wrong = fitting.Count == 0 ? T.Format("speakers.unknown", Typed) : T.Format("speakers.several", Typed);
        return null;
    }

    private async Task<IActionResult> EditAsync(string done, Attribution by, Func<WorkingEdit, Task> work)
    {
        await Store.EditAsync(
            async edit =>
            {
                await work(edit);
                return true;
            },
            by,
            HttpContext.RequestAborted);
        return SeeOther(Again(done, by));
    }

    // The moment stands for what was done: a list of all whom a line named would be longer than addresses may be.
    private string Again(string done, Attribution by)
    {
        var query = new QueryBuilder { { "done", done }, { "at", by.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) } };
        if (Kind != StatementKind.Statement)
        {
            query.Add("kind", Choices.CamelCase(Kind.ToString()));
        }
        if (Medium is { } medium)
        {
            query.Add("medium", Choices.CamelCase(medium.ToString()));
        }
        return PageOf(Item!) + query;
    }

    public string PageOf(AgendaItem item) => Frame.Href($"/manage/sessions/{Unit}/speakers/{item.Slug}");

    private void ReadChoices(string? kind, string? medium)
    {
        Kind = Choices.TryParse<StatementKind>(kind ?? "", out var k) ? k : StatementKind.Statement;
        Medium = Choices.TryParse<Medium>(medium ?? "", out var m) ? m : null;
    }

    private Recogniser? recogniser;

    private async Task<IActionResult> ShowAsync(string session, string? item, Func<Task> rest)
    {
        if (await OpenAsync(session, null) is { } nothing)
        {
            return nothing;
        }
        var token = HttpContext.RequestAborted;
        var counts = (await Db.Statements.Where(s => s.SessionId == session && s.AgendaItemId != null).GroupBy(s => s.AgendaItemId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token)).ToDictionary(g => g.Key!.Value, g => g.Count);
        Items = [.. (await Db.AgendaItems.AsNoTracking().Where(i => i.SessionId == session && i.Version == AgendaVersion.Adopted).OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(token)).Select(i => (i, counts.GetValueOrDefault(i.Id)))];
        var crumbs = new List<Crumb> { Crumb("/manage/sessions", T["manage.sessions"]), Crumb($"/manage/sessions/{session}", TextOf(SessionTitle)) };
        if (item is null)
        {
            Place("sessions", T["speakers.title"], crumbs);
            return Page();
        }
        Item = AgendaItem.ParseNumber(item) is var (number, letter) ? Items.Select(i => i.Item).FirstOrDefault(i => i.Number == number && i.Letter == letter) : null;
        if (Item is null)
        {
            return Fail(ErrorCode.AgendaItemNotFound, Problems.Shorten(item));
        }
        await ReadNamesAsync(token);
        Lines = await LinesAsync(token);
        Place("sessions", $"{T["speakers.title"]} – {T.Format("item.short", Item.Label)}", [.. crumbs, Crumb($"/manage/sessions/{session}/speakers", T["speakers.title"])]);
        await rest();
        return Page();
    }

    private async Task ReadNamesAsync(CancellationToken token)
    {
        var delegations = await Db.Delegations.AsNoTracking().Include(d => d.Aliases).ToListAsync(token);
        var groups = await Db.Groups.AsNoTracking().ToListAsync(token);
        recogniser = new Recogniser(delegations, groups);
        Capacities = await Floor.CapacitiesAsync(Db, Unit, token);
        var persons = await Db.Persons.AsNoTracking().ToListAsync(token);
        Names =
        [
            .. delegations.OrderBy(d => Capacities.ContainsKey(d.Code) ? 0 : 1).ThenBy(d => d.SortKeys.Zh, StringComparer.Ordinal).Select(d => new Known(
                new FloorTurn(d.Code, null, []),
                d.RunningName,
                [.. d.RunningName.Present().Concat(d.ListName.Present()).Select(t => Fold(t.Text.Text)).Concat(d.Aliases.Select(a => Fold(a.Text))).Append(Fold(d.Code)).Distinct()])),
            .. persons.OrderBy(p => p.Surname, StringComparer.Ordinal).Select(p => new Known(
                new FloorTurn(null, p.Code, []), p.Name, [.. p.Name.Present().Select(t => Fold(t.Text.Text)).Append(Fold(p.Surname)).Distinct()])),
        ];
    }

    private async Task<IReadOnlyList<Line>> LinesAsync(CancellationToken token)
    {
        var names = Names.ToDictionary(n => n.Turn.DelegationCode ?? $"person {n.Turn.PersonCode}", n => n.Label);
        var groups = await Db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Code, g => g.Name, token);
        var attending = (await Db.Attendance.Where(a => a.SessionId == Unit).Select(a => a.DelegationCode).ToListAsync(token)).ToHashSet();
        var statements = await Db.Statements.AsNoTracking().Where(s => s.SessionId == Unit && s.AgendaItemId == Item!.Id)
            .Include(s => s.OnBehalfOf).Include(s => s.Paragraph).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(token);
        return
        [
            .. statements.Select(s => new Line(
                s.Id.ToString(),
                s.Paragraph.Number,
                s.Order,
                s.PersonCode is { } person ? names[$"person {person}"] : s.DelegationCode is { } code ? names[code] : s.Office,
                s.Capacity,
                s.Kind,
                s.Medium,
                [.. s.OnBehalfOf.OrderBy(o => o.Order).Select(o => o.GroupCode is { } group ? groups[group] : names[o.DelegationCode!])],
                IsAttending: s.DelegationCode is null || attending.Count == 0 || attending.Contains(s.DelegationCode))),
        ];
    }

    private string NamesOf(IReadOnlyList<string> ids)
    {
        var present = Lines.Where(l => ids.Contains(l.Id)).Select(l => TextOf(l.Name)).ToList();
        return present.Count > 0 ? Language.Join(present) : Language.Number(ids.Count);
    }

    /// <summary>
    /// The statements of this session that the caller created, removed or moved at a moment of the last hour. One undoes what
    /// one just did; bringing back anything else is for those who may restore.
    /// </summary>
    private async Task<IReadOnlyList<string>> OwnAsync(long at, ChangeOperation operation)
    {
        if (clock.GetUtcNow().ToUnixTimeMilliseconds() - at is < 0 or > 3_600_000)
        {
            return [];
        }
        var (moment, author) = (DateTimeOffset.FromUnixTimeMilliseconds(at), HttpContext.Writer);
        return await Db.Changes.Where(c => c.Unit == Unit && c.Type == "statement" && c.Operation == operation && c.Author == author && c.At == moment)
            .OrderBy(c => c.Sequence).Select(c => c.Key).ToListAsync(HttpContext.RequestAborted);
    }

    private static long Moment(string at) => long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) ? moment : 0;

    private async Task<long> LastAsync(string id) =>
        await Db.Changes.Where(c => c.Type == "statement" && c.Key == id && c.Operation != ChangeOperation.Deleted).MaxAsync(c => (long?)c.Sequence, HttpContext.RequestAborted) ?? 0;

    /// <summary>As people type: without case and accents.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Normal(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Trim();

    /// <summary>Somebody whom one can name.</summary>
    /// <param name="Spellings">Folded: names in all languages, other spellings, the code.</param>
    public sealed record Known(FloorTurn Turn, LocalizedText Label, IReadOnlyList<string> Spellings)
    {
        public string Value => Turn.DelegationCode ?? Spellings[0];
    }

    /// <summary>A statement in the list.</summary>
    /// <param name="IsAttending">False where the attendance is recorded and does not name the speaker.</param>
    public sealed record Line(
        string Id, int Paragraph, int Order, LocalizedText Name, Capacity Capacity, StatementKind Kind, Medium? Medium, IReadOnlyList<LocalizedText> OnBehalfOf, bool IsAttending);
}
