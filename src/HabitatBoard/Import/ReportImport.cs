using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Import.Facts;
using HabitatBoard.Import.Files;
using HabitatBoard.Sessions;

namespace HabitatBoard.Import;

/// <summary>Reads a report of the Board, text, DOCX, HTML or Akoma Ntoso, Chinese or English, into proposed facts. Nothing is stored.</summary>
public static class ReportImport
{
    /// <summary>Reads a report of one session.</summary>
    /// <param name="file">At most 16 MB are read of it.</param>
    /// <param name="session">The session the report is to be of, <c>2025-1</c>; null to take it from the report.</param>
    /// <exception cref="RecordException">It is no report of that session of this Board, or cannot be read; nothing was stored.</exception>
    public static ImportProposal Read(Stream file, string? session, ImportRegisters known)
    {
        var (layout, masthead, year, number) = Lay(ReportFile.Read(file), session);
        return ReportReader.Read(layout, masthead, year, number, known);
    }

    /// <summary>As <see cref="Read(Stream, string?, ImportRegisters)"/>, beside what a store knows of the session.</summary>
    public static async Task<ImportProposal> ReadAsync(ReportFile file, string? session, BoardDbContext db, CancellationToken cancellationToken)
    {
        var (layout, masthead, year, number) = Lay(file, session);
        var known = await ImportRegisters.ReadAsync(db, Session.Identifier(year, number), cancellationToken);
        return ReportReader.Read(layout, masthead, year, number, known);
    }

    private static (ReportLayout Layout, MastheadReader Masthead, int Year, int Number) Lay(ReportFile file, string? session)
    {
        var layout = ReportLayout.Of(file);
        var masthead = new MastheadReader(Wording.Of(layout.Language), layout.Masthead);
        if (layout.Sections.Count == 0 || layout.Paragraphs.Count == 0)
        {
            throw new RecordException(ErrorCode.ImportNotAReport);
        }
        if (!masthead.NamesTheBoard)
        {
            throw new RecordException(ErrorCode.ImportOtherBody);
        }
        (int Year, int Number)? wanted = session is null ? null : Identifier(session);
        var found = masthead.Session();
        if (found is null && wanted is null)
        {
            throw new RecordException(ErrorCode.ImportNotAReport);
        }
        if (found is var (year, number) && wanted is { } asked && asked != (year, number))
        {
            throw new RecordException(ErrorCode.ImportOtherSession, Session.Identifier(year, number), session!);
        }
        var (y, n) = found ?? wanted!.Value;
        return (layout, masthead, y, n);
    }

    private static (int Year, int Number) Identifier(string session) =>
        session.Split('-') is [var year, var number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && y is >= 1946 and <= 9999 && n is > 0 and < 100
            ? (y, n)
            : throw new RecordException(ErrorCode.MalformedIdentifier, "session", session);
}
