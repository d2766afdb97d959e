using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Sessions;

/// <summary>A session as it is written. Year and number make its id, and are given once.</summary>
[ReadOnlyMembers("id", "officers", "meetings", "previousSession", "nextSession", "counts", "edition")]
public sealed class SessionDraft
{
    public int? Year { get; set; }

    /// <summary>The number within the year, from 1.</summary>
    public int? Number { get; set; }

    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    public SessionStatus Status { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public IReadOnlyDictionary<string, string>? Place { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? PlaceStatus { get; set; }

    /// <summary>Null where the record does not say.</summary>
    public SessionMode? Mode { get; set; }

    public IReadOnlyDictionary<string, string>? ModeNote { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? ModeNoteStatus { get; set; }

    /// <summary>With its offset from UTC, <c>2024-05-06T09:35:00+03:00</c>.</summary>
    [JsonConverter(typeof(OffsetConverter))]
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>With its offset from UTC.</summary>
    [JsonConverter(typeof(OffsetConverter))]
    public DateTimeOffset? ClosedAt { get; set; }

    public InterpretationDraft? Interpretation { get; set; }

    public SessionParagraphsDraft ReportParagraphs { get; set; } = new();

    public sealed class Validator : AbstractValidator<SessionDraft>
    {
        public Validator()
        {
            RuleFor(s => s.Year).Given();
            RuleFor(s => s.Year).Within(1946, 9999);
            RuleFor(s => s.Number).Given();
            RuleFor(s => s.Number).Within(1, 999);
            RuleFor(s => s.Title).Text(required: true);
            RuleFor(s => s.StartsOn).Day();
            RuleFor(s => s.EndsOn).Day().NotBefore(s => s.StartsOn);
            RuleFor(s => s.Place).Text(required: false);
            RuleFor(s => s.ModeNote).Text(required: false);
            RuleFor(s => s.OpenedAt).Moment();
            RuleFor(s => s.ClosedAt).Moment().Must((s, closed) => !(closed < s.OpenedAt)).Says(ErrorCode.DatesReversed);
            RuleFor(s => s.ReportParagraphs).NotNull().Says(ErrorCode.MalformedValue);
            RuleFor(s => s.Interpretation!).ChildRules(interpretation =>
            {
                interpretation.RuleFor(i => i.HoursPerDay).Must(h => h is null or (> 0 and <= 24)).Says(ErrorCode.OutOfRange, "", 0, 24);
                interpretation.RuleFor(i => i.Languages).Must(l => l is { Count: > 0 }).Says(ErrorCode.FieldMissing);
                interpretation.RuleFor(i => i.Languages).Must(l => l is null || l.Distinct().Count() == l.Count).Says(ErrorCode.NumberUsedTwice);
                interpretation.RuleForEach(i => i.Languages).Must(code => OfficialLanguages.TryParse(code, out _)).Says(ErrorCode.MalformedValue);
            }).When(s => s.Interpretation is not null);
        }
    }
}

/// <summary>Simultaneous interpretation at a session.</summary>
public sealed class InterpretationDraft
{
    /// <summary>Above 0, at most 24; may be left open.</summary>
    public double? HoursPerDay { get; set; }

    /// <summary>ISO 639-1 codes.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];
}

/// <summary>Where the report states the facts of the session.</summary>
[ReadOnlyMembers("session")]
public sealed class SessionParagraphsDraft
{
    [Refers("paragraph")]
    public int? Opening { get; set; }

    [Refers("paragraph")]
    public int? Closing { get; set; }
}

/// <summary>A moment with its offset: without one nobody knows which moment is meant.</summary>
internal sealed class OffsetConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
        // The offset stands after the time: "+03:00", or "Z".
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var hasOffset = time > 0 && text.AsSpan(time).IndexOfAny('Z', '+', '-') > 0;
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value);
}

/// <summary>
/// Sessions. Each is a unit of its own, so that its unit is its id; of the registers all are listed, the latest first.
/// </summary>
public sealed class SessionEditor : Editor<Session, SessionDraft>
{
    public override string Name => "session";

    public override string Collection => "sessions";

    protected override IValidator<SessionDraft> Rules => field ??= new SessionDraft.Validator();

    protected override IQueryable<Session> All(BoardDbContext db, string unit) =>
        db.Sessions.Where(s => unit == PublishedUnit.Registers || s.Id == unit).OrderByDescending(s => s.Year).ThenByDescending(s => s.Number);

    protected override IQueryable<Session>? One(BoardDbContext db, string unit, string key) => db.Sessions.Where(s => s.Id == key);

    protected override string KeyOf(Session root) => root.Id;

    protected override string UnitOf(Session root, string unit) => root.Id;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Session> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(s => new Listed(s.Id, s.Id, s.Title))]);

    protected override async Task<SessionDraft> DraftOfAsync(EditScope scope, Session root, CancellationToken cancellationToken)
    {
        var own = new EditScope(scope.Db, root.Id);
        return new SessionDraft
        {
            Year = root.Year,
            Number = root.Number,
            Title = root.Title.Map(),
            TitleStatus = root.Title.StatusMap(),
            Status = root.Status,
            StartsOn = root.StartsOn,
            EndsOn = root.EndsOn,
            Place = root.Place.Map(),
            PlaceStatus = root.Place.StatusMap(),
            Mode = root.Mode,
            ModeNote = root.ModeNote.Map(),
            ModeNoteStatus = root.ModeNote.StatusMap(),
            OpenedAt = root.OpenedAt,
            ClosedAt = root.ClosedAt,
            Interpretation = root.Interpretation is { } i ? new InterpretationDraft { HoursPerDay = i.HoursPerDay, Languages = [.. i.Languages.Select(l => l.Code)] } : null,
            ReportParagraphs = new SessionParagraphsDraft
            {
                Opening = await own.NumberOfAsync(root.OpeningParagraphId, cancellationToken),
                Closing = await own.NumberOfAsync(root.ClosingParagraphId, cancellationToken),
            },
        };
    }

    protected override async Task<Session?> BuildAsync(EditScope scope, SessionDraft draft, Session? replaced, CancellationToken cancellationToken)
    {
        var session = new Session(draft.Year!.Value, draft.Number!.Value, scope.Text(draft.Title, draft.TitleStatus, "title", replaced?.Title));
        await scope.KeyAsync(scope.Db.Sessions, s => s.Id, session.Id, replaced?.Id, replaced?.Year == draft.Year || replaced is null ? "number" : "year", cancellationToken);
        session.Describe(
            session.Title,
            scope.Text(draft.Place, draft.PlaceStatus, "place", replaced?.Place),
            draft.Mode,
            scope.Text(draft.ModeNote, draft.ModeNoteStatus, "modeNote", replaced?.ModeNote),
            draft.Interpretation is { } i ? new Interpretation(i.HoursPerDay, [.. i.Languages.Select(OfficialLanguages.Parse)]) : null);
        session.Schedule(draft.StartsOn, draft.EndsOn);
        session.Hold(draft.Status, draft.OpenedAt, draft.ClosedAt);
        // Paragraphs of its own report, whatever unit it was reached by.
        var own = await scope.Db.Paragraphs.Where(p => p.SessionId == session.Id).ToDictionaryAsync(p => p.Number, p => p.Id, cancellationToken);
        session.State(Paragraph(draft.ReportParagraphs.Opening, "reportParagraphs.opening"), Paragraph(draft.ReportParagraphs.Closing, "reportParagraphs.closing"));
        return session;

        Guid? Paragraph(int? number, string field)
        {
            if (number is { } wanted && !own.ContainsKey(wanted))
            {
                scope.Fail(field, ErrorCode.ReferenceToNothing, field, wanted);
            }
            return number is { } n && own.TryGetValue(n, out var id) ? id : null;
        }
    }
}
