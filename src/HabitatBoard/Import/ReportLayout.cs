using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HabitatBoard.Errors;
using HabitatBoard.Import.Files;
using HabitatBoard.Languages;

namespace HabitatBoard.Import;

/// <summary>A heading: <c>IV. …</c>, <c>A. …</c>; the introduction has the number 0.</summary>
internal sealed record ReadSection(int Number, string Letter, string Heading);

/// <summary>A numbered paragraph with the section in which it stands, the first being 0.</summary>
internal sealed record ReadParagraph(int Number, int Section, string Text);

/// <summary>
/// Finds masthead, headings and numbered paragraphs in the lines of a file, and sets right what copying did to them: lines
/// broken inside a paragraph, page headers and footers, lost numbers, marks of lists and bold type, odd spaces, the other width.
/// </summary>
internal sealed partial class ReportLayout
{
    private readonly Wording wording;
    private readonly List<Mending> mended;
    private readonly List<ReadSection> sections = [];
    private readonly List<Block> blocks = [];
    private readonly List<string> masthead = [];

    /// <summary>Notes to a heading: they go with its first paragraph.</summary>
    private readonly List<string> notes = [];
    private HashSet<string> words = [];

    /// <summary>The last line with each number at its beginning.</summary>
    private readonly Dictionary<int, int> lastOf = [];
    private bool wrapped;

    private ReportLayout(Wording wording, IEnumerable<Mending> mended)
    {
        this.wording = wording;
        this.mended = [.. mended];
    }

    public Language Language => wording.Language;

    public IReadOnlyList<string> Masthead => masthead;

    public IReadOnlyList<ReadSection> Sections => sections;

    public IReadOnlyList<ReadParagraph> Paragraphs { get; private set; } = [];

    public IReadOnlyList<Mending> Mended => mended;

    public List<ImportProblem> Problems { get; } = [];

    public static ReportLayout Of(ReportFile file)
    {
        var han = file.Lines.Sum(l => l.Text.Count(IsHan));
        var latin = file.Lines.Sum(l => l.Text.Count(char.IsAsciiLetter));
        var layout = new ReportLayout(Wording.Of(han * 3 > latin ? Language.Zh : Language.En), file.Mended);
        layout.Read(file);
        return layout;
    }

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static bool IsHanOrMark(char c) => IsHan(c) || "，。：；、（）《》“”！？".Contains(c, StringComparison.Ordinal);

    private void Read(ReportFile file)
    {
        var lines = Clean(file.Lines);
        wrapped = !file.HasParagraphs && IsWrapped(lines);
        words = wording.Spaced ? [.. lines.SelectMany(l => Word().Matches(l.Text)).Select(w => w.Value)] : [];
        lines = WithNumbers(WithoutContents(WithoutFurniture(lines, file.HasParagraphs)));
        foreach (var (i, line) in lines.Index())
        {
            if (ParagraphNumber().Match(line.Text) is { Success: true } printed)
            {
                lastOf[int.Parse(printed.Groups["number"].Value, CultureInfo.InvariantCulture)] = i;
            }
        }
        var began = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Text.Length == 0)
            {
                continue;
            }
            if (line.IsNote)
            {
                Note(line.Text, began);
                continue;
            }
            if (Heading(lines, ref i, began) is { } heading)
            {
                began = true;
                sections.Add(heading);
                continue;
            }
            if (!began)
            {
                masthead.Add(line.Text);
                continue;
            }
            var count = blocks.Count;
            Put(line, i);
            if (blocks.Count > count)
            {
                notes.ForEach(n => Note(n, began));
                notes.Clear();
            }
        }
        if (blocks.Count > 0)
        {
            notes.ForEach(n => blocks[^1].Text.Append('\n').Append(n));
        }
        if (sections.Count > 0)
        {
            NumberParagraphs();
        }
    }

    /// <summary>A line without the marks and the spaces of the copy.</summary>
    /// <param name="AfterPage">Whether it is the first on a page: what is above it may go on with it.</param>
    /// <param name="IsNote">A note to what stands before it.</param>
    private sealed record Line(string Text, bool Bullet, bool AfterBlank, int Heading, bool IsNote, bool AfterPage = false);

    /// <summary>A paragraph or a part of one.</summary>
    private sealed class Block(int section, int? number, string text, bool bullet, bool afterBlank)
    {
        public int Section { get; } = section;
        public int? Number { get; } = number;
        public StringBuilder Text { get; } = new(text);
        public bool Bullet { get; } = bullet;
        public bool AfterBlank { get; } = afterBlank;

        /// <summary>A marked line of a list inside a paragraph: (a), 1.</summary>
        public bool IsListed { get; init; }

        /// <summary>Whether a row of a table or a note came last, with which no line goes on.</summary>
        public bool IsOver { get; set; }

        /// <summary>The next number that would go on with the numbered list in the paragraph; 0 for no such list.</summary>
        public int Next { get; set; }
    }

    private List<Line> Clean(IReadOnlyList<SourceLine> source)
    {
        var lines = new List<Line>(source.Count);
        var blank = true;
        foreach (var (raw, heading, note, row) in source.SelectMany(Unfolded))
        {
            var parts = raw.Split('\f');
            foreach (var part in parts)
            {
                var text = Width(part);
                text = Spaces().Replace(text, " ").Trim();
                var bullet = false;
                if (Bullet().Match(text) is { Success: true } mark)
                {
                    bullet = true;
                    text = text[mark.Length..];
                }
                if (Rule().IsMatch(text))
                {
                    // Under a heading.
                    mended.Add(new Mending(MendingKind.Mark, null, text, text = ""));
                }
                if (text.Contains("**", StringComparison.Ordinal))
                {
                    mended.Add(new Mending(MendingKind.Mark, null, text, text = text.Replace("**", "", StringComparison.Ordinal)));
                }
                if (!wording.Spaced)
                {
                    text = HanSpaces().Replace(text, "");
                }
                text = SymbolSpaces().Replace(text, "");
                lines.Add(new Line(text, bullet, blank, heading, note || row));
                blank = text.Length == 0;
            }
        }
        return lines;
    }

    /// <summary>A row of a table as a line; the rows before the introduction are the masthead's, and each of their lines stands by itself.</summary>
    private IEnumerable<SourceLine> Unfolded(SourceLine line)
    {
        if (!line.IsRow)
        {
            unfolding |= IsSectionLine(line.Text.Trim());
            return [line];
        }
        return unfolding
            ? [line with { Text = string.Join($" {BetweenCells} ", line.Text.Split('\t').Select(c => c.Replace("\v", c.Any(IsHan) ? "、" : ", ", StringComparison.Ordinal).Trim())) }]
            : line.Text.Split('\t', '\v').SelectMany(t => new[] { new SourceLine(t), new SourceLine("") });
    }

    private const char SoftHyphen = '\u00AD';

    /// <summary>What stands between the cells of a row, with a space on either side.</summary>
    public const char BetweenCells = '|';

    /// <summary>Whether the masthead is over.</summary>
    private bool unfolding;

    /// <summary>Digits and Latin letters in the usual width, and in Chinese the signs in theirs; nothing invisible.</summary>
    private string Width(string text)
    {
        var changed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u2011':
                    changed.Append('-');
                    break;
                case '\u00B4' or '\u02B9' or '\u02BC':
                    changed.Append('’');
                    break;
                case >= '\uFB00' and <= '\uFB04':
                    changed.Append(c switch { '\uFB00' => "ff", '\uFB01' => "fi", '\uFB02' => "fl", '\uFB03' => "ffi", _ => "ffl" });
                    break;
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F':
                    break;
                case '\u00A0' or '\u3000' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\t' or '\v':
                    changed.Append(' ');
                    break;
                case (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') or '\uFF0F' or '\uFF0E' or '\uFF0D':
                    changed.Append((char)(c - 0xFEE0));
                    break;
                case '（' or '）' or '，' or '；' or '：' when wording.Spaced:
                    changed.Append((char)(c - 0xFEE0));
                    break;
                case '｡':
                    changed.Append('。');
                    break;
                default:
                    changed.Append(c);
                    break;
            }
        }
        if (text.AsSpan().TrimEnd() is [.., SoftHyphen])
        {
            // It divides the last word of the line.
            changed.Append(SoftHyphen);
        }
        var width = changed.ToString();
        if (!wording.Spaced)
        {
            width = NarrowParentheses().Replace(width, "（${in}）");
            width = NarrowSign().Replace(width, m => ((char)(m.Value[0] switch { '.' => '。', var c => c + 0xFEE0 })).ToString());
        }
        if (width != text && width.Replace(" ", "", StringComparison.Ordinal) != text.Replace(" ", "", StringComparison.Ordinal) && width.Length == text.Length)
        {
            mended.Add(new Mending(MendingKind.Width, null, text, width));
        }
        return width;
    }

    /// <summary>Whether long lines were broken: then few are longer than a page is wide, and many end in the middle of a sentence.</summary>
    private static bool IsWrapped(List<Line> lines)
    {
        var written = lines.Where(l => l.Text.Length > 0).ToList();
        var wide = written.Count(l => Width2(l.Text) > 140);
        return written.Count > 0 && wide * 20 < written.Count;
    }

    private static int Width2(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);

    private List<Line> WithoutFurniture(List<Line> lines, bool hasParagraphs)
    {
        var first = lines.FindIndex(l => IsSectionLine(l.Text));
        // What is printed on several pages is no part of the text: it stands by itself, or with a page number. Broken lines may repeat as well,
        // and so may the cells of a table.
        var repeated = hasParagraphs ? [] : lines.Skip(Math.Max(first, 0)).Where((l, i) => IsSetApart(lines, Math.Max(first, 0) + i))
            .Where(l => l.Text.Length is > 3 and < 90 && !ParagraphNumber().IsMatch(l.Text) && !SubMark().IsMatch(l.Text) && !EndsSentence(l.Text))
            .CountBy(l => PageNumber().Replace(l.Text, "")).Where(c => c.Value >= 3 || lines.Take(Math.Max(first, 0)).Any(l => l.Text == c.Key)).Select(c => c.Key).ToHashSet();
        var left = new List<Line>(lines.Count);
        var page = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (page && text.Length == 0)
            {
                continue;
            }
            if (first >= 0 && i > first && text.Length > 0 && !GoesOn(lines, i) && (Furniture().IsMatch(text) || (IsSetApart(lines, i) && repeated.Contains(PageNumber().Replace(text, "")))))
            {
                mended.Add(new Mending(MendingKind.PageFurniture, null, text, ""));
                page = true;
                continue;
            }
            if (page)
            {
                while (left.Count > 0 && left[^1].Text.Length == 0)
                {
                    left.RemoveAt(left.Count - 1);
                }
            }
            left.Add(page ? lines[i] with { AfterPage = true } : lines[i]);
            page = false;
        }
        return left;
    }

    /// <summary>
    /// Leaves out a table of contents, which has the headings once more: it goes from the first of them to the last before the
    /// first comes again.
    /// </summary>
    private List<Line> WithoutContents(List<Line> lines)
    {
        var seconds = Enumerable.Range(0, lines.Count).Where(i => SectionMark(lines[i].Text) is { Number: 2 }).Take(2).ToList();
        if (seconds is not [var listed, var second] || lines.FindLastIndex(second, second - listed, l => SectionMark(l.Text) is { Number: 1 }) is not (>= 0 and var opening))
        {
            return lines;
        }
        var introduction = lines.FindLastIndex(opening, opening - listed, l => wording.Is("introductionHeading", l.Text));
        var last = lines.FindLastIndex((introduction < 0 ? opening : introduction) - 1, l => SectionMark(l.Text) is not null || wording.Is("subsectionHeading", l.Text));
        // The introduction may stand before the contents, with its paragraphs.
        var first = lines.FindIndex(l => SectionMark(l.Text) is { Number: 1 });
        var above = lines.FindIndex(0, Math.Max(first, 0), l => wording.Is("introductionHeading", l.Text));
        first = above >= 0 && !lines[above..first].Exists(l => ParagraphNumber().IsMatch(l.Text)) ? above : first;
        if (first < 0 || last < first || lines[first..last].Exists(l => ParagraphNumber().IsMatch(l.Text)))
        {
            return lines;
        }
        foreach (var line in lines[first..(last + 1)].Where(l => l.Text.Length > 0))
        {
            mended.Add(new Mending(MendingKind.Contents, null, line.Text, ""));
        }
        return [.. lines[..first], .. lines[(last + 1)..]];
    }

    /// <summary>Numbers that stand in a line of their own, put before their paragraphs.</summary>
    private List<Line> WithNumbers(List<Line> lines)
    {
        var whole = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (NumberAlone().IsMatch(line.Text) && lines.FindIndex(i + 1, l => l.Text.Length > 0) is >= 0 and var next && next < i + 3 && !ParagraphNumber().IsMatch(lines[next].Text) && !GoesOn(lines, i))
            {
                mended.Add(new Mending(MendingKind.LineBreak, null, line.Text, ""));
                (line, i) = (lines[next] with { Text = $"{line.Text} {lines[next].Text}", AfterBlank = line.AfterBlank }, next);
            }
            whole.Add(line);
        }
        return whole;
    }

    /// <summary>Whether a line goes on with a symbol that was broken: "HSP/EB.2038/" at its end, and in the next a number alone.</summary>
    private static bool GoesOn(List<Line> lines, int at) => at > 0 && lines[at - 1].Text is [.., '/'];

    private static bool IsSetApart(List<Line> lines, int at) =>
        (lines[at].AfterBlank && (at + 1 == lines.Count || lines[at + 1].Text.Length == 0)) || PageNumber().IsMatch(lines[at].Text);

    private bool IsSectionLine(string text) => wording.Is("introductionHeading", text) || SectionMark(text) is { Number: 1 };

    private (int Number, string Heading)? SectionMark(string text) =>
        wording.Match("sectionHeading", text) is { Success: true } mark
        && (Wording.Roman(mark.Groups["number"].Value) ?? Wording.Number(mark.Groups["number"].Value)) is { } number
            ? (number, mark.Groups["heading"].Value)
            : null;

    /// <summary>The heading that begins with a line, with the lines into which it was broken.</summary>
    private ReadSection? Heading(List<Line> lines, ref int at, bool began)
    {
        var text = lines[at].Text;
        if (wording.Is("introductionHeading", text) && sections.Count == 0)
        {
            return new ReadSection(0, "", wording.Match("introductionHeading", text).Groups["heading"].Value);
        }
        var last = sections.Count == 0 ? 0 : sections[^1].Number;
        if (SectionMark(text) is (var number, var heading) && number == last + 1 && !EndsSentence(text) && text.Length < 400)
        {
            return new ReadSection(number, "", Whole(lines, ref at, heading));
        }
        if (began && wording.Match("subsectionHeading", text) is { Success: true } mark && !EndsSentence(text) && text.Length < 400)
        {
            var letter = mark.Groups["letter"].Value;
            var expected = sections[^1].Letter.Length == 0 ? "A" : ((char)(sections[^1].Letter[0] + 1)).ToString();
            if (letter == expected && sections[^1].Number > 0)
            {
                return new ReadSection(sections[^1].Number, letter, Whole(lines, ref at, mark.Groups["heading"].Value));
            }
        }
        return null;
    }

    private string Whole(List<Line> lines, ref int at, string heading)
    {
        while (at + 1 < lines.Count && lines[at + 1] is { Text: { Length: > 0 } next } && (wrapped ? !lines[at + 1].AfterBlank || IsRestOfHeading(lines, at + 1) : BeginsInTheMidst(next))
            && !ParagraphNumber().IsMatch(next) && SectionMark(next) is null && !wording.Is("subsectionHeading", next) && !EndsSentence(next) && !lines[at + 1].Bullet)
        {
            mended.Add(new Mending(MendingKind.LineBreak, null, next, ""));
            heading = Joined(heading, next);
            at++;
        }
        var clean = wording.Spaced ? heading : HanSpaces().Replace(heading, "");
        return clean.Trim();
    }

    /// <summary>Whether a short line begins as nothing that stands by itself does: 的筹备工作, "of the Assembly".</summary>
    private bool BeginsInTheMidst(string line) => line.Length < 60 && (wording.Spaced ? char.IsLower(line[0]) : "的和及与、，）".Contains(line[0], StringComparison.Ordinal));

    /// <summary>A heading that the end of a page cut: its rest stands by itself at the top of the next.</summary>
    private static bool IsRestOfHeading(List<Line> lines, int at) => lines[at].AfterPage && (at + 1 == lines.Count || lines[at + 1].Text.Length == 0 || lines[at + 1].AfterBlank);

    /// <summary>Puts a line into the block before it, or begins one.</summary>
    private void Put(Line line, int at)
    {
        var text = line.Text;
        var section = sections.Count - 1;
        var last = blocks.Count > 0 && blocks[^1].Section == section ? blocks[^1] : null;
        // A line that was broken before "(b)" begins no list.
        var broken = wrapped && !line.Bullet && last is not null && !EndsSentence(last.Text) && !(last.IsListed && (DecisionLine().IsMatch(text) || EndsEntry().IsMatch(Tail(last.Text))));
        if (!broken && (SubMark().IsMatch(text) || wording.Is("listedOffice", text)))
        {
            Listed(new Block(section, null, text, line.Bullet, line.AfterBlank) { IsListed = true, Next = last?.Next ?? 0 }, line);
            return;
        }
        if (ParagraphNumber().Match(text) is { Success: true } mark)
        {
            var number = int.Parse(mark.Groups["number"].Value, CultureInfo.InvariantCulture);
            if (broken && !line.AfterBlank && last!.Next == 0 && !OpensList(last.Text) && (last.Text[^1] == '/' || lastOf.GetValueOrDefault(number) > at))
            {
                // "HSP/EB.2064/", and in the next line "28. The report …": the paragraph of that number still comes.
                Join(last.Text, text);
                return;
            }
            if (last is not null && number == (last.Next > 0 ? last.Next : 1) && (last.Next > 0 ? GoesOn(number, at) : OpensList(last.Text)))
            {
                // "6. …" may be the sixth item of the list in paragraph 5, or paragraph 6: a later "6." decides.
                Listed(new Block(section, null, text, line.Bullet, line.AfterBlank) { IsListed = true, Next = number + 1 }, line);
                return;
            }
            blocks.Add(new Block(section, number, text[mark.Length..], line.Bullet, line.AfterBlank));
            return;
        }
        if (last is not null && !line.Bullet && !last.IsOver && !(EndsSentence(last.Text) && (line.AfterBlank || !wrapped) && !(line.AfterPage && GoesOnBehind(last.Text))))
        {
            if (line.AfterBlank || !wrapped)
            {
                mended.Add(new Mending(MendingKind.Cut, last.Number, text, ""));
            }
            Join(last.Text, text);
            return;
        }
        blocks.Add(new Block(section, null, text, line.Bullet, line.AfterBlank));
    }

    /// <summary>A note stands at the end of the paragraph to which it belongs, in a line of its own.</summary>
    private void Note(string text, bool began)
    {
        if (!began)
        {
            masthead.Add(text);
        }
        else if (blocks.Count > 0 && blocks[^1].Section == sections.Count - 1)
        {
            blocks[^1].Text.Append('\n').Append(text);
            blocks[^1].IsOver = true;
        }
        else
        {
            notes.Add(text);
        }
    }

    private void Listed(Block block, Line line)
    {
        if (line.Bullet)
        {
            mended.Add(new Mending(MendingKind.Mark, null, $"- {line.Text}", line.Text));
        }
        blocks.Add(block);
    }

    /// <summary>Whether a number that could be the next paragraph's is the list's: the paragraph of that number still comes.</summary>
    private bool GoesOn(int number, int at)
    {
        var paragraph = blocks.LastOrDefault(b => b.Number is not null)?.Number;
        return paragraph is null || number != paragraph + 1
            || lastOf.GetValueOrDefault(number) > at;
    }

    private static bool OpensList(StringBuilder text) => text.Length > 0 && text[^1] is '：' or ':';

    /// <summary>Whether a list goes on behind the end of a page.</summary>
    private static bool GoesOnBehind(StringBuilder text) => OpensList(text) || (text.Length > 0 && text[^1] is '；' or ';');

    /// <summary>The text of a paragraph, with parentheses that a line break had kept narrow.</summary>
    private string Whole(StringBuilder lines)
    {
        var text = lines.ToString().Replace($"{SoftHyphen}", "", StringComparison.Ordinal).Trim();
        return wording.Spaced ? text : NarrowParentheses().Replace(text, m => $"（{m.Groups["in"].Value.Trim()}）");
    }

    private string Joined(string before, string after)
    {
        var joined = new StringBuilder(before);
        Join(joined, after);
        return joined.ToString();
    }

    /// <summary>Puts a line behind another: with a space between words, without one in Chinese, and a word that was cut at its hyphen as it is written elsewhere.</summary>
    private void Join(StringBuilder before, string after)
    {
        if (before.Length > 0 && after.Length > 0)
        {
            if (wording.Spaced)
            {
                var cut = before[^1] == '-' && before.Length > 1 && char.IsLetter(before[^2]) && char.IsLower(after[0]);
                if (before[^1] == SoftHyphen || (cut && IsCutWord(before, after)))
                {
                    before.Length--;
                }
                else if (!cut && before[^1] != '/' && !(before[^1] is '-' or '–' && before.Length > 1 && char.IsLetterOrDigit(before[^2]) && char.IsLetterOrDigit(after[0])))
                {
                    before.Append(' ');
                }
            }
            else if (!IsOneInChinese(before[^1], after[0]) && !(before[^1] == '-' && before.Length > 1 && char.IsLetter(before[^2]) && char.IsLetter(after[0])))
            {
                before.Append(' ');
            }
        }
        before.Append(after);
    }

    private static bool IsOneInChinese(char before, char after) =>
        before is '/' or '·' || after is '·' || (before is '-' && IsHanOrMark(after)) || (after is '-' && IsHanOrMark(before)) || (IsHanOrMark(before) && (after == '(' || IsHanOrMark(after))) || (before == ')' && IsHanOrMark(after)) || "，。：；、（".Contains(before, StringComparison.Ordinal);

    /// <summary>Whether "state-" and "ments" are one word: the rest of the text has it, and has none with the hyphen.</summary>
    private bool IsCutWord(StringBuilder before, string after)
    {
        var start = before.Length - 1;
        while (start > 0 && char.IsLetter(before[start - 1]))
        {
            start--;
        }
        var end = 0;
        while (end < after.Length && char.IsLetter(after[end]))
        {
            end++;
        }
        var (first, second) = (before.ToString(start, before.Length - 1 - start), after[..end]);
        return words.Contains(first + second) && !words.Contains($"{first}-{second}");
    }

    /// <summary>By the last words alone: a paragraph may have thousands of lines.</summary>
    private static bool EndsSentence(StringBuilder text) => EndsSentence(Tail(text));

    /// <summary>As much of the end as tells how a text ends, however long it is.</summary>
    private static string Tail(StringBuilder text) => text.ToString(Math.Max(0, text.Length - 40), Math.Min(40, text.Length));

    private static bool EndsSentence(string text)
    {
        var end = text.Length - 1;
        while (end >= 0 && "”’）)\"'] ".Contains(text[end], StringComparison.Ordinal))
        {
            end--;
        }
        return end >= 0 && "。！？：；.!?:;".Contains(text[end], StringComparison.Ordinal) && !Courtesy().IsMatch(text);
    }

    /// <summary>
    /// Gives every paragraph its number. A block without one is a paragraph that lost it, where the next printed number
    /// leaves room for it, and else goes on with the paragraph before it.
    /// </summary>
    private void NumberParagraphs()
    {
        var paragraphs = new List<(int Number, int Section, StringBuilder Text)>();
        for (var i = 0; i < blocks.Count;)
        {
            // The blocks up to the next printed number, each with the lines of its list.
            var next = i;
            while (next < blocks.Count && blocks[next].Number is null)
            {
                next++;
            }
            var last = paragraphs.Count == 0 ? 0 : paragraphs[^1].Number;
            var unnumbered = blocks.Skip(i).Take(next - i).ToList();
            var starts = Enumerable.Range(i, next - i).Where(at => !blocks[at].IsListed).ToList();
            // Without a number to come, only what a bullet or a section sets apart is a paragraph of its own.
            var room = next < blocks.Count ? blocks[next].Number!.Value - last - 1 : starts.Count;
            var sure = (starts.Count <= room ? starts : starts.Where(at => blocks[at].Bullet || paragraphs.Count == 0 || at == 0 || blocks[at].Section != blocks[at - 1].Section).Take(Math.Max(room, 0)))
                .Select(at => blocks[at]).ToHashSet();
            foreach (var block in unnumbered)
            {
                if (sure.Contains(block) || paragraphs.Count == 0 || paragraphs[^1].Section != block.Section)
                {
                    var number = (paragraphs.Count == 0 ? 0 : paragraphs[^1].Number) + 1;
                    paragraphs.Add((number, block.Section, new StringBuilder(block.Text.ToString())));
                    mended.Add(new Mending(MendingKind.Number, number, "", number.ToString(CultureInfo.InvariantCulture)));
                }
                else
                {
                    paragraphs[^1].Text.Append('\n').Append(block.Text);
                }
            }
            if (next < blocks.Count)
            {
                var block = blocks[next];
                last = paragraphs.Count == 0 ? 0 : paragraphs[^1].Number;
                if (block.Number != last + 1)
                {
                    Problems.Add(new ImportProblem(ImportProblemKind.Numbering, block.Number, string.Create(CultureInfo.InvariantCulture, $"{last}, {block.Number}")));
                }
                if (block.Number <= last)
                {
                    // A number that was used before cannot stand; the text is kept with the paragraph it follows.
                    paragraphs[^1].Text.Append('\n').Append(CultureInfo.InvariantCulture, $"{block.Number}. ").Append(block.Text);
                }
                else
                {
                    paragraphs.Add((block.Number!.Value, block.Section, new StringBuilder(block.Text.ToString())));
                }
                next++;
            }
            i = next;
        }
        Paragraphs = [.. paragraphs.Select(p => new ReadParagraph(p.Number, p.Section, SymbolSpaces().Replace(Whole(p.Text), "")))];
        if (Paragraphs.FirstOrDefault(p => p.Text.Length > Guard.TextLength) is not null)
        {
            throw ReportFile.TooLarge();
        }
    }

    [GeneratedRegex(@"\b(?:Mr|Ms|Mrs|Dr|Prof|St)\.$")]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*")]
    private static partial Regex Word();

    // HSP/ EB. 2026/3/Add. 1, as a line or a page broke it.
    [GeneratedRegex(@"(?<=(?<![A-Za-z])HSP) (?=/ ?EB\.)|(?<=HSP ?/) (?=EB\.)|(?<=HSP ?/ ?EB\.) (?=\d{4} ?/)|(?<=HSP ?/ ?EB\. ?\d{4}) (?=/)|(?<=HSP ?/ ?EB\. ?\d{4} ?/) (?=\w)|(?<=/(?:Add|Corr|Rev|Amend|CRP|L)\.) (?=\d)")]
    private static partial Regex SymbolSpaces();

    [GeneratedRegex(@"[ \u00A0]{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?:={2,}|-{2,}|~{2,}|_{2,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:[-*•·‣▪●○–—]|\u2043)\s+")]
    private static partial Regex Bullet();

    // A space between Chinese characters, or beside a sign, is layout.
    [GeneratedRegex(@"(?<=[\u3400-\u9FFF，。：；、（）《》“”]) +(?=[\u3400-\u9FFF，。：；、（）《》“”])|(?<=[，。：；、（《]) +| +(?=[，。：；、）》])")]
    private static partial Regex HanSpaces();

    [GeneratedRegex(@"(?<=[\u3400-\u9FFF）”])[,;:](?=\s*[\u3400-\u9FFF（“A-Za-z0-9]|\s*$)|(?<=\p{L})[,;](?=\s*[\u3400-\u9FFF])|(?<=[\u3400-\u9FFF）”])(?<!^[一二三四五六七八九十]{1,3})\.(?=\s*$|[\u3400-\u9FFF])")]
    private static partial Regex NarrowSign();

    // (a), (ii), (一) are marks; anything longer is an aside.
    [GeneratedRegex(@"\((?<in>(?![a-zA-Z]\)|[ivxIVX]{1,5}\)|[一二三四五六七八九十]{1,3}\)|\d{1,2}\))[^()\n]+)\)")]
    private static partial Regex NarrowParentheses();

    [GeneratedRegex(@"^(?<number>\d{1,3})\s*[.．、](?!\d(?!\d{3}(?!\d)))\s*(?=\S)")]
    private static partial Regex ParagraphNumber();

    // Or the number of a decision or of an item, in a list of them.
    [GeneratedRegex(@"^(?:[(（](?:[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）]|(?:Decision )?\d{4}/\d{1,3}[.:]\s|(?:Part|Section) (?:[IVX]{1,4}|[A-Z]|\([a-z]\)):\s|Item \d{1,2}[.:]\s|第\s*\d{4}/\d{1,3}\s*号决定：)")]
    private static partial Regex SubMark();

    // "…; and": the next line is the last of the list.
    [GeneratedRegex(@"[;；]\s*(?:and|or|以及|和|及)$")]
    private static partial Regex EndsEntry();

    // A line of a list of decisions, or of the parts of one, whatever the line before ends with.
    [GeneratedRegex(@"^(?:\((?:[a-z]{1,2}|[ivx]{1,5})\)\s*)?(?:(?:Decision )?\d{4}/\d{1,3}[.:]\s|(?:Part|Section) (?:[IVX]{1,4}|[A-Z]|\([a-z]\)):\s|第\s*\d{4}/\d{1,3}\s*号决定：)")]
    private static partial Regex DecisionLine();

    [GeneratedRegex(@"\s*(?:[-–—]\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$|^\d{1,3}(?:/\d{1,3})?\s+")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\d{1,3}[.．]$")]
    private static partial Regex NumberAlone();

    // A page number; the symbol, with or without one; the job number of the document.
    [GeneratedRegex(@"^(?:[-–—]?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—]?|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?|(?:Page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?|(?:\d{1,3}(?:/\d{1,3})?\s+)?HSP/EB\.\d{4}/[\w./]+(?<!\.)(?:\s+(?:Page\s+)?\d{1,3}(?:/\d{1,3})?|\s*第\s*\d{1,3}\s*页)?|(?:\d{1,3}(?:/\d{1,3})?\s+)?[A-Z]?\d{2,4}-?\d{5}(?:\s*[（(][A-Z][）)])?(?:\s+\d{6})*(?:\s+\d{1,3}(?:/\d{1,3})?)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();
}
