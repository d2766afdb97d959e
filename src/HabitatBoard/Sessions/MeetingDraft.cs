using System.Globalization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Sessions;

/// <summary>A meeting as it is written.</summary>
public sealed class MeetingDraft
{
    /// <summary>The number within the session, from 1; the next when left out.</summary>
    public int? Number { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>Local time at the place of the session.</summary>
    public TimeOnly? StartsAt { get; set; }

    /// <summary>Local time at the place of the session.</summary>
    public TimeOnly? EndsAt { get; set; }

    public sealed class Validator : AbstractValidator<MeetingDraft>
    {
        public Validator()
        {
            RuleFor(m => m.Number).Within(1, 999);
            RuleFor(m => m.Day).Given();
            RuleFor(m => m.Day).Day();
            RuleFor(m => m.EndsAt).Must((m, end) => !(end < m.StartsAt)).Says(ErrorCode.DatesReversed);
        }
    }
}

/// <summary>The meetings of a session.</summary>
public sealed class MeetingEditor : Editor<Meeting, MeetingDraft>
{
    public override string Name => "meeting";

    public override string Collection => "meetings";

    protected override IValidator<MeetingDraft> Rules => field ??= new MeetingDraft.Validator();

    protected override IQueryable<Meeting> All(BoardDbContext db, string unit) => db.Meetings.Where(m => m.SessionId == unit).OrderBy(m => m.Number);

    protected override IQueryable<Meeting>? One(BoardDbContext db, string unit, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? db.Meetings.Where(m => m.SessionId == unit && m.Number == number) : null;

    protected override string KeyOf(Meeting root) => root.Number.ToString(CultureInfo.InvariantCulture);

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Meeting> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(m => new Listed(KeyOf(m), string.Create(CultureInfo.InvariantCulture, $"{m.Number} · {m.Day:yyyy-MM-dd}"), LocalizedText.None))]);

    protected override Task<MeetingDraft> DraftOfAsync(EditScope scope, Meeting root, CancellationToken cancellationToken) =>
        Task.FromResult(new MeetingDraft { Number = root.Number, Day = root.Day, StartsAt = root.StartsAt, EndsAt = root.EndsAt });

    protected override async Task<Meeting?> BuildAsync(EditScope scope, MeetingDraft draft, Meeting? replaced, CancellationToken cancellationToken)
    {
        var (id, day) = (replaced?.Id ?? Guid.CreateVersion7(), draft.Day!.Value);
        var number = draft.Number ?? replaced?.Number
            ?? 1 + (await scope.Db.Meetings.Where(m => m.SessionId == scope.Unit).MaxAsync(m => (int?)m.Number, cancellationToken) ?? 0);
        await scope.RefuseTakenAsync(scope.Db.Meetings.Where(m => m.SessionId == scope.Unit && m.Number == number && m.Id != id), "number", cancellationToken);
        var session = await scope.Db.Sessions.Where(s => s.Id == scope.Unit).Select(s => new { s.StartsOn, s.EndsOn }).FirstOrDefaultAsync(cancellationToken);
        if (day < session?.StartsOn || day > session?.EndsOn)
        {
            scope.Fail("day", ErrorCode.OutOfRange, "day", $"{session.StartsOn:yyyy-MM-dd}", $"{session.EndsOn:yyyy-MM-dd}");
        }
        return new Meeting(id, scope.Unit, number, day, draft.StartsAt, draft.EndsAt);
    }
}
