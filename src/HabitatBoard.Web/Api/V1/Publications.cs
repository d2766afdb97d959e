using System.Text;
using System.Text.Json;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A publication that is asked for.</summary>
public sealed class PublicationDraft
{
    /// <summary>What is published and why, for the public; at most 1,000 characters.</summary>
    public string? Note { get; set; }

    /// <summary>The findings that are errors and are not to stop it, each with the reason.</summary>
    public IReadOnlyList<OverruledFinding> Overrule { get; set; } = [];
}

/// <summary>An error that is not to stop a publication.</summary>
public sealed class OverruledFinding
{
    /// <summary>The check that found it, <c>list-order</c>.</summary>
    public string? Code { get; set; }

    /// <summary>What it is about; as the finding has it.</summary>
    public Subject? Subject { get; set; }

    /// <summary>Why it does not matter.</summary>
    public string? Reason { get; set; }
}

/// <summary>Something that a careful editor would query.</summary>
/// <param name="Code">Which check found it, <c>list-order</c>; permanent.</param>
/// <param name="Severity">An <c>error</c> stops a publication unless it is overruled.</param>
/// <param name="Message">What is wrong, by language.</param>
/// <param name="Advice">What to do about it, by language.</param>
/// <param name="Paragraph">The report paragraph to mend; null where none states the fact.</param>
/// <param name="Paragraphs">All the paragraphs concerned, in order.</param>
/// <param name="Subject">What it is about.</param>
public sealed record FindingContract(
    string Code,
    Severity Severity,
    IReadOnlyDictionary<string, string>? Message,
    IReadOnlyDictionary<string, string>? Advice,
    int? Paragraph,
    IReadOnlyList<int> Paragraphs,
    Subject Subject)
{
    public static FindingContract Of(Finding finding) =>
        new(finding.Code, finding.Severity, finding.Message.Map(), finding.Advice.Map(), finding.Paragraph, finding.Paragraphs, finding.Subject);
}

/// <summary>Findings stop a publication.</summary>
internal sealed class FindingsException(IReadOnlyList<Finding> findings) : RecordException(ErrorCode.FindingsStand, findings.Count)
{
    public IReadOnlyList<FindingContract> Findings { get; } = [.. findings.Select(FindingContract.Of)];
}

internal static class PublicationsApi
{
    public static void MapChecks(this RouteGroupBuilder session) =>
        session.MapGet("/checks", GetChecks).WithTags("Editions").RequireAuthorization(Policies.Edit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    public static void MapPublications(this RouteGroupBuilder writing)
    {
        Describe(writing.MapPost("/sessions/{session}/publish", PublishSession));
        Describe(writing.MapPost("/registers/publish", PublishRegisters));

        static void Describe(RouteHandlerBuilder endpoint) => endpoint.WithTags("Editions").RequireAuthorization(Policies.Publish)
            .WithMetadata(new WriteHeaders(RequestHeaders.IdempotencyKeyName))
            .Accepts<PublicationDraft>(RequestBody.Json).Produces<EditionContract>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What a careful editor would query in the record of a session; for those who edit.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Ok<Page<FindingContract>>> GetChecks(string session, BoardDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store, private";
        var findings = (await StandingFindings.ReadAsync(db, session, cancellationToken)).Select(FindingContract.Of).ToList();
        return TypedResults.Ok(new Page<FindingContract>(findings, findings.Count, null));
    }

    /// <summary>Publishes a session as it is in the working store, as a new edition. Errors of the checks stop it, unless each is overruled with a reason.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static Task<IResult> PublishSession(string session, HttpContext context, Publisher publisher, Receipts receipts, TimeProvider clock) =>
        PublishAsync(session, context, publisher, receipts, clock);

    /// <summary>Publishes the registers, delegations, groups, bodies and persons, as a new edition.</summary>
    private static Task<IResult> PublishRegisters(HttpContext context, Publisher publisher, Receipts receipts, TimeProvider clock) =>
        PublishAsync(Units.Registers, context, publisher, receipts, clock);

    private static async Task<IResult> PublishAsync(string unit, HttpContext context, Publisher publisher, Receipts receipts, TimeProvider clock)
    {
        var body = await RequestBody.ReadAsync(context.Request, RequestBody.Json);
        var draft = (PublicationDraft)DraftJson.Read(typeof(PublicationDraft), body);
        Validate(draft, draft.Overrule ?? []);
        var by = new Attribution(context.Writer, draft.Note!.Trim(), clock.GetUtcNow());
        EditionContract edition;
        if (RequestHeaders.IdempotencyKey(context.Request) is { } key)
        {
            var once = new Once(context.Writer, key, CanonicalJson.Sha256(Encoding.UTF8.GetBytes($"{context.Request.Path.Value}\n{body.ToJsonString()}")));
            edition = JsonSerializer.Deserialize<EditionContract>(await receipts.OnceAsync(
                once, by.At, async () => JsonSerializer.Serialize(await PublishAsync(unit, draft, publisher, by, context.RequestAborted)), context.RequestAborted))!;
        }
        else
        {
            edition = await PublishAsync(unit, draft, publisher, by, context.RequestAborted);
        }
        context.Response.Headers.CacheControl = "no-store, private";
        return TypedResults.Created($"{ApiV1.Prefix}/{(unit == Units.Registers ? "" : "sessions/")}{unit}/editions/{edition.Number}", edition);
    }

    private static async Task<EditionContract> PublishAsync(string unit, PublicationDraft draft, Publisher publisher, Attribution by, CancellationToken cancellationToken)
    {
        var overruled = draft.Overrule ?? [];
        var preview = await publisher.PreviewAsync(unit, cancellationToken);
        var errors = preview.Findings.Where(f => f.Severity == Severity.Error).ToLookup(f => overruled.Any(o => o.Code == f.Code && o.Subject == f.Subject));
        if (errors[false].Any())
        {
            throw new FindingsException([.. errors[false]]);
        }
        var reasons = string.Join(" ", overruled.Select(o => o.Reason!.Trim()).Distinct());
        // What was looked at is what is published: a finding that came since was not overruled.
        var edition = await publisher.PublishAsync(unit, by, preview.Version, new Overruled(reasons, [.. errors[true].Select(f => f.DigestIn(unit))]), cancellationToken);
        return new EditionContract(edition.Number, edition.PublishedAt, edition.PublishedBy, edition.Note, edition.Sha256, edition.Size);
    }

    private static void Validate(PublicationDraft draft, IReadOnlyList<OverruledFinding> overruled)
    {
        var errors = new List<DraftError>();
        Check("note", draft.Note);
        foreach (var (i, finding) in overruled.Index())
        {
            Check($"overrule[{i}].code", finding.Code);
            Check($"overrule[{i}].reason", finding.Reason);
            if (finding.Subject is not { Type: not null, Key: not null })
            {
                errors.Add(new DraftError($"overrule[{i}].subject", ErrorCode.FieldMissing, $"overrule[{i}].subject"));
            }
        }
        if (overruled.Sum(o => (o.Reason?.Length ?? 0) + 1) > Attribution.ReasonLength)
        {
            errors.Add(new DraftError("overrule", ErrorCode.TextTooLong, "overrule", "reason", Attribution.ReasonLength));
        }
        if (errors.Count > 0)
        {
            throw new DraftException(errors);
        }

        void Check(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                errors.Add(new DraftError(field, ErrorCode.FieldMissing, field));
            }
            else if (Attribution.WrongWith(text, field) is { } wrong)
            {
                errors.Add(wrong);
            }
        }
    }
}
