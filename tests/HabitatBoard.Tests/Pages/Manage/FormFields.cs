using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>What a browser would send of a form.</summary>
internal sealed class FormFields
{
    private readonly List<(string Name, string Value)> fields;

    private FormFields(IEnumerable<(string, string)> fields) => this.fields = [.. fields];

    public IReadOnlyList<(string Name, string Value)> All => fields;

    /// <summary>The fields of the form on a page, as they stand in it.</summary>
    public static FormFields Of(IDocument page) => new(page.QuerySelectorAll("form.edit [name]").SelectMany(control => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlButtonElement => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
        IHtmlTextAreaElement text => [(text.Name!, text.Value)],
        _ => Enumerable.Empty<(string, string)>(),
    }));

    /// <summary>The same with one field filled in otherwise.</summary>
    public FormFields With(string name, string value) => new(fields.Where(f => f.Name != name).Append((name, value)));

    /// <summary>The same without what the form knows of what it was made from.</summary>
    public FormFields AsNew() => new(fields.Where(f => f.Name is not ("_version" or "_base")));

    public FormFields Blank() => new(fields.Select(f => f.Name is "__RequestVerificationToken" or "_version" or "_base" ? f : (f.Name, "")));

    public string this[string name] => fields.First(f => f.Name == name).Value;
}
