using HabitatBoard.Languages;
using HabitatBoard.Sessions;

namespace HabitatBoard.Web.Pages.Sessions;

/// <summary>A session in one line: when, where, how, how far.</summary>
public sealed record SessionLead(DateOnly? StartsOn, DateOnly? EndsOn, LocalizedText Place, SessionMode? Mode, SessionStatus Status);
