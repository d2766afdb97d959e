using System.Text.Json.Nodes;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Tests.Reports;

/// <summary>The composed report over HTTP.</summary>
public sealed class ReportApiTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Get_Report_GivesComposedTextBesideThePublished()
    {
        var report = await board.GetJsonAsync("/api/v1/sessions/2024-1/report");
        var paragraphs = report["paragraphs"]!.AsArray().OfType<JsonNode>().ToList();
        Assert.Equal(73, paragraphs.Count(p => p["matches"]!.GetValue<bool>()));
        Assert.All(paragraphs, p =>
        {
            Assert.All(LanguagePhrasing.All, l => Assert.NotEmpty(p["composed"]![l.Language.Code]!.GetValue<string>()));
        });
    }
}
