using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api.V1;

namespace HabitatBoard.Web.Pages.Statements;

/// <summary>The form that narrows a list of statements, with what it holds.</summary>
/// <param name="Action">The address it asks.</param>
/// <param name="Keep">What else the address says and a new choice keeps.</param>
/// <param name="Sessions">The sessions to choose from; null on the page of one.</param>
/// <param name="Items">The items to choose from, as written in text, with their addresses.</param>
public sealed record StatementForm(
    string Action,
    (string Name, string Value)? Keep,
    StatementAcrossFilter Filter,
    PublishedRegisters.Snapshot Registers,
    Language Language,
    IReadOnlyList<(string Id, LocalizedText Title)>? Sessions,
    IReadOnlyList<(string Slug, string Label)> Items,
    IReadOnlySet<string> Speakers)
{
    /// <summary>In the order of the language's lists.</summary>
    public IEnumerable<Delegation> Delegations => Registers.Delegations.Values.Where(d => Speakers.Contains(d.Code)).OrderBy(d => d.SortKeys[Language], StringComparer.Ordinal);

    public IEnumerable<Group> Groups => Registers.Groups.Values.OrderBy(g => g.Name.For(Language)!.Value.Text.Text, StringComparer.Ordinal);

    public bool IsNarrow => Query.Length > 0;

    /// <summary>The filter as an address asks for it, <c>?delegation=KEN</c>; nothing where there is none.</summary>
    public string Query => QueryString.Create(new[]
    {
        ("session", Filter.Session), ("year", Filter.Year), ("item", Filter.Item), ("delegation", Filter.Delegation),
        ("onBehalfOf", Filter.OnBehalfOf), ("capacity", Filter.Capacity), ("kind", Filter.Kind),
    }.Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2))).ToString();

    /// <summary>The filter that an address asks for; a choice left open is no filter.</summary>
    public static StatementAcrossFilter Read(HttpRequest request)
    {
        return new StatementAcrossFilter
        {
            Item = Value("item"),
            Delegation = Value("delegation"),
            Capacity = Value("capacity"),
            Kind = Value("kind"),
            OnBehalfOf = Value("onBehalfOf"),
            Session = Value("session"),
            Year = Value("year"),
        };

        string? Value(string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
    }
}
