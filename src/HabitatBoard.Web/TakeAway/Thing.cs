namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// What a page is about, for machines, in the words of schema.org. It stands on the page as microdata: a script of JSON-LD
/// would be the one thing inline on the whole site.
/// </summary>
/// <param name="Type">The type, <c>Event</c>.</param>
/// <param name="Properties">What is known of it; what is null is left out.</param>
public sealed record Thing(string Type, params IReadOnlyList<(string Name, string? Value)> Properties);
