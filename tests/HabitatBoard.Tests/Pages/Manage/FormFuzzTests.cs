using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>Every form of the secretariat, sent as no page of ours sends it: none fails, and what is refused has stored nothing.</summary>
public sealed class FormFuzzTests(BoardFixture board, ITestOutputHelper output) : IClassFixture<BoardFixture>
{
    private const int OddValuesPerForm = 4;

    private static readonly string[] Pages =
    [
        "/account/password", "/account/authenticator", "/manage/users", "/manage/keys", "/manage/delegations/new", "/manage/delegations/KEN", "/manage/persons/new", "/manage/groups/new", "/manage/bodies/new",
        "/manage/sessions/new", "/manage/sessions/2024-1/edit", "/manage/sessions/2024-1/meetings/new", "/manage/sessions/2024-1/agenda", "/manage/sessions/2024-1/agenda/4", "/manage/sessions/2024-1/documents/new", "/manage/sessions/2024-1/documents/HSP-EB.2024-1",
        "/manage/sessions/2024-1/documents/HSP-EB.2024-1/files", "/manage/sessions/2024-1/statements/new", "/manage/sessions/2024-1/decisions/2024-1", "/manage/sessions/2024-1/officers/new", "/manage/sessions/2024-1/attendance/new",
        "/manage/sessions/2024-1/report/2024-1", "/manage/sessions/2024-1/paragraphs/21", "/manage/sessions/2024-1/citations/new", "/manage/sessions/2024-1/events/new", "/manage/sessions/2024-1/acts/new", "/manage/sessions/2024-1/adoptions/new",
        "/manage/sessions/2024-1/roll", "/manage/sessions/2024-1/speakers/4", "/manage/sessions/2024-1/text?only=different", "/manage/sessions/2024-1/findings", "/manage/sessions/2024-1/import", "/manage/sessions/2024-1/publish",
        "/manage/registers/publish", "/manage/history/session/2024-1", "/manage/sessions/2024-1/agenda/15/remove", "/manage/delegations/removed",
    ];

    /// <summary>No text, half a character, a character that is none, signs that turn or hide text, too much of it, and what is only not meant.</summary>
    private static readonly string[] Odd =
    [
        "\0", "a\0b", "\u202eevil", "\u200b", "\ufffe", "\uffff", "\ufdd0", "\u0007", "\u001b[31m", new string('x', 1_999) + "😀😀", new string('x', 499) + "😀😀", new string('会', 70_000),
        "-1", "99999999999999999999", "2024-13-45", "<script>alert(1)</script>", "[", "{0}", "../..", "{\"a\":", "e\u0301", "\r\n", "remove x[0]", "back x,y", "unsay x",
    ];

    [Fact]
    public async Task NoForm_Fails_NorStoresWhatItRefuses()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var client = await board.SignedInAsync(Role.Administrator);
        var statuses = new Dictionary<int, int>();
        var tried = new HashSet<string>();
        var stands = await StandsAsync();
        foreach (var path in Pages)
        {
            var page = await client.GetPageAsync($"/en{path}");
            foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]"))
            {
                var address = form.QuerySelector("[formaction]")?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? $"/en{path}";
                var fields = FieldsOf(form);
                // Of forms that are alike, such as one for each line of a list, one.
                if (fields.Count < 2 || !tried.Add($"{address} {string.Join(' ', fields.Select(f => f.Name).Distinct())}"))
                {
                    continue;
                }
                foreach (var odd in random.GetItems(Odd, OddValuesPerForm))
                {
                    var at = random.Next(1, fields.Count);
                    await SendAsync(address, [.. fields[..at], (fields[at].Name, odd), .. fields[(at + 1)..]]);
                }
                var filled = Odd[random.Next(Odd.Length)];
                await SendAsync(address, [fields[0], .. fields[1..].Select(f => (f.Name, filled))]);
                await SendAsync(address, [fields[0]]);
                await SendAsync(address, [.. fields, .. fields[1..]]);
                await SendAsync(address, [.. fields, ("_do", "add"), ("do", "up"), ("unknown[999]", "x"), ("path", "no/such")]);
                // Not from a page of ours.
                Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(address, [("__RequestVerificationToken", "CfDJ8" + new string('A', 150)), .. fields[1..]]));
                Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(address, fields[1..]));
            }
        }
        output.WriteLine($"{tried.Count} forms; " + string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        Assert.True(tried.Count > 30, $"{tried.Count} forms were tried.");
        await client.GetPageAsync("/en/manage/keys");

        async Task<HttpStatusCode> SendAsync(string address, List<(string Name, string Value)> sent)
        {
            using var answer = await client.SendWithoutTokenAsync(address, sent);
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var what = $"seed {seed}: {address} {string.Join('&', sent.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value.Length > 80 ? f.Value[..80] + "…" : f.Value)}"))}\nanswered {status}";
            Assert.True(status < 500, $"{what}:\n{await answer.Content.ReadAsStringAsync()}");
            var stood = stands;
            stands = await StandsAsync();
            Assert.True(stands == stood || status < 400, $"{what}, and stored something.");
            return answer.StatusCode;
        }
    }

    private async Task<(long, int, int, int)> StandsAsync()
    {
        var stores = board.Services.GetRequiredService<BoardStores>();
        await using var working = await stores.Working.CreateDbContextAsync();
        await using var published = await stores.Published.CreateDbContextAsync();
        await using var accounts = await stores.Accounts.CreateDbContextAsync();
        return (await working.Changes.MaxAsync(c => c.Sequence), await published.Editions.CountAsync(), await accounts.Users.CountAsync(), await accounts.ApiKeys.CountAsync());
    }

    /// <summary>What a browser would send, the token first.</summary>
    private static List<(string Name, string Value)> FieldsOf(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll("[name]").Select(control => control switch
        {
            IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
            IHtmlTextAreaElement text => (text.Name!, text.Value),
            IHtmlInputElement input => (input.Name!, input.Value),
            _ => (control.GetAttribute("name")!, control.GetAttribute("value") ?? ""),
        }).DistinctBy(f => f.Item1).OrderBy(f => f.Item1 == "__RequestVerificationToken" ? 0 : 1),
    ];
}
