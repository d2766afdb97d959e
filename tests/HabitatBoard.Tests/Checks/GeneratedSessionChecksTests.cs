using HabitatBoard.Checks;
using HabitatBoard.Tests.Reports;

namespace HabitatBoard.Tests.Checks;

/// <summary>Sessions made up at random, whose reports are not written yet.</summary>
public sealed class GeneratedSessionChecksTests
{
    [Fact]
    public void TheChecks_RunOverAnySession_AndLocateWhatTheyFind()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var facts = new GeneratedSession(seed).Facts;
            var findings = RecordChecks.Run(facts);
            Assert.Equal(findings.OrderBy(f => f.Paragraph ?? int.MaxValue), findings);
            Assert.All(findings, f => Assert.True(f.Paragraph is null || facts.Paragraphs.Any(p => p.Number == f.Paragraph)));
            Assert.All(findings, f => Assert.DoesNotContain("{", f.Message.En!.Text + f.Message.Zh!.Text + f.Advice.En!.Text + f.Advice.Zh!.Text, StringComparison.Ordinal));
            // What is in order by its making is not found out of order.
            Assert.DoesNotContain(findings, f => f.Code is "symbol-form" or "adopted-twice" or "weekday-of-date" or "misprint" or "symbol-not-in-register");
        }
    }
}
