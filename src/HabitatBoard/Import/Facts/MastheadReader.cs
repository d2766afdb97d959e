using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads what stands before the first heading: organ, symbol, distribution, date, languages, session, title, rapporteur.</summary>
internal sealed partial class MastheadReader(Wording wording, IReadOnlyList<string> lines)
{
    private static readonly (string Name, Language Language)[] Languages =
    [
        ("Arabic", Language.Ar), ("Chinese", Language.Zh), ("English", Language.En), ("French", Language.Fr), ("Russian", Language.Ru), ("Spanish", Language.Es),
        ("阿拉伯文", Language.Ar), ("中文", Language.Zh), ("英文", Language.En), ("法文", Language.Fr), ("俄文", Language.Ru), ("西班牙文", Language.Es),
    ];

    public IReadOnlyList<string> Lines => lines;

    /// <summary>The symbol of the report itself.</summary>
    public DocumentSymbol? Symbol { get; } = lines.Select(l => wording.Match("mastheadSymbol", l)).FirstOrDefault(m => m.Success) is { } match ? DocumentSymbol.Parse(match.Groups["symbol"].Value) : null;

    /// <summary>The session: by its own line, else by the title, else by the dates.</summary>
    public (int Year, int Number)? Session()
    {
        // In a line of its own, or where the title was broken.
        foreach (var line in lines.Append(string.Join(wording.Spaced ? " " : "", lines)))
        {
            if (wording.Match("session", line) is { Success: true } session && Wording.Number(session.Groups["number"].Value) is >= 1 and <= 20 and var number)
            {
                return (int.Parse(session.Groups["year"].Value, CultureInfo.InvariantCulture), number);
            }
        }
        return null;
    }

    public string? Title
    {
        get
        {
            var at = Enumerable.Range(0, lines.Count).LastOrDefault(i => wording.Is("mastheadTitle", lines[i]), -1);
            if (at < 0)
            {
                return null;
            }
            // The title may run over several lines, the last of which says that it is a report, or the first in English.
            var (first, last) = (at, at);
            while (wording.Spaced ? last + 1 < lines.Count && (!IsOther(lines[last + 1]) || wording.Is("titleGoesOn", lines[last])) : first > 0 && !IsOther(lines[first - 1]) && !wording.Is("board", lines[at]))
            {
                _ = wording.Spaced ? last++ : first--;
            }
            return string.Join(wording.Spaced ? " " : "", lines.Skip(first).Take(last - first + 1));
        }
    }

    public bool IsDraft => Title is { } title && wording.Is("draft", title);

    /// <summary>In one line, or in several.</summary>
    public bool NamesTheBoard => Symbol is not null || wording.Is("boardInFull", string.Join(wording.Spaced ? ' ' : '\n', lines));

    public string? DatesAndPlace => lines.FirstOrDefault(l => Dates.Period(wording, l) is not null && wording.Is("range", l) && !wording.Is("mastheadTitle", l))
        ?? lines.FirstOrDefault(l => Dates.Period(wording, l) is not null && wording.Replace("dates", l, "").Any(char.IsLetter) && !wording.Is("mastheadTitle", l) && !wording.Is("distribution", l));

    /// <summary>The date of issue, a line of its own.</summary>
    public DateOnly? IssuedOn => lines.Select(Issued).FirstOrDefault(d => d is not null)
        // Or at the end of one, where what stood beside each other was run together.
        ?? lines.Where(l => !wording.Is("range", l) && !wording.Is("session", l) && !wording.Is("mastheadTitle", l)).Select(l => IssuedAtEnd().Match(l)).Where(m => m.Success).Select(m => Issued(m.Value)).FirstOrDefault(d => d is not null);

    [GeneratedRegex(@"\d{1,2} [A-Z][a-z]+ \d{4}$")]
    private static partial Regex IssuedAtEnd();

    private static DateOnly? Issued(string line) =>
        DateOnly.TryParseExact(line, ["d MMMM yyyy", "dd MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : Wording.Of(Language.Zh).Match("date", line) is { Success: true } zh && zh.Length == line.Length ? Dates.Date(Wording.Of(Language.Zh), line)
            : null;

    public Language Original => lines.Select(l => wording.Match("original", l)).FirstOrDefault(m => m.Success) is { } match
        && Languages.FirstOrDefault(l => l.Name.Equals(match.Groups["language"].Value, StringComparison.OrdinalIgnoreCase)) is { Name: not null } named
        ? named.Language
        : Language.En;

    public Distribution? Distribution => lines.Select(l => wording.Match("distribution", l)).FirstOrDefault(m => m.Success) is { } match
        ? wording.Is("limited", match.Groups["kind"].Value) ? Documents.Distribution.Limited
            : wording.Is("restricted", match.Groups["kind"].Value) ? Documents.Distribution.Restricted
            : wording.Is("general", match.Groups["kind"].Value) ? Documents.Distribution.General
            : null
        : null;

    public void Read(Draft draft)
    {
        if (Symbol is not { } symbol || Title is not { } title)
        {
            return;
        }
        var id = RowKeys.Document(symbol.Text, null);
        var source = new ImportSource(null, 0, symbol.Text);
        if (!draft.Known.DocumentsOfOthers.Contains(symbol.Slug))
        {
            draft.Add(FactKind.Document, id, source, () =>
            {
                var document = new Document(draft.Id(id), draft.Session.Id, symbol, null, DocumentKind.Report, Distribution, draft.Text(title));
                document.AddVersion(wording.Language, IssuedOn);
                if (Original != wording.Language)
                {
                    document.AddVersion(Original, null);
                }
                return document;
            });
        }
        draft.Add(FactKind.Report, "report", source, () =>
        {
            var report = new Report(draft.Session.Id, symbol.Slug, IsDraft ? ReportStatus.Draft : ReportStatus.Adopted, Original, draft.Text(title));
            report.SetMasthead(Line("organization"), Line("programme"), Line("shortName"), Line("organ"), draft.Text(DatesAndPlace));
            return report;

            LocalizedText Line(string pattern) => draft.Text(lines.FirstOrDefault(l => wording.Is(pattern, l)));
        });
    }

    private bool IsOther(string line) =>
        wording.Is("rapporteur", line) || wording.Is("distribution", line) || wording.Is("original", line) || wording.Is("organ", line) || wording.Is("range", line)
        || (wording.Match("session", line) is { Success: true } session && session.Length > line.Length - 4) || wording.Is("mastheadSymbol", line);
}
