using System.Text.RegularExpressions;
using HabitatBoard.Agenda;
using HabitatBoard.Documents;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Import.Facts;

/// <summary>A document named in a sentence.</summary>
/// <param name="Slug">The document; for one that cannot be recorded for want of a title, of its symbol.</param>
/// <param name="Symbol">As printed; null for a paper without one.</param>
/// <param name="Start">Where in the paragraph the mention begins.</param>
/// <param name="Between">The words between it and the one before in a list.</param>
internal sealed record NamedDocument(string Slug, string? Symbol, string Wording, int Start, int Length, string Between, string? Variant);

/// <summary>Reads the documents that sentences name: by what they are called, by symbol, by the item they serve.</summary>
internal sealed class DocumentReader(Draft draft)
{
    /// <summary>What is longer, in characters, tells more of a paper than what it is called.</summary>
    private const int LongTitle = 60;

    private readonly List<(int Paragraph, NamedDocument Document)> named = [];
    private readonly HashSet<string> bare = [];

    private Wording Wording => draft.Wording;

    /// <summary>The mentions of documents in a paragraph.</summary>
    public IEnumerable<NamedDocument> In(int paragraph) => named.Where(n => n.Paragraph == paragraph).Select(n => n.Document);

    /// <summary>The documents to which attention is drawn.</summary>
    public IReadOnlyList<NamedDocument> Introduced(Sentence sentence) => [.. In(sentence.Number).Where(d => d.Start >= sentence.Start && d.Start < sentence.End && (d.Symbol is not null || d.Start > sentence.Start))];

    public bool Read(Sentence sentence)
    {
        if (Row(sentence))
        {
            return true;
        }
        var before = named.Count;
        var text = sentence.Text;
        var taken = new List<(int Start, int End)>();
        foreach (var contained in Wording.Matches("containedDocument", text))
        {
            if (!SymbolIsPlausible(contained.Groups["symbol"].Value) || IsDecisions(sentence, contained.Groups["symbol"].Index) || IsSuperseded(text, contained.Groups["symbol"].Index, contained.Groups["symbol"].Index + contained.Groups["symbol"].Length))
            {
                continue;
            }
            Name(sentence, contained.Groups["symbol"].Value, contained.Groups["title"].Value, contained.Index, contained.Length, "");
            taken.Add((contained.Index, contained.Index + contained.Length));
        }
        Parenthesized(sentence, taken);
        Decisions(sentence, taken);
        Papers(sentence);
        if (named.Count > before && Wording.Is("documentAlone", text))
        {
            draft.Understand(sentence, 0, text.Length);
        }
        return named.Count > before;
    }

    /// <summary>The item of the row before, which a cell that is merged with the one above repeats.</summary>
    private (int Paragraph, AgendaItem Item)? row;

    /// <summary>A row of a table of documents: the item, the symbol, what it is called.</summary>
    private bool Row(Sentence sentence)
    {
        if (sentence.Cells is not { } cells || cells.Index().FirstOrDefault(c => SymbolIsPlausible(c.Item) && Wording.Match("symbol", c.Item).Length == c.Item.Length) is not { Item: { Length: > 0 } printed } at)
        {
            return false;
        }
        var item = cells.Take(at.Index).Select(c => draft.Item(c.Replace(" ", "", StringComparison.Ordinal))).FirstOrDefault(i => i is not null)
            ?? (row is { } above && above.Paragraph == sentence.Number ? above.Item : sentence.Item);
        row = item is null ? null : (sentence.Number, item);
        Name(sentence with { Item = item }, printed, cells.Skip(at.Index + 1).FirstOrDefault(c => c.Length > 0) ?? printed, 0, sentence.Text.Length, "");
        draft.Understand(sentence, 0, sentence.Text.Length);
        return true;
    }

    /// <summary>Every symbol in parentheses comes after what the document is called.</summary>
    private void Parenthesized(Sentence sentence, List<(int Start, int End)> taken)
    {
        var text = sentence.Text;
        if (Wording.Is("decisionSource", text))
        {
            return;
        }
        var attention = Wording.Match("drewAttention", text);
        var from = attention.Success ? attention.Index + attention.Length : 0;
        // What a head says of all that it lists: reports of the Executive Director.
        DocumentKind? headedBy = null;
        var (headed, several) = (false, false);
        var previousEnd = from;
        foreach (var symbol in Wording.Matches("symbolInParentheses", text))
        {
            var printed = symbol.Groups["symbol"].Value;
            if (!SymbolIsPlausible(printed) || IsDecisions(sentence, symbol.Groups["symbol"].Index) || IsSuperseded(text, symbol.Index, symbol.Groups["symbol"].Index + symbol.Groups["symbol"].Length) || taken.Any(t => symbol.Index >= t.Start && symbol.Index < t.End))
            {
                continue;
            }
            var start = symbol.Index >= from ? previousEnd : 0;
            var words = text[start..symbol.Index];
            if (Wording.Matches("documentsColon", words) is [.., var behind] colons && !Wording.Is("documentsListed", words[(colons.Count > 1 ? colons[^2].Index : 0)..behind.Index])
                && Wording.Match("documentKindBehind", words[(behind.Index + behind.Length)..]) is { Success: true } called)
            {
                // "(b) Progress made in resource mobilization: report of the Executive Director (…)".
                var begins = colons.Count > 1 ? colons[^2].Index + colons[^2].Length : 0;
                begins += Wording.Match("documentLead", words[begins..]).Length;
                Name(
                    sentence, printed, words[begins..behind.Index], start + begins, symbol.Index + symbol.Length - start - begins, words[..begins],
                    called.Groups["ed"].Success ? DocumentKind.ExecutiveDirectorReport : called.Groups["note"].Success ? DocumentKind.SecretariatNote : DocumentKind.Report);
                previousEnd = symbol.Index + symbol.Length;
                continue;
            }
            if (!headed && Wording.Match("documentsColon", words) is { Success: true } colon)
            {
                headedBy = Wording.Match("reportsHead", words[..colon.Index].Trim()) is { Success: true } head && head.Groups["by"].Success ? DocumentKind.ExecutiveDirectorReport : null;
                headed = true;
                Skip(colon.Index + colon.Length);
            }
            var between = words[..Wording.Match("documentLead", words).Length];
            Skip(between.Length);
            if (Wording.Match("documentStart", words) is { Success: true } cut && !attention.Success)
            {
                Skip(cut.Index + cut.Length);
            }
            // "The Chair introduced the report …": who did is no part of what it is called.
            Skip(Wording.Match("documentTold", words).Length);
            if (named.Count > 0 && named[^1].Paragraph == sentence.Number)
            {
                // "the reports of the Executive Director on … (…), on … (…) and on … (…)".
                Skip(Wording.Match("furtherSubject", words).Length);
            }
            // "the reports of the Executive Director on … (…); … (…); and … (…)": of all but what has a head of its own.
            Name(sentence, printed, words, start, symbol.Index + symbol.Length - start, between, headedBy ?? (several && !Wording.Is("documentHead", words) ? DocumentKind.ExecutiveDirectorReport : null));
            several |= Wording.Is("reportsOfDirector", words);
            var (first, end) = (symbol.Groups["symbol"].Index + printed.Length, symbol.Index + symbol.Length);
            foreach (var further in Wording.Matches("symbol", text[first..end]).Select(s => (s.Index, Printed: s.Value.TrimEnd(')', '.'))).Where(s => SymbolIsPlausible(s.Printed)))
            {
                // Two that are called the same: a paper and its corrigendum.
                Name(sentence, further.Printed, words, first + further.Index, further.Printed.Length, "", headedBy);
            }
            foreach (var part in Wording.Matches("symbolGoesOn", text[first..end]))
            {
                // "(HSP/EB.2034/3 and Add.1)".
                Name(sentence, $"{printed}/{part.Groups["part"].Value}", words, first + part.Groups["part"].Index, part.Groups["part"].Length, "", headedBy);
            }
            previousEnd = symbol.Index + symbol.Length;

            void Skip(int length)
            {
                start += length;
                words = text[start..symbol.Index];
            }
        }
    }

    /// <summary>The document in which decisions stand.</summary>
    private void Decisions(Sentence sentence, List<(int Start, int End)> taken)
    {
        foreach (var source in Wording.Matches("decisionSourceInline", sentence.Text))
        {
            if (taken.Any(t => source.Index >= t.Start && source.Index < t.End) || !IsDecisions(sentence, source.Groups["symbol"].Index) || !SymbolIsPlausible(source.Groups["symbol"].Value))
            {
                continue;
            }
            var printed = source.Groups["symbol"].Value;
            var symbol = DocumentSymbol.Parse(printed);
            Add(sentence, printed, symbol, Wording.Language == Languages.Language.Zh ? "决定" : "Decisions", DocumentKind.Decisions, serves: Wording.Is("decisionList", sentence.Text) || Wording.Matches("decisionLine", sentence.Paragraph.Text).Count > 1 || Wording.Is("decisionsCollected", sentence.Text));
            named.Add((sentence.Number, new NamedDocument(symbol.Slug, printed, "", sentence.Start + source.Groups["symbol"].Index, printed.Length, "", null)));
        }
    }

    /// <summary>Whether a document is named only for the one that took its place.</summary>
    private bool IsSuperseded(string text, int start, int end) => Wording.Is("superseded", text[..start]) || Wording.Is("supersededBehind", text[end..]);

    private bool IsDecisions(Sentence sentence, int at) =>
        Wording.Is("decisionSource", sentence.Text) || Wording.Is("decisionList", sentence.Text) || (Wording.Match("decisionSourceInline", sentence.Text) is { Success: true } source && source.Groups["symbol"].Index == at && Wording.Is("decisionWord", sentence.Text[..at]) && !Wording.Is("preamble", sentence.Text[..at]) && !Wording.Is("containedAfter", sentence.Text[(source.Index + source.Length)..]));

    /// <summary>Documents of this session of which no sentence says more than the symbol are called by it.</summary>
    public void Bare(Sentence sentence)
    {
        foreach (var symbol in Wording.Matches("symbol", sentence.Text))
        {
            var printed = symbol.Value.TrimEnd(')', '.');
            if (SymbolIsPlausible(printed) && printed.StartsWith("HSP/EB.", StringComparison.Ordinal) && draft.Document(printed) is null)
            {
                var parsed = DocumentSymbol.Parse(printed);
                // "the draft decisions, which had been issued as HSP/EB.2070/L.1".
                var called = parsed.Nature is "L" or "CRP" && Wording.Match("paperCore", sentence.Text[..symbol.Index]) is { Success: true } core ? Draft.Capital(core.Value) : printed;
                Add(sentence, printed, parsed, called, DocumentKind.Other, serves: printed.StartsWith($"HSP/EB.{draft.Session.Year}/", StringComparison.Ordinal) && !IsSuperseded(sentence.Text, symbol.Index, symbol.Index + printed.Length));
                bare.Add(printed);
            }
            if (bare.Contains(printed) || (draft.Document(printed) is not null && !In(sentence.Number).Any(d => d.Symbol == printed)))
            {
                named.Add((sentence.Number, new NamedDocument(DocumentSymbol.Parse(printed).Slug, printed, "", sentence.Start + symbol.Index, printed.Length, "", null)));
            }
        }
    }

    /// <summary>Papers without a symbol.</summary>
    private void Papers(Sentence sentence)
    {
        if (Wording.Match("paper", sentence.Text) is { Success: true } paper && !Wording.Is("symbolInParentheses", paper.Groups["title"].Value))
        {
            Paper(sentence, paper.Groups["title"].Value, paper.Groups["title"].Index);
        }
        else if (Wording.Match("paperDistributed", sentence.Text) is { Success: true } distributed && !HasSymbol(sentence.Text[(distributed.Index + distributed.Length)..]))
        {
            Paper(sentence, distributed.Groups["title"].Value, distributed.Groups["title"].Index, distributed.Groups["core"].Value);
        }
        else if (Wording.Match("paperOn", sentence.Text) is { Success: true } on && !HasSymbol(sentence.Text[on.Index..]))
        {
            Paper(sentence, on.Groups["title"].Value, on.Groups["title"].Index);
        }
    }

    /// <summary>Whether a symbol follows before another clause begins: what is named is a document with a symbol.</summary>
    private bool HasSymbol(string behind) =>
        Wording.Match("symbolInParentheses", behind) is { Success: true } symbol && (Wording.Spaced || !behind.AsSpan(0, symbol.Index).ContainsAny('，', '；'));

    /// <summary>What a paper is called of which a sentence tells at length who made it and where it went: draft decisions.</summary>
    private Match? Core(string words) =>
        (words.Length > LongTitle || Wording.Is("documentUntold", words)) && Wording.Match("paperCore", words) is { Success: true } called ? called : null;

    private void Paper(Sentence sentence, string words, int at, string? core = null)
    {
        // "the draft decisions submitted by the Bureau, and the drafts had been distributed as …".
        var again = Wording.Is("paperAgain", core ?? words) && Wording.Match("paperCore", sentence.Text[..at]) is { Success: true } before ? before : null;
        if ((Core(words) ?? again) is { } called)
        {
            (words, core) = (called.Value, null);
        }
        if (Wording.Is("documentUntold", words))
        {
            return;
        }
        var (_, title, _) = Called(words);
        var variant = Wording.Is("by", words) ? HabitatBoard.Reports.Phrasing.Variants.ByExecutiveDirector : null;
        var number = draft.Next("paper");
        var id = RowKeys.Document(null, number);
        var document = draft.Add(FactKind.Document, id, sentence.Source, () =>
        {
            var paper = new Document(draft.Id(id), draft.Session.Id, number, DocumentKind.ConferenceRoomPaper, null, draft.Text(Draft.Capital(core is null ? title : Called(core).Title)));
            if (sentence.Item is { } item)
            {
                paper.Serve(item.Id);
            }
            return paper;
        });
        if (document is not null)
        {
            var offset = title.Length > 0 ? words.IndexOf(title, StringComparison.Ordinal) : 0;
            named.Add((sentence.Number, new NamedDocument(document.Slug, null, title, sentence.Start + at + Math.Max(offset, 0), words.Length, "", variant)));
        }
    }

    private void Name(Sentence sentence, string printed, string words, int start, int length, string between, DocumentKind? given = null)
    {
        var symbol = DocumentSymbol.Parse(printed);
        var end = start + length;
        words = Wording.Replace("documentWithin", Wording.Replace("documentTail", words.Trim().TrimEnd(',', '，'), ""), "");
        // "a note by the secretariat (HSP/EB.2091/10) on the preparations": the subject stands behind.
        words = Wording.Is("kindAlone", words) && Wording.Match("titleBehind", sentence.Text[end..]) is { Success: true } behind ? words + behind.Value : words;
        words = symbol.Nature == "CRP" || Wording.Is("documentUntold", words) ? Core(words)?.Value ?? words : words;
        var (kind, title, variant) = Called(words, symbol, given);
        kind = kind == DocumentKind.Report && Wording.Is("directorsOwn", sentence.Text[..end]) ? DocumentKind.ExecutiveDirectorReport : kind;
        var untold = Wording.Is("documentUntold", words);
        // A sentence that tells what was done with it, and not what it is called, leaves the symbol.
        Add(sentence, printed, symbol, untold ? printed : Recorded(sentence, words, kind, title), kind, serves: true);
        named.Add((sentence.Number, new NamedDocument(symbol.Slug, printed, untold ? "" : title, sentence.Start + start, length, between, untold ? null : variant)));
    }

    /// <summary>The title on record of what a sentence calls so: "on the item" is what the item is about, and the report of a session is called as its item calls it.</summary>
    private string Recorded(Sentence sentence, string words, DocumentKind kind, string title)
    {
        var item = sentence.Item?.Title[Wording.Language]?.Text;
        if (item is not null && Wording.Is("ofTheItem", title))
        {
            return item;
        }
        if (kind != DocumentKind.Report || !Wording.Is("session", title) || sentence.Item is null)
        {
            return Draft.Capital(title);
        }
        var called = Wording.Replace("documentArticle", words, "");
        return Draft.Capital(ReportTitle(item) ?? (Wording.Spaced && Wording.Is("reportOn", called) ? called : title));
    }

    /// <summary>The report of a session is called as the item under which it is adopted calls it.</summary>
    private string? ReportTitle(string? item) => item is not null && Wording.Match("adoptionOf", item) is { Success: true } adoption ? adoption.Groups["title"].Value : null;

    private void Add(Sentence sentence, string printed, DocumentSymbol symbol, string title, DocumentKind kind, bool serves)
    {
        if (draft.Known.DocumentsOfOthers.Contains(symbol.Slug))
        {
            return;
        }
        if (draft.Document(symbol.Text) is { } there)
        {
            if (serves && sentence.Item is { } further && (kind, there.Kind) is (DocumentKind.Decisions, DocumentKind.Decisions) && there.Items.Count == 0)
            {
                there.Serve(further.Id);
            }
            return;
        }
        var id = RowKeys.Document(symbol.Text, null);
        draft.Add(FactKind.Document, id, sentence.Source, () =>
        {
            var document = new Document(draft.Id(id), draft.Session.Id, symbol, printed, kind, null, draft.Text(title));
            if (serves && sentence.Item is { } item)
            {
                document.Serve(item.Id);
            }
            if (symbol.BaseText is { } parent && symbol.Suffixes[^1].Kind is var suffix)
            {
                document.Relate(
                    suffix switch { "Corr" => RelationKind.CorrigendumTo, "Rev" => RelationKind.RevisionOf, "Amend" => RelationKind.AmendmentTo, _ => RelationKind.AddendumTo },
                    DocumentSymbol.Parse(parent).Slug);
            }
            return document;
        });
    }

    private static bool SymbolIsPlausible(string symbol) => symbol.Contains('/', StringComparison.Ordinal) && symbol.Any(char.IsAsciiDigit) && !symbol.Contains("RES/", StringComparison.Ordinal);

    /// <summary>What the symbol alone tells of a document.</summary>
    private static DocumentKind OfNature(DocumentSymbol? symbol) =>
        symbol?.Nature switch { "INF" => DocumentKind.InformationDocument, "CRP" => DocumentKind.ConferenceRoomPaper, _ => DocumentKind.Other };

    /// <summary>What a document is, by the words with which it is introduced, and what is left as its title.</summary>
    private (DocumentKind Kind, string Title, string? Variant) Called(string words, DocumentSymbol? symbol = null, DocumentKind? given = null)
    {
        words = Wording.Replace("documentArticle", words, "").Trim();
        if (given is { } kind && !Wording.Is("secretariatNote", words))
        {
            return (kind, Wording.Match("reportOn", words) is { Success: true } listed ? Title(listed, words) : words, null);
        }
        if (Wording.Match("titledDocument", words) is { Success: true } titled)
        {
            return (OfNature(symbol), titled.Groups["title"].Value, null);
        }
        if (Wording.Match("executiveDirectorReport", words) is { Success: true } report)
        {
            return (DocumentKind.ExecutiveDirectorReport, Title(report, words), null);
        }
        if (Wording.Match("addendumOn", words) is { Success: true } part || (part = Wording.Match("partAlone", words)).Success)
        {
            return (OfNature(symbol), Wording.Replace("documentArticle", part.Groups["title"].Value, ""), null);
        }
        if (Wording.Match("secretariatNote", words) is { Success: true } note)
        {
            return (DocumentKind.SecretariatNote, note.Groups["title"].Value, Variants.Printed(Wording, words, Phrase.NoteBySecretariat));
        }
        if (Wording.Is("agendaTitle", words))
        {
            return (DocumentKind.Agenda, words, null);
        }
        if (Wording.Match("reportOn", words) is { Success: true } on)
        {
            return (DocumentKind.Report, Title(on, words), null);
        }
        if (Wording.Is("reportTitle", words))
        {
            return (DocumentKind.Report, words, null);
        }
        if (symbol is null && Wording.Match("paperTitle", words) is { Success: true })
        {
            return (DocumentKind.ConferenceRoomPaper, words, null);
        }
        return (OfNature(symbol), words, null);

        string Title(Match match, string whole)
        {
            var title = Wording.Replace("documentArticle", match.Groups["title"].Value, "");
            if (match.Groups["called"].Success && match.Groups["called"].Value.Trim() is { Length: > 0 } called && called.Contains(' ', StringComparison.Ordinal))
            {
                return $"{called} on {title}";
            }
            return Wording.Match("reportEnd", title) is { Success: true } end && end.Index + end.Length == title.Length ? title[..end.Index] : title;
        }
    }
}
