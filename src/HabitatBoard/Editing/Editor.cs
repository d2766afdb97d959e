using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Editing;

/// <summary>A fact as it can be edited.</summary>
/// <param name="Key">Its key in addresses, <c>2a</c>.</param>
/// <param name="Id">The primary key, by which the history names it.</param>
/// <param name="Version">Of its content; a write names the version it was made from.</param>
/// <param name="Draft">What of it can be written, in the shape of the API.</param>
public sealed record Editable(string Key, string Id, string Version, object Draft);

/// <summary>A fact in a list of those that can be edited.</summary>
/// <param name="Key">Its key in addresses.</param>
/// <param name="Sign">What stands before its name: a number, a symbol, a code; empty where nothing does.</param>
/// <param name="Label">Its name or title, or the words that tell it from others.</param>
public sealed record Listed(string Key, string Sign, LocalizedText Label);

/// <summary>
/// One kind of fact that the secretariat keeps: how its rows become a draft, and a draft becomes rows. Forms, API and
/// import all write through it, so that the same rules hold for all of them.
/// </summary>
public abstract class Editor
{
    /// <summary>As in feed and history, <c>agendaItem</c>.</summary>
    public abstract string Name { get; }

    /// <summary>As in addresses, <c>agenda</c>.</summary>
    public abstract string Collection { get; }

    /// <summary>Whether each belongs to a session; else to the registers.</summary>
    public virtual bool OfSession => true;

    /// <summary>Whether there is at most one in a session, such as its report.</summary>
    public virtual bool IsSingle => false;

    /// <summary>Whether each has a place among its like, which <see cref="Ordering"/> changes.</summary>
    public virtual bool IsOrdered => false;

    /// <summary>The class whose public properties are the fields.</summary>
    public abstract Type DraftType { get; }

    /// <summary>What a form for a new one begins with.</summary>
    public virtual object NewDraft() => Activator.CreateInstance(DraftType)!;

    /// <summary>All of a unit, in their order.</summary>
    /// <param name="unit">The session, or <see cref="PublishedUnit.Registers"/>.</param>
    public abstract Task<IReadOnlyList<Listed>> ListAsync(BoardDbContext db, string unit, CancellationToken cancellationToken);

    /// <summary>One, or null where there is none by that key.</summary>
    public abstract Task<Editable?> FindAsync(BoardDbContext db, string unit, string key, CancellationToken cancellationToken);

    /// <summary>All of a unit as they can be edited, in their order.</summary>
    public abstract Task<IReadOnlyList<Editable>> AllAsync(BoardDbContext db, string unit, CancellationToken cancellationToken);

    /// <summary>What a draft made from an earlier version started from, in the names of today; null where the history does not hold that version.</summary>
    /// <param name="id">The primary key, as <see cref="Editable.Id"/>.</param>
    public abstract Task<object?> DraftOfVersionAsync(BoardDbContext db, string unit, string id, string version, CancellationToken cancellationToken);

    /// <summary>How those with these ids stand in the list of their unit, by id; an id is the primary key, by which the history names them.</summary>
    public abstract Task<IReadOnlyDictionary<string, Listed>> ListAsync(BoardDbContext db, string unit, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>How many there are in a unit.</summary>
    public abstract Task<int> CountAsync(BoardDbContext db, string unit, CancellationToken cancellationToken);

    /// <summary>What refers to one, or to a row of its own, and so keeps it from being removed.</summary>
    public abstract Task<IReadOnlyList<Referrer>> ReferrersAsync(BoardDbContext db, string unit, string key, CancellationToken cancellationToken);

    /// <summary>What is wrong with a draft by itself, without a look at the record.</summary>
    public abstract IReadOnlyList<DraftError> Validate(object draft);

    /// <summary>Puts a draft in the place of what it was made from.</summary>
    /// <param name="key">What is replaced; null creates.</param>
    /// <param name="version">The version the draft was made from; null where nobody asked for it to be the present one.</param>
    /// <returns>Reads what was stored, once the edit is done; null where a later step of it removed or renamed it.</returns>
    /// <exception cref="DraftException">The draft cannot be stored.</exception>
    /// <exception cref="StaleException">It is no longer that version.</exception>
    /// <exception cref="RecordException">There is none by that key, or an invariant would be broken.</exception>
    public abstract Task<Func<BoardDbContext, CancellationToken, Task<Editable?>>> PutAsync(WorkingEdit edit, string unit, string? key, object draft, string? version, CancellationToken cancellationToken);

    /// <summary>Removes one.</summary>
    /// <inheritdoc cref="PutAsync"/>
    public abstract Task RemoveAsync(WorkingEdit edit, string unit, string key, string? version, CancellationToken cancellationToken);

    /// <summary>Gives one another place; see <see cref="Ordering"/>.</summary>
    /// <param name="to">The new place by the present one, from 1.</param>
    internal virtual Task MoveAsync(WorkingEdit edit, string unit, string key, Func<int, int> to, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} has no order.");
}

/// <summary>An editor of one kind of root.</summary>
/// <typeparam name="TRoot">The entity.</typeparam>
/// <typeparam name="TDraft">Its fields as they are written.</typeparam>
public abstract class Editor<TRoot, TDraft> : Editor
    where TRoot : class
    where TDraft : class, new()
{
    public override Type DraftType => typeof(TDraft);

    public override bool IsOrdered => typeof(TRoot).IsAssignableTo(typeof(IOrdered));

    /// <summary>The rules of a draft by itself.</summary>
    protected abstract IValidator<TDraft> Rules { get; }

    /// <summary>All of a unit, in their order.</summary>
    protected abstract IQueryable<TRoot> All(BoardDbContext db, string unit);

    /// <summary>The one with this key; null where the key has not the form of one.</summary>
    protected abstract IQueryable<TRoot>? One(BoardDbContext db, string unit, string key);

    /// <summary>The key in addresses.</summary>
    protected abstract string KeyOf(TRoot root);

    /// <summary>Makes the draft of a root.</summary>
    protected abstract Task<TDraft> DraftOfAsync(EditScope scope, TRoot root, CancellationToken cancellationToken);

    /// <summary>Makes the root of a draft; with the id of what it replaces. What cannot be resolved is said to the scope.</summary>
    /// <returns>Null where errors were said to the scope.</returns>
    protected abstract Task<TRoot?> BuildAsync(EditScope scope, TDraft draft, TRoot? replaced, CancellationToken cancellationToken);

    /// <summary>How each stands in a list.</summary>
    protected abstract Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<TRoot> roots, CancellationToken cancellationToken);

    /// <summary>Those among which one has its place, itself included, in their order.</summary>
    protected virtual IQueryable<TRoot> Like(BoardDbContext db, TRoot root) => throw new NotSupportedException($"{Name} has no order.");

    public override async Task<IReadOnlyList<Listed>> ListAsync(BoardDbContext db, string unit, CancellationToken cancellationToken) =>
        await ListAsync(new EditScope(db, unit), await All(db, unit).AsNoTracking().ToListAsync(cancellationToken), cancellationToken);

    public override async Task<IReadOnlyDictionary<string, Listed>> ListAsync(BoardDbContext db, string unit, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var roots = (await All(db, unit).AsNoTracking().ToListAsync(cancellationToken)).Where(r => ids.Contains(Aggregate.KeyOf(db, r))).ToList();
        var listed = await ListAsync(new EditScope(db, unit), roots, cancellationToken);
        return roots.Zip(listed).ToDictionary(r => Aggregate.KeyOf(db, r.First), r => r.Second);
    }

    public override Task<int> CountAsync(BoardDbContext db, string unit, CancellationToken cancellationToken) => All(db, unit).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<Referrer>> ReferrersAsync(BoardDbContext db, string unit, string key, CancellationToken cancellationToken) =>
        await References.ToAsync(db, await RowsAsync(db, unit, key, cancellationToken), cancellationToken);

    public override async Task<Editable?> FindAsync(BoardDbContext db, string unit, string key, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(db, unit, key, cancellationToken);
        return rows.Count == 0 ? null : await EditableAsync(new EditScope(db, unit), rows, cancellationToken);
    }

    public override async Task<IReadOnlyList<Editable>> AllAsync(BoardDbContext db, string unit, CancellationToken cancellationToken)
    {
        // One scope for all: the names that drafts use are read once.
        var scope = new EditScope(db, unit);
        var editables = new List<Editable>();
        foreach (var rows in await Aggregate.ReadAllAsync(db, All(db, unit), cancellationToken))
        {
            editables.Add(await EditableAsync(scope, rows, cancellationToken));
        }
        return editables;
    }

    public override async Task<object?> DraftOfVersionAsync(BoardDbContext db, string unit, string id, string version, CancellationToken cancellationToken) =>
        await History.OfVersionAsync(db, Name, id, version, cancellationToken) is { } fields
            ? await DraftOfAsync(new EditScope(db, unit), (TRoot)Aggregate.BuildRoot(db, typeof(TRoot), fields), cancellationToken)
            : null;

    public override IReadOnlyList<DraftError> Validate(object draft) =>
        [.. Rules.Validate((TDraft)draft).Errors.Select(DraftRules.ErrorOf)];

    public override async Task<Func<BoardDbContext, CancellationToken, Task<Editable?>>> PutAsync(WorkingEdit edit, string unit, string? key, object draft, string? version, CancellationToken cancellationToken)
    {
        if (Validate(draft) is { Count: > 0 } errors)
        {
            throw new DraftException(errors);
        }
        var was = key is null ? [] : await ExpectAsync(edit.Db, unit, key, version, cancellationToken);
        var scope = new EditScope(edit.Db, unit);
        TRoot? root;
        try
        {
            root = await BuildAsync(scope, (TDraft)draft, was.Count == 0 ? null : (TRoot)was[0], cancellationToken);
        }
        catch (RecordException e) when (e.GetType() == typeof(RecordException) && scope.Errors.Count == 0)
        {
            // A guard of the entity; it names the field by its property.
            throw new DraftException([new DraftError(e.About is [string field, ..] && HasField(field) ? field : "", e.Code, e.About)]);
        }
        if (root is null || scope.Errors.Count > 0)
        {
            throw new DraftException(scope.Errors);
        }
        edit.Put(was, Aggregate.RowsOf(edit.Db, root));
        var stored = KeyOf(root);
        return (db, token) => FindAsync(db, UnitOf(root, unit), stored, token);
    }

    public override async Task RemoveAsync(WorkingEdit edit, string unit, string key, string? version, CancellationToken cancellationToken) =>
        edit.Put(await ExpectAsync(edit.Db, unit, key, version, cancellationToken), []);

    internal override async Task MoveAsync(WorkingEdit edit, string unit, string key, Func<int, int> to, CancellationToken cancellationToken)
    {
        var root = await FindRootAsync(edit.Db, unit, key, cancellationToken);
        var rows = await Like(edit.Db, root).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var (i, row) in Ordering.Moved(rows, r => KeyOf(r) == KeyOf(root), to).Index())
        {
            if (((IOrdered)row).Order != i + 1)
            {
                var moved = Aggregate.Copy(edit.Db, row);
                ((IOrdered)moved).MoveTo(i + 1);
                edit.Put([row], [moved]);
            }
        }
    }

    /// <summary>The one with this key, by itself.</summary>
    /// <exception cref="RecordException">There is none.</exception>
    protected async Task<TRoot> FindRootAsync(BoardDbContext db, string unit, string key, CancellationToken cancellationToken) =>
        (TRoot)(await ExpectAsync(db, unit, key, null, cancellationToken))[0];

    /// <summary>The unit under which it is found again; a new session is a unit of its own.</summary>
    protected virtual string UnitOf(TRoot root, string unit) => unit;

    private async Task<IReadOnlyList<object>> ExpectAsync(BoardDbContext db, string unit, string key, string? version, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(db, unit, key, cancellationToken);
        if (rows.Count == 0)
        {
            throw version is null ? new RecordException(ErrorCode.RecordNotFound, Name, key) : new StaleException(null);
        }
        return version is null || Aggregate.VersionOf(db, rows) == version
            ? rows
            : throw new StaleException(await EditableAsync(new EditScope(db, unit), rows, cancellationToken));
    }

    private async Task<IReadOnlyList<object>> RowsAsync(BoardDbContext db, string unit, string key, CancellationToken cancellationToken) =>
        One(db, unit, key) is { } one ? await Aggregate.ReadAsync(db, one, cancellationToken) : [];

    private async Task<Editable> EditableAsync(EditScope scope, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var root = (TRoot)rows[0];
        return new Editable(KeyOf(root), Aggregate.KeyOf(scope.Db, root), Aggregate.VersionOf(scope.Db, rows), await DraftOfAsync(scope, root, cancellationToken));
    }

    private static bool HasField(string name) =>
        typeof(TDraft).GetProperties().Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
