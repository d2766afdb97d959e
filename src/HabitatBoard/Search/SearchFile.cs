using HabitatBoard.Languages;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Search;

/// <summary>
/// The index as a file: <c>search.db</c> in the data folder, SQLite with FTS5 whatever the record is kept on. It holds
/// nothing that cannot be made again from the published store.
/// </summary>
internal sealed class SearchFile(string folder)
{
    /// <summary>Grows when analysis, content or tables change, so that an index of another format is made anew.</summary>
    private const int Format = 3;

    /// <summary>An entry's id is the age of its unit and a number within it: newer sessions have greater ids.</summary>
    public const int BitsWithinUnit = 24;

    private const long RegistersAge = 1_040_000;

    /// <summary>SQLITE_ERROR, here: an index of a format without that table.</summary>
    private const int NoSuchTable = 1;

    private const string Tables =
        """
        DROP TABLE IF EXISTS state;
        DROP TABLE IF EXISTS entry;
        DROP TABLE IF EXISTS facet;
        DROP TABLE IF EXISTS suggestion;
        DROP TABLE IF EXISTS text;
        DROP TABLE IF EXISTS term;
        CREATE TABLE state (format INTEGER NOT NULL, sequence INTEGER NOT NULL, digest TEXT NOT NULL);
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY, unit TEXT NOT NULL, type INTEGER NOT NULL, key TEXT NOT NULL, language INTEGER NOT NULL,
            title TEXT NOT NULL, titled INTEGER NOT NULL, body TEXT NOT NULL, status INTEGER NOT NULL, path TEXT NOT NULL, session TEXT, paragraph INTEGER, digest BLOB NOT NULL);
        CREATE INDEX entry_unit ON entry (unit);
        CREATE INDEX entry_key ON entry (key, type, language);
        -- Apart from the texts, so that counting thousands of them reads few pages.
        CREATE TABLE facet (id INTEGER PRIMARY KEY, packed TEXT NOT NULL, thing INTEGER NOT NULL);
        CREATE VIRTUAL TABLE text USING fts5 (title, body, extra, mark, content='', contentless_delete=1, tokenize='ascii');
        CREATE TABLE suggestion (folded TEXT NOT NULL, entry INTEGER NOT NULL, start INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (folded, entry, name)) WITHOUT ROWID;
        CREATE INDEX suggestion_entry ON suggestion (entry);
        CREATE TABLE term (term TEXT PRIMARY KEY, script INTEGER NOT NULL, length INTEGER NOT NULL, entries INTEGER NOT NULL, surface TEXT NOT NULL, stem TEXT) WITHOUT ROWID;
        CREATE INDEX term_likeness ON term (script, length, entries DESC);
        CREATE INDEX term_stem ON term (stem, entries DESC) WHERE stem IS NOT NULL;
        """;

    public string Path { get; } = System.IO.Path.Combine(folder, "search.db");

    /// <summary>Up to which change of the published store the index is made; null where it has to be made.</summary>
    public (long Sequence, string Digest)? State()
    {
        if (!File.Exists(Path))
        {
            return null;
        }
        try
        {
            using var connection = Open(SqliteOpenMode.ReadOnly);
            using var command = connection.Command("SELECT sequence, digest FROM state WHERE format = $format", ("$format", Format));
            using var reader = command.ExecuteReader();
            return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NoSuchTable || IsDamage(e))
        {
            return null;
        }
    }

    /// <summary>SQLITE_CORRUPT or SQLITE_NOTADB: nothing to mend, for all of it can be made again.</summary>
    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is 11 or 26;

    public SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = Connection(mode);
        connection.Open();
        return connection;
    }

    /// <summary>Begins a change that readers see whole or not at all.</summary>
    public SearchWriter Write() => new(OpenForWriting());

    private SqliteConnection OpenForWriting()
    {
        Directory.CreateDirectory(folder);
        try
        {
            return OpenWithLog();
        }
        catch (SqliteException e) when (IsDamage(e))
        {
            Discard();
            return OpenWithLog();
        }
    }

    private SqliteConnection OpenWithLog()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            // Losing the last moments in a power cut costs nothing: they are made again.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Removes a damaged file.</summary>
    public void Discard()
    {
        Release();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(Path + suffix);
        }
    }

    /// <summary>Closes the connections that are kept open: they would go on reading a file that was removed.</summary>
    public void Release()
    {
        foreach (var mode in new[] { SqliteOpenMode.ReadOnly, SqliteOpenMode.ReadWriteCreate })
        {
            using var connection = Connection(mode);
            SqliteConnection.ClearPool(connection);
        }
    }

    private SqliteConnection Connection(SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode }.ConnectionString);

    /// <summary>One transaction on the index.</summary>
    public sealed class SearchWriter : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteTransaction transaction;
        private readonly Dictionary<string, (int Entries, string Surface)> terms = [];
        private readonly Dictionary<string, SqliteCommand> commands = [];

        public SearchWriter(SqliteConnection connection)
        {
            this.connection = connection;
            transaction = connection.BeginTransaction();
        }

        public void Clear() => connection.Execute(Tables);

        public IReadOnlyList<string> Units()
        {
            using var command = connection.Command("SELECT DISTINCT unit FROM entry");
            using var reader = command.ExecuteReader();
            var units = new List<string>();
            while (reader.Read())
            {
                units.Add(reader.GetString(0));
            }
            return units;
        }

        /// <summary>Makes the unit's entries what they are to be; those that are so already are left alone.</summary>
        public void Put(string unit, IReadOnlyList<SearchEntry> entries)
        {
            var (present, next) = Present(unit);
            // Within a session, too, what stands before others in a list has the greater id.
            foreach (var entry in entries.OrderByDescending(e => e.Type))
            {
                var digest = entry.Digest();
                if (present.Remove((entry.Type, entry.Id, entry.Language), out var known))
                {
                    if (known.Digest.AsSpan().SequenceEqual(digest))
                    {
                        continue;
                    }
                    Delete(known.Id);
                    Insert(known.Id, unit, entry, digest);
                }
                else
                {
                    Insert(next++, unit, entry, digest);
                }
            }
            foreach (var (id, _) in present.Values)
            {
                Delete(id);
            }
        }

        public void Commit(long sequence, string digest)
        {
            Flush();
            connection.Execute("DELETE FROM state");
            connection.Execute("INSERT INTO state VALUES ($format, $sequence, $digest)", ("$format", Format), ("$sequence", sequence), ("$digest", digest));
            transaction.Commit();
        }

        /// <summary>Commits what is put so far; the index still counts as made up to where it was.</summary>
        public void CommitPart()
        {
            Flush();
            transaction.Commit();
        }

        /// <summary>Merges the whole index into one piece, which is read fastest.</summary>
        public void Optimize() => connection.Execute("INSERT INTO text (text) VALUES ('optimize')");

        public void Dispose()
        {
            foreach (var command in commands.Values)
            {
                command.Dispose();
            }
            transaction.Dispose();
            connection.Dispose();
        }

        private (Dictionary<(SearchType, string, Language), (long Id, byte[] Digest)> Entries, long Next) Present(string unit)
        {
            var first = (unit is Publishing.PublishedUnit.Registers or SearchContent.Persons ? RegistersAge : SearchContent.SessionOrder(unit)) << BitsWithinUnit;
            var next = 1 + (long)connection.Command("SELECT coalesce(max(id), $first) FROM entry WHERE id BETWEEN $first AND $last", ("$first", first), ("$last", first + (1L << BitsWithinUnit) - 1)).ExecuteScalar()!;
            var present = new Dictionary<(SearchType, string, Language), (long, byte[])>();
            using var command = connection.Command("SELECT id, type, key, language, digest FROM entry WHERE unit = $unit", ("$unit", unit));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                present.Add(((SearchType)reader.GetInt32(1), reader.GetString(2), (Language)reader.GetInt32(3)), (reader.GetInt64(0), (byte[])reader.GetValue(4)));
            }
            return (present, next);
        }

        private void Insert(long id, string unit, SearchEntry entry, byte[] digest)
        {
            var title = TextAnalysis.Analyse(entry.Title);
            var body = TextAnalysis.Analyse(entry.Body);
            Run(
                "INSERT INTO entry VALUES ($id, $unit, $type, $key, $language, $title, $titled, $body, $status, $path, $session, $paragraph, $digest)",
                ("$id", id), ("$unit", unit), ("$type", (int)entry.Type), ("$key", entry.Id), ("$language", (int)entry.Language), ("$title", entry.Title), ("$titled", entry.Titled ? 1 : 0),
                ("$body", entry.Body), ("$status", (int)entry.Status), ("$path", entry.Path), ("$session", entry.Session), ("$paragraph", entry.Paragraph), ("$digest", digest));
            Run("INSERT INTO facet VALUES ($id, $packed, $thing)", ("$id", id), ("$packed", entry.Packed), ("$thing", entry.Thing));
            Run(
                "INSERT INTO text (rowid, title, body, extra, mark) VALUES ($id, $title, $body, $extra, $mark)",
                ("$id", id),
                ("$title", entry.Titled ? TextAnalysis.Indexed(title) : ""),
                ("$body", TextAnalysis.Indexed(body)),
                ("$extra", string.Join($" {TextAnalysis.Break} ", entry.Extra.Select(e => TextAnalysis.Indexed(TextAnalysis.Analyse(e))))),
                ("$mark", string.Join(' ', Facets.MarksOf(entry))));
            if (entry.Titled && entry.Type != SearchType.Statement)
            {
                foreach (var name in entry.Names.Prepend(entry.Title))
                {
                    foreach (var (folded, start) in Suggestions.Beginnings(TextAnalysis.Analyse(name)))
                    {
                        // A code is typed, but says nothing: its bearer is suggested.
                        Run("INSERT OR IGNORE INTO suggestion VALUES ($folded, $entry, $start, $name)", ("$folded", folded), ("$entry", id), ("$start", start), ("$name", name == entry.Id ? entry.Title : name));
                    }
                }
            }
            Count(entry.Titled ? entry.Title : "", title, entry.Body, body, 1);
        }

        private void Delete(long id)
        {
            using (var reader = Prepared("SELECT title, titled, body FROM entry WHERE id = $id", ("$id", id)).ExecuteReader())
            {
                reader.Read();
                var (title, body) = (reader.GetInt32(1) == 1 ? reader.GetString(0) : "", reader.GetString(2));
                Count(title, TextAnalysis.Analyse(title), body, TextAnalysis.Analyse(body), -1);
            }
            foreach (var table in new[] { "entry WHERE id", "facet WHERE id", "text WHERE rowid", "suggestion WHERE entry" })
            {
                Run($"DELETE FROM {table} = $id", ("$id", id));
            }
        }

        /// <summary>Notes by how many entries each word becomes more or less frequent.</summary>
        private void Count(string title, List<Token> titleTokens, string body, List<Token> bodyTokens, int change)
        {
            var words = Spelling.Words(body, bodyTokens);
            foreach (var (term, surface) in title.Length == 0 ? words : Spelling.Words(title, titleTokens).Concat(Spelling.Name(title, titleTokens)).Concat(words))
            {
                var count = terms.TryGetValue(term, out var known) ? known : (Entries: 0, surface);
                terms[term] = (count.Entries + change, count.Item2);
            }
        }

        private void Flush()
        {
            foreach (var (term, (entries, surface)) in terms.Where(t => t.Value.Entries != 0))
            {
                Run(
                    "INSERT INTO term VALUES ($term, $script, $length, $entries, $surface, $stem) ON CONFLICT (term) DO UPDATE SET entries = entries + excluded.entries",
                    ("$term", term), ("$script", (int)Spelling.ScriptOf(term)), ("$length", term.Length), ("$entries", entries), ("$surface", surface), ("$stem", Inflection.StemOf(term)));
            }
            terms.Clear();
            connection.Execute("DELETE FROM term WHERE entries <= 0");
        }

        private void Run(string sql, params (string Name, object? Value)[] parameters) => Prepared(sql, parameters).ExecuteNonQuery();

        private SqliteCommand Prepared(string sql, params (string Name, object? Value)[] parameters)
        {
            if (!commands.TryGetValue(sql, out var command))
            {
                commands[sql] = command = connection.Command(sql, parameters);
                command.Prepare();
                return command;
            }
            for (var i = 0; i < parameters.Length; i++)
            {
                command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
            }
            return command;
        }
    }
}

internal static class SqliteExtensions
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        return command;
    }

    public static void Execute(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        command.ExecuteNonQuery();
    }
}
