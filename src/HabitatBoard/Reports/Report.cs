using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Reports;

/// <summary>How far a report has come.</summary>
public enum ReportStatus
{
    Draft,
    Adopted,
}

/// <summary>The report of a session: what its masthead says. Symbol, distribution and dates of issue are its document's.</summary>
public sealed class Report : ISessionOwned
{
    private Report()
    {
    }

    public Report(string sessionId, string documentSlug, ReportStatus status, Language originalLanguage, LocalizedText title)
    {
        SessionId = sessionId;
        DocumentSlug = documentSlug;
        Status = status;
        OriginalLanguage = originalLanguage;
        Title = Guard.Required(title, "title");
    }

    public string SessionId { get; private set; } = null!;
    /// <summary>The slug of the document that the report is; a later session may own that document.</summary>
    public string DocumentSlug { get; private set; } = null!;

    public ReportStatus Status { get; private set; }

    /// <summary>The number of the decision that adopted the report, <c>2024/4</c>; null while it is a draft.</summary>
    public string? AdoptedByDecision { get; private set; }

    public Language OriginalLanguage { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.None;

    /// <summary>The first line of the masthead: United Nations.</summary>
    public LocalizedText Organization { get; private set; } = LocalizedText.None;

    /// <summary>The programme in full, as the masthead has it.</summary>
    public LocalizedText Programme { get; private set; } = LocalizedText.None;

    /// <summary>The programme's short name, as the masthead has it.</summary>
    public LocalizedText ProgrammeShortName { get; private set; } = LocalizedText.None;

    /// <summary>The organ whose session it was.</summary>
    public LocalizedText Organ { get; private set; } = LocalizedText.None;

    /// <summary>Dates and place of the session in one line.</summary>
    public LocalizedText DatesAndPlace { get; private set; } = LocalizedText.None;

    public void SetMasthead(LocalizedText organization, LocalizedText programme, LocalizedText programmeShortName, LocalizedText organ, LocalizedText datesAndPlace)
    {
        Organization = Guard.Optional(organization, "organization");
        Programme = Guard.Optional(programme, "programme");
        ProgrammeShortName = Guard.Optional(programmeShortName, "programmeShortName");
        Organ = Guard.Optional(organ, "organ");
        DatesAndPlace = Guard.Optional(datesAndPlace, "datesAndPlace");
    }

    public void Adopt(string decisionNumber)
    {
        Status = ReportStatus.Adopted;
        AdoptedByDecision = decisionNumber;
    }
}
