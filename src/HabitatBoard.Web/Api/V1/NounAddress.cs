using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>
/// Where the facts of one kind are found and written. Each has one address, the one it is read at: decisions and documents
/// stand by their own numbers, not below their session.
/// </summary>
/// <param name="Collection">Where they are listed and created, below <see cref="ApiV1.Prefix"/>.</param>
/// <param name="Item">Where one is read, replaced, changed and removed.</param>
internal sealed record NounAddress(Editor Editor, string Collection, string Item)
{
    private readonly TemplateMatcher collection = new(TemplateParser.Parse(Collection), []);
    private readonly TemplateMatcher item = new(TemplateParser.Parse(Item), []);

    public static IReadOnlyList<NounAddress> All { get; } = [.. Editors.All.Select(Of)];

    /// <summary>Whether one of them has a reader of its own, which says more than what is written.</summary>
    public bool HasReader => Editor.Name is "session" or "agendaItem" or "document" or "decision" or "delegation" or "report";

    /// <summary>Whether there is a list of them beside that of their editor.</summary>
    public bool HasList => HasReader || Editor.Name is "attendance" or "statement" or "adoption" or "act" or "event";

    /// <summary>The name as in operation ids, <c>AgendaItem</c>.</summary>
    public string Noun => char.ToUpperInvariant(Editor.Name[0]) + Editor.Name[1..];

    /// <summary>The group of operations that it belongs to in the contract.</summary>
    public string Tag => Editor.Name switch
    {
        "adoption" => "Decisions",
        "act" => "Agenda",
        "event" or "meeting" or "officer" => "Sessions",
        "section" or "paragraph" or "passage" or "citation" => "Report",
        "attendanceHeading" => "Attendance",
        _ => char.ToUpperInvariant(Editor.Collection[0]) + Editor.Collection[1..],
    };

    /// <summary>The noun that an address is of, with the values in the address; null where there is none.</summary>
    /// <param name="ofItem">Whether it is to be the address of one, else that of all.</param>
    public static (NounAddress Noun, RouteValueDictionary Values)? Find(PathString path, bool ofItem)
    {
        foreach (var noun in All)
        {
            var values = new RouteValueDictionary();
            if ((ofItem ? noun.item : noun.collection).TryMatch(path, values))
            {
                return (noun, values);
            }
        }
        return null;
    }

    /// <summary>The key that an address names.</summary>
    public string KeyOf(RouteValueDictionary values) => Editor.Name switch
    {
        "session" => Text(values, "session"),
        "agendaItem" => Text(values, "item"),
        "decision" => $"{Text(values, "year")}-{Text(values, "number")}",
        "document" => Text(values, "slug"),
        _ when Editor.IsSingle => Text(values, "session"),
        _ when Editor.OfSession => Text(values, "key"),
        _ => Text(values, "code"),
    };

    /// <summary>The unit in which it is to be looked for, or made.</summary>
    /// <exception cref="RecordException">There is nothing by that key.</exception>
    public async Task<string> UnitOfAsync(BoardDbContext db, RouteValueDictionary values, CancellationToken cancellationToken)
    {
        if (!Editor.OfSession)
        {
            return Units.Registers;
        }
        if (values.ContainsKey("session"))
        {
            return Text(values, "session");
        }
        if (Editor.Name == "session")
        {
            return Units.Registers;
        }
        string? unit = null;
        if (Editor.Name == "document")
        {
            var slug = KeyOf(values);
            unit = await db.Documents.Where(d => d.Slug == slug).Select(d => d.SessionId).FirstOrDefaultAsync(cancellationToken);
        }
        else if (int.TryParse(Text(values, "year"), out var year) && int.TryParse(Text(values, "number"), out var number))
        {
            unit = await db.Decisions.Where(d => d.Year == year && d.Number == number).Select(d => d.SessionId).FirstOrDefaultAsync(cancellationToken);
        }
        return unit ?? throw new RecordException(ErrorCode.RecordNotFound, Editor.Name, KeyOf(values));
    }

    /// <summary>Where one is found in the working store.</summary>
    public string LocationOf(string unit, string key) => $"{HrefOf(unit, key)}?{ChosenStore.Parameter}={ChosenStore.Working}";

    /// <summary>Where rows that the history names by their ids are found, by id: key and address. What is no resource by itself, or gone, is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, (string Key, string Href)>> OfIdsAsync(
        BoardDbContext db, string unit, string resource, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        All.FirstOrDefault(n => n.Editor.Name == resource) is { } noun
            ? (await noun.Editor.ListAsync(db, unit, ids, cancellationToken)).ToDictionary(l => l.Key, l => (l.Value.Key, noun.HrefOf(unit, l.Value.Key)))
            : new Dictionary<string, (string Key, string Href)>();

    /// <summary>The address of what the public feed names, <c>/api/v1/sessions/2024-1/paragraphs/74</c> for <c>2024-1/p74</c>.</summary>
    public static string? HrefOfFeed(string unit, string resource, string key) =>
        All.FirstOrDefault(n => n.Editor.Name == resource)?.HrefOf(unit, resource switch
        {
            "agendaItem" or "section" or "meeting" => key.Split('/')[^1],
            "paragraph" => key.Split("/p")[^1],
            "attendanceHeading" => Choices.CamelCase(key.Split('/')[^1]),
            "decision" => key.Replace('/', '-'),
            _ => key,
        });

    /// <summary>The address of one.</summary>
    public string HrefOf(string unit, string key)
    {
        var (year, number) = Editor.Name == "decision" && key.Split('-') is [var y, var n] ? (y, n) : ("", "");
        var path = Item
            .Replace("{session}", Uri.EscapeDataString(Editor.Name == "session" ? key : unit), StringComparison.Ordinal)
            .Replace("{year}", year, StringComparison.Ordinal)
            .Replace("{number}", number, StringComparison.Ordinal);
        foreach (var name in new[] { "{item}", "{slug}", "{key}", "{code}" })
        {
            path = path.Replace(name, Uri.EscapeDataString(key), StringComparison.Ordinal);
        }
        return ApiV1.Prefix + path;
    }

    private static NounAddress Of(Editor editor)
    {
        var collection = editor switch
        {
            { Name: "session" } or { OfSession: false } => $"/{editor.Collection}",
            _ => $"/sessions/{{session}}/{editor.Collection}",
        };
        return new NounAddress(editor, collection, editor switch
        {
            { Name: "session" } => "/sessions/{session}",
            { Name: "agendaItem" } => $"{collection}/{{item}}",
            { Name: "decision" } => "/decisions/{year}/{number}",
            { Name: "document" } => "/documents/{slug}",
            { IsSingle: true } => collection,
            { OfSession: true } => $"{collection}/{{key}}",
            _ => $"{collection}/{{code}}",
        });
    }

    private static string Text(RouteValueDictionary values, string name) => values[name] as string ?? "";
}
