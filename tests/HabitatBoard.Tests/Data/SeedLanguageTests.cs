using System.Reflection;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Data;

/// <summary>The seed's titles, offices, groups and headings exist in all six languages; what is our rendering says so.</summary>
public sealed class SeedLanguageTests
{
    /// <summary>Organizations without an established name in a language, and persons, whose names are not translated.</summary>
    private static readonly HashSet<string> NotTranslated =
    [
        "Youth Alert Foundation", "Shelter Afrique Development Bank", "ICLEI – Local Governments for Sustainability", "Huairou Commission",
    ];

    [Fact]
    public async Task EveryTitleAndName_IsInAllSixLanguages()
    {
        await using var board = await TestInstallation.SeededAsync();
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        var missing = new List<string>();
        var seen = 0;
        foreach (var (what, text) in await TitlesAsync(db))
        {
            seen++;
            missing.AddRange(OfficialLanguages.All.Where(l => text[l] is null && !NotTranslated.Contains(text.En?.Text ?? "")).Select(l => $"{what} has no {l.Code}: {text.En?.Text ?? text.Zh?.Text}"));
        }
        Assert.True(seen > 400, $"Only {seen} texts were looked at.");
        Assert.True(missing.Count == 0, string.Join('\n', missing.Distinct()));
    }

    [Fact]
    public async Task OurRenderings_AreUnofficial()
    {
        await using var board = await TestInstallation.SeededAsync();
        await using var db = await board.Stores.Published.CreateDbContextAsync();
        var titles = await TitlesAsync(db);
        Assert.All(titles.Where(t => t.What != "Delegation"), t => Assert.All(
            t.Text.Present().Where(p => p.Language != Language.Zh),
            p => Assert.Equal(TextStatus.Unofficial, p.Text.Status)));
    }

    /// <summary>All texts of the record but those of paragraphs, persons and the slots of the report.</summary>
    private static async Task<IReadOnlyList<(string What, LocalizedText Text)>> TitlesAsync(BoardDbContext db)
    {
        string[] properties = ["Title", "Heading", "Office", "Name", "ListName", "RunningName", "Subject", "Place", "Organization", "Programme", "ProgrammeShortName", "Organ", "DatesAndPlace"];
        string[] left = ["Person", "Paragraph", "DecisionParagraph", "Citation"];
        var texts = new List<(string, LocalizedText)>();
        foreach (var unit in new[] { PublishedUnit.Registers, "2023-3", "2024-1", "2024-2" })
        {
            foreach (var (table, rows) in (await PublishedUnit.Named(unit).ReadAsync(db, CancellationToken.None)).Tables)
            {
                var wanted = table.RowType.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                    .Where(p => p.PropertyType == typeof(LocalizedText) && properties.Contains(p.Name) && !left.Contains(table.RowType.Name)
                        // What somebody spoke about is a slot of the report, not a title.
                        && (p.Name, table.RowType.Name) != ("Subject", "Statement"));
                texts.AddRange(from property in wanted
                               from row in rows
                               let text = (LocalizedText)property.GetValue(row)!
                               where !text.IsNone
                               select (table.RowType.Name, text));
            }
        }
        return texts;
    }
}
