using System.Text;

namespace HabitatBoard.Papers;

/// <summary>
/// A paper as plain text in UTF-8. One line for each paragraph and sub-paragraph, however long: windows wrap lines, and
/// what is wrapped here could not be put together again in languages without spaces. The title is underlined by
/// <c>=</c>, a section by <c>-</c>, a part of one by <c>~</c>; sub-paragraphs are set in by
/// four spaces for each degree, notes begin with an asterisk.
/// </summary>
internal static class TextPaper
{
    public static void Write(Paper paper, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var (masthead, language) = (paper.Masthead, paper.Language);
        foreach (var line in new[] { masthead.Organization?.Plain, masthead.Symbol, masthead.Programme?.Plain, masthead.ProgrammeShortName?.Plain }.OfType<string>())
        {
            writer.WriteLine(line);
        }
        writer.WriteLine();
        foreach (var line in masthead.Issue(language))
        {
            writer.WriteLine(line);
        }
        writer.WriteLine();
        foreach (var line in new[] { masthead.Organ, masthead.Session, masthead.DatesAndPlace }.OfType<PaperText>())
        {
            writer.WriteLine(line.Plain);
        }
        Heading(paper.Title.Plain, '=');
        if (paper.Rapporteur is not null)
        {
            writer.WriteLine();
            writer.WriteLine(paper.Rapporteur.Plain);
        }
        if (paper.Notice is not null)
        {
            writer.WriteLine();
            writer.WriteLine(paper.Notice);
        }
        foreach (var section in paper.Sections)
        {
            if (section.Heading is { } heading)
            {
                Heading($"{section.Mark?.Text}{section.AfterMark}{heading.Plain}", section.Level == 1 ? '-' : '~');
            }
            foreach (var paragraph in section.Paragraphs)
            {
                writer.WriteLine();
                writer.WriteLine(paragraph.Mark is null ? Said(paragraph.Text) : $"{paragraph.Mark.Text} {Said(paragraph.Text)}");
                foreach (var line in paragraph.Lines)
                {
                    writer.WriteLine($"{new string(' ', 4 * line.Degree)}{line.Plain}");
                }
            }
            foreach (var note in section.Notes)
            {
                writer.WriteLine();
                writer.WriteLine($"* {note.Plain}");
            }
        }

        void Heading(string text, char line)
        {
            writer.WriteLine();
            writer.WriteLine(text);
            writer.WriteLine(new string(line, Math.Min(text.Length, 72)));
        }

        string Said(PaperText text) => text.Runs.Count == 0 ? paper.NotRecorded : text.Plain;
    }
}
