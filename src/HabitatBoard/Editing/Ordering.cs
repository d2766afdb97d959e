using HabitatBoard.Errors;
using HabitatBoard.Publishing;

namespace HabitatBoard.Editing;

/// <summary>A row with a place among its like.</summary>
public interface IOrdered
{
    /// <summary>The place, from 1.</summary>
    int Order { get; }

    /// <summary>Gives it another place.</summary>
    void MoveTo(int order);
}

/// <summary>
/// Gives facts another place among their like: a statement in its paragraph, a delegation in its class, a paragraph in
/// its report. What stands between the old place and the new one makes room.
/// </summary>
public static class Ordering
{
    /// <summary>Moves one to a place, from 1; beyond the end is the end.</summary>
    /// <exception cref="RecordException">There is none by that key, or the place is not positive.</exception>
    /// <exception cref="NotSupportedException">The noun has no order; see <see cref="Editor.IsOrdered"/>.</exception>
    public static Task MoveAsync(WorkingEdit edit, Editor editor, string unit, string key, int position, CancellationToken cancellationToken) =>
        position > 0
            ? editor.MoveAsync(edit, unit, key, _ => position, cancellationToken)
            : throw new RecordException(ErrorCode.OutOfRange, "position", 1, 10_000);

    /// <summary>Moves one by so many places, up where negative; at either end it stays.</summary>
    /// <inheritdoc cref="MoveAsync"/>
    public static Task StepAsync(WorkingEdit edit, Editor editor, string unit, string key, int places, CancellationToken cancellationToken) =>
        editor.MoveAsync(edit, unit, key, place => place + places, cancellationToken);

    /// <summary>The rows in their new order.</summary>
    internal static List<T> Moved<T>(IReadOnlyList<T> rows, Predicate<T> isMoved, Func<int, int> to)
    {
        var order = rows.ToList();
        var from = order.FindIndex(isMoved);
        var row = order[from];
        order.RemoveAt(from);
        order.Insert(Math.Clamp(to(from + 1), 1, rows.Count) - 1, row);
        return order;
    }
}
