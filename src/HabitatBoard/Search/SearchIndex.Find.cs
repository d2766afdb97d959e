using HabitatBoard.Languages;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Search;

public sealed partial class SearchIndex
{
    /// <summary>How much a word counts in title, body, words around them, and marks.</summary>
    private const string Weights = "6.0, 1.0, 2.0, 0.0";

    private const int MaxCorrectedWords = 4;
    private const int MaxTermsCompared = 20_000;
    private const int SuggestionsRead = 400;
    private const int FormsRead = 12;

    /// <summary>
    /// Finds what has all words of the query. Whatever the text is, there is an answer; where there is nothing to look for
    /// in it, such as punctuation alone, nothing is found.
    /// </summary>
    public Task<SearchResult> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var expression = SearchExpression.Parse(query.Text);
        if (expression.IsEmpty)
        {
            return Task.FromResult(new SearchResult([], 0, new SearchFacets([], [], [], [], [], true), null));
        }
        return Task.FromResult(Read(connection =>
        {
            // One transaction, so that count, facets and hits are of one index.
            using var transaction = connection.BeginTransaction(deferred: true);
            return Find(connection, query, expression.With(term => Forms(connection, term)));
        }));
    }

    /// <summary>Titles, names and symbols of which a word begins with what was typed.</summary>
    public Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string typed, Language? language, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var beginning = Suggestions.Typed(typed);
        if (beginning.Length == 0)
        {
            return Task.FromResult<IReadOnlyList<SearchSuggestion>>([]);
        }
        return Task.FromResult(Read(connection => Suggest(connection, beginning, language, limit)));
    }

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using var connection = file.Open(SqliteOpenMode.ReadOnly);
            return read(connection);
        }
        catch (SqliteException e) when (SearchFile.IsDamage(e))
        {
            damaged = true;
            throw;
        }
    }

    private static IReadOnlyList<SearchSuggestion> Suggest(SqliteConnection connection, string beginning, Language? language, int limit)
    {
        using var command = connection.Command(
            """
            SELECT s.name, e.type, e.language, e.path, s.start, s.entry, s.folded FROM
              (SELECT * FROM suggestion WHERE folded >= $from AND folded < $to LIMIT $read) s JOIN entry e ON e.id = s.entry
            WHERE $language IS NULL OR e.language = $language
            """,
            ("$from", beginning),
            ("$to", beginning + '\uFFFF'),
            ("$read", SuggestionsRead),
            ("$language", language is { } l ? (int)l : null));
        using var reader = command.ExecuteReader();
        var found = new List<(SearchSuggestion Suggestion, int Start, long Entry, string Folded)>();
        while (reader.Read())
        {
            found.Add((new SearchSuggestion(reader.GetString(0), (SearchType)reader.GetInt32(1), (Language)reader.GetInt32(2), reader.GetString(3)), reader.GetInt32(4), reader.GetInt64(5), reader.GetString(6)));
        }
        return
        [
            .. found.OrderBy(f => f.Start > 0).ThenBy(f => f.Suggestion.Type).ThenBy(f => f.Folded.Length).ThenByDescending(f => f.Entry >> SearchFile.BitsWithinUnit).ThenBy(f => f.Folded, StringComparer.Ordinal)
                // One name in several languages, one symbol in two spellings: whoever types it means one thing.
                .DistinctBy(f => (f.Folded, f.Start)).Select(f => f.Suggestion).DistinctBy(s => s.Text).Take(limit),
        ];
    }

    private static SearchResult Find(SqliteConnection connection, SearchQuery query, SearchExpression expression)
    {
        var match = Filtered(expression.Anywhere, query, except: null);
        var floor = query.After?.Floor ?? 0;
        var ranked = Rank(connection, query, expression, match, floor);
        var total = query.Once is not null || (ranked.Oldest is null && floor == 0) ? ranked.Entries.Count : Count(connection, match);
        floor = floor > 0 ? floor : ranked.Oldest ?? 1;

        // Taking so many of the sorted sorts no more than these.
        var page = ranked.Entries.Where(p => query.After is not { } after || ByRank.Instance.Compare(p, after) > 0)
            .Order(ByRank.Instance).Take(query.Limit).Select(p => p with { Floor = floor }).ToList();
        if (page.Count < query.Limit && floor > 1 && query.Once is null)
        {
            page.AddRange(Matches(connection, match, 1, (query.After is { Tier: null } after ? after.Entry : floor) - 1, query.Limit - page.Count).Select(id => new SearchPosition(floor, null, 0, id)));
        }
        return new SearchResult(
            [.. page.Select(p => Hit(connection, p, expression, query.Once))],
            total,
            CountFacets(connection, query, expression, ranked.Facets, query.Once is null ? total <= Ranked : floor == 1),
            total == 0 ? DidYouMean(connection, query, expression) : null);
    }

    /// <summary>The newest matches with tier and weight, and the values of their facets; the oldest of them, where there are older ones.</summary>
    private static (List<SearchPosition> Entries, Facets.Counter Facets, long? Oldest) Rank(
        SqliteConnection connection, SearchQuery query, SearchExpression expression, string match, long floor)
    {
        var rows = new List<(long Id, double Weight, SearchType Type, Language Language, long Thing)>();
        var counter = new Facets.Counter(query.Once is not null);
        using (var command = connection.Command(
            $"""
            SELECT text.rowid, bm25(text, {Weights}), facet.packed, facet.thing FROM text CROSS JOIN facet ON facet.id = text.rowid
            WHERE text MATCH $match AND text.rowid >= $floor ORDER BY text.rowid DESC LIMIT $limit
            """,
            ("$match", match),
            ("$floor", floor),
            // What was published since the first page comes on top of what was ranked then.
            ("$limit", floor > 0 ? 2 * Ranked : Ranked)))
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var facets = reader.GetString(2);
                var thing = reader.GetInt64(3);
                counter.Add(facets, thing);
                rows.Add((reader.GetInt64(0), reader.GetDouble(1), Facets.TypeOf(facets), query.Once is null ? default : Facets.LanguageOf(facets), thing));
            }
        }
        var symbols = Set(expression.Symbol);
        var names = Set(expression.Name);
        var titles = Set(expression.InTitle);
        var phrases = Set(expression.AsPhrase);
        var words = expression.IsInflected ? Set(expression.Words) : null;
        var entries = new List<SearchPosition>(rows.Count);
        foreach (var (id, weight, type, _, _) in rows)
        {
            var tier = symbols.Contains(id) ? Tier.Symbol
                : names.Contains(id) ? Tier.Name
                : !titles.Contains(id) ? phrases.Contains(id) ? Tier.Phrase : words?.Contains(id) != false ? Tier.Words : Tier.Forms
                : type == SearchType.Statement ? Tier.Speaker
                : phrases.Contains(id) ? Tier.PhraseInTitle : Tier.WordsInTitle;
            // Of one symbol or one name, what it belongs to stands before what bears it too.
            entries.Add(new SearchPosition(floor, (int)tier, tier <= Tier.Name ? (int)type : weight, id));
        }
        var oldest = rows.Count < Ranked ? (long?)null : rows[^1].Id;
        return (query.Once is { } own ? [.. entries.Zip(rows).GroupBy(e => e.Second.Thing).Select(thing => InOne(thing, own))] : entries, counter, oldest);

        // As high as its best hit, in the wanted language if it is found in it; a name that several languages share, in English.
        static SearchPosition InOne(IEnumerable<(SearchPosition Position, (long, double, SearchType, Language Language, long) Row)> hits, Language own)
        {
            var best = hits.MinBy(h => h.Position, ByRank.Instance).Position;
            return best with { Entry = In(own, _ => true) ?? In(Language.En, p => p.Tier == best.Tier) ?? best.Entry };

            long? In(Language language, Func<SearchPosition, bool> wanted) =>
                hits.Where(h => h.Row.Language == language && wanted(h.Position)).Select(h => (long?)h.Position.Entry).FirstOrDefault();
        }

        HashSet<long> Set(string? part) => part is null || rows.Count == 0 ? [] : [.. Matches(connection, Filtered($"({part})", query, except: null), rows[^1].Id, rows[0].Id, rows.Count)];
    }

    /// <summary>The matches from one entry to another, the newest first.</summary>
    private static IEnumerable<long> Matches(SqliteConnection connection, string match, long oldest, long newest, int limit)
    {
        using var command = connection.Command(
            "SELECT rowid FROM text WHERE text MATCH $match AND rowid BETWEEN $oldest AND $newest ORDER BY rowid DESC LIMIT $limit",
            ("$match", match), ("$oldest", oldest), ("$newest", newest), ("$limit", limit));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetInt64(0);
        }
    }

    private static int Count(SqliteConnection connection, string match)
    {
        using var command = connection.Command("SELECT count(*) FROM text WHERE text MATCH $match", ("$match", match));
        return (int)(long)command.ExecuteScalar()!;
    }

    private static string Filtered(string match, SearchQuery query, Facets.Dimension? except) =>
        string.Join(" AND ", Facets.All.Where(d => d != except).Select(d => Facets.Wanted(query, d)).OfType<string>().Select(Marks.Matching).Prepend(match));

    private static SearchFacets CountFacets(SqliteConnection connection, SearchQuery query, SearchExpression expression, Facets.Counter counted, bool complete)
    {
        return new SearchFacets(
            Values(Facets.Dimension.Type), Values(Facets.Dimension.Session), Values(Facets.Dimension.Item), Values(Facets.Dimension.Delegation), Values(Facets.Dimension.Language), complete);

        IReadOnlyList<FacetValue> Values(Facets.Dimension dimension) => (Facets.Wanted(query, dimension) is null ? counted : Without(dimension)).Values(dimension);

        Facets.Counter Without(Facets.Dimension dimension)
        {
            using var command = connection.Command(
                "SELECT facet.packed, facet.thing FROM text CROSS JOIN facet ON facet.id = text.rowid WHERE text MATCH $match ORDER BY text.rowid DESC LIMIT $limit",
                ("$match", Filtered(expression.Anywhere, query, dimension)),
                ("$limit", Ranked));
            using var reader = command.ExecuteReader();
            var (counter, read) = (new Facets.Counter(query.Once is not null), 0);
            for (; reader.Read(); read++)
            {
                counter.Add(reader.GetString(0), reader.GetInt64(1));
            }
            complete &= read < Ranked;
            return counter;
        }
    }

    private static SearchHit Hit(SqliteConnection connection, SearchPosition position, SearchExpression expression, Language? own)
    {
        using var command = connection.Command(
            """
            SELECT e.type, e.key, e.language, e.title, e.titled, e.body, e.path, e.session, e.paragraph, e.status, facet.packed, o.title, o.status
            FROM entry e JOIN facet USING (id) LEFT JOIN entry o ON o.key = e.key AND o.type = e.type AND o.language = $own AND o.id <> e.id
            WHERE e.id = $id
            """,
            ("$id", position.Entry),
            ("$own", (int?)own));
        using var reader = command.ExecuteReader();
        reader.Read();
        var (title, body) = (reader.GetString(3), reader.GetString(5));
        var marked = expression.Marked;
        return new SearchHit(
            (SearchType)reader.GetInt32(0),
            reader.GetString(1),
            reader.GetInt32(4) == 1 ? Highlighter.Mark(title, marked) : new MarkedText(title, []),
            reader.GetString(6),
            reader.IsDBNull(8) ? null : reader.GetInt32(8),
            reader.IsDBNull(7) ? null : reader.GetString(7),
            (Language)reader.GetInt32(2),
            (TextStatus)reader.GetInt32(9),
            body.Length == 0 ? null : Highlighter.Snippet(body, marked),
            Score(position),
            position,
            Facets.ItemsOf(reader.GetString(10)),
            reader.IsDBNull(11) ? null : new LanguageText(reader.GetString(11), (TextStatus)reader.GetInt32(12)));
    }

    /// <summary>Whole steps for the tier, and what bm25 says in between.</summary>
    private static double Score(SearchPosition position) => position.Tier switch
    {
        null => 0,
        { } tier and <= (int)Tier.Name => 9 - tier - (position.Weight / 100),
        { } tier => 8 - tier + (-position.Weight / (1 - position.Weight)),
    };

    private static string? DidYouMean(SqliteConnection connection, SearchQuery query, SearchExpression expression)
    {
        var corrected = false;
        var words = new List<string>();
        foreach (var phrase in expression.Phrases)
        {
            var text = string.Concat(phrase.Where(t => !t.IsBreak).Select(t => t.Term));
            var terms = Spelling.ScriptOf(text) == Script.Han ? [text] : phrase.Where(t => !t.IsBreak).Select(t => t.Term).ToList();
            foreach (var term in terms)
            {
                if (words.Count == MaxCorrectedWords)
                {
                    return null;
                }
                var likest = Known(connection, term) ? null : Likest(connection, term);
                corrected |= likest is not null;
                words.Add(likest ?? term);
            }
        }
        if (!corrected)
        {
            return null;
        }
        // Offered only if it leads somewhere: the words may be there, but nowhere together.
        var instead = string.Join(' ', words);
        return Count(connection, Filtered(SearchExpression.Parse(instead).Anywhere, query, except: null)) > 0 ? instead : null;
    }

    private static bool Known(SqliteConnection connection, string term) =>
        Spelling.ScriptOf(term) == Script.Other || Count(connection, SearchExpression.Parse(term).Anywhere) > 0 || Forms(connection, term).Count > 0;

    /// <summary>The other forms of a word that the index has, the most frequent first.</summary>
    private static IReadOnlyList<string> Forms(SqliteConnection connection, string term)
    {
        if (Inflection.StemOf(term) is not { } stem)
        {
            return [];
        }
        using var command = connection.Command(
            "SELECT term FROM term WHERE stem = $stem AND term <> $term ORDER BY entries DESC LIMIT $limit", ("$stem", stem), ("$term", term), ("$limit", FormsRead));
        using var reader = command.ExecuteReader();
        var forms = new List<string>();
        while (reader.Read())
        {
            forms.Add(reader.GetString(0));
        }
        return forms;
    }

    private static string? Likest(SqliteConnection connection, string term)
    {
        var tolerance = Spelling.Tolerance(term);
        if (tolerance == 0)
        {
            return null;
        }
        using var command = connection.Command(
            "SELECT term, surface FROM term WHERE script = $script AND length BETWEEN $shortest AND $longest ORDER BY entries DESC LIMIT $limit",
            ("$script", (int)Spelling.ScriptOf(term)),
            ("$shortest", term.Length - tolerance),
            ("$longest", term.Length + tolerance),
            ("$limit", MaxTermsCompared));
        using var reader = command.ExecuteReader();
        var (likest, least) = ((string?)null, tolerance + 1);
        while (least > 1 && reader.Read())
        {
            // The most frequent of those equally alike comes first.
            var distance = Spelling.Distance(term, reader.GetString(0), least - 1);
            if (distance < least)
            {
                (likest, least) = (reader.GetString(1), distance);
            }
        }
        return likest ?? Longer(connection, term);
    }

    /// <summary>The most frequent word that begins so.</summary>
    private static string? Longer(SqliteConnection connection, string term)
    {
        using var command = connection.Command(
            "SELECT surface FROM (SELECT surface, entries FROM term WHERE term > $from AND term < $to LIMIT $limit) ORDER BY entries DESC LIMIT 1",
            ("$from", term), ("$to", term + '\uFFFF'), ("$limit", SuggestionsRead));
        return (string?)command.ExecuteScalar();
    }

    /// <summary>What the query matched, the best first.</summary>
    private enum Tier
    {
        Symbol,
        Name,
        PhraseInTitle,
        WordsInTitle,

        /// <summary>The name over a statement, which is its speaker's and not its own.</summary>
        Speaker,
        Phrase,
        Words,

        /// <summary>The words in other forms.</summary>
        Forms,
    }

    /// <summary>The order of hits: by tier, within it by weight, and the newest first of what is alike.</summary>
    private sealed class ByRank : IComparer<SearchPosition>
    {
        public static readonly ByRank Instance = new();

        public int Compare(SearchPosition? x, SearchPosition? y)
        {
            var byTier = (x!.Tier ?? int.MaxValue).CompareTo(y!.Tier ?? int.MaxValue);
            var byWeight = byTier != 0 ? byTier : x.Weight.CompareTo(y.Weight);
            return byWeight != 0 ? byWeight : y.Entry.CompareTo(x.Entry);
        }
    }
}
