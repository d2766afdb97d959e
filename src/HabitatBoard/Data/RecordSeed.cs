using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;
using static HabitatBoard.Data.SeedFiles;

namespace HabitatBoard.Data;

/// <summary>Fills an empty installation with the record of the first session of 2024, by the rules of any other edit.</summary>
public sealed class RecordSeed(WorkingStore store, BoardStores stores, Publisher publisher, TimeProvider time)
{
    /// <summary>The author of what the seed writes.</summary>
    public const string Author = "HabitatBoard";

    private const string Reason = "The record of the first session of 2024, after the draft report HSP/EB.2024/12.";

    /// <summary>
    /// Loads the record where there is none and publishes it. Doing it again changes nothing; what an interrupted
    /// run left undone is finished, and nothing that somebody edited is published.
    /// </summary>
    /// <returns>The editions that were published now.</returns>
    public async Task<IReadOnlyList<Edition>> RunAsync(CancellationToken cancellationToken)
    {
        var by = new Attribution(Author, Reason, time.GetUtcNow());
        await using (var db = await store.OpenAsync(cancellationToken))
        {
            if (!await db.Changes.AnyAsync(cancellationToken))
            {
                Load(db);
                await store.SaveAsync(db, by, cancellationToken);
            }
        }
        var editions = new List<Edition>();
        foreach (var unit in await UnpublishedAsync(cancellationToken))
        {
            editions.Add(await publisher.PublishAsync(unit, by, cancellationToken));
        }
        return editions;
    }

    private async Task<IReadOnlyList<string>> UnpublishedAsync(CancellationToken cancellationToken)
    {
        await using var working = await store.OpenAsync(cancellationToken);
        await using var published = await stores.Published.CreateDbContextAsync(cancellationToken);
        var done = await published.Editions.Select(e => e.Unit).Distinct().ToListAsync(cancellationToken);
        var left = new List<string>();
        foreach (var unit in SessionIds.Prepend(PublishedUnit.Registers).Except(done))
        {
            if (!await working.Changes.AnyAsync(c => c.Unit == unit && c.Author != Author, cancellationToken))
            {
                left.Add(unit);
            }
        }
        return left;
    }

    private static void Load(BoardDbContext db)
    {
        db.AddRange(Read<List<BodyRow>>("bodies").Select(b => new Body(b.Code, b.Kind, b.Name.Localized("zh"))));
        db.AddRange(Read<List<PersonRow>>("persons").Select(p => new Person(p.Code, p.Name.Localized("zh"), p.Surname)));
        db.AddRange(Read<List<GroupRow>>("groups").Select(g => new Group(g.Code, g.Kind, g.Name.Localized(g.Official ?? ["zh"]))));
        db.AddRange(Read<List<DelegationRow>>("delegations").Select(Delegation));
        foreach (var row in Read<List<SessionRow>>("sessions"))
        {
            db.Add(Session(row));
            new SessionSeed(db, row.Id).Load();
        }
    }

    private static Delegation Delegation(DelegationRow row)
    {
        // Names of States are those of the United Nations terminology, a published source in all six languages.
        var official = row.Official ?? [.. OfficialLanguages.All.Select(l => l.Code)];
        var list = row.List.Localized(official);
        var running = row.Running?.Localized(official) ?? LocalizedText.None;
        foreach (var (language, text) in list.Present())
        {
            running = running[language] is null ? running.With(language, text.Text, text.Status) : running;
        }
        var delegation = new Delegation(row.Code, row.Kind, list, running, SortKeys.For(list, row.SortAs?.Localized() ?? LocalizedText.None));
        foreach (var (language, aliases) in row.Aliases ?? [])
        {
            foreach (var alias in aliases)
            {
                delegation.AddAlias(OfficialLanguages.Parse(language), alias);
            }
        }
        return delegation;
    }

    private static Session Session(SessionRow row)
    {
        var parts = row.Id.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var session = new Session(parts[0], parts[1], row.Title.Localized("zh"));
        session.Describe(
            session.Title,
            Text(row.Place),
            row.Mode,
            Text(row.ModeNote),
            row.Interpretation is { } i ? new Interpretation(i.HoursPerDay, [.. i.Languages.Select(OfficialLanguages.Parse)]) : null);
        session.Schedule(row.StartsOn, row.EndsOn);
        session.Hold(row.Status, row.OpenedAt, row.ClosedAt);
        session.State(Paragraph(row.OpeningParagraph), Paragraph(row.ClosingParagraph));
        return session;

        Guid? Paragraph(int? number) => number is null ? null : StableId.For($"{row.Id}/p{number}");
    }

    private static LocalizedText Text(SeedFiles.Text? text) => text?.Localized("zh") ?? LocalizedText.None;

    /// <summary>Loads what one session owns; later files refer to what earlier ones made.</summary>
    private sealed class SessionSeed(BoardDbContext db, string session)
    {
        private readonly Dictionary<string, Guid> items = [];
        private readonly Dictionary<int, Guid> paragraphs = [];
        private readonly Dictionary<string, Decision> decisions = [];

        public void Load()
        {
            Agenda();
            Report();
            Officers();
            Attendance();
            Documents();
            Statements();
            Decisions();
            Acts();
            Events();
            Passages();
            Citations();
        }

        private T File<T>(string noun)
            where T : class, new() => Read<T>($"{session}/{noun}");

        private Guid Id(string name) => StableId.For($"{session}/{name}");

        private Guid? Item(string? number) => number is null ? null : items.TryGetValue(number, out var id) ? id : throw Nothing("item", number);

        private Guid Paragraph(int number) => paragraphs.TryGetValue(number, out var id) ? id : throw Nothing("paragraph", number);

        private Guid? Paragraph(int? number) => number is null ? null : Paragraph(number.Value);

        private RecordException Nothing(string what, object key) => new(ErrorCode.ReferenceToNothing, $"{session}/{what}", key);

        private void Agenda()
        {
            foreach (var row in File<AgendaFile>("agenda").Items)
            {
                var (number, letter) = AgendaItem.ParseNumber(row.Number) ?? throw Nothing("item", row.Number);
                var item = new AgendaItem(Id($"agenda/{row.Number}"), session, AgendaVersion.Adopted, number, letter, row.Title.Localized("zh"));
                items.Add(row.Number, item.Id);
                db.Add(item);
            }
        }

        private void Report()
        {
            var file = File<ReportFile>("report");
            if (file.Document is null)
            {
                return;
            }
            var report = new Report(session, DocumentSymbol.Parse(file.Document).Slug, file.Status, OfficialLanguages.Parse(file.OriginalLanguage), file.Title.Localized("zh"));
            report.SetMasthead(Text(file.Organization), Text(file.Programme), Text(file.ProgrammeShortName), Text(file.Organ), Text(file.DatesAndPlace));
            db.Add(report);

            var sections = new Dictionary<string, Guid>();
            foreach (var row in file.Sections)
            {
                var key = $"{row.Number}{row.Letter}";
                Guid? parent = row.Letter is null ? null : sections[$"{row.Number}"];
                sections.Add(key, Id($"section/{key}"));
                db.Add(new Section(sections[key], session, sections.Count, row.Number, row.Letter, parent, Item(row.Item), row.Heading.Localized("zh")));
            }
            foreach (var row in File<List<ParagraphRow>>("paragraphs"))
            {
                var text = new SeedFiles.Text();
                foreach (var (language, lines) in row.Text)
                {
                    text[language] = lines.Text;
                }
                paragraphs.Add(row.Number, Id($"p{row.Number}"));
                db.Add(new Paragraph(Paragraph(row.Number), session, sections[row.Section], row.Number, text.Localized("zh")));
            }
        }

        private void Officers()
        {
            var order = 0;
            foreach (var row in File<List<OfficerRow>>("officers"))
            {
                order++;
                db.Add(new Officer(Id($"officer/{order}"), session, order, row.Office, row.Body, row.Person, row.Delegation, Paragraph(row.Paragraph)));
            }
        }

        private void Attendance()
        {
            foreach (var row in File<AttendanceFile>("attendance").Classes)
            {
                db.Add(new AttendanceHeading(session, row.Class, row.Heading.Localized("zh"), Paragraph(row.Paragraph)));
                db.AddRange(row.Delegations.Select((code, index) => new AttendanceEntry(
                    Id($"attendance/{row.Class}/{code}"), session, row.Class, index + 1, code, Presence.Present, Paragraph(row.Paragraph))));
            }
        }

        private void Documents()
        {
            foreach (var row in File<List<DocumentRow>>("documents"))
            {
                var id = Id($"document/{row.Symbol ?? $"paper-{row.Paper}"}");
                var document = row.Symbol is { } symbol
                    ? new Document(id, session, DocumentSymbol.Parse(symbol), row.AsPrinted, row.Kind, row.Distribution, row.Title.Localized("zh"))
                    : new Document(id, session, row.Paper!.Value, row.Kind, row.Distribution, row.Title.Localized("zh"));
                foreach (var item in row.Items ?? [])
                {
                    document.Serve(Item(item)!.Value);
                }
                foreach (var (kind, target) in (row.Relations ?? []).SelectMany(r => r))
                {
                    document.Relate(kind, Slug(target));
                }
                foreach (var version in row.Versions ?? [])
                {
                    document.AddVersion(OfficialLanguages.Parse(version.Lang), version.IssuedOn);
                }
                db.Add(document);
            }
        }

        private void Statements()
        {
            var orders = new Dictionary<int, int>();
            foreach (var block in File<List<StatementBlock>>("statements"))
            {
                foreach (var speaker in block.Speakers)
                {
                    var order = orders[block.Paragraph] = orders.GetValueOrDefault(block.Paragraph) + 1;
                    var statement = new Statement(
                        Id($"p{block.Paragraph}/statement/{order}"),
                        session,
                        Paragraph(block.Paragraph),
                        order,
                        Item(block.Item),
                        new Speaker(speaker.Delegation, speaker.Person, Text(speaker.Office)),
                        speaker.Capacity ?? block.Capacity,
                        speaker.Kind ?? block.Kind,
                        speaker.Medium);
                    statement.Treat(Text(speaker.Subject), Text(speaker.Topic), speaker.Document is null ? null : Slug(speaker.Document));
                    statement.Phrase(speaker.Variant ?? block.Variant);
                    foreach (var code in speaker.For ?? [])
                    {
                        if (db.Groups.Local.Any(g => g.Code == code))
                        {
                            statement.SpeakFor(code, null);
                        }
                        else
                        {
                            statement.SpeakFor(null, code);
                        }
                    }
                    db.Add(statement);
                }
            }
        }

        private void Decisions()
        {
            foreach (var row in File<List<DecisionRow>>("decisions"))
            {
                var number = row.Number.Split('/').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
                var decision = new Decision(
                    Id($"decision/{row.Number}"), session, number[0], number[1], row.Title.Localized("zh"), row.AdoptedOn, row.Document is null ? null : Slug(row.Document), Paragraph(row.Paragraph));
                foreach (var partRow in row.Parts ?? [])
                {
                    var part = decision.AddPart(Id($"decision/{row.Number}({partRow.Letter})"), partRow.Letter, partRow.Title.Localized("zh"));
                    foreach (var paragraph in partRow.Paragraphs ?? [])
                    {
                        decision.AddParagraph(Id($"decision/{row.Number}/{paragraph}"), part, paragraph, LocalizedText.None);
                    }
                }
                decisions.Add(row.Number, decision);
                db.Add(decision);
            }

            var orders = new Dictionary<int, int>();
            foreach (var row in File<List<AdoptionRow>>("adoptions"))
            {
                var decision = decisions[row.Decision];
                var part = row.Part is null ? null : decision.Parts.Single(p => p.Letter == row.Part);
                var order = orders[row.Paragraph] = orders.GetValueOrDefault(row.Paragraph) + 1;
                var adoption = new Adoption(
                    Id($"p{row.Paragraph}/adoption/{order}"), session, decision.Id, part?.Id, Item(row.Item), Paragraph(row.Paragraph), order, AdoptionManner.NotRecorded, orallyAmended: false);
                adoption.Phrase(row.Variant);
                foreach (var number in row.Paragraphs ?? [])
                {
                    adoption.Cover(decision.Paragraphs.Single(p => p.Number == number));
                }
                db.Add(adoption);
            }
        }

        private void Acts()
        {
            var orders = new Dictionary<int, int>();
            foreach (var row in File<List<ActRow>>("acts"))
            {
                var order = orders[row.Paragraph] = orders.GetValueOrDefault(row.Paragraph) + 1;
                var act = new Act(Id($"p{row.Paragraph}/act/{order}"), session, Paragraph(row.Paragraph), order, row.Kind, Item(row.Item), row.Subject.Localized("zh"));
                act.Concern(row.Document is null ? null : Slug(row.Document), row.Session);
                act.Phrase(row.SubjectKind, row.Adoption is null ? null : Id($"p{row.Paragraph}/adoption/{row.Adoption}"), row.Variant);
                db.Add(act);
            }
        }

        private void Events() =>
            db.AddRange(File<List<EventRow>>("events").Select((row, index) => new Event(
                Id($"event/{index + 1}"), session, row.Title.Localized(row.Official ?? ["zh"]), row.StartsOn, row.EndsOn, Text(row.Place), Paragraph(row.Paragraph))));

        private void Passages() =>
            db.AddRange(File<List<PassageRow>>("passages").Select(row => new Passage(
                Id($"p{row.Paragraph}/passage/{row.After}"), session, Paragraph(row.Paragraph), row.After, row.Text.Localized("zh"))));

        private void Citations()
        {
            foreach (var block in File<List<CitationBlock>>("citations"))
            {
                var order = 0;
                foreach (var row in block.Citations)
                {
                    order++;
                    var (kind, target) = row.Cited;
                    db.Add(new Citation(
                        Id($"p{block.Paragraph}/citation/{order}"),
                        session,
                        Paragraph(block.Paragraph),
                        order,
                        kind,
                        kind == CitationKind.Document ? Slug(target) : target,
                        row.As,
                        Text(row.Wording),
                        row.Variant));
                }
            }
        }

        /// <summary>A document is named by its symbol, a paper without one by its slug.</summary>
        private static string Slug(string symbolOrSlug) => symbolOrSlug.Contains('/', StringComparison.Ordinal) ? DocumentSymbol.Parse(symbolOrSlug).Slug : symbolOrSlug;
    }
}
