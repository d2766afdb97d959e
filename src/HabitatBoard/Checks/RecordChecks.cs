using HabitatBoard.Reports;

namespace HabitatBoard.Checks;

/// <summary>All checks of a session.</summary>
public static class RecordChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new CapacityAgainstAttendance(),
        new SpeakerNotInAttendance(),
        new ListOrder(),
        new AttendedTwice(),
        new SpokeTwice(),
        new SymbolForm(),
        new SymbolTwice(),
        new SymbolNotInRegister(),
        new DocumentNotCited(),
        new WordingOfOneThing(),
        new HeadingAgainstAgenda(),
        new SessionWord(),
        new NameDrift(),
        new PersonSpelling(),
        new SpellingOfOneWord(),
        new RepeatedInName(),
        new Misprint(),
        new AdoptedTwice(),
        new NotAdopted(),
        new AdoptionGap(),
        new AdoptionUnderItem(),
        new NumberOfSpeakers(),
        new HeadingAgainstContent(),
        new NumberingGap(),
        new ImpossibleDate(),
        new WeekdayOfDate(),
        new DurationOfDates(),
        new DatesOfSession(),
        new OpeningAndClosing(),
        new DatesOfEvent(),
        new LanguageStructure(),
        new ItemIncomplete(),
    ];

    /// <summary>Runs every check. The same facts give the same findings in the same order: by paragraph, those without one last.</summary>
    public static IReadOnlyList<Finding> Run(ReportFacts facts)
    {
        var record = new CheckedRecord(facts);
        return
        [
            .. All.SelectMany(check => check.Find(record))
                .OrderBy(f => f.Paragraph ?? int.MaxValue)
                .ThenBy(f => f.Code, StringComparer.Ordinal)
                .ThenBy(f => f.Subject.Type, StringComparer.Ordinal)
                .ThenBy(f => f.Subject.Key, StringComparer.Ordinal),
        ];
    }
}
