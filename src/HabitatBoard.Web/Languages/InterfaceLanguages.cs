using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Routing.Matching;

namespace HabitatBoard.Web.Languages;

/// <summary>The languages in which the interface exists. This is the one place that lists them, but for <c>wwwroot/sw.js</c>.</summary>
public static class InterfaceLanguages
{
    /// <summary>In United Nations order.</summary>
    public static IReadOnlyList<Language> All { get; } = OfficialLanguages.All;

    /// <summary>Reads a language of ours, in lower case as in our addresses.</summary>
    public static bool TryParse(string? code, out Language language) =>
        OfficialLanguages.TryParse(code, out language) && All.Contains(language);

    /// <summary>The language that the browser asks for.</summary>
    public static Language Choose(HttpRequest request) => Problems.LanguageOf(request, All);
}

/// <summary>Lets addresses begin with a language of ours only; any other is not found.</summary>
public sealed class LanguageConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        InterfaceLanguages.TryParse(values[routeKey] as string, out _);

    /// <summary>Keeps the pages out of the branches of other first words, such as <c>api</c>, when the tree of all addresses is built.</summary>
    public bool MatchesLiteral(string parameterName, string literal) => InterfaceLanguages.TryParse(literal, out _);
}
