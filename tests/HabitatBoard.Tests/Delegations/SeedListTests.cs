using HabitatBoard.Data;
using HabitatBoard.Delegations.Recognition;

namespace HabitatBoard.Tests.Delegations;

/// <summary>The lists of the report of the first session of 2024 against what the record says of them.</summary>
public class SeedListTests(RecognitionFixture register) : IClassFixture<RecognitionFixture>
{
    private const string Session = "2024-1";

    /// <summary>
    /// Paragraphs whose statements are those of delegations. In the others persons speak by their office, and a State that
    /// is named is where they come from.
    /// </summary>
    public static TheoryData<int> ListsOfSpeakers() => [.. Statements()
        .GroupBy(s => s.Paragraph)
        .Where(g => g.SelectMany(s => s.Speakers).Any(s => s is { Delegation: not null, Office: null }))
        .Select(g => g.Key)];

    public static TheoryData<int> ListsOfThoseAttending() =>
        [.. SeedFiles.Read<SeedFiles.AttendanceFile>($"{Session}/attendance").Classes.Select(c => c.Paragraph)];

    [Theory]
    [MemberData(nameof(ListsOfSpeakers))]
    public void Read_ParagraphThatListsSpeakers_GivesItsStatements(int paragraph)
    {
        var recorded = Statements()
            .Where(s => s.Paragraph == paragraph)
            .SelectMany(s => s.Speakers)
            .Where(s => s.Delegation is not null)
            .Select(s => (s.Delegation!, s.For ?? []));

        Assert.Equal(RecognitionFixture.Notation(recorded), RecognitionFixture.Notation(Read(paragraph)));
    }

    [Theory]
    [MemberData(nameof(ListsOfThoseAttending))]
    public void Read_ParagraphThatListsThoseAttending_GivesThem(int paragraph)
    {
        var recorded = Assert.Single(SeedFiles.Read<SeedFiles.AttendanceFile>($"{Session}/attendance").Classes, c => c.Paragraph == paragraph);

        Assert.Equal(string.Join(' ', recorded.Delegations), RecognitionFixture.Notation(Read(paragraph)));
        Assert.Empty(Read(paragraph).Unrecognised);
    }

    private static List<SeedFiles.StatementBlock> Statements() => SeedFiles.Read<List<SeedFiles.StatementBlock>>($"{Session}/statements");

    private Recognition Read(int paragraph) => register.Recogniser.Read(
        Assert.Single(SeedFiles.Read<List<SeedFiles.ParagraphRow>>($"{Session}/paragraphs"), p => p.Number == paragraph).Text["zh"].Text);
}
