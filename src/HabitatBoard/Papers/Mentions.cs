using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Papers;

/// <summary>Finds in the words of a report what they mention, and keeps the list of it.</summary>
internal sealed class Mentions
{
    private readonly ReportFacts facts;
    private readonly Language language;
    private readonly HashSet<string> documents;
    private readonly HashSet<string> decisions;
    private readonly HashSet<string> sessions;
    private readonly Dictionary<(CitationKind Kind, string Target), PaperReference> known = [];

    public Mentions(ReportFacts facts, Language language)
    {
        (this.facts, this.language) = (facts, language);
        documents = [.. facts.Documents.Where(d => d.Distribution != Documents.Distribution.Restricted).Select(d => d.Slug)];
        decisions = [.. facts.Decisions.Select(d => d.Label)];
        sessions = [.. facts.Sessions.Select(s => s.Id)];
        foreach (var citation in facts.Citations)
        {
            Reference(citation.Kind, citation.Target);
        }
        foreach (var delegation in facts.Attendance.Select(a => a.DelegationCode).Concat(facts.Statements.Select(s => s.DelegationCode).OfType<string>()))
        {
            Reference(CitationKind.Delegation, delegation);
        }
        foreach (var person in facts.Officers.Select(o => o.PersonCode).Concat(facts.Statements.Select(s => s.PersonCode).OfType<string>()))
        {
            Reference(CitationKind.Person, person);
        }
    }

    /// <summary>All that is mentioned, and all who spoke or attended, in one order.</summary>
    public IReadOnlyList<PaperReference> All => [.. known.Values.OrderBy(r => r.Kind).ThenBy(r => r.Target, StringComparer.Ordinal)];

    /// <summary>A recorded text. Citations stand in the order of the text: each is looked for behind the one before.</summary>
    public IReadOnlyList<PaperRun> InText(string text, IEnumerable<Citation> citations)
    {
        var runs = new List<PaperRun>();
        var at = 0;
        foreach (var citation in citations)
        {
            var wording = citation.Wording[language]?.Text;
            var printed = citation.Reference ?? wording;
            if (printed is null || text.IndexOf(printed, at, StringComparison.Ordinal) is not (>= 0 and var found))
            {
                continue;
            }
            var reference = Reference(citation.Kind, citation.Target);
            // The title stands before the symbol or number.
            if (wording is not null && wording != printed && text.IndexOf(wording, at, found - at, StringComparison.Ordinal) is >= 0 and var named)
            {
                Put(runs, text[at..named], null);
                Put(runs, wording, reference);
                at = named + wording.Length;
            }
            Put(runs, text[at..found], null);
            Put(runs, printed, reference);
            at = found + printed.Length;
        }
        Put(runs, text[at..], null);
        return runs;
    }

    /// <summary>A composed text, which knows its mentions.</summary>
    public IReadOnlyList<PaperRun> InSpans(ComposedParagraph paragraph, LanguagePhrasing phrasing)
    {
        var runs = new List<PaperRun>();
        foreach (var span in paragraph.Spans)
        {
            var reference = span.Mentions is { } mention ? Reference(mention.Kind, mention.Target) : null;
            if (span.Language == language)
            {
                Put(runs, span.Text, reference);
            }
            else
            {
                runs.Add(new PaperRun(phrasing.Borrowed(span.Text, span.Language), span.Language, reference));
            }
        }
        return runs;
    }

    /// <summary>Runs, line by line.</summary>
    public static IReadOnlyList<IReadOnlyList<PaperRun>> Lines(IReadOnlyList<PaperRun> runs)
    {
        var lines = new List<List<PaperRun>> { new() };
        foreach (var run in runs)
        {
            var parts = run.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add([]);
                }
                if (parts[i].Length > 0)
                {
                    lines[^1].Add(run with { Text = parts[i] });
                }
            }
        }
        return lines;
    }

    /// <summary>Runs without their first characters.</summary>
    public static IReadOnlyList<PaperRun> Without(IReadOnlyList<PaperRun> runs, int characters)
    {
        var left = new List<PaperRun>(runs.Count);
        foreach (var run in runs)
        {
            if (run.Text.Length > characters)
            {
                left.Add(run with { Text = run.Text[characters..] });
            }
            characters = Math.Max(0, characters - run.Text.Length);
        }
        return left;
    }

    private void Put(List<PaperRun> runs, string text, PaperReference? reference)
    {
        if (text.Length == 0)
        {
            return;
        }
        if (runs is [.., { Mentions: null } last] && reference is null && last.Language == language)
        {
            runs[^1] = last with { Text = last.Text + text };
            return;
        }
        runs.Add(new PaperRun(text, language, reference));
    }

    private PaperReference Reference(CitationKind kind, string target)
    {
        if (known.TryGetValue((kind, target), out var reference))
        {
            return reference;
        }
        var (number, letter) = target.Split('(') is [var before, var after] ? (before, after.TrimEnd(')')) : (target, null);
        return known[(kind, target)] = kind switch
        {
            CitationKind.Document => new PaperReference(
                kind, target, facts.Documents.FirstOrDefault(d => d.Slug == target) is { } d ? d.Symbol ?? Named(d.Title) : target, documents.Contains(target) ? $"/documents/{target}" : null),
            CitationKind.Decision => new PaperReference(kind, target, target, decisions.Contains(target) ? $"/decisions/{target}" : null),
            CitationKind.DecisionPart => new PaperReference(kind, target, target, decisions.Contains(number) ? $"/decisions/{number}#{letter}" : null),
            CitationKind.Body => new PaperReference(kind, target, Named(facts.Bodies.GetValueOrDefault(target)?.Name), null),
            CitationKind.Person => new PaperReference(kind, target, Named(facts.Persons.GetValueOrDefault(target)?.Name), null),
            CitationKind.Delegation => new PaperReference(kind, target, Named(facts.Delegations.GetValueOrDefault(target)?.RunningName), facts.Delegations.ContainsKey(target) ? $"/delegations/{target}" : null),
            CitationKind.Session => new PaperReference(kind, target, Named(facts.Sessions.FirstOrDefault(s => s.Id == target)?.Title), sessions.Contains(target) ? $"/sessions/{target}" : null),
            _ => new PaperReference(kind, target, target, null),
        };

        string Named(LocalizedText? name) => name?.For(language)?.Text.Text ?? target;
    }
}
