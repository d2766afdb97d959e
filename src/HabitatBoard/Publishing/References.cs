using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

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
        if (stated.Count != await db.Paragraphs.CountAsync(p => stated.Contains(p.Id), cancellationToken))
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
        CitationKind.Decision => (await db.Decisions.Select(d => new { d.Year, d.Number }).ToListAsync(cancellationToken))
            .Select(d => Decision.LabelOf(d.Year, d.Number)),
        CitationKind.DecisionPart => (await db.Decisions.SelectMany(d => d.Parts, (d, p) => new { d.Year, d.Number, p.Letter }).ToListAsync(cancellationToken))
            .Select(p => $"{Decision.LabelOf(p.Year, p.Number)}({p.Letter})"),
        _ => [],
    };
}
