using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// What the Board has adopted is corrected, not edited: whoever changes its words says why. Adopted are the text of a
/// decision once an adoption is recorded, and the paragraphs of a report once it is adopted.
/// </summary>
internal static class Corrections
{
    /// <exception cref="RecordException"><see cref="ErrorCode.ReasonRequired"/> with what is corrected.</exception>
    public static async Task CheckAsync(BoardDbContext db, Differences differences, Attribution by, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(by.Reason))
        {
            return;
        }
        foreach (var (unit, resource, key) in differences.Rewritten(["decision", "paragraph"]))
        {
            var adopted = resource == "decision"
                ? Guid.TryParse(key, out var id) && await db.Adoptions.AnyAsync(a => a.DecisionId == id, cancellationToken)
                : await db.Reports.AnyAsync(r => r.SessionId == unit && r.Status == ReportStatus.Adopted, cancellationToken);
            if (adopted)
            {
                throw new RecordException(ErrorCode.ReasonRequired, resource);
            }
        }
    }
}
