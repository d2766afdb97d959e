using System.Text.Json;

namespace HabitatBoard.Benchmarks.Sql;

/// <summary>One decision, as the API answers it.</summary>
internal static class DecisionSql
{
    private static readonly string Decision = $"""
        SELECT d.Id, d.SessionId, d.AdoptedOn, coalesce(x.Symbol, d.DocumentSlug), p.Number, {SqlRecord.Text("d", "Title")}
        FROM Decisions d LEFT JOIN Documents x ON x.Slug = d.DocumentSlug LEFT JOIN Paragraphs p ON p.Id = d.ParagraphId
        WHERE d.Year = @0 AND d.Number = @1
        """;

    private static readonly string Parts = $"SELECT p.Id, p.Letter, {SqlRecord.Text("p", "Title")} FROM DecisionParts p WHERE p.DecisionId = @0 ORDER BY p.Letter";

    private static readonly string Paragraphs = $"""SELECT p.PartId, p.Number, {SqlRecord.Text("p", "Text")} FROM DecisionParagraphs p WHERE p.DecisionId = @0 ORDER BY p."Order" """;

    private const string Adoptions = """
        SELECT a.Id, a.SessionId, a.Manner, a.OrallyAmended, a.PartId, t.Letter, i.Number, i.Letter, p.Number, n.Number
        FROM Adoptions a
        LEFT JOIN DecisionParts t ON t.Id = a.PartId
        LEFT JOIN AgendaItems i ON i.Id = a.AgendaItemId
        LEFT JOIN Paragraphs p ON p.Id = a.ParagraphId
        LEFT JOIN AdoptedParagraphs c ON c.AdoptionId = a.Id
        LEFT JOIN DecisionParagraphs n ON n.Id = c.DecisionParagraphId
        WHERE a.DecisionId = @0
        ORDER BY a.SessionId, p.Number, a."Order", a.Id, n.Number
        """;

    public static void Write(SqlRecord record, int year, int number, Utf8JsonWriter json)
    {
        using var decision = record.Read(Decision, year, number);
        decision.Read();
        var id = decision.GetString(0);
        var adoptions = ReadAdoptions(record, id);
        using var texts = record.Read(Paragraphs, id);
        json.WriteStartObject();
        json.WriteString("number", $"{year}/{number}");
        SqlRecord.WriteText(json, "title", decision, 5);
        json.WriteString("adoptedOn", decision, 2);
        json.WriteString("session", decision, 1);
        json.WriteString("document", decision, 3);
        json.WriteNumber("reportParagraph", decision.Int32(4));
        WriteAdoptions(json, year, number, adoptions.Where(a => a.PartId is null && a.Paragraphs.Count == 0));
        json.WriteStartArray("parts");
        using (var parts = record.Read(Parts, id))
        {
            var more = texts.Read();
            while (parts.Read())
            {
                var part = parts.GetString(0);
                json.WriteStartObject();
                json.WriteString("letter", parts, 1);
                SqlRecord.WriteText(json, "title", parts, 2);
                WriteAdoptions(json, year, number, adoptions.Where(a => a.PartId == part));
                json.WriteStartArray("paragraphs");
                for (; more && !texts.IsDBNull(0) && texts.GetString(0) == part; more = texts.Read())
                {
                    var paragraph = texts.Int32(1);
                    json.WriteStartObject();
                    json.WriteNumber("number", paragraph);
                    json.WriteString("kind", paragraph is null ? "preambular" : "operative");
                    SqlRecord.WriteText(json, "text", texts, 2);
                    WriteAdoptions(json, year, number, adoptions.Where(a => a.Paragraphs.Count > 0
                        ? paragraph is { } n && a.Paragraphs.Contains(n)
                        : a.PartId is null || a.PartId == part));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        // No decision of the record has paragraphs outside its parts.
        json.WriteStartArray("paragraphs");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<Adoption> ReadAdoptions(SqlRecord record, string decision)
    {
        var adoptions = new List<Adoption>();
        using var row = record.Read(Adoptions, decision);
        while (row.Read())
        {
            var id = row.GetString(0);
            if (adoptions.Count == 0 || adoptions[^1].Id != id)
            {
                adoptions.Add(new Adoption(
                    id,
                    row.GetString(1),
                    row.GetString(2),
                    row.GetBoolean(3),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    row.IsDBNull(5) ? null : row.GetString(5),
                    row.IsDBNull(6) ? null : Json.Label(row.GetInt32(6), row.GetString(7)),
                    row.Int32(8),
                    []));
            }
            if (row.Int32(9) is { } paragraph)
            {
                adoptions[^1].Paragraphs.Add(paragraph);
            }
        }
        return adoptions;
    }

    private static void WriteAdoptions(Utf8JsonWriter json, int year, int number, IEnumerable<Adoption> adoptions)
    {
        json.WriteStartArray("adoptions");
        foreach (var adoption in adoptions)
        {
            json.WriteStartObject();
            json.WriteString("item", adoption.Item);
            json.WriteString("decision", $"{year}/{number}");
            json.WriteString("part", adoption.Part);
            if (adoption.Paragraphs.Count == 0)
            {
                json.WriteNull("paragraphs");
            }
            else
            {
                json.WriteStartArray("paragraphs");
                adoption.Paragraphs.ForEach(json.WriteNumberValue);
                json.WriteEndArray();
            }
            json.WriteString("manner", Json.CamelCase(adoption.Manner));
            json.WriteBoolean("orallyAmended", adoption.OrallyAmended);
            json.WriteString("session", adoption.Session);
            json.WriteNumber("reportParagraph", adoption.ReportParagraph);
            json.WriteString("id", Json.Identifier(adoption.Id));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private sealed record Adoption(
        string Id, string Session, string Manner, bool OrallyAmended, string? PartId, string? Part, string? Item, int? ReportParagraph, List<int> Paragraphs);
}
