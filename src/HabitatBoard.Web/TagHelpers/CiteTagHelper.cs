using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>
/// How to cite what stands here: the reference in the Organization's form, with the permanent address. Text that one can select;
/// where scripts run they add a button that copies it.
/// </summary>
[HtmlTargetElement("board-cite", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CiteTagHelper(PublicAddress address) : BoardTagHelper
{
    /// <summary>The reference, <c>HSP/EB.2024/12, para. 21</c>.</summary>
    public string Reference { get; set; } = "";

    /// <summary>The address after the language, with its anchor.</summary>
    public string At { get; set; } = "";

    /// <summary>What tells it from others on the page, to those who hear it: <c>¶21</c>; nothing where there is one.</summary>
    public string? Of { get; set; }

    protected override void Write(TagHelperContent content)
    {
        // What is not published cannot be cited yet.
        if (Frame.IsPreview)
        {
            return;
        }
        Frame.IsCited = true;
        var href = address.Of(Frame.Href(At));
        content.AppendHtml("<details class=\"cite\"><summary>").Append(T["cite.label"]);
        if (Of is not null)
        {
            content.AppendHtml("<span class=\"vh\"> ").Append(Of).AppendHtml("</span>");
        }
        content.AppendHtml("</summary><p><bdi>").Append(Reference).AppendHtml("</bdi> <a dir=\"ltr\" href=\"").Append(href).AppendHtml("\">").Append(href).AppendHtml("</a></p></details>");
    }
}
