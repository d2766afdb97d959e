using System.Text.RegularExpressions;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Web.Pages.Reports;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>
/// The text of a report paragraph: references that lead somewhere are links, sub-paragraphs stand in a list, and the
/// paragraph carries its own label, since people link to it.
/// </summary>
[HtmlTargetElement("board-paragraph", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class ParagraphTagHelper : BoardTagHelper
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
            content.AppendHtml($"<ul{foreign}>");
            foreach (var (degree, mark, words) in Mark.Read(lines[1..]))
            {
                content.AppendHtml(degree == 2 ? "<li class=\"in\">" : "<li>");
                WriteLine(content, mark is null ? words : $"{mark.Text} {words}", ref place);
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
            Write(content, line[at..found]);
            content.AppendHtml(link.IsSymbol ? "<a class=\"sym\" href=\"" : "<a href=\"").Append(Frame.Href(link.Href))
                .AppendHtml(link.IsSymbol ? "\"><bdi dir=\"ltr\">" : "\">").Append(link.Printed).AppendHtml(link.IsSymbol ? "</bdi></a>" : "</a>");
            at = found + link.Printed.Length;
            place++;
        }
        Write(content, line[at..]);
    }

    /// <summary>
    /// What composition borrowed from another language says so to the browser, too. It and what is in Latin letters among
    /// Arabic keep their own direction.
    /// </summary>
    private void Write(TagHelperContent content, string text)
    {
        var at = 0;
        var language = Value!.For(Frame.Language)!.Value.Language;
        foreach (Match foreign in (language.Direction == "rtl" ? BorrowedOrLatin() : Borrowed()).Matches(text))
        {
            content.Append(text[at..foreign.Index])
                .AppendHtml(OfficialLanguages.TryParse(foreign.Groups[1].Value, out var from) ? $"<bdi lang=\"{from.Code}\" dir=\"{from.Direction}\">" : "<bdi dir=\"ltr\">")
                .Append(foreign.Value).AppendHtml("</bdi>");
            at = foreign.Index + foreign.Length;
        }
        content.Append(text[at..]);
    }

    /// <summary>As <see cref="Reports.Phrasing.LanguagePhrasing.Borrowed"/> marks it.</summary>
    [GeneratedRegex(@"\[(ar|zh|en|fr|ru|es): [^\]]*\]")]
    private static partial Regex Borrowed();

    [GeneratedRegex(@"\[(ar|zh|en|fr|ru|es): [^\]]*\]|[A-Za-z\u00C0-\u024F][A-Za-z\u00C0-\u024F0-9 /.’'–-]*[A-Za-z\u00C0-\u024F0-9]")]
    private static partial Regex BorrowedOrLatin();
}
