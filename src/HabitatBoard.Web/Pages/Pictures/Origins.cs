using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Decisions;

namespace HabitatBoard.Web.Pages.Pictures;

/// <summary>Where the decisions of a session came from: agenda items on one side, parts and paragraphs on the other.</summary>
/// <param name="Items">The items under which something was adopted, as written, in the order of the agenda; null between sessions.</param>
/// <param name="Height">In rows.</param>
public sealed record Origins(string Session, IReadOnlyList<string?> Items, IReadOnlyList<OriginNode> Nodes, double Height)
{
    /// <summary>The space between two decisions, in rows.</summary>
    private const double Gap = 0.6;

    /// <summary>How high the middle of an item stands, in rows from the top: items share the height evenly.</summary>
    public double Middle(string? item) => Height * (Items.ToList().IndexOf(item) + 0.5) / Items.Count;

    public static async Task<Origins> ReadAsync(BoardDbContext db, string session, CancellationToken cancellationToken)
    {
        var decisions = await DecisionLine.ReadAsync(
            db,
            db.Decisions.Where(d => d.SessionId == session || db.Adoptions.Any(a => a.SessionId == session && a.DecisionId == d.Id)).OrderBy(d => d.Year).ThenBy(d => d.Number),
            cancellationToken);
        var nodes = new List<OriginNode>();
        var top = 0.0;
        foreach (var decision in decisions)
        {
            var adopted = decision.Adoptions.Where(a => a.Session == session).ToLookup(a => a.Part);
            top += nodes.Count == 0 ? 0 : Gap;
            if (adopted[null].Any() || decision.Parts.Count == 0)
            {
                Add(null, decision.Title, [.. adopted[null]]);
            }
            foreach (var part in decision.Parts)
            {
                // A part that was adopted with the whole decision has no thread of its own.
                if (adopted[part.Letter].Any() || !adopted[null].Any())
                {
                    Add(part.Letter, part.Title, [.. adopted[part.Letter]]);
                }
            }

            void Add(string? part, LocalizedText title, IReadOnlyList<AdoptionContract> threads)
            {
                var node = new OriginNode(decision.Number, part, title, threads, top);
                nodes.Add(node);
                top += node.Rows;
            }
        }
        return new Origins(
            session,
            [
                .. nodes.SelectMany(n => n.Threads.Select(a => a.Item)).Distinct()
                    .OrderBy(i => i is null).ThenBy(i => i is null ? default : AgendaItem.ParseNumber(i)?.Number).ThenBy(i => i, StringComparer.Ordinal),
            ],
            nodes,
            top);
    }
}

/// <summary>A decision adopted as a whole, or a part of one, with a thread for each adoption.</summary>
/// <param name="Decision">Its number, <c>2024/1</c>.</param>
/// <param name="Part">The letter; null for the decision as a whole.</param>
/// <param name="Top">In rows from the top of the picture.</param>
public sealed record OriginNode(string Decision, string? Part, LocalizedText Title, IReadOnlyList<AdoptionContract> Threads, double Top)
{
    public int Rows => Math.Max(1, Threads.Count);

    /// <summary>As written, <c>2024/1 (b)</c>.</summary>
    public string Label => Part is null ? Decision : $"{Decision} ({Part})";

    /// <summary>Its address after the language.</summary>
    public string Address => $"/decisions/{Decision}{(Part is null ? "" : $"#{Part}")}";
}
