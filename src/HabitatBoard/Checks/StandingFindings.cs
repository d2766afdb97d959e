using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Checks;

/// <summary>Which findings stand, for the pages, the API and publication; the verb <c>checks</c> and imports list all.</summary>
public static class StandingFindings
{
    /// <summary>The findings on a unit that nobody has accepted; the registers have none.</summary>
    public static async Task<IReadOnlyList<Finding>> ReadAsync(BoardDbContext db, string unit, CancellationToken cancellationToken) =>
        [.. (await AllAsync(db, unit, cancellationToken)).Where(f => f.Accepted is null).Select(f => f.Finding)];

    /// <summary>Every finding on a unit, with its acceptance.</summary>
    public static async Task<IReadOnlyList<(Finding Finding, AcceptedFinding? Accepted)>> AllAsync(BoardDbContext db, string unit, CancellationToken cancellationToken)
    {
        if (await ReportFacts.ReadAsync(db, unit, cancellationToken) is not { } facts)
        {
            return [];
        }
        var accepted = await db.AcceptedFindings.AsNoTracking().Where(f => f.SessionId == unit).ToDictionaryAsync(f => f.Digest, cancellationToken);
        // What says the same of the same is one finding: it is accepted as one.
        return [.. RecordChecks.Run(facts).DistinctBy(f => f.DigestIn(unit)).Select(f => (f, accepted.GetValueOrDefault(f.DigestIn(unit))))];
    }

    /// <summary>Accepts a finding, with the reason.</summary>
    /// <param name="digest">As <see cref="Finding.DigestIn"/>.</param>
    /// <exception cref="RecordException">
    /// <see cref="ErrorCode.FieldMissing"/> for the reason;
    /// <see cref="ErrorCode.StaleVersion"/> where the checks no longer find it.
    /// </exception>
    public static async Task AcceptAsync(WorkingEdit edit, string session, string digest, Attribution by, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(by.Reason))
        {
            throw new RecordException(ErrorCode.FieldMissing, "reason");
        }
        var (finding, was) = (await AllAsync(edit.Db, session, cancellationToken)).FirstOrDefault(f => f.Finding.DigestIn(session) == digest);
        if (finding is null)
        {
            throw new RecordException(ErrorCode.StaleVersion);
        }
        edit.Put(was is null ? [] : [was], [new AcceptedFinding(digest, session, finding.Code, by)]);
    }

    /// <summary>Lets an accepted finding speak again.</summary>
    public static async Task WithdrawAsync(WorkingEdit edit, string session, string digest, CancellationToken cancellationToken) =>
        edit.Put([.. await edit.Db.AcceptedFindings.AsNoTracking().Where(f => f.SessionId == session && f.Digest == digest).ToListAsync(cancellationToken)], []);
}
