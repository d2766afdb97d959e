using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Recogniser = HabitatBoard.Delegations.Recognition.Recogniser;
using SpanKind = HabitatBoard.Delegations.Recognition.SpanKind;

namespace HabitatBoard.Import.Facts;

/// <summary>A session as far as it has been read: its rows, and what sentences refer back to.</summary>
internal sealed class Draft
{
    private readonly List<ProposedFact> facts = [];
    private readonly Dictionary<Type, List<object>> rows = [];
    private readonly Dictionary<object, ImportSource?> sources = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, object> byId = [];
    private readonly Dictionary<int, List<Element>> elements = [];
    private readonly Dictionary<int, List<(int Start, int End)>> understood = [];
    private readonly Dictionary<string, int> orders = [];

    public Draft(int year, int number, ImportRegisters known, Wording wording)
    {
        Known = known;
        Recogniser = new Recogniser(known.Recogniser);
        Wording = wording;
        Session = new Session(year, number, wording.Text(SessionTitle(wording, year, number)));
        People = new People(this);
        Other = known.Sessions.Where(s => s.Id != Session.Id).ToDictionary(s => s.Id);
        Delegations = known.Delegations.ToDictionary(d => d.Code);
        Groups = known.Groups.ToDictionary(g => g.Code);
        Bodies = known.Bodies.ToDictionary(b => b.Code);
    }

    public ImportRegisters Known { get; }

    public Wording Wording { get; }

    public Language Language => Wording.Language;

    public Session Session { get; }

    public People People { get; }

    /// <summary>The other sessions that are known or named.</summary>
    public Dictionary<string, Session> Other { get; }

    public Dictionary<string, Delegation> Delegations { get; }

    /// <summary>Those of the registers, and those that the report names; one is proposed when somebody speaks for it.</summary>
    public Dictionary<string, Group> Groups { get; }

    public Dictionary<string, Body> Bodies { get; }

    /// <summary>Where the Chair is named with the delegation.</summary>
    public (Sentence At, string? Delegation)? ChairOf { get; set; }

    public List<ImportProblem> Problems { get; } = [];

    public IReadOnlyList<ProposedFact> Facts => facts;

    /// <summary>Something in the text of a paragraph that a standard phrase composes.</summary>
    public readonly record struct Element(int Start, int End);

    public static string SessionTitle(Wording wording, int year, int number) => wording.Language == Language.Zh
        ? string.Create(CultureInfo.InvariantCulture, $"{year} 年第{Reports.Phrasing.ChinesePhrasing.Numeral(number)}次会议")
        : string.Create(CultureInfo.InvariantCulture, $"{Capital(Ordinal(number))} session of {year}");

    private static string Ordinal(int number) => number is >= 1 and <= 12
        ? new[] { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth" }[number - 1]
        : string.Create(CultureInfo.InvariantCulture, $"{number}th");

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public Guid Id(string name) => Known.Id(Session.Id, name);

    public Guid Paragraph(int number) => Id(RowKeys.Paragraph(number));

    public LocalizedText Text(string? text) => Wording.Text(text?.Trim());

    /// <summary>Knows the names of the registers and those that this report made known so far.</summary>
    public Recogniser Recogniser { get; }

    /// <summary>The place of the next row of a kind in a paragraph, from 1.</summary>
    public int Next(string what, int? paragraph = null)
    {
        var key = $"{what} {paragraph}";
        return orders[key] = orders.GetValueOrDefault(key) + 1;
    }

    public int Last(string what, int paragraph) => orders.GetValueOrDefault($"{what} {paragraph}");

    /// <summary>Speakers named by words that stay words of the record's own: paragraph, place, length, number of the statement.</summary>
    public List<(int Paragraph, int Start, int Length, int Statement)> Told { get; } = [];

    /// <summary>Proposes a row. One that the record cannot hold is reported, and not proposed.</summary>
    public T? Add<T>(FactKind kind, string id, ImportSource? source, Func<T> make)
        where T : class
    {
        if (byId.TryGetValue(id, out var there))
        {
            return there as T;
        }
        try
        {
            var row = make();
            byId.Add(id, row);
            facts.Add(new ProposedFact(id, kind, row, source));
            sources[row] = source;
            if (!rows.TryGetValue(typeof(T), out var ofType))
            {
                rows[typeof(T)] = ofType = [];
            }
            ofType.Add(row);
            return row;
        }
        catch (RecordException e)
        {
            Problems.Add(new ImportProblem(ImportProblemKind.Refused, source?.Paragraph, $"{id}: {e.Message}"));
            return null;
        }
    }

    /// <summary>The statements of a paragraph so far.</summary>
    public IEnumerable<Statement> StatementsIn(int paragraph) => Rows<Statement>().Where(s => s.ParagraphId == Paragraph(paragraph));

    /// <summary>Whether a sentence stands under the item on the opening of the session.</summary>
    public bool Opens(Sentence sentence) => sentence.Item?.Title[Wording.Language]?.Text is { } title && Wording.Is("openingItem", title);

    /// <summary>The proposed rows of a kind, in the order in which they were read.</summary>
    public IEnumerable<T> Rows<T>() => rows.TryGetValue(typeof(T), out var ofType) ? ofType.Cast<T>() : [];

    public ImportSource? SourceOf(object row) => sources.GetValueOrDefault(row);

    /// <summary>Says that words state a fact and that a standard phrase says them.</summary>
    public void Compose(Sentence sentence, int start, int end, bool goesOn = false)
    {
        var at = sentence.Start + start;
        Understand(sentence, start, end);
        if (!elements.TryGetValue(sentence.Number, out var list))
        {
            elements[sentence.Number] = list = [];
        }
        if (goesOn && list.Count > 0)
        {
            list[^1] = list[^1] with { End = sentence.Start + end };
        }
        else
        {
            list.Add(new Element(at, sentence.Start + end));
        }
    }

    public void Compose(Sentence sentence, bool goesOn = false) => Compose(sentence, 0, sentence.Text.Length, goesOn);

    /// <summary>Says that words state a fact.</summary>
    public void Understand(Sentence sentence, int start, int end)
    {
        if (!understood.TryGetValue(sentence.Number, out var places))
        {
            understood[sentence.Number] = places = [];
        }
        places.Add((sentence.Start + start, sentence.Start + end));
    }

    public bool IsUnderstood(Sentence sentence) =>
        understood.TryGetValue(sentence.Number, out var places) && places.Exists(u => u.Start < sentence.End && u.End > sentence.Start);

    public IReadOnlyList<Element> ElementsOf(int paragraph) => elements.TryGetValue(paragraph, out var list) ? list : [];

    // What sentences refer to.

    public AgendaItem? Item(string label) =>
        AgendaItem.ParseNumber(label.Replace('（', '(').Replace('）', ')')) is var (number, letter)
            ? Rows<AgendaItem>().FirstOrDefault(i => i.Number == number && i.Letter == letter)
            : null;

    public Decision? Decision(int year, int number) => Rows<Decision>().FirstOrDefault(d => d.Year == year && d.Number == number);

    public Document? Document(string symbol) =>
        DocumentSymbol.KeyOf(symbol) is var key ? Rows<Document>().FirstOrDefault(d => d.LookupKey == key) : null;

    /// <summary>Another session that the report names; made known, with what its title says.</summary>
    public Session SessionOf(int year, int number, ImportSource? source)
    {
        var id = Session.Identifier(year, number);
        if (id == Session.Id)
        {
            return Session;
        }
        if (!Other.TryGetValue(id, out var session))
        {
            Other[id] = session = new Session(year, number, Text(SessionTitle(Wording, year, number)));
            Add(FactKind.OtherSession, $"session/{id}", source, () => session);
        }
        return session;
    }

    /// <summary>The session that words name; null where they name none that can be.</summary>
    public Session? SessionIn(string words, ImportSource? source) =>
        Wording.Match("session", words) is { Success: true } named && Wording.Number(named.Groups["number"].Value) is >= 1 and <= 20 and var number
            ? SessionOf(int.Parse(named.Groups["year"].Value, CultureInfo.InvariantCulture), number, source)
            : null;

    /// <summary>The class in which a delegation attended; null where no list names it.</summary>
    public AttendanceClass? ClassOf(string delegation) =>
        Rows<AttendanceEntry>().FirstOrDefault(a => a.DelegationCode == delegation && a.Presence == Presence.Present)?.Class;

    public Capacity CapacityOf(string delegation) =>
        Delegations.TryGetValue(delegation, out var known) && known.Kind == DelegationKind.NonGovernmental ? Capacity.NonGovernmental
            : ClassOf(delegation) == AttendanceClass.Member ? Capacity.BoardMember
            : Capacity.Observer;

    /// <summary>The delegation that words name, and nothing else.</summary>
    public string? DelegationNamed(string words)
    {
        var spans = Recogniser.Read(words).Spans;
        var named = spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
        return named.Count == 1 && !spans.Any(s => s.Kind is SpanKind.Group or SpanKind.Unrecognised) ? named[0].Code : null;
    }
}
