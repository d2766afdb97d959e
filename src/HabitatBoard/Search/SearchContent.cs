using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Search;

/// <summary>Reads from a store what there is to find. It is given the published store and knows no other.</summary>
internal sealed class SearchContent(BoardDbContext db)
{
    /// <summary>Persons are a unit by themselves here: they are of the registers, but lead to sessions.</summary>
    public const string Persons = "persons";

    private Dictionary<string, Delegation> delegations = [];
    private Dictionary<string, Group> groups = [];
    private Dictionary<string, Person> persons = [];

    public async Task<IReadOnlyList<string>> SessionsAsync(CancellationToken cancellationToken) =>
        await db.Sessions.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).ToListAsync(cancellationToken);

    /// <summary>Reads the registers, by which everything else is named.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        delegations = await db.Delegations.AsNoTracking().Include(d => d.Aliases).ToDictionaryAsync(d => d.Code, cancellationToken);
        groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Code, cancellationToken);
        persons = await db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Code, cancellationToken);
    }

    /// <summary>Delegations and groups.</summary>
    public IReadOnlyList<SearchEntry> Registers()
    {
        var entries = new List<SearchEntry>();
        foreach (var delegation in delegations.Values)
        {
            foreach (var (language, name) in delegation.RunningName.Present())
            {
                var list = delegation.ListName[language]?.Text;
                var others = delegation.Aliases.Where(a => a.Language == language).Select(a => a.Text).Prepend(list).OfType<string>().Where(n => n != name.Text).Distinct().ToList();
                entries.Add(new SearchEntry(SearchType.Delegation, delegation.Code, language, name.Text, $"/delegations/{delegation.Code}")
                {
                    Status = name.Status,
                    Body = list is null || list == name.Text ? "" : list,
                    Extra = [.. others.Where(n => n != list), delegation.Code],
                    Names = [.. others, delegation.Code],
                    Delegations = [delegation.Code],
                });
            }
        }
        foreach (var group in groups.Values)
        {
            foreach (var (language, name) in group.Name.Present())
            {
                entries.Add(new SearchEntry(SearchType.Group, group.Code, language, name.Text, $"/statements?onBehalfOf={group.Code}") { Status = name.Status, Extra = [group.Code], Names = [group.Code] });
            }
        }
        return entries;
    }

    /// <summary>Persons, each where the newest session names them.</summary>
    public async Task<IReadOnlyList<SearchEntry>> PersonsAsync(CancellationToken cancellationToken)
    {
        var entries = new List<SearchEntry>();
        var appearances = (await AppearancesAsync(cancellationToken)).ToLookup(a => a.Person);
        foreach (var person in persons.Values)
        {
            // Without a place that names the person there is no page to lead to.
            var own = appearances[person.Code].ToList();
            if (own.Count == 0)
            {
                continue;
            }
            var session = own.MaxBy(a => SessionOrder(a.Session))!.Session;
            var paragraph = own.Where(a => a.Session == session).Min(a => a.Paragraph);
            foreach (var (language, name) in person.Name.Present())
            {
                entries.Add(new SearchEntry(SearchType.Person, person.Code, language, name.Text, paragraph is { } p ? ReportPath(session, p) : $"/sessions/{session}")
                {
                    Status = name.Status,
                    Body = string.Join("\n", own.Select(a => a.Office?[language]?.Text).OfType<string>().Distinct()),
                    Session = session,
                    Paragraph = paragraph,
                    Delegations = [.. own.Select(a => a.Delegation).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                });
            }
        }
        return entries;
    }

    /// <summary>All that one session owns.</summary>
    public async Task<IReadOnlyList<SearchEntry>> SessionAsync(string session, CancellationToken cancellationToken)
    {
        // A session that is planned has a provisional agenda only; like the API, search has none then.
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == session && i.Version == AgendaVersion.Adopted).ToListAsync(cancellationToken);
        var slugs = items.ToDictionary(i => i.Id, i => i.Slug);
        var statements = await db.Statements.AsNoTracking().Include(s => s.OnBehalfOf).Where(s => s.SessionId == session).ToListAsync(cancellationToken);
        var numbers = await db.Paragraphs.Where(p => p.SessionId == session).Select(p => new { p.Id, p.Number }).ToDictionaryAsync(p => p.Id, p => p.Number, cancellationToken);
        return
        [
            .. statements.SelectMany(s => Statement(s, numbers[s.ParagraphId], SlugOf(s.AgendaItemId))),
            .. await ParagraphsAsync(session, statements, SlugOf, cancellationToken),
            .. items.SelectMany(AgendaEntries),
            .. await DecisionsAsync(session, numbers, SlugOf, cancellationToken),
            .. await DocumentsAsync(session, SlugOf, cancellationToken),
        ];

        string? SlugOf(Guid? item) => item is { } id && slugs.TryGetValue(id, out var slug) ? slug : null;
    }

    private static IEnumerable<SearchEntry> AgendaEntries(AgendaItem item) =>
        item.Title.Present().Select(title => new SearchEntry(SearchType.AgendaItem, $"{item.SessionId}/{item.Slug}", title.Language, title.Text.Text, $"/sessions/{item.SessionId}/agenda/{item.Slug}")
        {
            Status = title.Text.Status,
            Extra = [$"{ItemWord(title.Language)} {item.Label}"],
            Names = [$"{ItemWord(title.Language)} {item.Label}"],
            Session = item.SessionId,
            Items = [item.Slug],
        });

    private async Task<IEnumerable<SearchEntry>> ParagraphsAsync(string session, List<Statement> statements, Func<Guid?, string?> slugOf, CancellationToken cancellationToken)
    {
        var paragraphs = await db.Paragraphs.AsNoTracking().Include(p => p.Section).Where(p => p.SessionId == session).ToListAsync(cancellationToken);
        var concerned = statements.SelectMany(s => DelegationsOf(s).Select(code => (s.ParagraphId, code)))
            .Concat((await db.Citations.Where(c => c.SessionId == session && c.Kind == CitationKind.Delegation).Select(c => new { c.ParagraphId, c.Target }).ToListAsync(cancellationToken)).Select(c => (c.ParagraphId, c.Target)))
            .Concat((await db.Attendance.Where(a => a.SessionId == session).Select(a => new { a.ParagraphId, a.DelegationCode }).ToListAsync(cancellationToken)).Select(a => (a.ParagraphId, a.DelegationCode)))
            .ToLookup(c => c.ParagraphId, c => c.Item2);
        var composed = await ComposeAsync(session, paragraphs, cancellationToken);
        return paragraphs.SelectMany(paragraph => paragraph.Text.Present().Concat(composed[paragraph.Id]).Select(text =>
            new SearchEntry(SearchType.Paragraph, $"{session}/p{paragraph.Number}", text.Language, paragraph.Section.Heading.For(text.Language)?.Text.Text ?? "", ReportPath(session, paragraph.Number))
            {
                Status = text.Text.Status,
                Titled = false,
                Body = text.Text.Text,
                Session = session,
                Paragraph = paragraph.Number,
                Items = slugOf(paragraph.Section.AgendaItemId) is { } slug ? [slug] : [],
                Delegations = [.. concerned[paragraph.Id].Distinct().Order(StringComparer.Ordinal)],
            }));
    }

    /// <summary>The paragraphs in each language in which no text of them is recorded, as the report shows them then.</summary>
    private async Task<ILookup<Guid, (Language Language, LanguageText Text)>> ComposeAsync(string session, List<Paragraph> paragraphs, CancellationToken cancellationToken)
    {
        var languages = LanguagePhrasing.All.Where(p => paragraphs.Exists(paragraph => paragraph.Text[p.Language] is null)).ToList();
        var recorded = paragraphs.ToDictionary(p => p.Id, p => p.Text);
        var report = languages.Count > 0 && await ReportFacts.ReadAsync(db, session, cancellationToken) is { } facts ? SessionReport.From(facts) : null;
        return languages.SelectMany(phrasing => report is null ? [] : new ReportComposer(phrasing).Compose(report).Paragraphs
                .Where(p => recorded.TryGetValue(p.Id, out var text) && text[phrasing.Language] is null)
                .Select(p => (p.Id, phrasing.Language, Text: InItsOwnWords(p, phrasing.Language))))
            .Where(p => !string.IsNullOrWhiteSpace(p.Text))
            .ToLookup(p => p.Id, p => (p.Language, new LanguageText(p.Text, TextStatus.Composed)));
    }

    /// <summary>Words borrowed from another language are found in that one; here they are left out.</summary>
    private static string InItsOwnWords(ComposedParagraph paragraph, Language language) =>
        string.Concat(paragraph.Spans.Select(s => s.Language == language ? s.Text : "[…]"));

    private IEnumerable<SearchEntry> Statement(Statement statement, int paragraph, string? item)
    {
        var delegation = statement.DelegationCode is { } code ? delegations[code] : null;
        var person = statement.PersonCode is { } key ? persons[key] : null;
        foreach (var language in OfficialLanguages.All)
        {
            var names = new[] { person?.Name[language], delegation?.RunningName[language], statement.Office[language] }.OfType<LanguageText>().ToList();
            // In a language in which its speaker is not named it would be found by those spoken for alone.
            if (names.Count == 0 || (person is not null && person.Name[language] is null))
            {
                continue;
            }
            var spokenFor = statement.OnBehalfOf.OrderBy(o => o.Order)
                .Select(o => (o.GroupCode is { } group ? groups[group].Name : delegations[o.DelegationCode!].RunningName)[language]?.Text).OfType<string>();
            yield return new SearchEntry(SearchType.Statement, statement.Id.ToString(), language, names[0].Text, ReportPath(statement.SessionId, paragraph))
            {
                Status = names[0].Status,
                Body = string.Join("\n", names.Skip(1).Select(n => n.Text).Concat(spokenFor)),
                Session = statement.SessionId,
                Paragraph = paragraph,
                Items = item is null ? [] : [item],
                Delegations = [.. DelegationsOf(statement).Distinct().Order(StringComparer.Ordinal)],
            };
        }
    }

    private async Task<IEnumerable<SearchEntry>> DecisionsAsync(string session, Dictionary<Guid, int> numbers, Func<Guid?, string?> slugOf, CancellationToken cancellationToken)
    {
        var decisions = await db.Decisions.AsNoTracking().Include(d => d.Parts).Include(d => d.Paragraphs).AsSplitQuery().Where(d => d.SessionId == session).ToListAsync(cancellationToken);
        var ids = decisions.Select(d => d.Id).ToList();
        var adoptions = (await db.Adoptions.Where(a => ids.Contains(a.DecisionId)).Select(a => new { a.DecisionId, a.PartId, a.AgendaItemId, a.ParagraphId }).ToListAsync(cancellationToken))
            .ToLookup(a => a.DecisionId);
        return decisions.SelectMany(Entries);

        IEnumerable<SearchEntry> Entries(Decision decision)
        {
            var path = $"/decisions/{decision.Year}/{decision.Number}";
            foreach (var (language, title) in decision.Title.Present())
            {
                yield return new SearchEntry(SearchType.Decision, decision.Label, language, title.Text, path)
                {
                    Status = title.Status,
                    Extra = [DecisionWord(language, decision.Label)],
                    Names = [DecisionWord(language, decision.Label)],
                    Symbols = [DocumentSymbol.KeyOf(decision.Label)],
                    Session = session,
                    Paragraph = decision.ParagraphId is { } p ? numbers[p] : null,
                    Items = ItemsOf(null),
                };
            }
            foreach (var part in decision.Parts)
            {
                var label = $"{decision.Label}({part.Letter})";
                foreach (var (language, title) in part.Title.Present())
                {
                    yield return new SearchEntry(SearchType.DecisionPart, label, language, title.Text, $"{path}#{part.Letter}")
                    {
                        Status = title.Status,
                        Body = decision.Title[language]?.Text ?? "",
                        Extra = [DecisionWord(language, label)],
                        Names = [DecisionWord(language, label)],
                        Symbols = [DocumentSymbol.KeyOf(label)],
                        Session = session,
                        Paragraph = adoptions[decision.Id].Where(a => a.PartId == part.Id && a.ParagraphId is not null).Select(a => (int?)numbers[a.ParagraphId!.Value]).Min(),
                        Items = ItemsOf(part.Id),
                    };
                }
            }
            foreach (var paragraph in decision.Paragraphs)
            {
                var letter = decision.Parts.FirstOrDefault(p => p.Id == paragraph.PartId)?.Letter;
                foreach (var (language, text) in paragraph.Text.Present())
                {
                    yield return new SearchEntry(
                        SearchType.DecisionParagraph, string.Create(CultureInfo.InvariantCulture, $"{decision.Label}/{paragraph.Order}"), language, decision.Title.For(language)!.Value.Text.Text, AnchorOf(paragraph, letter) is { } anchor ? $"{path}#{anchor}" : path)
                    {
                        Status = text.Status,
                        Titled = false,
                        Body = text.Text,
                        Session = session,
                        Items = ItemsOf(paragraph.PartId),
                    };
                }
            }

            // Paragraphs of the preamble have no number, and no anchor of their own.
            static string? AnchorOf(DecisionParagraph paragraph, string? letter) => paragraph.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"p{number}") : letter;

            IReadOnlyList<string> ItemsOf(Guid? part) =>
                [.. adoptions[decision.Id].Where(a => part is null || a.PartId is null || a.PartId == part).Select(a => slugOf(a.AgendaItemId)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        }
    }

    private async Task<IEnumerable<SearchEntry>> DocumentsAsync(string session, Func<Guid?, string?> slugOf, CancellationToken cancellationToken)
    {
        var documents = await db.Documents.WherePublic().AsNoTracking().Include(d => d.Items).Where(d => d.SessionId == session).ToListAsync(cancellationToken);
        return documents.SelectMany(document => document.Title.Present().Select(title =>
            new SearchEntry(SearchType.Document, document.Slug, title.Language, title.Text.Text, $"/documents/{document.Slug}")
            {
                Status = title.Text.Status,
                Body = document.Symbol ?? "",
                Extra = document.SymbolAsPrinted is { } printed && printed != document.Symbol ? [printed] : [],
                Symbols = document.Symbol is { } symbol ? [.. SymbolKeys.Of(symbol).Append(DocumentSymbol.KeyOf(document.SymbolAsPrinted!)).Distinct()] : [DocumentSymbol.KeyOf(document.Slug)],
                Names = document.Symbol is { } name ? [.. new[] { name, document.SymbolAsPrinted! }.Distinct()] : [],
                Session = session,
                Items = [.. document.Items.OrderBy(i => i.Order).Select(i => slugOf(i.AgendaItemId)).OfType<string>()],
            }));
    }

    /// <summary>Where persons are named: as officers and as speakers.</summary>
    private async Task<IReadOnlyList<Appearance>> AppearancesAsync(CancellationToken cancellationToken) =>
    [
        .. (await db.Officers.Select(o => new { o.PersonCode, o.SessionId, o.DelegationCode, Paragraph = (int?)o.Paragraph!.Number }).ToListAsync(cancellationToken))
            .Select(o => new Appearance(o.PersonCode, o.SessionId, o.Paragraph, o.DelegationCode, null)),
        .. (await db.Statements.AsNoTracking().Where(s => s.PersonCode != null)
                .Select(s => new { s.PersonCode, s.SessionId, s.DelegationCode, s.Paragraph.Number, s.Office }).ToListAsync(cancellationToken))
            .Select(s => new Appearance(s.PersonCode!, s.SessionId, s.Number, s.DelegationCode, s.Office)),
    ];

    private static IEnumerable<string> DelegationsOf(Statement statement) =>
        statement.OnBehalfOf.Select(o => o.DelegationCode).Prepend(statement.DelegationCode).OfType<string>();

    private static string ReportPath(string session, int paragraph) => string.Create(CultureInfo.InvariantCulture, $"/sessions/{session}/report#p{paragraph}");

    /// <summary>2024-2 before 2024-10.</summary>
    internal static int SessionOrder(string session)
    {
        var dash = session.IndexOf('-', StringComparison.Ordinal);
        return (int.Parse(session.AsSpan(0, dash), CultureInfo.InvariantCulture) * 100) + Math.Min(99, int.Parse(session.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    private static string ItemWord(Language language) => language switch
    {
        Language.Ar => "البند",
        Language.Zh => "议程项目",
        Language.En => "agenda item",
        Language.Fr => "point de l’ordre du jour",
        Language.Ru => "пункт повестки дня",
        _ => "tema del programa",
    };

    private static string DecisionWord(Language language, string label) => language switch
    {
        Language.Ar => $"المقرر {label}",
        Language.Zh => $"第 {label} 号决定",
        Language.En => $"decision {label}",
        Language.Fr => $"décision {label}",
        Language.Ru => $"решение {label}",
        _ => $"decisión {label}",
    };

    private sealed record Appearance(string Person, string Session, int? Paragraph, string? Delegation, LocalizedText? Office);
}
