using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages;
using HabitatBoard.Web.Pages.Documents;
using HabitatBoard.Web.Pages.Statements;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>A pattern that recurs on the pages. It leaves nothing of its own element behind.</summary>
public abstract class BoardTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Frame Frame => Frame.Of(ViewContext.HttpContext);

    protected Phrases T => Frame.T;

    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        Write(output.Content);
    }

    protected abstract void Write(TagHelperContent content);

    /// <summary>A text of the record: its language where that is not the page's, its label where it is not official.</summary>
    protected void WriteText(TagHelperContent content, LocalizedText value, TextStatus? cover = null, bool label = true, bool isolate = false)
    {
        if (value.For(Frame.Language) is not var (language, text))
        {
            return;
        }
        if (language != Frame.Language)
        {
            content.AppendHtml($"<bdi lang=\"{language.Code}\"{(language.Direction == Frame.Language.Direction ? "" : $" dir=\"{language.Direction}\"")}>").Append(text.Text).AppendHtml("</bdi>");
        }
        else if (isolate)
        {
            content.AppendHtml("<bdi>").Append(text.Text).AppendHtml("</bdi>");
        }
        else
        {
            content.Append(text.Text);
        }
        if (label)
        {
            WriteLabel(content, value, cover, " ");
        }
    }

    protected void WriteLabel(TagHelperContent content, LocalizedText value, TextStatus? cover, string before = "")
    {
        if (value.For(Frame.Language) is not var (language, text))
        {
            return;
        }
        var key = language != Frame.Language ? $"text.in.{language.Code}"
            : text.Status != TextStatus.Official && text.Status != cover ? $"TextStatus.{text.Status}"
            : null;
        if (key is not null)
        {
            content.AppendHtml(before).AppendHtml("<span class=\"tag\">").Append(T[key]).AppendHtml("</span>");
        }
    }

    protected void WriteRef(TagHelperContent content, string session, int? paragraph)
    {
        if (paragraph is { } number)
        {
            content.AppendHtml("<a class=\"ref\" href=\"").AppendHtml(Frame.Href(string.Create(CultureInfo.InvariantCulture, $"/sessions/{session}/report#p{number}")))
                .AppendHtml("\"><span class=\"vh\">").Append(T["ref.paragraph"]).AppendHtml(string.Create(CultureInfo.InvariantCulture, $" </span>¶{number}</a>"));
        }
    }

    protected void WriteDelegation(TagHelperContent content, Delegation delegation, bool list = false)
    {
        content.AppendHtml("<a href=\"").Append(Frame.Href($"/delegations/{Uri.EscapeDataString(delegation.Code)}")).AppendHtml("\">");
        WriteText(content, list ? delegation.ListName : delegation.RunningName, label: false, isolate: true);
        content.AppendHtml("</a>");
    }

    protected void WriteSymbol(TagHelperContent content, string symbol, string? slug)
    {
        var name = $"<bdi dir=\"ltr\"{(slug is null ? " class=\"sym\"" : "")}>";
        if (slug is null)
        {
            content.AppendHtml(name).Append(symbol).AppendHtml("</bdi>");
            return;
        }
        content.AppendHtml("<a class=\"sym\" href=\"").Append(Frame.Href($"/documents/{Uri.EscapeDataString(slug)}")).AppendHtml("\">").AppendHtml(name).Append(symbol).AppendHtml("</bdi></a>");
    }
}

/// <summary>A text of the record in the page's language, or visibly in another.</summary>
[HtmlTargetElement("board-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextTagHelper : BoardTagHelper
{
    public LocalizedText? Value { get; set; }

    /// <summary>The status that a label above already states for all that stands under it.</summary>
    public TextStatus? Cover { get; set; }

    /// <summary>Whether to label it here; a link, say, has its label behind it.</summary>
    public bool Label { get; set; } = true;

    /// <summary>Whether it is a name, to be kept apart from the direction of what surrounds it.</summary>
    public bool Name { get; set; }

    protected override void Write(TagHelperContent content)
    {
        if (Value is not null)
        {
            WriteText(content, Value, Cover, Label, Name);
        }
    }
}

/// <summary>The label of a text that stands elsewhere, such as in a link before it.</summary>
[HtmlTargetElement("board-label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LabelTagHelper : BoardTagHelper
{
    public LocalizedText? Value { get; set; }

    public TextStatus? Cover { get; set; }

    protected override void Write(TagHelperContent content)
    {
        if (Value is not null)
        {
            WriteLabel(content, Value, Cover);
        }
    }
}

/// <summary>The label for all texts that stand under a heading; see <see cref="Cover"/>.</summary>
[HtmlTargetElement("board-cover", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CoverTagHelper : BoardTagHelper
{
    public TextStatus? Value { get; set; }

    protected override void Write(TagHelperContent content)
    {
        if (Value is { } status and not TextStatus.Official)
        {
            content.AppendHtml("<span class=\"tag\">").Append(T.Of(status)).AppendHtml("</span>");
        }
    }
}

/// <summary>The report paragraph that states a fact.</summary>
[HtmlTargetElement("board-ref", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RefTagHelper : BoardTagHelper
{
    public string Session { get; set; } = "";

    public int? Paragraph { get; set; }

    protected override void Write(TagHelperContent content) => WriteRef(content, Session, Paragraph);
}

/// <summary>A document's symbol, linked to the document where the record has it.</summary>
[HtmlTargetElement("board-symbol", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SymbolTagHelper : BoardTagHelper
{
    public string Symbol { get; set; } = "";

    public string? Slug { get; set; }

    protected override void Write(TagHelperContent content) => WriteSymbol(content, Symbol, Slug);
}

/// <summary>A delegation by its name in running text, or by the one in lists.</summary>
[HtmlTargetElement("board-delegation", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DelegationTagHelper : BoardTagHelper
{
    public Delegation? Value { get; set; }

    public bool List { get; set; }

    protected override void Write(TagHelperContent content)
    {
        if (Value is not null)
        {
            WriteDelegation(content, Value, List);
        }
    }
}

/// <summary>An agenda item by its number.</summary>
[HtmlTargetElement("board-item", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ItemTagHelper : BoardTagHelper
{
    public string Session { get; set; } = "";

    /// <summary>As written in text, <c>2(a)</c>.</summary>
    public string? Number { get; set; }

    protected override void Write(TagHelperContent content)
    {
        if (Number is not null)
        {
            content.AppendHtml("<a href=\"").AppendHtml(Frame.Href($"/sessions/{Session}/agenda/{ItemSlug.Of(Number)}")).AppendHtml("\">").Append(T.Format("item.short", Number)).AppendHtml("</a>");
        }
    }
}

/// <summary>An unknown, with the document that holds it where one does.</summary>
[HtmlTargetElement("board-not-recorded", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NotRecordedTagHelper : BoardTagHelper
{
    /// <summary>The document that holds it.</summary>
    public DocumentName? Document { get; set; }

    protected override void Write(TagHelperContent content)
    {
        content.AppendHtml("<span class=\"nr\">").Append(T["notRecorded"]).AppendHtml("</span>");
        if (Document is not null)
        {
            var symbol = new DefaultTagHelperContent();
            WriteSymbol(symbol, Document.Symbol ?? Document.Slug, Document.Slug);
            content.AppendHtml(T.Html("notRecorded.heldIn", symbol));
        }
    }
}

/// <summary>Who spoke, for whom and how.</summary>
[HtmlTargetElement("board-speaker", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SpeakerTagHelper : BoardTagHelper
{
    public Speech? Value { get; set; }

    /// <summary>In a column of names: circumstances on lines of their own, without brackets.</summary>
    public bool Column { get; set; }

    /// <summary>Whether the speaker also spoke for others in the same turn, so that to speak for oneself is worth saying.</summary>
    public bool Own { get; set; }

    /// <summary>Only the circumstances, where the name stands already.</summary>
    public bool Again { get; set; }

    /// <summary>Only who it is, on a page or line that says the rest.</summary>
    public bool PersonOnly { get; set; }

    protected override void Write(TagHelperContent content)
    {
        if (Value is not { } speech)
        {
            return;
        }
        if (PersonOnly)
        {
            if (speech.Person is not null || !speech.Office.IsNone)
            {
                WritePerson(content, speech);
            }
            return;
        }
        var delegationAlone = speech.Person is null && speech.Office.IsNone;
        if (!Again)
        {
            if (delegationAlone && speech.Delegation is { } speaking)
            {
                WriteDelegation(content, speaking);
            }
            else
            {
                WritePerson(content, speech);
            }
        }
        var circumstances = new List<Action<TagHelperContent>>();
        if (!delegationAlone && speech.Delegation is { } delegation)
        {
            circumstances.Add(c => WriteDelegation(c, delegation));
        }
        foreach (var other in speech.OnBehalfOf)
        {
            circumstances.Add(c =>
            {
                var name = new DefaultTagHelperContent();
                // A figure or Latin letter is set off from Han before it.
                if (Frame.Language == Language.Zh && other.Name.For(Language.Zh) is var (_, text) && char.IsAscii(text.Text[0]))
                {
                    name.Append(" ");
                }
                WriteText(name, other.Name, label: false, isolate: true);
                c.AppendHtml(T.Html(other.IsGroup ? "onBehalfOf.group" : "onBehalfOf.delegation", name));
            });
        }
        if (Own && speech.OnBehalfOf.Count == 0)
        {
            circumstances.Add(c => c.Append(T["onBehalfOf.self"]));
        }
        if (speech.Medium is { } medium)
        {
            circumstances.Add(c => c.Append(T.Of(medium)));
        }
        foreach (var circumstance in circumstances)
        {
            var inner = new DefaultTagHelperContent();
            circumstance(inner);
            // Full-width brackets bring their own space.
            content.AppendHtml(Column || Frame.Language != Language.Zh ? " " : "").AppendHtml("<span class=\"by\">").AppendHtml(Column ? inner : T.Html("brackets", inner)).AppendHtml("</span>");
        }
    }

    private void WritePerson(TagHelperContent content, Speech speech)
    {
        var (name, office) = (speech.Person?.Name.For(Frame.Language), speech.Office.For(Frame.Language));
        var foreign = (name ?? office)!.Value.Language;
        if (name is null || office is null || name.Value.Language == office.Value.Language)
        {
            content.AppendHtml(foreign == Frame.Language ? "<bdi>" : $"<bdi lang=\"{foreign.Code}\">")
                .Append(T.NameAndOffice(name?.Text.Text, office?.Text.Text)).AppendHtml("</bdi>");
            return;
        }
        var (person, held) = (new DefaultTagHelperContent(), new DefaultTagHelperContent());
        WriteText(person, speech.Person!.Name, label: false, isolate: true);
        WriteText(held, speech.Office, label: false, isolate: true);
        content.AppendHtml(T.Html("person.withOffice", person, held));
    }
}

/// <summary>The title of an entry of a list as a heading of the level that its place on the page asks for.</summary>
[HtmlTargetElement("board-heading")]
public sealed class HeadingTagHelper : TagHelper
{
    public int Level { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = string.Create(CultureInfo.InvariantCulture, $"h{Level}");
        output.Attributes.SetAttribute("class", "t");
    }
}

/// <summary>The status that all texts of a list share, said once above it.</summary>
public static class Cover
{
    /// <summary>The status shared by those texts that exist in the language; null where they differ.</summary>
    public static TextStatus? Of(Language language, IEnumerable<LocalizedText> texts)
    {
        TextStatus? shared = null;
        foreach (var text in texts)
        {
            if (text[language] is { } own)
            {
                if (shared is { } other && other != own.Status)
                {
                    return null;
                }
                shared = own.Status;
            }
        }
        return shared;
    }
}

/// <summary>The number of an agenda item in addresses.</summary>
public static class ItemSlug
{
    /// <summary><c>2a</c> for <c>2(a)</c>.</summary>
    public static string Of(string label) => AgendaItem.ParseNumber(label) is var (number, letter) ? string.Create(CultureInfo.InvariantCulture, $"{number}{letter}") : label;
}
