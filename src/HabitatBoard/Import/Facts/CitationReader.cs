using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Recogniser = HabitatBoard.Delegations.Recognition.Recogniser;
using SpanKind = HabitatBoard.Delegations.Recognition.SpanKind;

namespace HabitatBoard.Import.Facts;

/// <summary>A mention as it stands in a paragraph.</summary>
/// <param name="Placed">What a passage puts in its place, and how much of the text that is; null where the words stay as they are.</param>
internal sealed record Mentioned(
    CitationKind Kind, string Target, string? As, string Wording, int Start, int Length, string? Variant = null, (string Place, int Start, int Length)? Placed = null);

/// <summary>
/// Reads what paragraphs mention: documents, decisions and their parts, resolutions, bodies, persons, sessions, and the
/// delegations to which persons and places belong. Lists of speakers and of those present mention nothing beside them.
/// </summary>
internal sealed class CitationReader(Draft draft, DocumentReader documents, DecisionReader decisions, EventReader events)
{
    private readonly Recogniser recogniser = draft.Recogniser;

    private Wording Wording => draft.Wording;

    public Dictionary<int, List<Mentioned>> Read(IReadOnlyList<ReadParagraph> paragraphs, Func<ReadParagraph, IEnumerable<Sentence>> sentences)
    {
        var all = new Dictionary<int, List<Mentioned>>();
        foreach (var paragraph in paragraphs)
        {
            var mentions = new List<Mentioned>();
            Documents(paragraph, mentions);
            foreach (var sentence in sentences(paragraph))
            {
                Decisions(sentence, mentions);
            }
            Resolutions(paragraph, mentions);
            Sessions(paragraph, mentions);
            BodiesIn(paragraph, mentions);
            Persons(paragraph, mentions);
            mentions = [.. mentions.OrderBy(m => m.Start).ThenBy(Rank).ThenByDescending(m => m.Length)];
            all[paragraph.Number] = mentions;
            var order = 0;
            foreach (var mention in mentions)
            {
                order++;
                var place = order;
                var id = RowKeys.In(paragraph.Number, "citation", place);
                draft.Add(FactKind.Citation, id, new ImportSource(paragraph.Number, mention.Start, paragraph.Text.Substring(mention.Start, Math.Min(mention.Length, paragraph.Text.Length - mention.Start))), () => new Citation(
                    draft.Id(id), draft.Session.Id, draft.Paragraph(paragraph.Number), place, mention.Kind, mention.Target, mention.As, draft.Text(mention.Wording), mention.Variant));
            }
        }
        return all;
    }

    /// <summary>At one place, what is wider comes first.</summary>
    private static int Rank(Mentioned mention) => mention.Kind switch
    {
        CitationKind.Document => 0,
        CitationKind.Decision => 1,
        CitationKind.DecisionPart => 2,
        _ => 3,
    };

    private void Documents(ReadParagraph paragraph, List<Mentioned> mentions)
    {
        foreach (var named in documents.In(paragraph.Number))
        {
            if (draft.Rows<Documents.Document>().All(d => d.Slug != named.Slug) && !draft.Known.DocumentsOfOthers.Contains(named.Slug))
            {
                continue;
            }
            mentions.Add(new Mentioned(
                CitationKind.Document, named.Slug, named.Symbol, named.Wording, named.Start, Math.Max(named.Length, 1), named.Variant,
                named.Wording.Length > 0 && named.Symbol is null ? ($"document/{named.Slug}", named.Start, named.Wording.Length) : null));
        }
    }

    private void Decisions(Sentence sentence, List<Mentioned> mentions)
    {
        foreach (var line in decisions.Lines.Where(l => l.Sentence == sentence))
        {
            var label = HabitatBoard.Decisions.Decision.LabelOf(line.Year, line.Number);
            var at = sentence.Text.IndexOf(line.Title, StringComparison.Ordinal);
            var variant = line.Letter is null ? Variants.Printed(Wording, sentence.Paragraph.Text[(sentence.Start + at + line.Title.Length)..Math.Min(sentence.Paragraph.Text.Length, sentence.Start + at + line.Title.Length + 20)], firstOnly: true, Phrase.Comprising) : null;
            mentions.Add(line.Letter is null
                ? new Mentioned(CitationKind.Decision, label, AsOf(sentence.Text, line.As), line.Title, sentence.Start, line.Title.Length, variant)
                : new Mentioned(CitationKind.DecisionPart, $"{label}({line.Letter})", line.As, line.Title, sentence.Start, line.Title.Length));
        }
        foreach (var provision in decisions.ProvisionsIn(sentence))
        {
            var known = draft.Decision(provision.Year, provision.Number);
            if (known is null && !draft.Known.DecisionsOfOthers.Contains(provision.Label) && !Earlier(sentence, provision))
            {
                continue;
            }
            mentions.Add(new Mentioned(
                CitationKind.Decision, provision.Label, provision.As, provision.Title ?? "", sentence.Start + provision.Start, provision.End - provision.Start,
                Placed: ($"decision/{provision.Label}", sentence.Start + provision.Start, provision.End - provision.Start)));
            foreach (var part in provision.Parts.Where(p => known is null || known.Parts.Any(k => k.Letter == p.Letter)))
            {
                mentions.Add(new Mentioned(CitationKind.DecisionPart, $"{provision.Label}({part.Letter})", part.As, part.Title ?? "", sentence.Start + part.Start, part.End - part.Start));
            }
        }
    }

    private string AsOf(string line, string otherwise) => Wording.Match("decisionNumber", line) is { Success: true } number ? number.Value : otherwise;

    /// <summary>A decision of the session that the paragraph has spoken of, which the record does not have yet.</summary>
    private bool Earlier(Sentence sentence, NamedProvision provision)
    {
        var spoken = Wording.Matches("session", sentence.Paragraph.Text[..(sentence.Start + provision.Start)])
            .Select(m => draft.SessionIn(m.Value, sentence.Source)).LastOrDefault(s => s is not null && s.Year == provision.Year && s.Id != draft.Session.Id);
        if (spoken is null || provision.Title is not { } title)
        {
            draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDecision, sentence.Number, provision.Label));
            return false;
        }
        var id = $"{spoken.Id}/decision/{provision.Label}";
        return draft.Add(FactKind.Decision, id, sentence.Source, () => new Decisions.Decision(
            Data.StableId.For(id), spoken.Id, provision.Year, provision.Number, draft.Text(Draft.Capital(title)), null, null, null)) is not null;
    }

    private void Resolutions(ReadParagraph paragraph, List<Mentioned> mentions)
    {
        foreach (var match in Wording.Matches("resolution", paragraph.Text))
        {
            var before = paragraph.Text[..match.Index];
            var after = paragraph.Text[(match.Index + match.Length)..];
            var title = Wording.Match("resolutionTitle", Wording.Spaced ? after : before) is { Success: true } titled ? titled.Groups["title"].Value.Trim() : "";
            var assembly = Wording.Match("resolutionOfAssembly", Wording.Spaced ? before : before[..Math.Max(0, before.Length - 0)]) is { Success: true };
            var number = match.Groups["number"].Value;
            mentions.Add(new Mentioned(
                CitationKind.Resolution, assembly ? $"HA {number}" : number, match.Groups["as"].Value, title, match.Index, match.Length,
                Placed: ($"resolution/{(assembly ? $"HA {number}" : number)}", match.Index, match.Length)));
        }
    }

    private void Sessions(ReadParagraph paragraph, List<Mentioned> mentions)
    {
        foreach (var match in Wording.Matches("sessionMention", paragraph.Text))
        {
            if (draft.SessionIn(match.Value, new ImportSource(paragraph.Number, match.Index, match.Value)) is { } session)
            {
                mentions.Add(new Mentioned(CitationKind.Session, session.Id, null, match.Groups["words"].Value, match.Groups["words"].Index, match.Groups["words"].Length, Placed: ($"session/{session.Id}", match.Groups["words"].Index, match.Groups["words"].Length)));
            }
        }
    }

    private void BodiesIn(ReadParagraph paragraph, List<Mentioned> mentions)
    {
        foreach (var (code, start, length, inFull) in Bodies.Mentions(draft, paragraph.Text))
        {
            // The Board in the name of its Bureau, a session of the Board: that is another mention.
            mentions.Add(new Mentioned(
                CitationKind.Body, code, null, paragraph.Text.Substring(start, length), start, length, Placed: inFull ? ($"body/{code}", start, length) : null));
        }
    }

    private void Persons(ReadParagraph paragraph, List<Mentioned> mentions)
    {
        var text = paragraph.Text;
        var named = new List<(int Start, int Length, Person Person, string Wording)>();
        foreach (var person in draft.People.All)
        {
            if (person.Name[draft.Language] is not { Text: var name })
            {
                continue;
            }
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                named.Add((at, name.Length, person, name));
            }
        }
        foreach (var match in Wording.Matches("surnameMention", text))
        {
            if (!named.Any(n => match.Groups["person"].Index >= n.Start && match.Groups["person"].Index < n.Start + n.Length) && draft.People.BySurname(match.Groups["person"].Value) is { } person)
            {
                named.Add((match.Index, match.Length, person, match.Value));
            }
        }
        foreach (var (start, length, person, wording) in named.OrderBy(n => n.Start))
        {
            mentions.Add(new Mentioned(CitationKind.Person, person.Code, null, wording, start, length, Placed: ($"person/{person.Code}", start, length)));
            // The delegation of the person: in parentheses behind the name, or in the office before it.
            if (Wording.Match("ofPerson", text, start + length) is { Success: true } of && of.Index == start + length)
            {
                Delegation(text, of.Groups["of"].Index, of.Groups["of"].Length, mentions, all: true);
            }
            else if (draft.Rows<Statement>().FirstOrDefault(s => s.PersonCode == person.Code && s.ParagraphId == draft.Paragraph(paragraph.Number) && s.DelegationCode is not null && s.Office[draft.Language] is not null) is { } statement
                && text.IndexOf(statement.Office[draft.Language]!.Text, StringComparison.OrdinalIgnoreCase) is var office and >= 0)
            {
                Delegation(text, office, statement.Office[draft.Language]!.Text.Length, mentions, all: false);
            }
        }
        if (named.Count > 0)
        {
            foreach (var (start, place) in events.PlacesIn(paragraph.Number))
            {
                Delegation(text, start, place.Length, mentions, all: false);
            }
        }
    }

    private void Delegation(string text, int start, int length, List<Mentioned> mentions, bool all)
    {
        foreach (var span in recogniser.Read(text.Substring(start, length)).Spans.Where(s => s.Kind == SpanKind.Delegation).Take(all ? 10 : 1))
        {
            mentions.Add(new Mentioned(CitationKind.Delegation, span.Code!, null, text.Substring(start + span.Start, span.Length), start + span.Start, span.Length, Placed: ($"delegation/{span.Code}", start + span.Start, span.Length)));
        }
    }
}
