using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Agenda;
using HabitatBoard.Decisions;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Import.Facts;

/// <summary>A decision, a part of one, or paragraphs of it, as a sentence names them.</summary>
/// <param name="Start">Offset into the sentence.</param>
internal sealed record NamedProvision(
    int Year, int Number, string As, int Start, int End, string? Title, IReadOnlyList<NamedPart> Parts, IReadOnlyList<int> Paragraphs)
{
    public string Label => Decision.LabelOf(Year, Number);
}

/// <summary>A part of a decision with its title as printed there.</summary>
internal sealed record NamedPart(string Letter, string As, string? Title, int Start, int End);

/// <summary>
/// Reads decisions: the list of those adopted, with their parts, and every adoption. The paragraphs of a decision that the
/// record knows of are those of which the report tells the adoption.
/// </summary>
internal sealed class DecisionReader(Draft draft, DocumentReader documents)
{
    private readonly List<(Sentence Sentence, AdoptedPiece Piece)> adoptions = [];
    private readonly AdoptedPieces pieces = new(draft.Wording);

    /// <summary>What was spoken of last, and under which item.</summary>
    private (NamedProvision Provision, AgendaItem? Item)? last;
    private readonly Dictionary<string, Heard> decisions = [];

    private Wording Wording => draft.Wording;

    /// <summary>Every provision that a sentence names, in their order.</summary>
    private readonly Dictionary<(int Paragraph, int Start), IReadOnlyList<NamedProvision>> provisions = [];

    private sealed class Heard(int year, int number)
    {
        public int Year { get; } = year;
        public int Number { get; } = number;
        public string? Title { get; set; }
        public string? Printed { get; set; }
        public int? Paragraph { get; set; }
        public ImportSource? Source { get; set; }
        public string? Document { get; set; }
        public string? As { get; set; }
        public SortedDictionary<string, (string? Title, string? Printed, string As)> Parts { get; } = [];
        public SortedDictionary<int, string?> Paragraphs { get; } = [];
    }

    public IReadOnlyList<NamedProvision> ProvisionsIn(Sentence sentence) => provisions.TryGetValue((sentence.Number, sentence.Start), out var found) ? found : [];

    /// <summary>Looks what a sentence says of decisions; the rows are made when all is known.</summary>
    public void Look(Sentence sentence)
    {
        if (Listed(sentence))
        {
            return;
        }
        var found = Provisions(sentence.Text);
        if (found.Count > 0)
        {
            provisions[(sentence.Number, sentence.Start)] = found;
        }
        if (IsAdoption(sentence))
        {
            foreach (var piece in pieces.Read(sentence.Text, last is { } before && before.Item == sentence.Item ? before.Provision : null).Where(p => p.Year == draft.Session.Year))
            {
                Hear(sentence, piece, found);
            }
        }
        if (found is [.., var named])
        {
            last = (named, sentence.Item);
        }
    }

    private void Hear(Sentence sentence, AdoptedPiece piece, IReadOnlyList<NamedProvision> found)
    {
        adoptions.Add((sentence, piece));
        var decision = Decision(piece.Year, piece.Number);
        var named = found.Where(p => (p.Year, p.Number) == (piece.Year, piece.Number)).ToList();
        decision.Printed ??= named.Select(p => p.Title).FirstOrDefault(t => t is not null);
        decision.As ??= named.Select(p => p.As).FirstOrDefault();
        decision.Source ??= sentence.Source;
        foreach (var letter in piece.Letters)
        {
            var part = named.SelectMany(p => p.Parts).FirstOrDefault(p => p.Letter == letter);
            decision.Parts[letter] = decision.Parts.TryGetValue(letter, out var there) ? (there.Title, there.Printed ?? part?.Title, there.As) : (null, part?.Title, part?.As ?? letter);
        }
        foreach (var number in piece.Paragraphs)
        {
            decision.Paragraphs[number] = piece.Letters.Count == 1 ? piece.Letters[0] : decision.Paragraphs.GetValueOrDefault(number);
        }
    }

    public bool IsAdoption(Sentence sentence) =>
        sentence.Item is not null && Wording.Is("adopts", sentence.Text) && !Wording.Is("decisionList", sentence.Text) && !Wording.Is("adoptedBeforeNow", sentence.Text);

    /// <summary>Makes the decisions and the adoptions.</summary>
    public void Finish(IReadOnlyDictionary<int, string> sources, string? listSource)
    {
        foreach (var decision in decisions.Values.OrderBy(d => d.Year).ThenBy(d => d.Number))
        {
            var label = HabitatBoard.Decisions.Decision.LabelOf(decision.Year, decision.Number);
            // Where the report has no title, what it calls the decision has to do.
            var title = decision.Title ?? decision.Printed ?? decision.As ?? label;
            if (decision.Title is null && decision.Printed is null)
            {
                draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDecision, decision.Source?.Paragraph, label));
            }
            var id = RowKeys.Decision(label);
            var slug = decision.Document ?? (decision.Paragraph is not null ? listSource : null)
                ?? adoptions.Where(a => (a.Piece.Year, a.Piece.Number) == (decision.Year, decision.Number)).Select(a => sources.GetValueOrDefault(a.Sentence.Number)).FirstOrDefault(s => s is not null);
            draft.Add(FactKind.Decision, id, decision.Source, () =>
            {
                var row = new Decision(
                    draft.Id(id), draft.Session.Id, decision.Year, decision.Number, draft.Text(Draft.Capital(title)), null, slug,
                    decision.Paragraph is { } paragraph ? draft.Paragraph(paragraph) : null);
                foreach (var (letter, named) in decision.Parts)
                {
                    row.AddPart(draft.Id(RowKeys.Part(label, letter)), letter, draft.Text(Draft.Capital(named.Title ?? named.Printed ?? named.As)));
                    if (named.Title is null && named.Printed is null)
                    {
                        draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDecision, decision.Source?.Paragraph, $"{label}({letter})"));
                    }
                }
                foreach (var (number, letter) in decision.Paragraphs)
                {
                    row.AddParagraph(draft.Id(RowKeys.DecisionParagraph(label, number)), row.Parts.FirstOrDefault(p => p.Letter == letter), number, LocalizedText.None);
                }
                return row;
            });
        }
        // "… decided in part (c) …. That part was adopted by consensus": one, as it is told in full.
        foreach (var (sentence, piece) in adoptions.GroupBy(a => (a.Sentence.Number, a.Piece.Provision)).Select(same => same.MaxBy(a => Says(a.Piece))))
        {
            Adopt(sentence, piece);
        }

        static int Says(AdoptedPiece piece) => (piece.Manner == AdoptionManner.NotRecorded ? 0 : 1) + (piece.OrallyAmended ? 1 : 0);
    }

    private void Adopt(Sentence sentence, AdoptedPiece piece)
    {
        if (draft.Decision(piece.Year, piece.Number) is not { } decision)
        {
            return;
        }
        var variant = Variants.Printed(Wording, sentence.Text, Phrase.Adoption);
        foreach (var letter in piece.Letters.Count == 0 ? [null] : piece.Letters.Select(l => (string?)l))
        {
            var part = letter is null ? null : decision.Parts.FirstOrDefault(p => p.Letter == letter);
            if (letter is not null && part is null)
            {
                continue;
            }
            var order = draft.Next("adoption", sentence.Number);
            var id = RowKeys.In(sentence.Number, "adoption", order);
            draft.Add(FactKind.Adoption, id, sentence.Source, () =>
            {
                var adoption = new Adoption(
                    draft.Id(id), draft.Session.Id, decision.Id, part?.Id, sentence.Item?.Id, draft.Paragraph(sentence.Number), order, piece.Manner, piece.OrallyAmended);
                adoption.Phrase(variant);
                foreach (var number in piece.Letters.Count > 1 ? [] : piece.Paragraphs)
                {
                    adoption.Cover(decision.Paragraphs.Single(p => p.Number == number));
                }
                return adoption;
            });
        }
    }

    private Heard Decision(int year, int number)
    {
        var label = HabitatBoard.Decisions.Decision.LabelOf(year, number);
        if (!decisions.TryGetValue(label, out var decision))
        {
            decisions[label] = decision = new Heard(year, number);
        }
        return decision;
    }

    private Heard? listing;

    /// <summary>A line of the list of decisions, or of the parts under one.</summary>
    private bool Listed(Sentence sentence)
    {
        if (Wording.Is("decisionList", sentence.Text))
        {
            listing = null;
            listParagraph = sentence.Number;
            return false;
        }
        if (listParagraph != sentence.Number && Wording.Matches("decisionLine", sentence.Paragraph.Text).Count > 1)
        {
            // However it is introduced: lines that begin with a decision.
            (listing, listParagraph) = (null, sentence.Number);
            leadOfList = sentence.Start == 0 ? sentence : null;
        }
        if (listParagraph != sentence.Number)
        {
            return false;
        }
        if (sentence.Cells is { Count: > 1 } cells && (cells[0].Length == 0 || Wording.Is("decisionCell", cells[0])))
        {
            return Row(sentence, cells);
        }
        if (Wording.Match("listedDecision", sentence.Text) is { Success: true } match)
        {
            listing = Decision(Int(match, "year"), Int(match, "number"));
            listing.Title = match.Groups["title"].Value.Trim();
            listing.Paragraph = sentence.Number;
            listing.Source = sentence.Source;
            Lines.Add((sentence, listing.Year, listing.Number, null, match.Groups["number"].Value, listing.Title, match.Groups["title"].Index));
            // Parts may run on in the same line.
            foreach (var part in Wording.Matches("listedPartInline", match.Groups["rest"].Value))
            {
                listing.Parts[LetterOf(part.Groups["letter"].Value)] = (part.Groups["title"].Value.Trim(), null, part.Value);
            }
            return true;
        }
        if (listing is not null && Wording.Match("listedPart", sentence.Text) is { Success: true } line)
        {
            var letter = LetterOf(line.Groups["letter"].Value);
            listing.Parts[letter] = (line.Groups["title"].Value.Trim(), null, line.Groups["as"].Value);
            Lines.Add((sentence, listing.Year, listing.Number, letter, line.Groups["as"].Value, line.Groups["title"].Value.Trim(), line.Groups["title"].Index));
            return true;
        }
        return listing is not null && Wording.Is("comprisingLine", sentence.Text);
    }

    /// <summary>A row of a table of decisions: number, title, a part; a cell that is merged with the one above is empty.</summary>
    private bool Row(Sentence sentence, IReadOnlyList<string> cells)
    {
        var title = cells.Skip(1).FirstOrDefault(c => c.Length > 0 && !Wording.Is("partCell", c)) ?? "";
        if (Wording.Match("decisionCell", cells[0]) is { Success: true } match)
        {
            listing = Decision(Int(match, "year"), Int(match, "number"));
            (listing.Title, listing.Paragraph, listing.Source) = (title, sentence.Number, sentence.Source);
            Lines.Add((sentence, listing.Year, listing.Number, null, match.Value, listing.Title, sentence.Text.IndexOf(listing.Title, StringComparison.Ordinal)));
        }
        if (listing is null)
        {
            return false;
        }
        if (cells.Select(c => Wording.Match("partCell", c)).FirstOrDefault(m => m.Success) is { } alone && title.Length > 0 && !Wording.Is("decisionCell", cells[0]))
        {
            var letter = LetterOf(alone.Groups["letter"].Value);
            listing.Parts[letter] = (title, null, alone.Value);
            Lines.Add((sentence, listing.Year, listing.Number, letter, alone.Value, title, sentence.Text.IndexOf(title, StringComparison.Ordinal)));
            return true;
        }
        foreach (var part in cells.Select(c => Wording.Match("listedPart", c)).Where(m => m.Success))
        {
            var letter = LetterOf(part.Groups["letter"].Value);
            listing.Parts[letter] = (part.Groups["title"].Value.Trim(), null, part.Groups["as"].Value);
            Lines.Add((sentence, listing.Year, listing.Number, letter, part.Groups["as"].Value, part.Groups["title"].Value.Trim(), sentence.Text.IndexOf(part.Groups["title"].Value, StringComparison.Ordinal)));
        }
        return true;
    }

    private int? listParagraph;

    /// <summary>What introduces a list that is one by its lines alone.</summary>
    private Sentence? leadOfList;

    /// <summary>The lines of the list, for what they cite.</summary>
    public List<(Sentence Sentence, int Year, int Number, string? Letter, string As, string Title, int TitleAt)> Lines { get; } = [];

    /// <summary>The paragraph that lists the decisions.</summary>
    public int? ListParagraph => Lines.Count > 0 ? Lines[0].Sentence.Number : null;

    public bool IsListed(Sentence sentence) => Lines.Any(l => l.Sentence == sentence) || (ListParagraph == sentence.Number && (sentence == leadOfList || Wording.Is("decisionList", sentence.Text) || Wording.Is("comprisingLine", sentence.Text)));

    /// <summary>The decisions that a text names, each with its part and paragraphs, before its number or after it.</summary>
    public IReadOnlyList<NamedProvision> Provisions(string text)
    {
        var named = Wording.Matches("decisionNumber", text);
        var found = new List<NamedProvision>();
        for (var i = 0; i < named.Count; i++)
        {
            var from = i == 0 ? 0 : named[i - 1].Index + named[i - 1].Length;
            var until = i + 1 < named.Count ? named[i + 1].Index : text.Length;
            var cited = Wording.Match("decisionCited", text[from..(named[i].Index + named[i].Length)]);
            // In Chinese the part follows the decision, in English it precedes it or stands in parentheses after it.
            var after = text[(named[i].Index + named[i].Length)..until];
            if (Wording.Spaced && i + 1 < named.Count && after.LastIndexOf(" and ", StringComparison.Ordinal) is >= 0 and var next)
            {
                // What precedes the next decision is said of that.
                after = after[..next];
            }
            var before = text[from..named[i].Index];
            var title = cited is { Success: true } && cited.Groups["title"].Success ? cited.Groups["title"].Value.Trim() : null;
            var start = cited is { Success: true } ? from + cited.Index : named[i].Index;
            var (region, offset) = Wording.Spaced && Wording.Is("partCited", before) ? (before, from) : (after, named[i].Index + named[i].Length);
            if (Wording.Match("decisionTitle", after) is { Success: true } titled && (Wording.Spaced || title is null))
            {
                title = titled.Groups["title"].Value.Trim();
            }
            if (Wording.Match("concerns", text) is { Success: true } concerns)
            {
                title ??= concerns.Groups["title"].Value.Trim();
            }
            var parts = Parts(region, offset);
            var numbers = parts.Count > 0 && !Wording.Spaced ? text[parts[^1].End..until] : Wording.Spaced ? before : after;
            if (Wording.Spaced && !Wording.Is("paragraphsCited", before))
            {
                numbers = after;
            }
            found.Add(new NamedProvision(
                int.Parse(named[i].Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(named[i].Groups["number"].Value, CultureInfo.InvariantCulture),
                cited.Success && cited.Groups["as"].Success ? cited.Groups["as"].Value : named[i].Value, start, named[i].Index + named[i].Length, title, parts, Numbers(numbers)));
        }
        return found;
    }

    private List<NamedPart> Parts(string region, int offset)
    {
        var parts = new List<NamedPart>();
        foreach (var match in Wording.Matches("partCited", region))
        {
            foreach (Capture letter in match.Groups["letter"].Captures)
            {
                parts.Add(new NamedPart(
                    LetterOf(letter.Value), match.Groups["as"].Value,
                    match.Groups["letter"].Captures.Count == 1 && match.Groups["title"].Success ? match.Groups["title"].Value.Trim() : null,
                    offset + match.Index, offset + match.Index + match.Length));
            }
        }
        return [.. parts.DistinctBy(p => p.Letter)];
    }

    /// <summary>The letter of a part: of "part II" the second, for the record letters parts.</summary>
    internal static string LetterOf(string mark) =>
        (char.IsUpper(mark[0]) ? Wording.Roman(mark) : Wording.Number(mark)) is { } number ? ((char)('a' + number - 1)).ToString() : mark.ToLowerInvariant();

    private List<int> Numbers(string text) => [.. Wording.Matches("paragraphsCited", text).SelectMany(m => Numbers(Wording, m)).Distinct().Order()];

    /// <summary>The numbers of paragraphs that a citation lists, ranges in full.</summary>
    internal static List<int> Numbers(Wording wording, Match cited)
    {
        var numbers = new SortedSet<int>();
        foreach (var range in wording.Matches("paragraphRange", cited.Groups["list"].Value))
        {
            var from = Int(range, "from");
            var to = range.Groups["to"].Success ? Int(range, "to") : from;
            numbers.UnionWith(Enumerable.Range(from, Math.Clamp(to - from + 1, 0, 200)));
        }
        numbers.Remove(0);
        return [.. numbers];
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>The document of decisions that a paragraph names.</summary>
    public IEnumerable<KeyValuePair<int, string>> Sources() =>
        provisions.Keys.Select(k => k.Paragraph).Concat(Lines.Select(l => l.Sentence.Number)).Distinct()
            .Select(p => KeyValuePair.Create(p, documents.In(p).FirstOrDefault(d => draft.Document(d.Symbol ?? "") is { Kind: DocumentKind.Decisions })?.Slug))
            .Where(p => p.Value is not null)!;
}
