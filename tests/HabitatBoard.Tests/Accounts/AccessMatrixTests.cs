using System.Net;
using System.Text.RegularExpressions;
using HabitatBoard.Accounts;
using HabitatBoard.Web.Caching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Accounts;

/// <summary>
/// Every endpoint by every kind of caller. What an endpoint requires is said once more here, independently of the code: one
/// without a rule fails. Whether what is asked for exists does not matter: who may not, learns nothing.
/// </summary>
public sealed partial class AccessMatrixTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    /// <summary>What an endpoint requires of its caller.</summary>
    private enum Access
    {
        Anyone,
        SignedIn,
        Edit,
        Publish,
        Administer,
    }

    /// <summary>
    /// By route, a method before it where methods differ. What is made from the published store and only read is for anyone and
    /// needs no line.
    /// </summary>
    private static readonly Dictionary<string, Access> Rules = new()
    {
        [""] = Access.Anyone,
        ["problems/{code}"] = Access.Anyone,
        // Files of published versions that are not restricted.
        ["documents/{slug}/{lang}/{file}"] = Access.Anyone,
        ["health/live"] = Access.Anyone,
        ["health/ready"] = Access.Anyone,
        ["{lang}/account/sign-in"] = Access.Anyone,
        ["{lang}/account/link"] = Access.Anyone,
        ["{lang}/account"] = Access.SignedIn,
        ["{lang}/account/password"] = Access.SignedIn,
        ["{lang}/account/authenticator"] = Access.SignedIn,
        ["{lang}/manage"] = Access.Edit,
        ["{lang}/manage/sessions/{session}"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/edit"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/remove"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/documents/{key}/files"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/roll"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/speakers/{item}"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/{collection}"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/{collection}/new"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/{collection}/removed"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/{collection}/{key}"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/{collection}/{key}/remove"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/text"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/findings"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/import"] = Access.Edit,
        ["{lang}/manage/registers"] = Access.Edit,
        // Their buttons are for Publishers: Publishing/PublicationPageTests.
        ["{lang}/manage/publish"] = Access.Edit,
        ["{lang}/manage/registers/publish"] = Access.Edit,
        ["{lang}/manage/sessions/{session}/publish"] = Access.Edit,
        ["{lang}/manage/history"] = Access.Edit,
        ["{lang}/manage/history/{resource}/{key}"] = Access.Edit,
        ["{lang}/manage/{collection}"] = Access.Edit,
        ["{lang}/manage/{collection}/new"] = Access.Edit,
        ["{lang}/manage/{collection}/removed"] = Access.Edit,
        ["{lang}/manage/{collection}/{key}"] = Access.Edit,
        ["{lang}/manage/{collection}/{key}/remove"] = Access.Edit,
        ["{lang}/manage/users"] = Access.Administer,
        ["{lang}/manage/keys"] = Access.Administer,
        ["api/v1/sessions/{session}/checks"] = Access.Edit,
        ["api/v1/sessions/{session}/publish"] = Access.Publish,
        ["api/v1/registers/publish"] = Access.Publish,
        ["api/v1/imports"] = Access.Edit,
    };

    /// <summary>A kind of caller.</summary>
    /// <param name="Key">Whether it is a system with a key, and not a person.</param>
    private sealed record Caller(string Name, Role? Role, bool SignedIn, bool SecondFactor, bool Key, HttpClient Http);

    [Fact]
    public async Task EveryEndpoint_AnswersEveryKindOfCaller_AsItsRuleSays()
    {
        var callers = await CallersAsync();
        var wrong = new List<string>();
        var cells = 0;
        foreach (var endpoint in board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // Without the constraints of its parameters.
            var route = string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
            {
                RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                RoutePatternLiteralPart literal => literal.Content,
                _ => ((RoutePatternSeparatorPart)p).Content,
            }))));
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            foreach (var method in methods)
            {
                if (RuleOf(endpoint, route, method) is not { } access)
                {
                    wrong.Add($"{method} /{route} has no rule");
                    continue;
                }
                foreach (var caller in callers)
                {
                    cells++;
                    using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(route));
                    if (method != "GET")
                    {
                        request.Content = route.StartsWith("api/", StringComparison.Ordinal) ? new StringContent("{}", null, "application/json") : new FormUrlEncodedContent([]);
                    }
                    using var response = await caller.Http.SendAsync(request);
                    var (expected, actual) = (Expected(access, caller, route, method), Actual(response));
                    if (expected != actual || (int)response.StatusCode >= 500)
                    {
                        wrong.Add($"{method} /{route} by {caller.Name}: {(int)response.StatusCode} {response.Headers.Location} is {actual}, not {expected}");
                    }
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(cells > 500, $"Only {cells} cells were tried.");
    }

    private static Access? RuleOf(RouteEndpoint endpoint, string route, string method) =>
        Rules.TryGetValue($"{method} {route}", out var access) || Rules.TryGetValue(route, out access) ? access
            : route == "{lang}/preview" || route.StartsWith("{lang}/preview/", StringComparison.Ordinal) ? Access.Edit
            // Whatever the API writes, nouns or a batch of them, is editing unless a line says more.
            : method != "GET" && route.StartsWith("api/v1/", StringComparison.Ordinal) ? Access.Edit
            : method == "GET" && endpoint.Metadata.GetMetadata<PublishedContent>() is not null ? Access.Anyone
            : null;

    private static string Expected(Access access, Caller caller, string route, string method)
    {
        var api = route.StartsWith("api/", StringComparison.Ordinal);
        // Keys open the API alone; there they are the only way to write.
        var known = caller.SignedIn && (caller.Key ? api : !api || method == "GET");
        return access == Access.Anyone ? "open"
            : !known ? "sign in"
            : access == Access.SignedIn ? "open"
            : caller.Role >= (access == Access.Edit ? Role.Editor : access == Access.Publish ? Role.Publisher : Role.Administrator) && (access == Access.Edit || caller.SecondFactor) ? "open"
            : "forbidden";
    }

    private static string Actual(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => "sign in",
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.Found when response.Headers.Location!.ToString().Contains("/account/sign-in?returnUrl=", StringComparison.Ordinal) => "sign in",
        HttpStatusCode.Found when response.Headers.Location!.ToString().Contains("/account/authenticator?returnUrl=", StringComparison.Ordinal) => "forbidden",
        _ => "open",
    };

    private static string AddressOf(string route) => "/" + Parameter().Replace(route, match => match.Groups[1].Value switch
    {
        "lang" => "en",
        "session" => "2024-1",
        _ => "1",
    });

    private async Task<List<Caller>> CallersAsync()
    {
        var callers = new List<Caller> { new("anybody", null, false, false, false, board.NewStaffClient().Http) };
        foreach (var role in new Role?[] { null, Role.Editor, Role.Publisher, Role.Administrator })
        {
            foreach (var secondFactor in new[] { false, true })
            {
                callers.Add(new Caller($"{role?.ToString() ?? "no role"}{(secondFactor ? " with a second factor" : "")}", role, true, secondFactor, false, (await board.SignedInAsync(role, secondFactor)).Http));
            }
        }
        foreach (var role in Enum.GetValues<Role>())
        {
            callers.Add(new Caller($"key of {role}", role, true, true, true, await board.WithKeyAsync(role)));
        }
        return callers;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
