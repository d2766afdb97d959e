using HabitatBoard.Editing;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages.Manage.Forms;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>The fields of drafts as forms show them.</summary>
public sealed class DraftShapeTests
{
    public static TheoryData<Language> Languages => [.. InterfaceLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryKindOfFact_AndEveryField_AndEveryChoice_HasWords(Language language)
    {
        var phrases = Phrases.In(language);
        Assert.All(Editors.All, editor =>
        {
            Assert.Contains($"noun.{editor.Name}", phrases.Keys);
            Assert.Contains($"nouns.{editor.Name}", phrases.Keys);
            Assert.All(Fields(DraftShape.Of(editor.DraftType)), f =>
            {
                Assert.NotEmpty(f.Shape.Label(phrases, f.Field));
                if (f.Field.Type.IsEnum)
                {
                    Assert.All(Enum.GetNames(f.Field.Type), name => Assert.NotEmpty(phrases[$"{f.Field.Type.Name}.{name}"]));
                }
            });
        });
    }

    [Fact]
    public void EveryWordForAField_IsForOneThereIs()
    {
        var fields = Editors.All.SelectMany(e => Fields(DraftShape.Of(e.DraftType))).SelectMany(f => new[] { f.Field.Name, $"{f.Shape.Noun}.{f.Field.Name}" }).ToHashSet();
        var keys = Phrases.In(Language.En).Keys.Where(k => k.StartsWith("field.", StringComparison.Ordinal) || k.StartsWith("hint.", StringComparison.Ordinal));
        // What has a history and no form: the texts that were edited, the findings that were accepted.
        string[] kept = ["pinnedText", "acceptedFinding"];
        Assert.DoesNotContain(keys, k => !kept.Contains(k.Split('.')[1]) && !fields.Contains(k[(k.IndexOf('.', StringComparison.Ordinal) + 1)..]));
        var nouns = Phrases.In(Language.En).Keys.Where(k => k.StartsWith("noun.", StringComparison.Ordinal) || k.StartsWith("nouns.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]);
        Assert.Empty(nouns.Except(Editors.All.Select(e => e.Name)).Except(kept));
    }

    [Fact]
    public void AMistake_IsLocatedInItsControl_AndNamedAsPeopleNameIt()
    {
        var shape = DraftShape.Of(Editors.Named("decision")!.DraftType);
        var phrases = Phrases.In(Language.En);
        Assert.Equal("parts[1].paragraphs[0].text.fr", shape.Locate(phrases, "parts[1].paragraphs[0].text.fr").Control);
        Assert.Equal("parts[1].title.en", shape.Locate(phrases, "parts[1].title").Control);
        Assert.Equal("parts[1]", shape.Locate(phrases, "parts[1]").Control);
        Assert.Contains("Parts 2", shape.Locate(phrases, "parts[1].letter").Label, StringComparison.Ordinal);
        Assert.Equal("titleStatus.en", shape.Locate(phrases, "titleStatus.en").Control);
        Assert.Equal("", shape.Locate(phrases, "nothing").Control);
    }

    private static IEnumerable<(DraftShape Shape, DraftField Field)> Fields(DraftShape shape) =>
        shape.Fields.SelectMany(f => f.Inner is null ? [(shape, f)] : Fields(f.Inner).Prepend((shape, f)));
}
