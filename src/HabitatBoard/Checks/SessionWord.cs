namespace HabitatBoard.Checks;

/// <summary>
/// Two words for the sessions of the Board (会议, 届会). The word that most mentions of its sessions have is the report's;
/// each session named otherwise is one finding, at the first paragraph that does so. Sessions of other bodies have their own word.
/// </summary>
public sealed class SessionWord : Check
{
    public override string Code => "session-word";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var texts in record.Texts.GroupBy(t => t.Reading))
        {
            var mentions = (
                from text in texts
                from match in texts.Key.Matches("session", text.Text)
                let number = texts.Key.Number(match.Groups["number"].Value)
                where number is not null
                let session = record.Session(int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), number.Value)
                where session is not null
                select (text.Paragraph, Session: session.Id, Word: match.Groups["word"].Value, Printed: match.Value)).ToList();
            if (mentions.Count == 0)
            {
                continue;
            }
            var usual = mentions.CountBy(m => m.Word).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).First().Key;
            foreach (var odd in mentions.Where(m => m.Word != usual).GroupBy(m => m.Session))
            {
                int[] paragraphs = [.. odd.Select(m => m.Paragraph).Distinct().Order()];
                var first = odd.MinBy(m => m.Paragraph);
                yield return At(
                    paragraphs[0],
                    paragraphs,
                    Severity.Warning,
                    new Subject("session", odd.Key),
                    mentions.Any(m => m.Paragraph == first.Paragraph && m.Session == odd.Key && m.Word == usual) ? "in-one-paragraph" : "",
                    ("printed", first.Printed),
                    ("usual", first.Printed.Replace(first.Word, usual, StringComparison.Ordinal)));
            }
        }
    }
}
