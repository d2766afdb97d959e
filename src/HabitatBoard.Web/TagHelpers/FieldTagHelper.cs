using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>A field of a form with its label, its hint, and what is wrong with it; what was typed stands in it again.</summary>
[HtmlTargetElement("board-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    public int? MaxLength { get; set; }

    public bool Required { get; set; } = true;

    /// <summary><c>ltr</c> for what is Latin in every language, such as a name to sign in with.</summary>
    public string? Dir { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        ViewContext.ModelState.TryGetValue(Name, out var state);
        var label = new TagBuilder("label") { Attributes = { ["for"] = Name } };
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        var described = new List<string>();
        if (Hint is not null)
        {
            Describe("hint", "note", Hint);
        }
        foreach (var error in state?.Errors ?? [])
        {
            Describe("error", "wrong", error.ErrorMessage);
        }
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["id"] = Name, ["name"] = Name, ["type"] = Type } };
        Set("autocomplete", Autocomplete);
        Set("maxlength", MaxLength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set("required", Required ? "" : null);
        Set("dir", Dir);
        Set("aria-describedby", described.Count == 0 ? null : string.Join(' ', described));
        Set("aria-invalid", state?.Errors.Count > 0 ? "true" : null);
        // A password is never sent back.
        Set("value", Type == "password" ? null : state?.AttemptedValue ?? Value);
        output.Content.AppendHtml(input);

        void Set(string attribute, string? value)
        {
            if (value is not null)
            {
                input.Attributes[attribute] = value;
            }
        }

        void Describe(string kind, string style, string text)
        {
            var id = $"{Name}-{kind}";
            var paragraph = new TagBuilder("p") { Attributes = { ["class"] = style } };
            // Several things may be wrong: the first bears the id.
            if (!described.Contains(id))
            {
                paragraph.Attributes["id"] = id;
                described.Add(id);
            }
            paragraph.InnerHtml.Append(text);
            output.Content.AppendHtml(paragraph);
        }
    }
}
