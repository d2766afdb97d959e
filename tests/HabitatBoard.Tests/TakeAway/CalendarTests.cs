using System.Globalization;
using System.Net;
using System.Text;
using HabitatBoard.Languages;
using HabitatBoard.Web.TakeAway;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>Calendars, read back by a reader of their own.</summary>
public sealed class CalendarTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    public static TheoryData<string> Languages => [.. OfficialLanguages.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task TheCalendar_HoldsEverySessionAndEvent_WithItsDays(string language)
    {
        var calendar = CalendarComponent.Read(await board.Client.GetByteArrayAsync($"/{language}/calendar.ics"));
        Assert.Equal("2.0", calendar.One("VERSION"));
        Assert.NotEmpty(calendar.One("PRODID"));
        Assert.All(calendar.Components, c => Assert.Equal("VEVENT", c.Name));
        Assert.Equal(calendar.Components.Count, calendar.Components.Select(c => c.One("UID")).Distinct().Count());

        var expected = new List<(DateOnly From, DateOnly Last, string Title)>();
        foreach (var session in (await board.GetJsonAsync("/api/v1/sessions"))["items"]!.AsArray())
        {
            expected.AddRange(Dated(session!, session!["title"]!, language));
            foreach (var happening in (await board.GetJsonAsync($"/api/v1/sessions/{session["id"]}/events"))["items"]!.AsArray())
            {
                expected.AddRange(Dated(happening!, happening!["title"]!, language));
            }
        }
        Assert.NotEmpty(expected);
        // The end of whole days is the day after the last.
        Assert.Equal(
            expected.Order(),
            calendar.Components.Select(c => (Day(c, "DTSTART"), Day(c, "DTEND").AddDays(-1), c.Text("SUMMARY"))).Where(c => expected.Contains(c)).Order());
        Assert.All(calendar.Components, c =>
        {
            Assert.Matches(@"^\d{8}T\d{6}Z$", c.One("DTSTAMP"));
            Assert.True(Day(c, "DTSTART") < Day(c, "DTEND"));
        });
    }

    [Fact]
    public async Task AThing_HasOneId_InEveryCalendarAndLanguage()
    {
        var all = CalendarComponent.Read(await board.Client.GetByteArrayAsync("/en/calendar.ics")).Components.Select(c => c.One("UID")).ToHashSet();
        foreach (var language in OfficialLanguages.All)
        {
            var one = CalendarComponent.Read(await board.Client.GetByteArrayAsync($"/{language.Code}/sessions/2024-1/calendar.ics")).Components.Select(c => c.One("UID")).ToList();
            Assert.NotEmpty(one);
            Assert.Empty(one.Except(all));
            Assert.True(one.Count < all.Count);
        }
    }

    [Fact]
    public async Task ACalendar_IsRevalidated_AndSaysWhatItIs()
    {
        using var first = await board.Client.GetAsync("/fr/sessions/2024-1/calendar.ics");
        Assert.Equal("text/calendar", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", first.Content.Headers.ContentType.CharSet);
        Assert.Equal("2024-1.fr.ics", first.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/sessions/2024-1/calendar.ics");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await board.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/xx/calendar.ics", 404)]
    [InlineData("/en/sessions/2099-1/calendar.ics", 404)]
    [InlineData("/en/sessions/nonsense/calendar.ics", 404)]
    [InlineData("/en/calendar.ics?year=2024", 400)]
    public async Task WhatIsNotThere_IsSaidSo(string address, int status)
    {
        using var response = await board.Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a, b; c \\ d\r\ne\nf")]
    [InlineData("人居署执行局主席团在两届会议之间举行的非正式会议，以及其他在报告中提到的、有日期的活动")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("a\u0000b\u0007c\td")]
    public void AnyText_ComesBack_AsItWas(string value)
    {
        var octets = new CalendarText().Line("BEGIN", "VCALENDAR").Text("SUMMARY;LANGUAGE=zh", value).Line("END", "VCALENDAR").ToBytes();
        var expected = value.ReplaceLineEndings("\n").Replace("\u0000", "", StringComparison.Ordinal).Replace("\u0007", "", StringComparison.Ordinal).Replace('\t', ' ');
        Assert.Equal(expected, CalendarComponent.Read(octets).Text("SUMMARY"));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(octets));
    }

    private static IEnumerable<(DateOnly, DateOnly, string)> Dated(System.Text.Json.Nodes.JsonNode thing, System.Text.Json.Nodes.JsonNode title, string language)
    {
        if ((string?)thing["startsOn"] is { } from)
        {
            var name = (string?)title[language] ?? (string?)title["en"] ?? (string)title["zh"]!;
            yield return (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse((string?)thing["endsOn"] ?? from, CultureInfo.InvariantCulture), name);
        }
    }

    private static DateOnly Day(CalendarComponent component, string name)
    {
        var (parameters, value) = Assert.Single(component.Properties[name]);
        Assert.Equal("DATE", Assert.Single(parameters).Value);
        return DateOnly.ParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture);
    }
}
