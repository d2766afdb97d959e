using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Decisions;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;

namespace HabitatBoard.Papers;

/// <summary>Puts papers together from the facts of a session.</summary>
internal static class PaperBuilder
{
    private static readonly MarkStyle Letters = new(Counting.UpperLetter, "", ".");

    // The Organization letters the parts of Arabic papers by the names of the letters.
    /// <summary>
    /// The report: each paragraph as it is recorded in the language, else as it is composed from its facts.
    /// </summary>
    /// <param name="document">The document that the report is.</param>
    public static Paper Report(ReportFacts facts, Document? document, Language language)
    {
        var phrasing = LanguagePhrasing.Of(language)!;
        var mentions = new Mentions(facts, language);
        var composed = facts.Paragraphs.All(p => p.Text[language] is not null)
            ? []
            : new ReportComposer(phrasing).Compose(SessionReport.From(facts)).Paragraphs.ToDictionary(p => p.Id);
        var citations = facts.Citations.OrderBy(c => c.Order).ToLookup(c => c.ParagraphId);
        var paragraphs = facts.Paragraphs.OrderBy(p => p.Number).ToLookup(p => p.SectionId, p => Paragraph(
            $"para_{p.Number.ToString(CultureInfo.InvariantCulture)}",
            p.Number,
            phrasing,
            p.Text[language] is { } text ? mentions.InText(text.Text, citations[p.Id]) : mentions.InSpans(composed[p.Id], phrasing),
            p.Text[language]?.Status ?? TextStatus.Composed));
        IReadOnlyList<PaperSection> sections = [.. facts.Sections.OrderBy(s => s.Order).Select(s => Section(s, phrasing, [.. paragraphs[s.Id]]))];
        var frame = new PaperFrame(facts.Session, facts.Report);
        var number = document?.Symbol ?? facts.Session.Id;
        var masthead = frame.Masthead(document, facts.Report?.OriginalLanguage, language);
        var title = PaperText.Of(facts.Report?.Title ?? facts.Session.Title, language)!;
        return new Paper(
            PaperKind.Report,
            language,
            PaperFrame.FileName(document?.Symbol ?? $"{facts.Session.Id}-report"),
            frame.Work(number, document?.Versions.Select(v => v.IssuedOn).Min(), "issue", masthead.IssuedOn),
            masthead,
            title,
            masthead.Symbol ?? title.Plain,
            Rapporteur(facts, language),
            Notice(title, sections, language),
            language.NotRecordedIn(null),
            sections,
            mentions.All);
    }

    /// <summary>The adopted agenda, an item for each paragraph and a sub-item for each sub-paragraph.</summary>
    public static Paper Agenda(PaperFrame frame, IReadOnlyList<AgendaItem> items, Language language)
    {
        var phrasing = LanguagePhrasing.Of(language)!;
        var title = PaperText.Words(language.AgendaTitle, language);
        IReadOnlyList<PaperSection> sections =
        [
            new PaperSection("agenda", 1, null, null,
            [
                .. items.Where(i => i.Letter.Length == 0).Select(item => new PaperParagraph(
                    $"item_{item.Slug}",
                    ParagraphMark(item.Number, phrasing),
                    PaperText.Of(item.Title, language)!,
                    [.. items.Where(i => i.Number == item.Number && i.Letter.Length > 0).Select(sub => new PaperLine(1, LetterMark(sub.Letter, phrasing), PaperText.Of(sub.Title, language)!))])),
            ], []),
        ];
        return new Paper(
            PaperKind.Agenda,
            language,
            $"{frame.Session.Id}-agenda",
            frame.Work(frame.Session.Id, frame.Session.StartsOn, "session", null),
            frame.Masthead(null, null, language),
            title,
            title.Plain,
            null,
            Notice(null, sections, language),
            language.NotRecordedIn(null),
            sections,
            []);
    }

    /// <summary>A decision: what stands in no part, then its parts, each with where it was adopted.</summary>
    /// <param name="document">The document in which its text stands.</param>
    public static Paper Decision(PaperFrame frame, Decision decision, IReadOnlyList<Adoption> adoptions, Document? document, Language language)
    {
        var phrasing = LanguagePhrasing.Of(language)!;
        var called = PaperText.Of(decision.Title, language)!;
        var title = called with { Runs = [new PaperRun(language.DecisionTitle(decision.Label) + language.Colon, language), .. called.Runs] };
        var numbers = decision.Paragraphs.Where(p => p.Number is not null).ToDictionary(p => p.Id, p => p.Number!.Value);
        var notRecorded = language.NotRecordedIn(document?.Symbol);
        var reference = document?.Symbol is null ? null : new PaperReference(CitationKind.Document, document.Slug, document.Symbol, $"/documents/{document.Slug}");
        IReadOnlyList<PaperSection> sections =
        [
            new PaperSection("decision", 1, null, null, Paragraphs(null), Notes(null)),
            .. decision.Parts.OrderBy(p => p.Letter, StringComparer.Ordinal).Select(part => new PaperSection(
                $"part_{part.Letter}", 1, LetterMark(part.Letter, phrasing), PaperText.Of(part.Title, language), Paragraphs(part), Notes(part))),
        ];
        return new Paper(
            PaperKind.Decision,
            language,
            $"decision-{PaperFrame.FileName(decision.Label)}",
            frame.Work(decision.Label, decision.AdoptedOn, "adoption", null),
            frame.Masthead(null, null, language),
            title,
            language.DecisionTitle(decision.Label),
            null,
            Notice(title, sections, language),
            notRecorded,
            sections,
            reference is null ? [] : [reference]);

        IReadOnlyList<PaperParagraph> Paragraphs(DecisionPart? part) =>
        [
            .. decision.Paragraphs.Where(p => p.PartId == part?.Id).OrderBy(p => p.Order).Select(p => Paragraph(
                $"{(part is null ? "" : $"part_{part.Letter}__")}para_{p.Number?.ToString(CultureInfo.InvariantCulture) ?? $"p{p.Order.ToString(CultureInfo.InvariantCulture)}"}",
                p.Number,
                phrasing,
                p.Text.For(language) is var (written, text) ? [new PaperRun(text.Text, written)] : [],
                p.Text.For(language)?.Text.Status ?? TextStatus.Official)),
        ];

        IReadOnlyList<PaperText> Notes(DecisionPart? part)
        {
            var notes = adoptions.Where(a => a.PartId == part?.Id)
                .Select(a => (Adoption: a, Paragraphs: a.Paragraphs.Select(p => numbers.GetValueOrDefault(p.DecisionParagraphId)).Where(n => n > 0).Order().ToList()))
                .OrderBy(a => a.Paragraphs.FirstOrDefault())
                .Select(a => language.AdoptedNote(a.Paragraphs, a.Adoption.AgendaItem is { } item ? phrasing.ItemLabel(item.Label) : null, a.Adoption.Paragraph?.Number))
                .ToList();
            if (decision.Paragraphs.All(p => p.PartId != part?.Id) && (part is not null || decision.Parts.Count == 0))
            {
                notes.Add(notRecorded);
            }
            return [.. notes.Select(n => PaperText.Words(n, language))];
        }
    }

    private static PaperSection Section(Section section, LanguagePhrasing phrasing, IReadOnlyList<PaperParagraph> paragraphs)
    {
        var language = phrasing.Language;
        var heading = PaperText.Of(section.Heading, language);
        var number = section.Number.ToString(CultureInfo.InvariantCulture);
        if (section.Letter.Length > 0)
        {
            var value = section.Letter[0] - 'A' + 1;
            return new PaperSection($"sec_{number}__subsec_{section.Letter}", 2, Mark.Of(phrasing.SubsectionLetter(section.Letter), value, Letters), heading, paragraphs, []);
        }
        // An introduction has no number.
        var mark = section.Number == 0 ? null
            : Mark.Of(phrasing.SectionNumber(section.Number), section.Number, language == Language.Zh ? new MarkStyle(Counting.Chinese, "", "、") : new MarkStyle(Counting.UpperRoman, "", "."));
        return new PaperSection($"sec_{number}", 1, mark, heading, paragraphs, []);
    }

    private static PaperParagraph Paragraph(string id, int? number, LanguagePhrasing phrasing, IReadOnlyList<PaperRun> runs, TextStatus status)
    {
        var lines = Mentions.Lines(runs);
        var below = Mark.Read([.. lines.Skip(1).Select(l => string.Concat(l.Select(r => r.Text)))]);
        return new PaperParagraph(
            id,
            number is { } n ? ParagraphMark(n, phrasing) : null,
            new PaperText(lines[0], status),
            [.. below.Select((line, i) => new PaperLine(line.Degree, line.Mark, new PaperText(Mentions.Without(lines[i + 1], line.Mark is { } mark ? mark.Text.Length + 1 : 0), status)))]);
    }

    /// <summary>21., in Arabic 21 -.</summary>
    private static Mark ParagraphMark(int number, LanguagePhrasing phrasing) =>
        Mark.Of(phrasing.ItemMark(number), number, new MarkStyle(Counting.Decimal, "", phrasing.ItemMark(1)[1..]));

    /// <summary>(a), a), (أ).</summary>
    private static Mark LetterMark(string letter, LanguagePhrasing phrasing)
    {
        var mark = phrasing.FirstDegree(letter);
        return Mark.Of(mark, letter[0] - 'a' + 1, new MarkStyle(phrasing.Language == Language.Ar ? Counting.Abjad : Counting.LowerLetter, mark[0] == '(' ? "(" : "", ")"));
    }

    private static PaperText? Rapporteur(ReportFacts facts, Language language)
    {
        var officer = facts.Officers.Where(o => o.Office == Office.Rapporteur && facts.Bodies.GetValueOrDefault(o.BodyCode)?.Kind == BodyKind.Board).OrderBy(o => o.Order).FirstOrDefault();
        if (officer is null || PaperText.Of(facts.Persons[officer.PersonCode].Name, language) is not { } name)
        {
            return null;
        }
        var of = officer.DelegationCode is { } code ? facts.Delegations[code].RunningName.For(language)?.Text.Text : null;
        return PaperText.Words(language.RapporteurLabel + (of is null ? name.Plain : language.InBrackets(name.Plain, of)), language);
    }

    private static string? Notice(PaperText? title, IReadOnlyList<PaperSection> sections, Language language)
    {
        var paragraphs = sections.SelectMany(s => s.Paragraphs).ToList();
        var composed = paragraphs.Where(p => p.Status == TextStatus.Composed).ToList();
        var statuses = paragraphs.Select(p => p.Status).Concat(sections.Where(s => s.Heading is not null).Select(s => s.Heading!.Status)).Concat(title is null ? [] : [title.Status]);
        return composed.Count > 0 && composed.Count == paragraphs.Count ? language.ComposedNotice
            : composed.Count > 0 ? language.PartlyComposedNotice([.. composed.Where(p => p.Mark is not null).Select(p => p.Mark!.Value)])
            : statuses.Any(s => s == TextStatus.Unofficial) ? language.UnofficialNotice
            : null;
    }
}
