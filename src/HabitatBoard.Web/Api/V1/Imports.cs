using System.Globalization;
using System.Text.Json.Nodes;
using HabitatBoard.Agenda;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Import;
using HabitatBoard.Import.Files;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A report as proposed facts. Nothing is stored.</summary>
/// <param name="Language">The language the report is in, ISO 639-1.</param>
/// <param name="Facts">The facts in the shapes of the resources.</param>
/// <param name="Sources">Where the report states each fact.</param>
/// <param name="NotUnderstood">Sentences that state no fact.</param>
/// <param name="Mended">What copying had done to the text, and was set right.</param>
/// <param name="Problems">What to look at before accepting.</param>
/// <param name="Findings">What the checks find in the proposal.</param>
/// <param name="Comparison">The facts beside the record of the session, in the working store.</param>
public sealed record ImportContract(
    string Session,
    string Language,
    ImportFactsContract Facts,
    IReadOnlyList<ImportSourceContract> Sources,
    IReadOnlyList<ImportSentenceContract> NotUnderstood,
    IReadOnlyList<ImportMendingContract> Mended,
    IReadOnlyList<ImportProblemContract> Problems,
    IReadOnlyList<ImportFindingContract> Findings,
    IReadOnlyList<ImportComparedContract> Comparison);

/// <summary>How a fact stands to the record.</summary>
/// <param name="Fact">Names the fact as in <c>sources</c>; null for one that the record has and the report does not state.</param>
/// <param name="State"><c>added</c>, <c>changed</c>, <c>same</c> or <c>missing</c>.</param>
/// <param name="Resource">What it is called in the history, <c>agendaItem</c>.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Differences">What accepting it would change; all fields of one that is added.</param>
public sealed record ImportComparedContract(string? Fact, FactKind Kind, FactState State, string Resource, string Key, IReadOnlyList<ImportDifferenceContract> Differences);

/// <summary>A field that differs.</summary>
/// <param name="Field"><c>title.en.text</c>; of a row that belongs to another, <c>statementOnBehalf/1/groupCode</c>.</param>
/// <param name="Recorded">Null where there is nothing.</param>
/// <param name="Proposed">Null where there is to be nothing.</param>
public sealed record ImportDifferenceContract(string Field, JsonNode? Recorded, JsonNode? Proposed);

/// <summary>The facts of a proposal by resource.</summary>
/// <param name="Sessions">Other sessions that the report makes known.</param>
/// <param name="Persons">Persons that the registers do not have.</param>
/// <param name="Bodies">Bodies that the registers do not have.</param>
/// <param name="Delegations">Organizations that the registers do not have.</param>
/// <param name="Groups">Groups of States that the registers do not have.</param>
public sealed record ImportFactsContract(
    ImportSessionContract Session,
    IReadOnlyList<ImportSessionContract> Sessions,
    IReadOnlyList<PersonReference> Persons,
    IReadOnlyList<BodyReference> Bodies,
    IReadOnlyList<DelegationReference> Delegations,
    IReadOnlyList<GroupReference> Groups,
    IReadOnlyList<ImportAgendaItemContract> Agenda,
    IReadOnlyList<AttendanceContract> Attendance,
    IReadOnlyList<DocumentContract> Documents,
    IReadOnlyList<StatementContract> Statements,
    IReadOnlyList<DecisionContract> Decisions,
    IReadOnlyList<AdoptionContract> Adoptions,
    IReadOnlyList<ActContract> Acts,
    IReadOnlyList<EventContract> Events,
    ImportReportContract Report);

/// <summary>A session as a report tells of it.</summary>
public sealed record ImportSessionContract(
    string Id,
    int Year,
    int Number,
    IReadOnlyDictionary<string, string>? Title,
    SessionStatus Status,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    IReadOnlyDictionary<string, string>? Place,
    SessionMode? Mode,
    IReadOnlyDictionary<string, string>? ModeNote,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    InterpretationContract? Interpretation,
    IReadOnlyList<OfficerContract> Officers,
    NextSessionContract? NextSession);

/// <summary>An agenda item.</summary>
/// <param name="Number"><c>4</c> or <c>2(a)</c>.</param>
/// <param name="Section">The section that reports on it.</param>
public sealed record ImportAgendaItemContract(string Number, IReadOnlyDictionary<string, string>? Title, IReadOnlyList<ImportAgendaItemContract> SubItems, string? Section);

/// <summary>The report itself.</summary>
public sealed record ImportReportContract(
    string? Symbol,
    ReportStatus? Status,
    string? OriginalLanguage,
    IReadOnlyDictionary<string, string>? Title,
    MastheadContract? Masthead,
    RapporteurContract? Rapporteur,
    IReadOnlyList<SectionContract> Sections,
    IReadOnlyList<ImportParagraphContract> Paragraphs,
    IReadOnlyList<ImportPassageContract> Passages);

/// <summary>A paragraph with what it mentions.</summary>
public sealed record ImportParagraphContract(int Number, string Section, IReadOnlyDictionary<string, string>? Text, IReadOnlyList<CitationContract> Citations);

/// <summary>Words of a paragraph that no standard phrase makes.</summary>
public sealed record ImportPassageContract(int Paragraph, int After, IReadOnlyDictionary<string, string>? Text);

/// <summary>Where a fact stands.</summary>
/// <param name="Fact">Names the fact, <c>p21/statement/3</c>; by it a fact is accepted or refused.</param>
/// <param name="Paragraph">Null for the masthead and headings.</param>
/// <param name="Start">Offset into the text of the paragraph, in UTF-16 code units.</param>
public sealed record ImportSourceContract(string Fact, FactKind Kind, int? Paragraph, int? Start, int? Length, string? Text);

/// <summary>A sentence.</summary>
public sealed record ImportSentenceContract(int? Paragraph, int Start, int Length, string Text);

/// <summary>Something set right.</summary>
public sealed record ImportMendingContract(MendingKind Kind, int? Paragraph, string Before, string After);

/// <summary>Something to look at.</summary>
public sealed record ImportProblemContract(ImportProblemKind Kind, int? Paragraph, string Text);

/// <summary>What a check found.</summary>
public sealed record ImportFindingContract(string Code, Severity Severity, IReadOnlyDictionary<string, string>? Message, int? Paragraph, Subject Subject);

/// <summary>The media types in which a body may come; the contract is described by it, and the handler decides.</summary>
internal sealed class BodyTypes(params string[] types)
{
    public IReadOnlyList<string> Types { get; } = types;
}

/// <summary>Reports, read in. Nothing is stored here: facts are accepted on the page of the session, or written as any others.</summary>
internal static class Imports
{
    private static readonly BodyTypes Types = new(PaperFormats.Text, PaperFormats.Docx, PaperFormats.Html, PaperFormats.AkomaNtoso, "application/xml");

    public static void MapImports(this RouteGroupBuilder writing) =>
        writing.MapPost("/imports", PostImport).WithTags("Imports")
            .WithMetadata(Types, new RequestSizeLimitAttribute(ReportFile.MaxBytes))
            .Produces<ImportContract>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>
    /// Reads a report of the Board, text, DOCX, HTML or Akoma Ntoso, Chinese or English, and answers with the facts that it states, each with
    /// its sentence, beside what the working store has. Nothing is stored.
    /// </summary>
    /// <param name="session" example="2024-1">The session that the report is of; taken from the report where it is left out.</param>
    private static async Task<IResult> PostImport([FromQuery(Name = "session")] string? session, HttpContext context, BoardStores stores, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !Types.Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || request.Headers.ContentEncoding.Any(e => !string.Equals(e, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RecordException(ErrorCode.UnsupportedMediaType);
        }
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        body.Position = 0;
        await using var db = await stores.Working.CreateDbContextAsync(cancellationToken);
        var proposal = await ReportImport.ReadAsync(ReportFile.Read(body), session, db, cancellationToken);
        context.Response.Headers.CacheControl = "no-store, private";
        return TypedResults.Ok(Map(proposal, await ImportComparison.CompareAsync(proposal, db, cancellationToken)));
    }

    /// <summary>A proposal in the shapes of the API.</summary>
    public static ImportContract Map(ImportProposal proposal, ImportComparison comparison) => new(
        proposal.Session,
        proposal.Language.Code,
        new Mapping(proposal).Facts(),
        [.. proposal.Facts.Select(f => new ImportSourceContract(f.Id, f.Kind, f.Source?.Paragraph, f.Source?.Start, f.Source?.Length, f.Source?.Text))],
        [.. proposal.NotUnderstood.Select(s => new ImportSentenceContract(s.Paragraph, s.Start, s.Length, s.Text))],
        [.. proposal.Mended.Select(m => new ImportMendingContract(m.Kind, m.Paragraph, m.Before, m.After))],
        [.. proposal.Problems.Select(p => new ImportProblemContract(p.Kind, p.Paragraph, p.Text))],
        [.. proposal.Check().Select(f => new ImportFindingContract(f.Code, f.Severity, f.Message.Map(), f.Paragraph, f.Subject))],
        [.. comparison.Facts.Select(f => new ImportComparedContract(
            f.Fact?.Id, f.Kind, f.State, f.Resource, f.Key, [.. f.Differences.Select(d => new ImportDifferenceContract(d.Path, d.Before?.DeepClone(), d.After?.DeepClone()))]))]);

    private sealed class Mapping(ImportProposal proposal)
    {
        private readonly ReportFacts facts = proposal.Record;
        private readonly Dictionary<Guid, int> numbers = proposal.Record.Paragraphs.ToDictionary(p => p.Id, p => p.Number);
        private readonly Dictionary<Guid, AgendaItem> items = proposal.Record.Agenda.ToDictionary(i => i.Id);
        private readonly Dictionary<Guid, string> sections = proposal.Record.Sections.ToDictionary(s => s.Id, s => string.Create(CultureInfo.InvariantCulture, $"{s.Number}{s.Letter}"));
        private readonly Dictionary<string, string> symbols = proposal.Record.Documents.ToDictionary(d => d.Slug, d => d.Symbol ?? d.Slug);

        public ImportFactsContract Facts()
        {
            var adoptions = facts.Adoptions.Select(Adoption).ToList();
            return new ImportFactsContract(
                Session(facts.Session, [.. facts.Officers.OrderBy(o => o.Order).Select(Officer)]),
                [.. Rows<Session>(FactKind.OtherSession).Select(s => Session(s, []))],
                [.. Rows<Person>(FactKind.Person).Select(p => new PersonReference(p.Code, p.Name.Map()))],
                [.. Rows<Body>(FactKind.Body).Select(b => new BodyReference(b.Code, b.Name.Map()))],
                [.. Rows<HabitatBoard.Delegations.Delegation>(FactKind.Delegation).Select(d => new DelegationReference(d.Code, d.RunningName.Map()))],
                [.. Rows<HabitatBoard.Delegations.Group>(FactKind.Group).Select(g => new GroupReference(g.Code, g.Name.Map()))],
                [.. facts.Agenda.Where(i => i.Letter.Length == 0).OrderBy(i => i.Number).Select(Item)],
                [.. facts.Attendance.OrderBy(a => a.Class).ThenBy(a => a.Order).Select(a =>
                {
                    var heading = facts.AttendanceHeadings.FirstOrDefault(h => h.Class == a.Class)?.Heading ?? LocalizedText.None;
                    return new AttendanceContract(Delegation(a.DelegationCode)!, facts.Delegations[a.DelegationCode].ListName.Map(), a.Class, heading.Map(), heading.StatusMap(), a.Order, a.Presence, numbers[a.ParagraphId], a.Id);
                })],
                [.. facts.Documents.OrderBy(d => d.SortKey, StringComparer.Ordinal).Select(Document)],
                [.. facts.Statements.OrderBy(s => numbers[s.ParagraphId]).ThenBy(s => s.Order).Select(s => new StatementContract(
                    s.Id, proposal.Session, Label(s.AgendaItemId), numbers[s.ParagraphId], s.Order,
                    new SpeakerContract(Delegation(s.DelegationCode), Person(s.PersonCode), s.Office.Map(), s.Office.StatusMap()),
                    s.Capacity, [.. s.OnBehalfOf.OrderBy(o => o.Order).Select(o => SpokenFor(o.GroupCode, o.DelegationCode))], s.Kind, s.Medium))],
                [.. facts.Decisions.Select(d => DecisionsApi.Map(
                    d, d.Parts, d.Paragraphs, [.. adoptions.Where(a => a.Decision == d.Label)], Symbol(d.DocumentSlug), Number(d.ParagraphId)))],
                adoptions,
                [.. facts.Acts.OrderBy(a => numbers[a.ParagraphId]).ThenBy(a => a.Order).Select(a => new ActContract(
                    a.Kind, Label(a.AgendaItemId), numbers[a.ParagraphId], a.Subject.Map(), a.Subject.StatusMap(), Symbol(a.DocumentSlug), a.SubjectSessionId, a.Id))],
                [.. facts.Events.Select(e => new EventContract(e.Title.Map(), e.Title.StatusMap(), e.StartsOn, e.EndsOn, e.Place.Map(), e.Place.StatusMap(), numbers[e.ParagraphId], e.Id))],
                Report());
        }

        private IEnumerable<T> Rows<T>(FactKind kind) => proposal.Facts.Where(f => f.Kind == kind).Select(f => f.Row).OfType<T>();

        private string? Label(Guid? item) => item is { } id && items.TryGetValue(id, out var found) ? found.Label : null;

        private int? Number(Guid? paragraph) => paragraph is { } id && numbers.TryGetValue(id, out var number) ? number : null;

        private string? Symbol(string? slug) => slug is null ? null : symbols.GetValueOrDefault(slug, slug);

        private DelegationReference? Delegation(string? code) => code is null ? null : new DelegationReference(code, facts.Delegations[code].RunningName.Map());

        private PersonReference? Person(string? code) => code is null ? null : new PersonReference(code, facts.Persons[code].Name.Map());

        private GroupReference SpokenFor(string? group, string? delegation) => group is not null
            ? new GroupReference(group, facts.Groups[group].Name.Map())
            : new GroupReference(delegation!, facts.Delegations[delegation!].RunningName.Map());

        private OfficerContract Officer(Officer officer) => new(
            officer.Office, facts.Bodies.TryGetValue(officer.BodyCode, out var body) ? new BodyReference(body.Code, body.Name.Map()) : null,
            Person(officer.PersonCode), Delegation(officer.DelegationCode), officer.TermStartsOn, officer.TermEndsOn, Number(officer.ParagraphId), officer.Id);

        private ImportSessionContract Session(Session session, IReadOnlyList<OfficerContract> officers)
        {
            var next = facts.Sessions.Where(s => string.CompareOrdinal(s.Id, session.Id) > 0).MinBy(s => s.Id, StringComparer.Ordinal);
            return new ImportSessionContract(
                session.Id, session.Year, session.Number, session.Title.Map(), session.Status, session.StartsOn, session.EndsOn, session.Place.Map(), session.Mode, session.ModeNote.Map(),
                session.OpenedAt, session.ClosedAt, session.Interpretation is { } i ? new InterpretationContract(i.HoursPerDay, [.. i.Languages.Select(l => l.Code)]) : null,
                officers, next is null ? null : new NextSessionContract(next.Id, next.StartsOn, next.EndsOn));
        }

        private ImportAgendaItemContract Item(AgendaItem item) => new(
            item.Label, item.Title.Map(),
            item.Letter.Length > 0 ? [] : [.. facts.Agenda.Where(i => i.Number == item.Number && i.Letter.Length > 0).OrderBy(i => i.Letter, StringComparer.Ordinal).Select(Item)],
            facts.Sections.OrderBy(s => s.Order).FirstOrDefault(s => s.AgendaItemId == item.Id) is { } section ? sections[section.Id] : null);

        private DocumentContract Document(HabitatBoard.Documents.Document document) => new(
            document.Symbol, document.Slug, document.SymbolAsPrinted, document.Title.Map(), document.Title.StatusMap(), document.Kind, document.Distribution, document.SessionId,
            [.. document.Items.OrderBy(i => i.Order).Select(i => Label(i.AgendaItemId)).OfType<string>()],
            [.. facts.Citations.Where(c => c.Kind == CitationKind.Document && c.Target == document.Slug).Select(c => numbers[c.ParagraphId]).Distinct().Order()],
            [.. document.Relations.Select(r => new RelationContract(r.Kind, Symbol(r.TargetSlug)!))],
            [.. document.Versions.OrderBy(v => v.Language).Select(v => VersionContract.Of(document.Slug, v))],
            document.PaperNumber);

        private AdoptionContract Adoption(HabitatBoard.Decisions.Adoption adoption)
        {
            var decision = facts.Decisions.First(d => d.Id == adoption.DecisionId);
            var covered = adoption.Paragraphs.Select(p => decision.Paragraphs.First(d => d.Id == p.DecisionParagraphId).Number).OfType<int>().Order().ToList();
            return new AdoptionContract(
                Label(adoption.AgendaItemId), decision.Label, decision.Parts.FirstOrDefault(p => p.Id == adoption.PartId)?.Letter, covered.Count == 0 ? null : covered,
                adoption.Manner, adoption.OrallyAmended, proposal.Session, Number(adoption.ParagraphId), adoption.Id);
        }

        private ImportReportContract Report()
        {
            var report = facts.Report;
            var rapporteur = facts.Officers.FirstOrDefault(o => o.Office == Office.Rapporteur);
            return new ImportReportContract(
                Symbol(report?.DocumentSlug), report?.Status, report?.OriginalLanguage.Code, report?.Title.Map(),
                report is null ? null : new MastheadContract(report.Organization.Map(), report.Programme.Map(), report.ProgrammeShortName.Map(), report.Organ.Map(), report.DatesAndPlace.Map(), report.Organization.StatusMap(), report.Programme.StatusMap(), report.ProgrammeShortName.StatusMap(), report.Organ.StatusMap(), report.DatesAndPlace.StatusMap()),
                rapporteur is null ? null : new RapporteurContract(Person(rapporteur.PersonCode), Delegation(rapporteur.DelegationCode)),
                [.. facts.Sections.OrderBy(s => s.Order).Select(s => new SectionContract(s.Number, s.Letter.Length == 0 ? null : s.Letter, s.Heading.Map(), s.Heading.StatusMap(), Label(s.AgendaItemId)))],
                [.. facts.Paragraphs.OrderBy(p => p.Number).Select(p => new ImportParagraphContract(
                    p.Number, sections[p.SectionId], p.Text.Map(),
                    [.. facts.Citations.Where(c => c.ParagraphId == p.Id).OrderBy(c => c.Order).Select(c => new CitationContract(c.Kind, c.Target, c.Reference, c.Wording.Map()))]))],
                [.. facts.Passages.Select(p => new ImportPassageContract(numbers[p.ParagraphId], p.After, p.Text.Map()))]);
        }
    }
}
