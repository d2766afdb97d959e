using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Editing;

/// <summary>What is to be done with one fact.</summary>
/// <param name="Editor">The kind of fact.</param>
/// <param name="Unit">The session, or <c>registers</c>.</param>
/// <param name="Key">Which one; null creates one.</param>
/// <param name="Draft">What it becomes; null removes it, where there is no patch.</param>
/// <param name="Version">The version the draft was made from; null where nobody asked.</param>
public sealed record EditStep(Editor Editor, string Unit, string? Key, object? Draft, string? Version)
{
    /// <summary>A merge patch (RFC 7396) that makes the draft of what is there.</summary>
    public JsonObject? Patch { get; init; }
}

/// <summary>Writes drafts to the working store: one transaction, or nothing.</summary>
public sealed class RecordEditor(WorkingStore store)
{
    /// <summary>Creates, replaces or removes one fact.</summary>
    /// <returns>What it became; null where it was removed.</returns>
    /// <inheritdoc cref="Editor.PutAsync"/>
    public async Task<Editable?> WriteAsync(EditStep step, Attribution by, CancellationToken cancellationToken) =>
        (await WriteAsync([step], by, cancellationToken))[0];

    /// <summary>Does all steps, in their order, in one transaction. An error names the step by <see cref="StepException"/>.</summary>
    public Task<IReadOnlyList<Editable?>> WriteAsync(IReadOnlyList<EditStep> steps, Attribution by, CancellationToken cancellationToken) =>
        store.EditAsync(edit => WriteAsync(edit, steps, cancellationToken), by, cancellationToken);

    /// <summary>As the other, once: the same request again gets the answer that it got before, and writes nothing.</summary>
    /// <param name="answer">Words what the steps came to.</param>
    /// <exception cref="RecordException"><see cref="ErrorCode.KeyOfAnotherRequest"/>.</exception>
    public Task<string> WriteOnceAsync(IReadOnlyList<EditStep> steps, Once once, Func<IReadOnlyList<Editable?>, string> answer, Attribution by, CancellationToken cancellationToken) =>
        store.EditAsync(
            async edit =>
            {
                // Writers take turns, so whoever sent it twice at a time finds the first answer here.
                if (await once.AnsweredAsync(edit.Db, by.At, cancellationToken) is { } earlier)
                {
                    return earlier;
                }
                var given = answer(await WriteAsync(edit, steps, cancellationToken));
                edit.Db.Add(new Receipt(once, by.At, given));
                return given;
            },
            by,
            cancellationToken);

    private static async Task<IReadOnlyList<Editable?>> WriteAsync(WorkingEdit edit, IReadOnlyList<EditStep> steps, CancellationToken cancellationToken)
    {
        var stored = new List<Func<BoardDbContext, CancellationToken, Task<Editable?>>?>(steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                stored.Add(await WriteAsync(edit, steps[i], cancellationToken));
                // What a step makes, the next can name.
                await edit.FlushAsync(cancellationToken);
            }
            catch (RecordException e) when (steps.Count > 1)
            {
                throw new StepException(i, e);
            }
        }
        // Before anybody else can write: what is answered is what was stored.
        var editables = new List<Editable?>(stored.Count);
        foreach (var read in stored)
        {
            editables.Add(read is null ? null : await read(edit.Db, cancellationToken));
        }
        return editables;
    }

    private static async Task<Func<BoardDbContext, CancellationToken, Task<Editable?>>?> WriteAsync(WorkingEdit edit, EditStep step, CancellationToken cancellationToken)
    {
        var (editor, unit, key, draft, version) = step;
        if (editor is { OfSession: true } and not SessionEditor && !await edit.Db.Sessions.AnyAsync(s => s.Id == unit, cancellationToken))
        {
            throw new RecordException(ErrorCode.SessionNotFound, unit);
        }
        if (step.Patch is { } patch)
        {
            var present = await editor.FindAsync(edit.Db, unit, key!, cancellationToken)
                ?? throw (version is null ? new RecordException(ErrorCode.RecordNotFound, editor.Name, key!) : new StaleException(null));
            draft = DraftJson.Read(editor.DraftType, DraftJson.Merge(DraftJson.Write(present.Draft), patch)!.AsObject());
        }
        if (draft is null)
        {
            await editor.RemoveAsync(edit, unit, key!, version, cancellationToken);
            return null;
        }
        return await editor.PutAsync(edit, unit, key, draft, version, cancellationToken);
    }
}

/// <summary>One step of several failed, and so all did.</summary>
public sealed class StepException(int step, RecordException inner) : Exception(inner.Message, inner)
{
    /// <summary>Which one, from 0.</summary>
    public int Step { get; } = step;

    public RecordException Reason { get; } = inner;
}
