using HabitatBoard.Languages;
using HabitatBoard.Web.Pages.Reports;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>
/// The text of a report paragraph: references that lead somewhere are links, sub-paragraphs stand in a list, and the
/// paragraph carries its own label, since people link to it.
/// </summary>
[HtmlTargetElement("board-paragraph", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ParagraphTagHelper : BoardTagHelper
{
    public LocalizedText? Value { get; set; }

    public IReadOnlyList<ReportModel.Link> Links { get; set; } = [];

    protected override void Write(TagHelperContent content)
    {
        if (Value?.For(Frame.Language) is not var (language, text))
        {
            content.AppendHtml("<p><span class=\"nr\">").Append(T["notRecorded"]).AppendHtml("</span></p>");
            return;
        }
        var foreign = language == Frame.Language ? "" : $" lang=\"{language.Code}\" dir=\"{language.Direction}\"";
        var (lines, place) = (text.Text.Split('\n'), 0);
        content.AppendHtml($"<p{foreign}>");
        WriteLine(content, lines[0], ref place);
        content.AppendHtml("</p>");
        if (lines.Length > 1)
        {
            // What is numbered as the first item is of the first degree, the rest of the second: 1. and (a), (a) and (一).
            var first = Numbering(lines[1]);
            content.AppendHtml($"<ul{foreign}>");
            foreach (var line in lines.Skip(1))
            {
                content.AppendHtml(Numbering(line) != first ? "<li class=\"in\">" : "<li>");
                WriteLine(content, line, ref place);
                content.AppendHtml("</li>");
            }
            content.AppendHtml("</ul>");
        }
        if (language != Frame.Language || text.Status != TextStatus.Official)
        {
            content.AppendHtml("<p>");
            WriteLabel(content, Value, cover: null);
            content.AppendHtml("</p>");
        }
    }

    private static char Numbering(string line) => line switch
    {
        [var digit, ..] when char.IsAsciiDigit(digit) => '1',
        ['(', var letter, ..] when char.IsAsciiLetter(letter) => 'a',
        ['(', ..] => '一',
        _ => ' ',
    };

    /// <summary>Citations stand in the order of the text: each is looked for behind the one before.</summary>
    private void WriteLine(TagHelperContent content, string line, ref int place)
    {
        var at = 0;
        while (place < Links.Count)
        {
            var link = Links[place];
            var found = link.Printed.Length == 0 ? -1 : line.IndexOf(link.Printed, at, StringComparison.Ordinal);
            if (found < 0)
            {
                // In another line, or not printed in this language.
                if (Links.Skip(place + 1).FirstOrDefault(l => l.Printed.Length > 0 && line.IndexOf(l.Printed, at, StringComparison.Ordinal) >= 0) is null)
                {
                    break;
                }
                place++;
                continue;
            }
            content.Append(line[at..found]).AppendHtml(link.IsSymbol ? "<a class=\"sym\" href=\"" : "<a href=\"").Append(Frame.Href(link.Href))
                .AppendHtml(link.IsSymbol ? "\"><bdi dir=\"ltr\">" : "\">").Append(link.Printed).AppendHtml(link.IsSymbol ? "</bdi></a>" : "</a>");
            at = found + link.Printed.Length;
            place++;
        }
        content.Append(line[at..]);
    }
}
