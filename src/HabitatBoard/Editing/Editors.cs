using System.Collections.Frozen;
using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Editing;

/// <summary>All kinds of facts that can be edited.</summary>
public static class Editors
{
    /// <summary>In the order in which a session is recorded; the registers after.</summary>
    public static IReadOnlyList<Editor> All { get; } =
    [
        new SessionEditor(),
        new MeetingEditor(),
        new OfficerEditor(),
        new AgendaItemEditor(),
        new AttendanceEditor(),
        new AttendanceHeadingEditor(),
        new DocumentEditor(),
        new StatementEditor(),
        new DecisionEditor(),
        new AdoptionEditor(),
        new ActEditor(),
        new EventEditor(),
        new ReportEditor(),
        new SectionEditor(),
        new ParagraphEditor(),
        new PassageEditor(),
        new CitationEditor(),
        new DelegationEditor(),
        new GroupEditor(),
        new BodyEditor(),
        new PersonEditor(),
    ];

    private static readonly FrozenDictionary<string, Editor> ByName = All.ToFrozenDictionary(e => e.Name);
    private static readonly FrozenDictionary<string, Editor> ByCollection = All.ToFrozenDictionary(e => e.Collection);

    /// <summary>By the name of feed and history, <c>agendaItem</c>; null where there is none.</summary>
    public static Editor? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>By the name in addresses, <c>agenda</c>; null where there is none.</summary>
    public static Editor? Of(string collection) => ByCollection.GetValueOrDefault(collection);
}
