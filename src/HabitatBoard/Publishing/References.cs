using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Publishing;

/// <summary>
/// References that cross from one unit to another have no foreign key, since each unit is published by itself.
/// They are checked here, when they are written.
/// </summary>
internal static class References
{
    /// <exception cref="RecordException"><see cref="ErrorCode.ReferenceToNothing"/> with kind and key.</exception>
    public static async Task CheckAsync(BoardDbContext db, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        var stated = rows.OfType<Session>().SelectMany(s => new[] { s.OpeningParagraphId, s.ClosingParagraphId }).OfType<Guid>().Distinct().ToList();
        if (stated.Count > 0 && stated.Count != await db.Paragraphs.CountAsync(p => stated.Contains(p.Id), cancellationToken))
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, nameof(Paragraph), "session");
        }
        var wanted = rows.SelectMany(Of).Distinct().ToLookup(r => r.Kind, r => r.Key);
        foreach (var group in wanted)
        {
            var keys = group.ToHashSet(StringComparer.Ordinal);
            keys.ExceptWith(await KnownAsync(db, group.Key, keys, cancellationToken));
            if (keys.Count > 0)
            {
                throw new RecordException(ErrorCode.ReferenceToNothing, group.Key, string.Join(", ", keys.Order(StringComparer.Ordinal)));
            }
        }
    }

    /// <summary>What refers to rows that are to be removed, and is not removed with them.</summary>
    /// <exception cref="RecordException"><see cref="ErrorCode.StillReferredTo"/> with what is referred to and by what.</exception>
    public static async Task CheckRemovalAsync(BoardDbContext db, IReadOnlyList<object> removed, CancellationToken cancellationToken)
    {
        if (removed.Count > 0 && await ToAsync(db, removed, cancellationToken) is { Count: > 0 } referrers)
        {
            throw new StillReferredToException(PublishedUnit.HistoryOf(db, removed[0]).Resource, referrers);
        }
    }

    /// <summary>What refers to any of the rows, and is none of them nor of their aggregates.</summary>
    public static async Task<IReadOnlyList<Referrer>> ToAsync(BoardDbContext db, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var own = rows.Select(r => PublishedUnit.HistoryOf(db, r)).ToHashSet();
        var referrers = new List<Referrer>();
        foreach (var row in rows)
        {
            referrers.AddRange((await ToAsync(db, row, cancellationToken)).Where(r => !own.Contains((r.Unit, r.Resource, r.Key))));
        }
        return [.. referrers.Distinct()];
    }

    /// <summary>What refers to a row: by a key of the database, or by the name that crosses from unit to unit.</summary>
    public static async Task<IReadOnlyList<Referrer>> ToAsync(BoardDbContext db, object row, CancellationToken cancellationToken)
    {
        var rows = new List<object>();
        foreach (var key in db.Model.FindEntityType(row.GetType())!.GetReferencingForeignKeys().Where(k => k.PrincipalToDependent is not { IsCollection: true }))
        {
            rows.AddRange(await ((Task<List<object>>)Dependents.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, key, row, cancellationToken])!));
        }
        rows.AddRange(await ByNameAsync(db, row, cancellationToken));
        return Places(db, rows);
    }

    /// <summary>Refuses to change the name of something by which others refer to it.</summary>
    public static async Task CheckRenamingAsync(BoardDbContext db, object was, object becomes, CancellationToken cancellationToken)
    {
        var kept = (was, becomes) switch
        {
            (Document w, Document b) => w.Slug == b.Slug,
            (Decision w, Decision b) => w.Label == b.Label,
            (DecisionPart w, DecisionPart b) => w.Letter == b.Letter,
            _ => true,
        };
        if (!kept && Places(db, await ByNameAsync(db, was, cancellationToken)) is { Count: > 0 } referrers)
        {
            throw new StillReferredToException(PublishedUnit.HistoryOf(db, was).Resource, referrers);
        }
    }

    private static List<Referrer> Places(BoardDbContext db, IEnumerable<object> rows) =>
        [.. rows.Select(r => PublishedUnit.HistoryOf(db, r)).Distinct().Select(h => new Referrer(h.Unit, h.Resource, h.Key))];

    private static async Task<List<object>> ByNameAsync(BoardDbContext db, object row, CancellationToken cancellationToken)
    {
        var rows = new List<object>();
        switch (row)
        {
            case Document document:
                var slug = document.Slug;
                rows.AddRange(await db.Citations.AsNoTracking().Where(c => c.Kind == CitationKind.Document && c.Target == slug).ToListAsync(cancellationToken));
                rows.AddRange(await db.Statements.AsNoTracking().Where(s => s.DocumentSlug == slug).ToListAsync(cancellationToken));
                rows.AddRange(await db.DocumentRelations.AsNoTracking().Where(r => r.TargetSlug == slug).ToListAsync(cancellationToken));
                rows.AddRange(await db.Decisions.AsNoTracking().Where(d => d.DocumentSlug == slug).ToListAsync(cancellationToken));
                rows.AddRange(await db.Reports.AsNoTracking().Where(r => r.DocumentSlug == slug).ToListAsync(cancellationToken));
                rows.AddRange(await db.Acts.AsNoTracking().Where(a => a.DocumentSlug == slug).ToListAsync(cancellationToken));
                break;
            case Decision decision:
                var label = decision.Label;
                rows.AddRange(await db.Citations.AsNoTracking().Where(c => c.Kind == CitationKind.Decision && c.Target == label).ToListAsync(cancellationToken));
                rows.AddRange(await db.Reports.AsNoTracking().Where(r => r.AdoptedByDecision == label).ToListAsync(cancellationToken));
                break;
            case DecisionPart part:
                var owner = await db.Decisions.AsNoTracking().FirstAsync(d => d.Id == part.DecisionId, cancellationToken);
                rows.AddRange(await CitationsAsync(db, CitationKind.DecisionPart, $"{owner.Label}({part.Letter})", cancellationToken));
                break;
            case Body body:
                rows.AddRange(await CitationsAsync(db, CitationKind.Body, body.Code, cancellationToken));
                break;
            case Person person:
                rows.AddRange(await CitationsAsync(db, CitationKind.Person, person.Code, cancellationToken));
                break;
            case Delegation delegation:
                rows.AddRange(await CitationsAsync(db, CitationKind.Delegation, delegation.Code, cancellationToken));
                break;
            case Session session:
                rows.AddRange(await CitationsAsync(db, CitationKind.Session, session.Id, cancellationToken));
                rows.AddRange(await db.Acts.AsNoTracking().Where(a => a.SubjectSessionId == session.Id).ToListAsync(cancellationToken));
                break;
            case Paragraph paragraph:
                rows.AddRange(await db.Sessions.AsNoTracking().Where(s => s.OpeningParagraphId == paragraph.Id || s.ClosingParagraphId == paragraph.Id).ToListAsync(cancellationToken));
                break;
        }
        return rows;
    }

    private static async Task<IEnumerable<object>> CitationsAsync(BoardDbContext db, CitationKind kind, string target, CancellationToken cancellationToken) =>
        await db.Citations.AsNoTracking().Where(c => c.Kind == kind && c.Target == target).ToListAsync(cancellationToken);

    private static readonly MethodInfo Dependents = typeof(References).GetMethod(nameof(DependentsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task<List<object>> DependentsAsync<T>(BoardDbContext db, IForeignKey key, object principal, CancellationToken cancellationToken)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var same = key.Properties.Zip(key.PrincipalKey.Properties, (dependent, wanted) => (Expression)Expression.Equal(
            Expression.Property(row, dependent.PropertyInfo!),
            Expression.Convert(Expression.Constant(wanted.GetGetter().GetClrValue(principal)), dependent.ClrType))).Aggregate(Expression.AndAlso);
        return [.. await db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(same, row)).ToListAsync(cancellationToken)];
    }

    private static IEnumerable<(CitationKind Kind, string Key)> Of(object row)
    {
        switch (row)
        {
            case Citation { Kind: not CitationKind.Resolution } citation:
                yield return (citation.Kind, citation.Target);
                break;
            case Statement { DocumentSlug: { } slug }:
                yield return (CitationKind.Document, slug);
                break;
            case DocumentRelation relation:
                yield return (CitationKind.Document, relation.TargetSlug);
                break;
            case Decision { DocumentSlug: { } slug }:
                yield return (CitationKind.Document, slug);
                break;
            case Report report:
                yield return (CitationKind.Document, report.DocumentSlug);
                if (report.AdoptedByDecision is { } decision)
                {
                    yield return (CitationKind.Decision, decision);
                }
                break;
            case Act act:
                if (act.DocumentSlug is { } document)
                {
                    yield return (CitationKind.Document, document);
                }
                if (act.SubjectSessionId is { } session)
                {
                    yield return (CitationKind.Session, session);
                }
                break;
        }
    }

    private static async Task<IEnumerable<string>> KnownAsync(BoardDbContext db, CitationKind kind, HashSet<string> keys, CancellationToken cancellationToken) => kind switch
    {
        CitationKind.Document => await db.Documents.Where(d => keys.Contains(d.Slug)).Select(d => d.Slug).ToListAsync(cancellationToken),
        CitationKind.Body => await db.Bodies.Where(b => keys.Contains(b.Code)).Select(b => b.Code).ToListAsync(cancellationToken),
        CitationKind.Person => await db.Persons.Where(p => keys.Contains(p.Code)).Select(p => p.Code).ToListAsync(cancellationToken),
        CitationKind.Delegation => await db.Delegations.Where(d => keys.Contains(d.Code)).Select(d => d.Code).ToListAsync(cancellationToken),
        CitationKind.Session => await db.Sessions.Where(s => keys.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellationToken),
        CitationKind.Decision => (await Cited(db, keys).Select(d => new { d.Year, d.Number }).ToListAsync(cancellationToken))
            .Select(d => Decision.LabelOf(d.Year, d.Number)),
        CitationKind.DecisionPart => (await Cited(db, keys).SelectMany(d => d.Parts, (d, p) => new { d.Year, d.Number, p.Letter }).ToListAsync(cancellationToken))
            .Select(p => $"{Decision.LabelOf(p.Year, p.Number)}({p.Letter})"),
        _ => [],
    };

    /// <summary>The decisions of the years that the keys name: a handful, however many there are.</summary>
    private static IQueryable<Decision> Cited(BoardDbContext db, IEnumerable<string> keys)
    {
        var years = keys.Select(k => int.TryParse(k.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).Distinct().ToList();
        return db.Decisions.Where(d => years.Contains(d.Year));
    }
}

/// <summary>Something that refers to something else.</summary>
/// <param name="Unit">The unit it is published with.</param>
/// <param name="Resource">What it is, <c>statement</c>.</param>
/// <param name="Key">The primary key of its root.</param>
public sealed record Referrer(string Unit, string Resource, string Key);

/// <summary>What is to be removed is still referred to.</summary>
public sealed class StillReferredToException(string resource, IReadOnlyList<Referrer> referrers)
    : RecordException(ErrorCode.StillReferredTo, resource, string.Join(", ", referrers.GroupBy(r => r.Resource).Select(g => $"{g.Key} × {g.Count()}")))
{
    /// <summary>What refers to it.</summary>
    public IReadOnlyList<Referrer> Referrers { get; } = referrers;
}
