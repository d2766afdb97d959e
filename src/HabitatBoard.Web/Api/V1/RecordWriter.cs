using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Api.V1;

/// <summary>What one write came to.</summary>
/// <param name="Status">201, 200, or 204.</param>
/// <param name="Location">Where it now stands in the working store; null where it was removed.</param>
/// <param name="Etag">The version that the next write names in <c>If-Match</c>.</param>
/// <param name="Body">What was stored.</param>
internal sealed record WriteOutcome(int Status, string? Location, string? Etag, JsonObject? Body);

/// <summary>Does what requests ask to be written: one of them, or a batch.</summary>
internal sealed class RecordWriter(RecordEditor editor, BoardStores stores, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(DraftJson.Options) { MaxDepth = 64 };

    /// <summary>Does the steps, in their order, in one transaction; once, where the request has a key.</summary>
    /// <exception cref="RecordException">What is wrong; a <see cref="StaleException"/> names the fields that differ.</exception>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(HttpContext context, IReadOnlyList<WriteStep> steps, JsonObject? body)
    {
        var cancellationToken = context.RequestAborted;
        var by = new Attribution(context.Writer, RequestHeaders.Reason(context.Request), clock.GetUtcNow());
        IReadOnlyList<EditStep> edits = [.. steps.Select(s => s.Edit)];
        try
        {
            if (!HttpMethods.IsPost(context.Request.Method) || RequestHeaders.IdempotencyKey(context.Request) is not { } key)
            {
                return Outcomes(steps, await editor.WriteAsync(edits, by, cancellationToken));
            }
            // As it was sent: numbers that the record could not hold have no canonical form.
            var digest = CanonicalJson.Sha256(Encoding.UTF8.GetBytes($"{context.Request.Path.Value}\n{by.Reason}\n{body?.ToJsonString()}"));
            var answer = await editor.WriteOnceAsync(
                edits, new Once(context.Writer, key, digest), stored => JsonSerializer.Serialize(Outcomes(steps, stored), Json), by, cancellationToken);
            return JsonSerializer.Deserialize<IReadOnlyList<WriteOutcome>>(answer, Json)!;
        }
        catch (StaleException e)
        {
            throw await ExplainAsync(edits[0], e, cancellationToken);
        }
        catch (StepException e) when (e.Reason is StaleException stale)
        {
            throw new StepException(e.Step, await ExplainAsync(edits[e.Step], stale, cancellationToken));
        }
        catch (StillReferredToException e)
        {
            throw await ExplainAsync(e, cancellationToken);
        }
        catch (StepException e) when (e.Reason is StillReferredToException referred)
        {
            throw new StepException(e.Step, await ExplainAsync(referred, cancellationToken));
        }
    }

    /// <summary>What is stored, as it is answered.</summary>
    public static JsonObject BodyOf(Editor editor, Editable stored)
    {
        var body = DraftJson.Write(stored.Draft);
        if (DraftJson.HasReadOnly(editor.DraftType, "id"))
        {
            body.Insert(0, "id", stored.Key);
        }
        return body;
    }

    private static IReadOnlyList<WriteOutcome> Outcomes(IReadOnlyList<WriteStep> steps, IReadOnlyList<Editable?> stored) =>
        [.. steps.Zip(stored, (step, editable) => editable is null
            ? new WriteOutcome(StatusCodes.Status204NoContent, null, null, null)
            : new WriteOutcome(
                step.Edit.Key is null ? StatusCodes.Status201Created : StatusCodes.Status200OK,
                step.Noun.LocationOf(step.Edit.Unit, editable.Key),
                $"\"{editable.Version}\"",
                BodyOf(step.Edit.Editor, editable)))];

    /// <summary>Finds out where those that refer to it are read.</summary>
    private async Task<ReferredException> ExplainAsync(StillReferredToException referred, CancellationToken cancellationToken)
    {
        await using var db = await stores.Working.CreateDbContextAsync(cancellationToken);
        var referrers = new List<ReferrerContract>();
        foreach (var group in referred.Referrers.Take(100).GroupBy(r => (r.Unit, r.Resource)))
        {
            var addresses = await NounAddress.OfIdsAsync(db, group.Key.Unit, group.Key.Resource, [.. group.Select(r => r.Key)], cancellationToken);
            referrers.AddRange(group.Select(r => addresses.TryGetValue(r.Key, out var found)
                ? new ReferrerContract(r.Unit, r.Resource, found.Key, found.Href)
                : new ReferrerContract(r.Unit, r.Resource, r.Key, null)));
        }
        return new ReferredException(referred, referrers);
    }

    /// <summary>
    /// Finds out in which fields what was to be written differs from what is there; where the history still holds what it
    /// was made from, those alone that somebody else changed since. A patch and a removal say nothing of the other fields:
    /// whatever changed since may have been their ground.
    /// </summary>
    private async Task<RecordException> ExplainAsync(EditStep step, StaleException stale, CancellationToken cancellationToken)
    {
        await using var db = await stores.Working.CreateDbContextAsync(cancellationToken);
        if (stale.Current is not { } current)
        {
            // Removed meanwhile, or never there.
            return await History.WasRemovedAsync(db, step.Unit, step.Editor.Name, step.Version!, cancellationToken)
                ? stale
                : new RecordException(ErrorCode.RecordNotFound, step.Editor.Name, Problems.Shorten(step.Key));
        }
        var theirs = DraftJson.Write(current.Draft);
        var before = await step.Editor.DraftOfVersionAsync(db, step.Unit, current.Id, step.Version!, cancellationToken) is { } draft ? DraftJson.Write(draft) : null;
        var changed = before is null ? null : DraftJson.Differences(before, theirs).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> fields = step switch
        {
            { Draft: { } whole } => DraftJson.Differences(DraftJson.Write(whole), theirs).Where(f => changed is null || changed.Contains(f)),
            { Patch: { } patch } => changed ?? DraftJson.Differences(DraftJson.Merge(theirs, patch)!.AsObject(), theirs),
            _ => changed ?? [],
        };
        // The status of a text changes with it.
        var all = fields.ToHashSet(StringComparer.Ordinal);
        return new StaleException(current) { Fields = [.. all.Where(f => !f.Contains("Status/", StringComparison.Ordinal) || !all.Contains(f.Replace("Status/", "/", StringComparison.Ordinal)))] };
    }
}

/// <summary>Something that refers to what was to be removed or renamed.</summary>
/// <param name="Unit">The session, or <c>registers</c>.</param>
/// <param name="Resource">What it is, <c>statement</c>.</param>
/// <param name="Key">Which one.</param>
/// <param name="Href">Its address; read it with <c>store=working</c>.</param>
public sealed record ReferrerContract(string Unit, string Resource, string Key, string? Href);

/// <summary>What is to be removed is still referred to, by what stands at these addresses.</summary>
internal sealed class ReferredException(StillReferredToException referred, IReadOnlyList<ReferrerContract> referrers) : RecordException(referred.Code, [.. referred.About])
{
    public IReadOnlyList<ReferrerContract> Referrers { get; } = referrers;
}

/// <summary>A step with the noun it is about.</summary>
internal sealed record WriteStep(NounAddress Noun, EditStep Edit)
{
    /// <summary>Makes the step that a method at the address of one, or of all, stands for.</summary>
    /// <param name="version">Reads the version that the write was made from; it is asked for by every method but POST.</param>
    /// <exception cref="RecordException">The draft or its address cannot be one.</exception>
    public static async Task<WriteStep> ReadAsync(
        string method, NounAddress noun, RouteValueDictionary values, JsonObject? body, Func<string> version, BoardDbContext db, CancellationToken cancellationToken)
    {
        var editor = noun.Editor;
        if (HttpMethods.IsPost(method))
        {
            return new WriteStep(noun, new EditStep(editor, await noun.UnitOfAsync(db, values, cancellationToken), null, DraftJson.Read(editor.DraftType, body!), null));
        }
        var made = version();
        var step = new EditStep(editor, await noun.UnitOfAsync(db, values, cancellationToken), noun.KeyOf(values), null, made);
        return new WriteStep(noun, method switch
        {
            "PUT" => step with { Draft = DraftJson.Read(editor.DraftType, body!) },
            "PATCH" => step with { Patch = body! },
            _ => step,
        });
    }
}

/// <summary>What writes say in headers.</summary>
internal static class RequestHeaders
{
    public const string ReasonName = "Reason";
    public const string IdempotencyKeyName = "Idempotency-Key";

    /// <summary>The one version that the write was made from.</summary>
    /// <exception cref="RecordException">There is none, or something else.</exception>
    public static string Version(HttpRequest request) => Version(request.Headers.IfMatch.ToString());

    /// <summary>Reads <c>"6f1c…"</c>. Any version (<c>*</c>) is none: it would overwrite what nobody has seen.</summary>
    public static string Version(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag) || tag.Trim() == "*")
        {
            throw new RecordException(ErrorCode.VersionRequired);
        }
        // Weak tags say that two things are alike, not that they are the same (RFC 9110, section 13.1.1).
        return EntityTagHeaderValue.TryParse(tag, out var parsed) && !parsed.IsWeak && parsed.Tag.Length > 2
            ? parsed.Tag.Value![1..^1]
            : throw new RecordException(ErrorCode.InvalidHeader, HeaderNames.IfMatch, "\"6f1c…\"");
    }

    /// <summary>Why, percent-encoded UTF-8, since headers carry nothing but ASCII (RFC 9110, section 5.5); empty where nothing is said.</summary>
    public static string Reason(HttpRequest request)
    {
        var reason = Uri.UnescapeDataString(request.Headers[ReasonName].ToString()).Trim();
        return reason.Length <= Attribution.ReasonLength && DraftRules.IsClean(reason, lines: false)
            ? reason
            : throw new RecordException(ErrorCode.InvalidHeader, ReasonName, $"1–{Attribution.ReasonLength}, percent-encoded UTF-8");
    }

    /// <summary>What the caller calls the request, as a quoted string or bare; null where it has no name.</summary>
    public static string? IdempotencyKey(HttpRequest request)
    {
        if (request.Headers[IdempotencyKeyName] is not { Count: > 0 } given)
        {
            return null;
        }
        var key = given.ToString().Trim();
        key = key.Length > 2 && key[0] == '"' && key[^1] == '"' ? key[1..^1] : key;
        return key.Length is > 0 and <= Receipt.KeyLength && key.All(c => c is > ' ' and < '\u007f' and not '"' and not ',')
            ? key
            : throw new RecordException(ErrorCode.InvalidHeader, IdempotencyKeyName, $"1–{Receipt.KeyLength} ASCII");
    }
}
