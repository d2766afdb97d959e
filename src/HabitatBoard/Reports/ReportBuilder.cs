using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Reports;

/// <summary>
/// Puts the facts of a session in the order of its report. In a paragraph stand, in this order: the opening, the
/// attendance, the statements, the acts and the adoptions, the list of decisions, the closing; passages stand where
/// they say.
/// </summary>
internal sealed class ReportBuilder
{
    private readonly ReportFacts facts;
    private readonly Dictionary<Guid, AgendaItem> items;
    private readonly Dictionary<Guid, Decision> decisions;
    private readonly Dictionary<string, Decision> decisionsByLabel;
    private readonly Dictionary<string, Document> documents;
    private readonly Dictionary<string, Session> sessions;
    private readonly ILookup<Guid, Document> documentsOfItem;
    private readonly ILookup<Guid, Passage> passages;
    private readonly ILookup<Guid, Citation> citations;
    private readonly ILookup<Guid, Statement> statements;
    private readonly ILookup<Guid, Act> acts;
    private readonly ILookup<Guid?, Adoption> adoptions;
    private readonly ILookup<Guid, AttendanceEntry> attendance;
    private readonly ILookup<Guid?, Decision> listedDecisions;
    private readonly HashSet<string> introducedElsewhere;
    private readonly Dictionary<Guid, Guid> introductions = [];
    private readonly HashSet<Guid> told = [];
    private readonly Dictionary<Guid, Heard> heard = [];

    public ReportBuilder(ReportFacts facts)
    {
        this.facts = facts;
        items = facts.Agenda.ToDictionary(i => i.Id);
        decisions = facts.Decisions.ToDictionary(d => d.Id);
        decisionsByLabel = facts.Decisions.ToDictionary(d => d.Label);
        documents = facts.Documents.ToDictionary(d => d.Slug);
        sessions = facts.Sessions.ToDictionary(s => s.Id);
        documentsOfItem = facts.Documents.SelectMany(d => d.Items, (d, i) => (Document: d, i.AgendaItemId)).ToLookup(d => d.AgendaItemId, d => d.Document);
        passages = facts.Passages.ToLookup(p => p.ParagraphId);
        citations = facts.Citations.ToLookup(c => c.ParagraphId);
        statements = facts.Statements.OrderBy(s => s.Order).ThenBy(s => s.Id).ToLookup(s => s.ParagraphId);
        acts = facts.Acts.OrderBy(a => a.Order).ThenBy(a => a.Id).ToLookup(a => a.ParagraphId);
        adoptions = facts.Adoptions.OrderBy(a => a.Order).ThenBy(a => a.Id).ToLookup(a => a.ParagraphId);
        attendance = facts.Attendance.Where(a => a.Presence == Presence.Present).OrderBy(a => a.Class).ThenBy(a => a.Order).ToLookup(a => a.ParagraphId);
        listedDecisions = facts.Decisions.OrderBy(d => d.Year).ThenBy(d => d.Number).ToLookup(d => d.ParagraphId);

        // A document to which a speaker, an act or a decision is tied is named there, not where its item is introduced.
        introducedElsewhere = [.. facts.Statements.Select(s => s.DocumentSlug)
            .Concat(facts.Acts.SelectMany(a => AgendaDocuments(a).Select(d => d.Slug).Append(a.DocumentSlug)))
            .Concat(facts.Decisions.Select(d => d.DocumentSlug)).OfType<string>()];
    }

    public SessionReport Build()
    {
        var paragraphs = facts.Paragraphs.OrderBy(p => p.Number).ToList();
        foreach (var paragraph in paragraphs)
        {
            Foresee(paragraph);
        }
        var built = paragraphs.ToLookup(
            p => p.SectionId,
            p => new ReportParagraph(p.Id, p.Number, p.Text, new ParagraphBuilder(this, p).Build()));
        return new SessionReport(
            facts.Session.Id,
            [.. facts.Sections.OrderBy(s => s.Order).Select(s => new ReportSection(s.Number, s.Letter, s.Heading, [.. built[s.Id]]))]);
    }

    /// <summary>Finds the statements that passages tell, and the first introduction of each item, which lists its documents.</summary>
    private void Foresee(Paragraph paragraph)
    {
        var spoken = statements[paragraph.Id].ToList();
        foreach (var place in passages[paragraph.Id].SelectMany(p => Places(p.Text)))
        {
            if (Key.Parse(place) is { Kind: "statement" } key && key.StatementIn(spoken) is { } statement)
            {
                told.Add(statement.Id);
            }
        }
        foreach (var statement in spoken)
        {
            if (statement is { Kind: StatementKind.Introduction, AgendaItemId: { } item } && !told.Contains(statement.Id))
            {
                introductions.TryAdd(item, statement.Id);
            }
        }
    }

    /// <summary>The documents on which an agenda is based: the one the act names and what was added to it.</summary>
    private IEnumerable<Document> AgendaDocuments(Act act) =>
        act is { Kind: ActKind.AdoptedAgenda, DocumentSlug: { } slug }
            ? facts.Documents.Where(d => d.Slug == slug || d.Relations.Any(r => r.Kind == RelationKind.AddendumTo && r.TargetSlug == slug))
                .OrderBy(d => d.SortKey, StringComparer.Ordinal)
            : [];

    private IReadOnlyList<Document> DocumentsIntroducedBy(Statement statement) =>
        statement.AgendaItemId is { } item && introductions.GetValueOrDefault(item) == statement.Id
            ? [.. documentsOfItem[item].Where(d => !introducedElsewhere.Contains(d.Slug)).OrderBy(d => d.SortKey, StringComparer.Ordinal)]
            : [];

    private Delegation? Delegation(string? code) => code is null ? null : facts.Delegations.GetValueOrDefault(code);

    private static IEnumerable<string> Places(LocalizedText text) =>
        text.Present().SelectMany(t => Template.Parse(t.Text.Text).Pieces).Select(p => p.Place).OfType<string>();

    /// <summary>A mention in the markup of a passage, <c>body/bureau</c>.</summary>
    private readonly record struct Key(string Kind, string Target)
    {
        public static Key? Parse(string place)
        {
            var slash = place.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 ? null : new Key(place[..slash], place[(slash + 1)..]);
        }

        public Statement? StatementIn(List<Statement> spoken) =>
            int.TryParse(Target, out var number) && number >= 1 && number <= spoken.Count ? spoken[number - 1] : null;
    }

    /// <summary>Builds one paragraph. Citations are used up in their order: the second mention of a thing is worded by the second.</summary>
    private sealed class ParagraphBuilder
    {
        private readonly ReportBuilder report;
        private readonly Paragraph paragraph;
        private readonly Dictionary<(CitationKind Kind, string Target), Queue<Citation>> cited;
        private readonly HashSet<Guid> sourced = [];
        private readonly List<Func<ReportElement>> plan = [];

        public ParagraphBuilder(ReportBuilder report, Paragraph paragraph)
        {
            this.report = report;
            this.paragraph = paragraph;
            cited = report.citations[paragraph.Id].OrderBy(c => c.Order)
                .GroupBy(c => (c.Kind, c.Target)).ToDictionary(g => g.Key, g => new Queue<Citation>(g));
        }

        private Session Session => report.facts.Session;

        public IReadOnlyList<ReportElement> Build()
        {
            PlanOpening();
            PlanAttendance();
            PlanStatements();
            PlanActs();
            PlanDecisions();
            PlanClosing();
            // From the last, so that the places of those before stay what they are.
            foreach (var passage in report.passages[paragraph.Id].OrderByDescending(p => p.After).ThenByDescending(p => p.Id))
            {
                plan.Insert(Math.Min(passage.After, plan.Count), () => new Narrative(Cite(passage.Text)));
            }
            // Only now are mentions made, in the order in which they stand.
            return [.. plan.Select(make => make())];
        }

        private void PlanOpening()
        {
            if (Session.OpeningParagraphId != paragraph.Id)
            {
                return;
            }
            var remarks = report.statements[paragraph.Id].FirstOrDefault(IsRemarkOfChair);
            plan.Add(() => new Opening(Session.OpenedAt, Session.Title, Chair(), remarks?.Topic ?? LocalizedText.None, new Variants(remarks?.Variant)));
            if (Session.Mode is { } mode)
            {
                plan.Add(() => new Arrangements(mode, Session.ModeNote, Session.Interpretation));
            }
        }

        /// <summary>What the Chair says on opening the session is told in the sentence that opens it.</summary>
        private bool IsRemarkOfChair(Statement statement) =>
            Session.OpeningParagraphId == paragraph.Id && !report.told.Contains(statement.Id)
            && statement is { Kind: StatementKind.Statement, Capacity: Capacity.PresidingOfficer, DocumentSlug: null } && !statement.Topic.IsNone;

        private ReportSpeaker? Chair() =>
            report.facts.Officers.Where(o => o.Office == Office.Chair && report.facts.Bodies.GetValueOrDefault(o.BodyCode)?.Kind == BodyKind.Board)
                .OrderBy(o => o.Order)
                .Select(o => new ReportSpeaker(LocalizedText.None, Person(o.PersonCode), null, report.Delegation(o.DelegationCode)))
                .FirstOrDefault();

        private void PlanAttendance()
        {
            foreach (var entriesOfClass in report.attendance[paragraph.Id].GroupBy(a => a.Class))
            {
                var heading = report.facts.AttendanceHeadings.FirstOrDefault(h => h.Class == entriesOfClass.Key)?.Heading ?? LocalizedText.None;
                plan.Add(() => new AttendanceList(
                    entriesOfClass.Key, heading, [.. entriesOfClass.Select(e => report.Delegation(e.DelegationCode)).OfType<Delegation>()]));
            }
        }

        private void PlanStatements()
        {
            var remaining = report.statements[paragraph.Id].Where(s => !report.told.Contains(s.Id)).ToList();
            if (remaining.FirstOrDefault(IsRemarkOfChair) is { } remark)
            {
                remaining.Remove(remark);
            }
            var listed = false;
            for (var at = 0; at < remaining.Count;)
            {
                var form = remaining[at].Form;
                var run = form == StatementForm.Alone
                    ? [remaining[at]]
                    : remaining.Skip(at).TakeWhile(s => s.Form == form && s.AgendaItemId == remaining[at].AgendaItemId).ToList();
                PlanRun(form, run, listed);
                listed |= form == StatementForm.Member;
                at += run.Count;
            }
        }

        private void PlanRun(StatementForm form, List<Statement> run, bool listed)
        {
            var first = run[0];
            var variants = Variants.Of(run.Select(s => s.Variant));
            switch (form)
            {
                case StatementForm.Alone when first.Kind == StatementKind.Introduction:
                    plan.Add(() => new Introduction(Speaker(first), [.. report.DocumentsIntroducedBy(first).Select(Introduced)], variants));
                    break;
                case StatementForm.Alone:
                    Hear(first);
                    plan.Add(() => new Address(
                        first.Kind, Speaker(first), CapacitiesOf(first), first.Medium, first.Subject, first.Topic, first.DocumentSlug is { } slug ? Document(slug) : null, variants));
                    break;
                case StatementForm.Opening:
                    plan.Add(() => new OpeningStatements(Listed(run), variants));
                    break;
                case StatementForm.Member:
                    var before = first.AgendaItemId is { } item && report.heard.Remove(item, out var what) ? what : Heard.Nothing;
                    plan.Add(() => new MemberList(before, Listed(run), variants));
                    break;
                case StatementForm.Observer:
                    plan.Add(() => new ObserverList(listed, Listed(run), variants));
                    break;
                case StatementForm.Organization:
                    plan.Add(() => new OrganizationList(Listed(run), variants));
                    break;
                case StatementForm.Reply:
                    plan.Add(() => new RightOfReply(Listed(run), variants));
                    break;
                case StatementForm.Answer:
                    plan.Add(() => new Answers(Listed(run), variants));
                    break;
                default:
                    plan.Add(() => new ClosingStatements(Listed(run), variants));
                    break;
            }
        }

        private void Hear(Statement statement)
        {
            if (statement.AgendaItemId is { } item)
            {
                report.heard[item] = report.heard.GetValueOrDefault(item)
                    | (statement.Kind == StatementKind.Presentation ? Heard.Presentations : Heard.Statements);
            }
        }

        private ReportSpeaker Speaker(Statement statement)
        {
            var person = statement.PersonCode is { } code && (statement.Office.IsNone || IsNamed(statement, code)) ? Person(code) : null;
            var organization = statement.Capacity == Capacity.NonGovernmental && person is not null ? report.Delegation(statement.DelegationCode) : null;
            return new ReportSpeaker(
                statement.Office,
                person,
                person is null && statement.Office.IsNone ? report.Delegation(statement.DelegationCode) : null,
                organization ?? (person is not null && statement.Capacity == Capacity.Officer ? DelegationOfOfficer(statement.PersonCode!) : null));
        }

        private bool IsNamed(Statement statement, string person) =>
            statement.Capacity is not (Capacity.PresidingOfficer or Capacity.Secretariat)
            || cited.TryGetValue((CitationKind.Person, person), out var left) && left.Count > 0;

        private Delegation? DelegationOfOfficer(string person) =>
            report.Delegation(report.facts.Officers.FirstOrDefault(o => o.PersonCode == person)?.DelegationCode);

        private Capacities CapacitiesOf(Statement statement) =>
            new([.. statement.OnBehalfOf.OrderBy(o => o.Order).Select(o => new Named(
                o.GroupCode is { } code ? report.facts.Groups.GetValueOrDefault(code) : null, report.Delegation(o.DelegationCode)))]);

        private IReadOnlyList<ListedSpeaker> Listed(List<Statement> run)
        {
            var listed = new List<ListedSpeaker>();
            Statement? previous = null;
            foreach (var statement in run)
            {
                if (previous is not null && previous.IsBare && statement.IsBare && previous.DelegationCode == statement.DelegationCode)
                {
                    listed[^1] = listed[^1] with { Capacities = [.. listed[^1].Capacities, CapacitiesOf(statement)] };
                }
                else
                {
                    listed.Add(new ListedSpeaker(Speaker(statement), [CapacitiesOf(statement)], statement.Medium, new Variants(statement.Variant), SortKeysOf(statement)));
                }
                previous = statement;
            }
            return listed;
        }

        private SortKeys? SortKeysOf(Statement statement) => statement.IsBare ? report.Delegation(statement.DelegationCode)?.SortKeys : null;

        private void PlanActs()
        {
            var adopted = report.adoptions[paragraph.Id].ToList();
            var remaining = report.acts[paragraph.Id].ToList();
            // What a decision does is told with its adoption: the agenda of the next session, a report, what is noted.
            var agendas = new Dictionary<Guid, Adoption>();
            foreach (var act in remaining.Where(a => a.Kind == ActKind.Decided && NextSessionOf(a) is not null).ToList())
            {
                var agenda = remaining.Find(a => a.Kind == ActKind.AdoptedAgenda && a.SubjectSessionId == act.SubjectSessionId);
                if (agenda is not null && adopted.Find(a => a.Id == agenda.AdoptionId) is { } by)
                {
                    agendas.Add(act.Id, by);
                    adopted.Remove(by);
                    remaining.Remove(agenda);
                }
            }
            var done = new Dictionary<Guid, Act>();
            foreach (var act in remaining.Where(a => a.Kind is ActKind.AdoptedReport or ActKind.TookNote && adopted.Exists(d => d.Id == a.AdoptionId)).ToList())
            {
                if (done.TryAdd(act.AdoptionId!.Value, act))
                {
                    remaining.Remove(act);
                }
            }
            foreach (var act in remaining)
            {
                PlanAct(act, agendas.GetValueOrDefault(act.Id));
            }
            for (var i = 0; i < adopted.Count; i++)
            {
                PlanAdoption(adopted[i], done.GetValueOrDefault(adopted[i].Id), also: i > 0);
            }
        }

        /// <summary>The session on whose dates the Board decides, and the dates.</summary>
        private Period? NextSessionOf(Act act) =>
            act.SubjectSessionId is { } id && report.sessions.TryGetValue(id, out var session) ? Period.Of(session) : null;

        private void PlanAct(Act act, Adoption? agenda)
        {
            var variants = new Variants(act.Variant);
            plan.Add(act.Kind switch
            {
                ActKind.Decided when NextSessionOf(act) is { } dates => () => new NextSession(
                    SessionOf(act.SubjectSessionId!), dates, agenda is null ? null : ProvisionOf(agenda), agenda is null ? null : Source(agenda.DecisionId), variants),
                ActKind.AdoptedAgenda when act.SubjectSessionId is null || act.SubjectSessionId == Session.Id =>
                    () => new AgendaAdoption([.. report.AgendaDocuments(act).Select(d => Document(d.Slug))], Session.Title, AgendaLines(), variants),
                ActKind.AdoptedReport => () => ReportAdoptionOf(act, null, null),
                ActKind.TookNote => () => new TookNote(NotedItem(act), Cite(act.Subject), variants),
                ActKind.Agreed when act.SubjectKind == ActSubject.CoFacilitators => () => new CoFacilitation(Facilitators(), variants),
                _ => () => new Agreement(act.Kind != ActKind.Agreed, Cite(act.Subject), variants),
            });
        }

        private string? NotedItem(Act act) =>
            act is { SubjectKind: ActSubject.DocumentsAndInformation, AgendaItemId: { } id } && report.items.TryGetValue(id, out var item) ? item.Label : null;

        private IReadOnlyList<AgendaLine> AgendaLines()
        {
            var agenda = report.facts.Agenda.Where(i => i.Version == AgendaVersion.Adopted).ToLookup(i => i.Number);
            return [.. agenda.OrderBy(g => g.Key).Select(g =>
            {
                var sub = g.Where(i => i.Letter.Length > 0).OrderBy(i => i.Letter, StringComparer.Ordinal)
                    .Select(i => new AgendaLine(i.Number, i.Letter, i.Title, []));
                return new AgendaLine(g.Key, "", g.FirstOrDefault(i => i.Letter.Length == 0)?.Title ?? LocalizedText.None, [.. sub]);
            })];
        }

        private IReadOnlyList<(Mention Person, Delegation? Of)> Facilitators() =>
            [.. report.facts.Officers.Where(o => o.Office == Office.CoFacilitator && o.ParagraphId == paragraph.Id).OrderBy(o => o.Order)
                .Select(o => (Person(o.PersonCode), report.Delegation(o.DelegationCode)))];

        private void PlanAdoption(Adoption adoption, Act? done, bool also) =>
            plan.Add(() =>
            {
                var provision = ProvisionOf(adoption);
                return done is { Kind: ActKind.AdoptedReport }
                    ? ReportAdoptionOf(done, provision, adoption)
                    : new AdoptionOf(provision, also, done is null ? null : Cite(done.Subject), Source(adoption.DecisionId), new Variants(adoption.Variant));
            });

        private ReportAdoption ReportAdoptionOf(Act act, Provision? by, Adoption? adoption)
        {
            var session = act.SubjectSessionId is { } id ? report.sessions.GetValueOrDefault(id) : null;
            return new ReportAdoption(
                by,
                act.DocumentSlug is { } slug ? Document(slug) : null,
                session?.Title ?? LocalizedText.None,
                session is null ? null : Period.Of(session),
                Cite(act.Subject),
                adoption is null ? null : Source(adoption.DecisionId),
                new Variants(act.Variant));
        }

        private Provision ProvisionOf(Adoption adoption)
        {
            var decision = report.decisions[adoption.DecisionId];
            var part = decision.Parts.FirstOrDefault(p => p.Id == adoption.PartId);
            var numbers = adoption.Paragraphs.Select(a => decision.Paragraphs.FirstOrDefault(p => p.Id == a.DecisionParagraphId)?.Number).OfType<int>().Order();
            return new Provision(DecisionMention(decision), part?.Letter, part is null ? null : Part(decision, part), [.. numbers]);
        }

        /// <summary>The document that holds the decision, the first time that the paragraph comes to speak of it.</summary>
        private Mention? Source(Guid decision) =>
            report.decisions[decision].DocumentSlug is { } slug && sourced.Add(decision) ? Document(slug) : null;

        private void PlanDecisions()
        {
            var listed = report.listedDecisions[paragraph.Id].ToList();
            if (listed.Count > 0)
            {
                plan.Add(() => new DecisionList(
                    Session.Title,
                    listed.Select(d => d.DocumentSlug).OfType<string>().FirstOrDefault() is { } slug ? Document(slug) : null,
                    [.. listed.Select(d => new ListedDecision(
                        DecisionMention(d), [.. d.Parts.OrderBy(p => p.Letter, StringComparer.Ordinal).Select(p => (p.Letter, Part(d, p)))]))]));
            }
        }

        private void PlanClosing()
        {
            if (Session.ClosingParagraphId == paragraph.Id)
            {
                plan.Add(() => new Closing(Session.ClosedAt));
            }
        }

        private Mention Person(string code) => Mention(CitationKind.Person, code, null, report.facts.Persons.GetValueOrDefault(code)?.Name);

        private Mention SessionOf(string id) => Mention(CitationKind.Session, id, null, report.sessions.GetValueOrDefault(id)?.Title);

        private Mention DecisionMention(Decision decision) => Mention(CitationKind.Decision, decision.Label, decision.Label, decision.Title) with { Reference = decision.Label };

        private Mention Part(Decision decision, DecisionPart part) => Mention(CitationKind.DecisionPart, $"{decision.Label}({part.Letter})", part.Letter, part.Title);

        private Mention Document(string slug)
        {
            var document = report.documents.GetValueOrDefault(slug);
            return Mention(CitationKind.Document, slug, document?.SymbolAsPrinted, document?.Title);
        }

        private IntroducedDocument Introduced(Document document) => new(Document(document.Slug), document.Kind, document.Symbol is not null);

        private Mention Mention(CitationKind kind, string target, string? reference, LocalizedText? name)
        {
            var citation = cited.TryGetValue((kind, target), out var left) && left.TryDequeue(out var next) ? next : null;
            return new Mention(kind, target, citation?.Reference ?? reference, citation?.Wording ?? LocalizedText.None, name ?? LocalizedText.None, new Variants(citation?.Variant));
        }

        private CitedText Cite(LocalizedText text)
        {
            // A language may mention a thing more often than another: as many mentions as any of them needs.
            var times = text.Present()
                .SelectMany(t => Template.Parse(t.Text.Text).Pieces.Where(p => p.Place is not null).CountBy(p => p.Place!))
                .GroupBy(p => p.Key, p => p.Value);
            return new CitedText(text, times.ToDictionary(
                t => t.Key,
                t => (IReadOnlyList<Citable>)[.. Enumerable.Range(0, t.Max()).Select(_ => Cited(t.Key)).OfType<Citable>()]));
        }

        private Citable? Cited(string place) => Key.Parse(place) switch
        {
            { Kind: "body" } key => Mention(CitationKind.Body, key.Target, null, report.facts.Bodies.GetValueOrDefault(key.Target)?.Name),
            { Kind: "person" } key => Person(key.Target),
            { Kind: "delegation" } key => Mention(CitationKind.Delegation, key.Target, null, report.Delegation(key.Target)?.RunningName),
            { Kind: "session" } key => SessionOf(key.Target),
            { Kind: "resolution" } key => Mention(CitationKind.Resolution, key.Target, key.Target, null),
            { Kind: "document" } key => Document(key.Target),
            { Kind: "decision" } key when report.decisionsByLabel.TryGetValue(key.Target, out var decision) => DecisionMention(decision),
            { Kind: "dates" } key when report.sessions.TryGetValue(key.Target, out var session) => Period.Of(session),
            { Kind: "statement" } key when key.StatementIn([.. report.statements[paragraph.Id]]) is { } statement => Speaker(statement),
            _ => null,
        };
    }
}
