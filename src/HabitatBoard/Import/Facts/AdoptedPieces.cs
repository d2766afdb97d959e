using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Decisions;

namespace HabitatBoard.Import.Facts;

/// <summary>What one sentence tells adopted: a decision, parts of it, or paragraphs, and in what manner.</summary>
internal sealed record AdoptedPiece(int Year, int Number, IReadOnlyList<string> Letters, IReadOnlyList<int> Paragraphs, AdoptionManner Manner, bool OrallyAmended)
{
    /// <summary>What is adopted, whatever else is said of it.</summary>
    public (int, int, string, string) Provision => (Year, Number, string.Join(' ', Letters), string.Join(' ', Paragraphs));
}

/// <summary>
/// Reads what a sentence tells adopted by its pieces: paragraphs, parts and decisions as they are named one after the other,
/// and the manner that is said of each. In English paragraphs come before their part and that before its decision, in
/// Chinese the other way round; either may say more behind a comma.
/// </summary>
internal sealed class AdoptedPieces(Wording wording)
{
    private enum What
    {
        Decision,
        Part,
        Paragraphs,
    }

    private sealed record Mark(What What, int Start, int End, (int Year, int Number)? Decision, IReadOnlyList<string> Letters, IReadOnlyList<int> Numbers);

    private sealed class Piece(int start)
    {
        public int Start { get; } = start;
        public int End { get; set; }
        public (int Year, int Number)? Decision { get; set; }
        public IReadOnlyList<string> Letters { get; set; } = [];
        public IReadOnlyList<int> Numbers { get; set; } = [];
        public bool Whole { get; set; }
    }

    /// <param name="spoken">What was spoken of before.</param>
    public IReadOnlyList<AdoptedPiece> Read(string text, NamedProvision? spoken)
    {
        (int Year, int Number)? last = spoken is null ? null : (spoken.Year, spoken.Number);
        var pieces = Assemble(text, Marks(text, spoken, last));
        foreach (var piece in pieces.Where(p => p.Decision is null))
        {
            var before = pieces.LastOrDefault(p => p.Start < piece.Start && p.Decision is not null);
            piece.Decision = before?.Decision ?? last;
            if (piece is { Letters.Count: 0, Numbers.Count: > 0 })
            {
                // Another paragraph of the same part, which need not be named again.
                piece.Letters = before is { Numbers.Count: > 0 } ? before.Letters
                    : before is null && spoken is { Parts: [var part], Paragraphs.Count: > 0 } ? [part.Letter] : [];
            }
        }
        pieces.RemoveAll(p => p.Decision is null || !IsAdopted(text, p));
        // The whole is no piece beside its own parts, unless the sentence says that it was adopted as such.
        pieces.RemoveAll(p => p is { Letters.Count: 0, Numbers.Count: 0, Whole: false } && pieces.Exists(o => o != p && o.Decision == p.Decision && (o.Letters.Count + o.Numbers.Count > 0 || o.Whole || o.Start < p.Start)));
        // What is taken up again one by one is told there: "paragraphs 6 and 7 …: paragraph 6 by …, paragraph 7 …".
        pieces.RemoveAll(p => p.Numbers.Count > 1 && p.Numbers.All(n => pieces.Exists(o => o != p && o.Decision == p.Decision && o.Numbers.Contains(n))));
        // "paragraphs 4 and 5, the latter as orally amended": two.
        foreach (var piece in pieces.Where(p => p.Numbers.Count == 2 && wording.Is("orallyAmended", text[p.End..]) && wording.Is("latter", text[p.End..])).ToList())
        {
            SetApart(pieces, piece, piece.Numbers[1]);
        }
        // "paragraphs 7 and 8, with paragraph 8 as orally amended": one of them.
        foreach (var apart in wording.Matches("paragraphAmong", text).Select(m => (m.Index, Number: Int(m, "number"))))
        {
            pieces.RemoveAll(p => p.Start > apart.Index && p.Numbers is [var same] && same == apart.Number);
            if (pieces.LastOrDefault(p => p.End <= apart.Index && p.Numbers.Count > 1 && p.Numbers.Contains(apart.Number)) is { } several)
            {
                SetApart(pieces, several, apart.Number);
            }
        }
        return [.. pieces.Select((piece, i) => Told(text, pieces, i))
            // "paragraph 3 of part A, paragraph 3 having been orally amended" tells one of them.
            .GroupBy(p => p.Provision)
            .Select(same => same.First() with { OrallyAmended = same.Any(p => p.OrallyAmended) })];
    }

    /// <summary>Makes one of several paragraphs, of which something is said behind them, a piece of its own behind the others.</summary>
    private static void SetApart(List<Piece> pieces, Piece several, int number)
    {
        pieces.Insert(pieces.IndexOf(several), new Piece(several.Start) { End = several.Start, Decision = several.Decision, Letters = several.Letters, Numbers = [.. several.Numbers.Where(n => n != number)] });
        several.Numbers = [number];
    }

    private List<Mark> Marks(string text, NamedProvision? spoken, (int Year, int Number)? last)
    {
        var marks = new List<Mark>();
        foreach (var match in wording.Matches("decisionNumber", text))
        {
            marks.Add(new Mark(What.Decision, match.Index, match.Index + match.Length, (Int(match, "year"), Int(match, "number")), [], []));
        }
        foreach (var match in wording.Matches("thatDecision", text).Where(m => !marks.Exists(k => m.Index < k.End && m.Index + m.Length > k.Start)))
        {
            var named = marks.Where(m => m.What == What.Decision && m.Start < match.Index).OrderBy(m => m.Start).Select(m => m.Decision).LastOrDefault() ?? last;
            if (named is not null)
            {
                marks.Add(new Mark(What.Decision, match.Index, match.Index + match.Length, named, [], []));
            }
        }
        foreach (var match in wording.Matches("partList", text))
        {
            marks.Add(new Mark(What.Part, match.Index, match.Index + match.Length, null, [.. match.Groups["letter"].Captures.Select(c => DecisionReader.LetterOf(c.Value)).Distinct()], []));
        }
        foreach (var match in wording.Matches("paragraphsCited", text).Where(m => !wording.Is("exceptBefore", text[..m.Index])))
        {
            marks.Add(new Mark(What.Paragraphs, match.Index, match.Index + match.Length, null, [], DecisionReader.Numbers(wording, match)));
        }
        foreach (var match in spoken is { Parts.Count: > 0 } && !marks.Exists(m => m.What == What.Part) ? wording.Matches("thatPart", text) : [])
        {
            marks.Add(new Mark(What.Part, match.Index, match.Index + match.Length, null, [.. spoken!.Parts.Select(p => p.Letter)], []));
        }
        foreach (var match in spoken is { Paragraphs.Count: > 0 } ? wording.Matches("thatParagraph", text) : [])
        {
            marks.Add(new Mark(What.Paragraphs, match.Index, match.Index + match.Length, null, [], spoken!.Paragraphs));
        }
        return [.. marks.OrderBy(m => m.Start)];
    }

    private List<Piece> Assemble(string text, List<Mark> marks)
    {
        var pieces = new List<Piece>();
        foreach (var mark in marks)
        {
            var before = pieces.LastOrDefault();
            // Said of what precedes it, behind a comma or a parenthesis: "decision 2031/4, part A", "A 节第 3 段".
            var joined = before is not null && wording.Is("pieceGoesOn", text[before.End..mark.Start]);
            switch (mark.What)
            {
                case What.Paragraphs when joined && before!.Numbers.Count == 0 && (before.Letters.Count > 0 || before.Decision is not null):
                    before.Numbers = mark.Numbers;
                    break;
                case What.Paragraphs when before is { Letters.Count: 0, Decision: null, Numbers.Count: > 0 } && wording.Is("paragraphsToo", text[before.End..mark.Start]):
                    before.Numbers = [.. before.Numbers.Concat(mark.Numbers).Distinct()];
                    break;
                case What.Part when joined && before!.Letters.Count == 0 && before.Numbers.Count == 0 && before.Decision is not null:
                case What.Part when joined && before!.Decision is not null && before.Letters.SequenceEqual(mark.Letters):
                    before.Letters = mark.Letters;
                    break;
                case What.Part when wording.Spaced && pieces.FindLastIndex(p => p.Letters.Count == 0 && p.Decision is null && p.Numbers.Count > 0) >= 0 && wording.Is("ofIt", text[before!.End..mark.Start]):
                    foreach (var piece in pieces.Where(p => p.Letters.Count == 0 && p.Decision is null))
                    {
                        piece.Letters = mark.Letters;
                    }
                    break;
                case What.Decision when wording.Spaced && before is { Decision: null } && wording.Is("ofIt", text[before.End..mark.Start]):
                    foreach (var piece in pieces.Where(p => p.Decision is null))
                    {
                        piece.Decision = mark.Decision;
                    }
                    break;
                default:
                    // In Chinese the part stays the same until another is named.
                    pieces.Add(new Piece(mark.Start)
                    {
                        Decision = mark.Decision, Letters = mark.What == What.Paragraphs && !wording.Spaced && before?.Numbers.Count > 0 ? before.Letters : mark.Letters, Numbers = mark.Numbers,
                        Whole = mark.What == What.Decision && wording.Is("asAWhole", text[mark.Start..]),
                    });
                    break;
            }
            pieces[^1].End = mark.End;
        }
        return pieces;
    }

    /// <summary>Whether a piece is what the verb tells adopted: behind an active one, or before a passive one.</summary>
    private bool IsAdopted(string text, Piece piece) =>
        (wording.Is("adoptedBefore", text[..piece.Start]) || wording.Is("adoptedBehind", text[piece.End..])) && !wording.Is("notAdopted", text[piece.End..]);

    private AdoptedPiece Told(string text, List<Piece> pieces, int at)
    {
        var piece = pieces[at];
        var (from, until) = (at == 0 ? 0 : pieces[at - 1].End, at + 1 < pieces.Count ? pieces[at + 1].Start : text.Length);
        // What joins two pieces divides what is said of them.
        var before = text[from..piece.Start];
        before = at == 0 ? before : wording.Match("pieceGap", before) is { Success: true } gap ? before[gap.Index..] : "";
        var after = text[piece.End..until];
        after = at + 1 < pieces.Count && wording.Match("pieceGap", after) is { Success: true } next ? after[..next.Index] : after;
        var own = $"{before} {after}";
        var manner = MannerOf(own);
        if (manner == AdoptionManner.NotRecorded)
        {
            var (start, end) = Clause(text, piece.Start);
            // Said before the first it is said of all of them, behind the last of those of which nothing else is.
            var first = pieces.First(p => p.Start >= start);
            manner = MannerOf(text[start..first.Start]);
            if (manner == AdoptionManner.NotRecorded && wording.Is("nothingSaid", after) && pieces[^1].End <= end)
            {
                manner = MannerOf(text[pieces[^1].End..end]);
            }
        }
        var (year, number) = piece.Decision!.Value;
        return new AdoptedPiece(year, number, piece.Letters, piece.Numbers, manner, wording.Is("orallyAmended", $"{own} {text[piece.Start..piece.End]}") && (at + 1 == pieces.Count || !wording.Is("latter", text[piece.End..until])));
    }

    private static (int Start, int End) Clause(string text, int at)
    {
        var end = text.IndexOfAny([';', '；'], at);
        return (text.LastIndexOfAny([';', '；'], at) + 1, end < 0 ? text.Length : end);
    }

    private AdoptionManner MannerOf(string words) =>
        wording.Is("consensus", words) ? AdoptionManner.Consensus : wording.Is("vote", words) ? AdoptionManner.Vote : AdoptionManner.NotRecorded;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
