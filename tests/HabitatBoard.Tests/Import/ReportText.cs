using System.Text;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Tests.Reports;

namespace HabitatBoard.Tests.Import;

/// <summary>A report composed from facts, as plain text: masthead, headings, numbered paragraphs.</summary>
internal static class ReportText
{
    public static string Of(ReportFacts facts, Language language)
    {
        var phrasing = LanguagePhrasing.Of(language)!;
        var composed = SeedReport.Compose(facts, language).Paragraphs.ToDictionary(p => p.Number, p => p.Text);
        var report = facts.Report!;
        var text = new StringBuilder();
        Block(Text(report.Organization));
        Block(facts.Documents.First(d => d.Slug == report.DocumentSlug).Symbol!);
        Block(Text(report.Programme));
        Block(Text(report.ProgrammeShortName));
        Block("Distr.: General\n14 May 2024");
        Block("Original: English");
        Block(Text(report.Organ));
        Block(Text(facts.Session.Title));
        Block(Text(report.DatesAndPlace));
        Block(Text(report.Title));
        foreach (var rapporteur in facts.Officers.Where(o => o.Office == Office.Rapporteur))
        {
            var (name, of) = (Text(facts.Persons[rapporteur.PersonCode].Name), Text(facts.Delegations[rapporteur.DelegationCode!].RunningName));
            Block(language == Language.Zh ? $"报告员：{name}（{of}）" : $"Rapporteur: {name} ({of})");
        }
        foreach (var section in facts.Sections.OrderBy(s => s.Order))
        {
            Block(section.Letter.Length > 0 ? $"{section.Letter}. {Text(section.Heading)}" : section.Number == 0 ? Text(section.Heading) : $"{phrasing.SectionNumber(section.Number)} {Text(section.Heading)}");
            foreach (var paragraph in facts.Paragraphs.Where(p => p.SectionId == section.Id).OrderBy(p => p.Number))
            {
                Block($"{paragraph.Number}. {composed[paragraph.Number]}");
            }
        }
        return text.ToString();

        string Text(LocalizedText value) => value.For(language)?.Text.Text ?? "";

        void Block(string block) => text.Append(block).Append("\n\n");
    }
}
