using System.Text.Json;

namespace HabitatBoard.Benchmarks.Sql;

/// <summary>The rows that the page of an agenda item shows.</summary>
internal static class AgendaItemSql
{
    private static readonly string Session = $"""
        SELECT s.StartsOn, s.EndsOn,
            (SELECT count(*) FROM AgendaItems i WHERE i.SessionId = s.Id AND i.Version = 'Adopted' AND i.Letter = ''),
            (SELECT count(*) FROM Attendance a WHERE a.SessionId = s.Id),
            (SELECT count(*) FROM Documents d WHERE d.SessionId = s.Id AND (d.Distribution IS NULL OR d.Distribution <> 'Restricted')),
            (SELECT count(*) FROM Statements x WHERE x.SessionId = s.Id),
            (SELECT count(*) FROM Decisions d WHERE d.SessionId = s.Id),
            (SELECT count(*) FROM Paragraphs p WHERE p.SessionId = s.Id),
            (SELECT max(e.Number) FROM Editions e WHERE e.Unit = s.Id),
            {SqlRecord.Text("s", "Title")}
        FROM Sessions s WHERE s.Id = @0
        """;

    private static readonly string Items = $"SELECT i.Id, i.Number, i.Letter, {SqlRecord.Text("i", "Title")} FROM AgendaItems i WHERE i.SessionId = @0 AND i.Version = 'Adopted' ORDER BY i.Number, i.Letter";

    private static readonly string Adoptions = $"""
        SELECT d.Year, d.Number, t.Letter, a.Manner, a.OrallyAmended, p.Number, n.Number, coalesce(x.Symbol, d.DocumentSlug), {SqlRecord.Text("d", "Title")}, {SqlRecord.Text("t", "Title")}
        FROM Adoptions a
        JOIN Decisions d ON d.Id = a.DecisionId
        LEFT JOIN Documents x ON x.Slug = d.DocumentSlug
        LEFT JOIN DecisionParts t ON t.Id = a.PartId
        LEFT JOIN Paragraphs p ON p.Id = a.ParagraphId
        LEFT JOIN AdoptedParagraphs c ON c.AdoptionId = a.Id
        LEFT JOIN DecisionParagraphs n ON n.Id = c.DecisionParagraphId
        WHERE a.AgendaItemId = @0
        ORDER BY p.Number, a."Order", n.Number
        """;

    private static readonly string Acts = $"""
        SELECT a.Kind, p.Number, a.SubjectSessionId, x.Symbol, {SqlRecord.Text("a", "Subject")}
        FROM Acts a JOIN Paragraphs p ON p.Id = a.ParagraphId LEFT JOIN Documents x ON x.Slug = a.DocumentSlug
        WHERE a.AgendaItemId = @0
        ORDER BY p.Number, a."Order"
        """;

    private static readonly string Documents = $"""
        SELECT d.Slug, d.Symbol, d.SymbolAsPrinted, d.Kind,
            (SELECT min(p.Number) FROM Citations c JOIN Paragraphs p ON p.Id = c.ParagraphId WHERE c.Kind = 'Document' AND c.Target = d.Slug AND c.SessionId = d.SessionId),
            {SqlRecord.Text("d", "Title")}
        FROM DocumentItems i JOIN Documents d ON d.Id = i.DocumentId
        WHERE i.AgendaItemId = @0 AND (d.Distribution IS NULL OR d.Distribution <> 'Restricted')
        ORDER BY d.SortKey
        """;

    private static readonly string Statements = $"""
        SELECT s.Id, s.DelegationCode, s.PersonCode, s.Capacity, s.Kind, s.Medium, p.Number, o.GroupCode, o.DelegationCode, {SqlRecord.Text("s", "Office")}
        FROM Statements s JOIN Paragraphs p ON p.Id = s.ParagraphId LEFT JOIN StatementsOnBehalf o ON o.StatementId = s.Id
        WHERE s.AgendaItemId = @0
        ORDER BY p.Number, s."Order", s.Id, o."Order"
        """;

    private const string Paragraphs = "SELECT min(p.Number), max(p.Number) FROM Sections x JOIN Paragraphs p ON p.SectionId = x.Id WHERE x.AgendaItemId = @0";

    public static void Write(SqlRecord record, SqlRegisters registers, string session, int number, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        using (var row = record.Read(Session, session))
        {
            row.Read();
            json.WriteString("startsOn", row, 0);
            json.WriteString("endsOn", row, 1);
            json.WriteStartArray("counts");
            for (var i = 2; i <= 8; i++)
            {
                json.WriteNumberValue(row.Int32(i) ?? 0);
            }
            json.WriteEndArray();
            SqlRecord.WriteText(json, "title", row, 9);
        }
        var id = "";
        json.WriteStartArray("items");
        using (var row = record.Read(Items, session))
        {
            while (row.Read())
            {
                if (row.GetInt32(1) == number && row.GetString(2).Length == 0)
                {
                    id = row.GetString(0);
                }
                json.WriteStartObject();
                json.WriteString("number", Json.Label(row.GetInt32(1), row.GetString(2)));
                SqlRecord.WriteText(json, "title", row, 3);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteStartArray("adoptions");
        using (var row = record.Read(Adoptions, id))
        {
            while (row.Read())
            {
                json.WriteStartObject();
                json.WriteString("decision", $"{row.GetInt32(0)}/{row.GetInt32(1)}");
                json.WriteString("part", row, 2);
                json.WriteString("manner", row, 3);
                json.WriteBoolean("orallyAmended", row.GetBoolean(4));
                json.WriteNumber("reportParagraph", row.Int32(5));
                json.WriteNumber("paragraph", row.Int32(6));
                json.WriteString("document", row, 7);
                SqlRecord.WriteText(json, "title", row, row.IsDBNull(2) ? 8 : 20);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteStartArray("acts");
        using (var row = record.Read(Acts, id))
        {
            while (row.Read())
            {
                json.WriteStartObject();
                json.WriteString("kind", row, 0);
                json.WriteNumber("reportParagraph", row.Int32(1));
                json.WriteString("session", row, 2);
                json.WriteString("document", row, 3);
                SqlRecord.WriteText(json, "subject", row, 4);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteStartArray("documents");
        using (var row = record.Read(Documents, id))
        {
            while (row.Read())
            {
                json.WriteStartObject();
                json.WriteString("slug", row, 0);
                json.WriteString("symbol", row, 1);
                json.WriteString("symbolAsPrinted", row, 2);
                json.WriteString("kind", row, 3);
                json.WriteNumber("paragraph", row.Int32(4));
                SqlRecord.WriteText(json, "title", row, 5);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        WriteStatements(record, registers, id, json);
        using (var row = record.Read(Paragraphs, id))
        {
            row.Read();
            json.WriteNumber("firstParagraph", row.Int32(0));
            json.WriteNumber("lastParagraph", row.Int32(1));
        }
        json.WriteEndObject();
    }

    private static void WriteStatements(SqlRecord record, SqlRegisters registers, string item, Utf8JsonWriter json)
    {
        json.WriteStartArray("statements");
        using var row = record.Read(Statements, item);
        var more = row.Read();
        while (more)
        {
            var id = row.GetString(0);
            json.WriteStartObject();
            registers.WriteName(json, "delegation", row, 1);
            registers.WriteName(json, "person", row, 2);
            json.WriteString("capacity", row, 3);
            json.WriteString("kind", row, 4);
            json.WriteString("medium", row, 5);
            json.WriteNumber("paragraph", row.Int32(6));
            SqlRecord.WriteText(json, "office", row, 9);
            json.WriteStartArray("onBehalfOf");
            do
            {
                if (!row.IsDBNull(7) || !row.IsDBNull(8))
                {
                    json.WriteStartObject();
                    registers.WriteName(json, "name", row, row.IsDBNull(7) ? 8 : 7);
                    json.WriteEndObject();
                }
                more = row.Read();
            }
            while (more && row.GetString(0) == id);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
