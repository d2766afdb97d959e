using System.Globalization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Sessions;

/// <summary>A dated event as it is written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class EventDraft
{
    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day; null for an event of one day.</summary>
    public DateOnly? EndsOn { get; set; }

    public IReadOnlyDictionary<string, string>? Place { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? PlaceStatus { get; set; }

    /// <summary>The paragraph of the session's report that names it.</summary>
    [Refers("paragraph")]
    public int? ReportParagraph { get; set; }

    public sealed class Validator : AbstractValidator<EventDraft>
    {
        public Validator()
        {
            RuleFor(e => e.Title).Text(required: true);
            RuleFor(e => e.StartsOn).Given();
            RuleFor(e => e.StartsOn).Day();
            RuleFor(e => e.EndsOn).Day().NotBefore(e => e.StartsOn);
            RuleFor(e => e.Place).Text(required: false);
            RuleFor(e => e.ReportParagraph).NotNull().Says(ErrorCode.FieldMissing);
        }
    }
}

/// <summary>The dated events that the record of a session names.</summary>
public sealed class EventEditor : Editor<Event, EventDraft>
{
    public override string Name => "event";

    public override string Collection => "events";

    protected override IValidator<EventDraft> Rules => field ??= new EventDraft.Validator();

    protected override IQueryable<Event> All(BoardDbContext db, string unit) => db.Events.Where(e => e.SessionId == unit).OrderBy(e => e.StartsOn).ThenBy(e => e.Id);

    protected override IQueryable<Event>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Events.Where(e => e.SessionId == unit && e.Id == id) : null;

    protected override string KeyOf(Event root) => root.Id.ToString();

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Event> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(e => new Listed(KeyOf(e), e.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), e.Title))]);

    protected override async Task<EventDraft> DraftOfAsync(EditScope scope, Event root, CancellationToken cancellationToken) => new()
    {
        Title = root.Title.Map(),
        TitleStatus = root.Title.StatusMap(),
        StartsOn = root.StartsOn,
        EndsOn = root.EndsOn,
        Place = root.Place.Map(),
        PlaceStatus = root.Place.StatusMap(),
        ReportParagraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
    };

    protected override async Task<Event?> BuildAsync(EditScope scope, EventDraft draft, Event? replaced, CancellationToken cancellationToken) =>
        await scope.ParagraphAsync(draft.ReportParagraph, "reportParagraph", cancellationToken) is { } paragraph
            ? new Event(
                replaced?.Id ?? Guid.CreateVersion7(),
                scope.Unit,
                scope.Text(draft.Title, draft.TitleStatus, "title", replaced?.Title),
                draft.StartsOn!.Value,
                draft.EndsOn,
                scope.Text(draft.Place, draft.PlaceStatus, "place", replaced?.Place),
                paragraph)
            : null;
}
