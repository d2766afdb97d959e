using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using HabitatBoard.Web.Pages.Statements;

namespace HabitatBoard.Web.Languages;

/// <summary>Phrases that need to know the record.</summary>
public static class PhrasesOfTheRecord
{
    extension(Phrases phrases)
    {
        /// <summary>Paragraph numbers of a decision, those in a row as a range: <c>paragraphs 4–5</c>.</summary>
        public string Paragraphs(IReadOnlyList<int> numbers) =>
            phrases.Format(numbers.Count == 1 ? "decision.paragraph" : "decision.paragraphs", phrases.Language.Join(Ranges(numbers)));

        /// <summary>An agenda item as the Organization refers to it: <c>Executive Board, first session of 2024, agenda item 4</c>.</summary>
        public string CiteItem(LocalizedText session, string item) => phrases.Format("cite.item", phrases.InSentence(session), item);

        /// <summary>A decision, a part or a paragraph of it: <c>Executive Board decision 2024/1, part (a), para. 3</c>.</summary>
        public string CiteDecision(string decision, string? part = null, int? paragraph = null)
        {
            var reference = phrases.Format("cite.decision", decision);
            reference = part is null ? reference : phrases.Format("cite.part", reference, $"({part})");
            return paragraph is { } number ? phrases.Format("cite.paragraph", reference, number) : reference;
        }

        /// <summary>An edition of the record of a session: <c>Session records of the Executive Board, first session of 2024, edition 1, 14 May 2024</c>.</summary>
        public string CiteEdition(LocalizedText session, int edition, DateTimeOffset publishedAt) => phrases.Format(
            "cite.edition", phrases["frame.product"], phrases.InSentence(session), edition, phrases.Date(publishedAt.DayInNairobi));

        /// <summary>A moment by the clock of the Board, and whose clock it is.</summary>
        public string MomentInNairobi(DateTimeOffset moment) => phrases.Format("time.nairobi", phrases.DateAndTime(moment.InNairobi));

        /// <summary>A title within a sentence: with a small letter, where the language writes titles with a large one.</summary>
        public string InSentence(LocalizedText title) => title.For(phrases.Language) is var (_, text) ? phrases.InSentence(text.Text) : "";

        /// <summary>As above; abbreviations keep their large letters.</summary>
        public string InSentence(string text) => text.Length > 1 && (char.IsLower(text[1]) || text[1] == ' ') ? char.ToLowerInvariant(text[0]) + text[1..] : text;

        /// <summary>An office, with the kind of body in which it is held where that is not the Board.</summary>
        public string OfficeIn(Office office, BodyKind body) =>
            body == BodyKind.Board ? phrases.Of(office) : phrases.Format("office.inBody", phrases.Of(office), phrases.Of(body));

        /// <summary>The number before a section's heading: <c>IV.</c>, <c>四、</c>, <c>رابعا -</c>; the introduction has none.</summary>
        public string SectionNumber(int number) => number == 0 ? "" : LanguagePhrasing.Of(phrases.Language)!.SectionNumber(number);

        /// <summary>
        /// What a turn was, in a word: the capacity of those who made statements, else the purpose, with the capacity of
        /// delegations beside it.
        /// </summary>
        public string Heading(Turn turn) => turn.Kind == StatementKind.Statement ? phrases.Of(turn.Capacity)
            : turn.Capacity is Capacity.BoardMember or Capacity.Observer or Capacity.NonGovernmental ? $"{phrases.Of(turn.Kind)} · {phrases.Of(turn.Capacity)}"
            : phrases.Of(turn.Kind);
    }

    /// <summary>Numbers in order, those in a row as a range: <c>1</c>, <c>4–5</c>.</summary>
    public static IReadOnlyList<string> Ranges(IReadOnlyList<int> numbers)
    {
        var ranges = new List<string>();
        for (var i = 0; i < numbers.Count; i++)
        {
            var start = i;
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
            {
                i++;
            }
            ranges.Add(start == i ? $"{numbers[i]}" : $"{numbers[start]}–{numbers[i]}");
        }
        return ranges;
    }
}
