using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>The report of a session.</summary>
/// <param name="Symbol">The symbol of its document.</param>
/// <param name="AdoptedByDecision">The number of the decision that adopted it; null while it is a draft.</param>
/// <param name="OriginalLanguage">ISO 639-1 code.</param>
/// <param name="Versions">The language versions that the record knows of.</param>
/// <param name="Corrigenda">The symbols of its corrigenda.</param>
public sealed record ReportContract(
    string Session,
    string? Symbol,
    ReportStatus Status,
    string? AdoptedByDecision,
    Distribution? Distribution,
    string OriginalLanguage,
    MastheadContract Masthead,
    IReadOnlyDictionary<string, string>? Title,
    IReadOnlyDictionary<string, TextStatus>? TitleStatus,
    IReadOnlyList<VersionContract> Versions,
    RapporteurContract? Rapporteur,
    IReadOnlyList<string> Corrigenda,
    IReadOnlyList<SectionContract> Sections,
    IReadOnlyList<ParagraphContract> Paragraphs);

/// <summary>The lines of the masthead, by language.</summary>
public sealed record MastheadContract(
    IReadOnlyDictionary<string, string>? Organization,
    IReadOnlyDictionary<string, string>? Programme,
    IReadOnlyDictionary<string, string>? ProgrammeShortName,
    IReadOnlyDictionary<string, string>? Organ,
    IReadOnlyDictionary<string, string>? DatesAndPlace,
    IReadOnlyDictionary<string, TextStatus>? OrganizationStatus,
    IReadOnlyDictionary<string, TextStatus>? ProgrammeStatus,
    IReadOnlyDictionary<string, TextStatus>? ProgrammeShortNameStatus,
    IReadOnlyDictionary<string, TextStatus>? OrganStatus,
    IReadOnlyDictionary<string, TextStatus>? DatesAndPlaceStatus);

/// <summary>The Rapporteur of the Board at the session.</summary>
public sealed record RapporteurContract(PersonReference? Person, DelegationReference? Delegation);

/// <summary>A section of the report, or a lettered part of one.</summary>
/// <param name="Number">I is 1; the introduction is 0.</param>
/// <param name="Letter"><c>A</c> for a part of a section; null for a section.</param>
/// <param name="Heading">As printed, without its number.</param>
/// <param name="Item">The agenda item it reports on, if it reports on one.</param>
public sealed record SectionContract(
    int Number,
    string? Letter,
    IReadOnlyDictionary<string, string>? Heading,
    IReadOnlyDictionary<string, TextStatus>? HeadingStatus,
    string? Item);

/// <summary>A numbered paragraph of the report.</summary>
/// <param name="Section">Number and letter of its section, <c>4</c>, <c>2A</c>; <c>0</c> for the introduction.</param>
/// <param name="Text">As published, without its number; sub-paragraphs stand on lines of their own.</param>
/// <param name="Composed">The paragraph as composed from its facts, by language. What one language lacks is shown in another, marked <c>[zh: …]</c>.</param>
/// <param name="Matches">Whether the composed paragraph equals the published one in every language in which both are held, runs of white space counting as one; null where there is nothing to compare.</param>
public sealed record ParagraphContract(
    int Number,
    string Section,
    IReadOnlyDictionary<string, string>? Text,
    IReadOnlyDictionary<string, TextStatus>? TextStatus,
    IReadOnlyDictionary<string, string>? Composed,
    bool? Matches,
    IReadOnlyList<CitationContract> Citations);

/// <summary>A mention in a paragraph, with the wording printed there.</summary>
/// <param name="Target">The key of what is mentioned: slug, number, code, or session.</param>
/// <param name="Reference">The symbol or number as printed; null for things that have neither.</param>
/// <param name="Wording">The title or name as printed, by language; null where only the symbol or number is.</param>
public sealed record CitationContract(CitationKind Kind, string Target, string? Reference, IReadOnlyDictionary<string, string>? Wording);

internal static class ReportsApi
{
    public static void MapReport(this RouteGroupBuilder session) =>
        session.MapGet("/report", GetReport).WithTags("Report");

    /// <summary>The report of a session: its sections and numbered paragraphs.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<ReportContract>, ProblemHttpResult>> GetReport(
        string session, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.SessionId == session, cancellationToken);
        if (report is null)
        {
            return Problems.Of(context, ErrorCode.ReportNotFound, session);
        }
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var document = await db.Documents.Where(d => d.Slug == report.DocumentSlug)
            .Select(d => new { d.Symbol, d.Slug, d.Distribution, Versions = d.Versions.ToList() }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var corrigenda = await db.DocumentRelations.Where(r => r.Kind == RelationKind.CorrigendumTo && r.TargetSlug == report.DocumentSlug)
            .Join(db.Documents, r => r.DocumentId, d => d.Id, (r, d) => new { d.Symbol, d.SortKey }).OrderBy(d => d.SortKey).ToListAsync(cancellationToken);
        var rapporteur = await db.Officers.Where(o => o.SessionId == session && o.Office == Office.Rapporteur && o.Body.Kind == BodyKind.Board)
            .OrderBy(o => o.Order).Select(o => new { o.PersonCode, o.DelegationCode }).FirstOrDefaultAsync(cancellationToken);
        var facts = (await ReportFacts.ReadAsync(db, session, cancellationToken))!;
        var composed = Compose(facts);
        var items = facts.Agenda.ToDictionary(i => i.Id, i => i.Label);
        var sections = facts.Sections.ToDictionary(s => s.Id);
        var citations = facts.Citations.OrderBy(c => c.Order)
            .ToLookup(c => c.ParagraphId, c => new CitationContract(c.Kind, c.Target, c.Reference, c.Wording.Map()));
        return TypedResults.Ok(new ReportContract(
            session,
            document?.Symbol,
            report.Status,
            report.AdoptedByDecision,
            document?.Distribution,
            report.OriginalLanguage.Code,
            new MastheadContract(
                report.Organization.Map(),
                report.Programme.Map(),
                report.ProgrammeShortName.Map(),
                report.Organ.Map(),
                report.DatesAndPlace.Map(),
                report.Organization.StatusMap(),
                report.Programme.StatusMap(),
                report.ProgrammeShortName.StatusMap(),
                report.Organ.StatusMap(),
                report.DatesAndPlace.StatusMap()),
            report.Title.Map(),
            report.Title.StatusMap(),
            [.. (document?.Versions ?? []).OrderBy(v => v.Language).Select(v => VersionContract.Of(document!.Slug, v))],
            rapporteur is null ? null : new RapporteurContract(snapshot.Person(rapporteur.PersonCode), snapshot.Delegation(rapporteur.DelegationCode)),
            [.. corrigenda.Select(c => c.Symbol!)],
            [
                .. facts.Sections.OrderBy(s => s.Order).Select(s => new SectionContract(
                    s.Number,
                    s.Letter.Length == 0 ? null : s.Letter,
                    s.Heading.Map(),
                    s.Heading.StatusMap(),
                    s.AgendaItemId is { } item ? items[item] : null)),
            ],
            [
                .. facts.Paragraphs.OrderBy(p => p.Number).Select(p => new ParagraphContract(
                    p.Number,
                    string.Create(CultureInfo.InvariantCulture, $"{sections[p.SectionId].Number}{sections[p.SectionId].Letter}"),
                    p.Text.Map(),
                    p.Text.StatusMap(),
                    composed.ToDictionary(c => c.Key.Code, c => c.Value[p.Id].Text),
                    Matches(p.Text, p.Id),
                    [.. citations[p.Id]])),
            ]));

        bool? Matches(LocalizedText text, Guid paragraph)
        {
            var published = text.Present().Where(t => t.Text.Status == TextStatus.Official && composed.ContainsKey(t.Language)).ToList();
            return published.Count == 0 ? null : published.TrueForAll(t => composed[t.Language][paragraph].Matches(t.Text.Text));
        }
    }

    /// <summary>The paragraphs as composed from their facts, by language and id.</summary>
    private static Dictionary<Language, Dictionary<Guid, ComposedParagraph>> Compose(ReportFacts facts)
    {
        var report = SessionReport.From(facts);
        return LanguagePhrasing.All.ToDictionary(p => p.Language, p => new ReportComposer(p).Compose(report).Paragraphs.ToDictionary(c => c.Id));
    }
}
