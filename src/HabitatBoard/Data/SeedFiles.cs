using System.Text.Json;
using System.Text.Json.Serialization;
using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Data;

/// <summary>
/// The files that hold the seed, one per noun, as a colleague proof-reads them against the report. Texts are language maps;
/// Chinese is what the report prints and official, the others are our renderings, unless a row says by
/// <c>official</c> which of its languages are.
/// </summary>
internal static class SeedFiles
{
    private static readonly JsonSerializerOptions Options = new(CanonicalJson.Values)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new LinesConverter(), new SpeakerConverter(), new TextConverter() },
    };

    /// <summary>The sessions that have files of their own.</summary>
    public static readonly string[] SessionIds = ["2023-3", "2024-1", "2024-2"];

    /// <summary>Our renderings in the other languages, by the English text: Seed/Languages, one file per language.</summary>
    private static readonly Lazy<IReadOnlyList<(Language Language, Dictionary<string, string> Table)>> Tables = new(() =>
        [.. OfficialLanguages.All.Select(l => (l, Read<Dictionary<string, string>>($"Languages/{l.Code}"))).Where(t => t.Item2.Count > 0)]);

    /// <summary>Reads one file; an absent one is empty, for most sessions are known by little.</summary>
    public static T Read<T>(string name)
        where T : class, new()
    {
        using var stream = typeof(SeedFiles).Assembly.GetManifestResourceStream($"Seed/{name}.json");
        if (stream is null)
        {
            return new T();
        }
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Options) ?? new T();
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Seed file {name}.json: {e.Message}", e);
        }
    }

    public sealed class Text : Dictionary<string, string>
    {
        /// <summary>
        /// The text with the languages in <paramref name="official"/> official and the others unofficial. A language
        /// that the row leaves out comes from the table of that language, if it has the English text.
        /// </summary>
        public LocalizedText Localized(params IReadOnlyCollection<string> official)
        {
            var text = this.Aggregate(LocalizedText.None, (text, entry) => text.With(
                OfficialLanguages.Parse(entry.Key),
                entry.Value,
                official.Contains(entry.Key) ? TextStatus.Official : TextStatus.Unofficial));
            if (text.En is not { Text: var english })
            {
                return text;
            }
            foreach (var (language, table) in Tables.Value)
            {
                if (text[language] is null && table.TryGetValue(english, out var translation))
                {
                    text = text.With(language, translation, TextStatus.Unofficial);
                }
            }
            return text;
        }
    }

    public sealed record SessionRow(
        string Id,
        Text Title,
        DateOnly? StartsOn = null,
        DateOnly? EndsOn = null,
        Text? Place = null,
        SessionMode? Mode = null,
        Text? ModeNote = null,
        SessionStatus Status = SessionStatus.Planned,
        DateTimeOffset? OpenedAt = null,
        DateTimeOffset? ClosedAt = null,
        int? OpeningParagraph = null,
        int? ClosingParagraph = null,
        InterpretationRow? Interpretation = null);

    public sealed record InterpretationRow(double? HoursPerDay, IReadOnlyList<string> Languages);

    public sealed record BodyRow(string Code, BodyKind Kind, Text Name);

    public sealed record PersonRow(string Code, Text Name, string Surname);

    public sealed record GroupRow(string Code, GroupKind Kind, Text Name, IReadOnlyList<string>? Official = null);

    public sealed record DelegationRow(
        string Code,
        DelegationKind Kind,
        Text List,
        Text? Running = null,
        Text? SortAs = null,
        Dictionary<string, IReadOnlyList<string>>? Aliases = null,
        IReadOnlyList<string>? Official = null);

    public sealed class ReportFile
    {
        public string? Document { get; init; }
        public ReportStatus Status { get; init; }
        public string OriginalLanguage { get; init; } = "en";
        public Text Title { get; init; } = [];
        public Text Organization { get; init; } = [];
        public Text Programme { get; init; } = [];
        public Text ProgrammeShortName { get; init; } = [];
        public Text Organ { get; init; } = [];
        public Text DatesAndPlace { get; init; } = [];
        public IReadOnlyList<SectionRow> Sections { get; init; } = [];
    }

    public sealed record SectionRow(int Number, Text Heading, string? Letter = null, string? Item = null);

    public sealed record ParagraphRow(int Number, string Section, Dictionary<string, Lines> Text);

    public sealed class AgendaFile
    {
        public int? Paragraph { get; init; }
        public IReadOnlyList<AgendaRow> Items { get; init; } = [];
    }

    public sealed record AgendaRow(string Number, Text Title);

    public sealed record OfficerRow(Office Office, string Body, string Person, string? Delegation = null, int? Paragraph = null);

    public sealed class AttendanceFile
    {
        public IReadOnlyList<AttendanceRow> Classes { get; init; } = [];
    }

    public sealed record AttendanceRow(AttendanceClass Class, int Paragraph, Text Heading, IReadOnlyList<string> Delegations);

    public sealed record DocumentRow(
        Text Title,
        DocumentKind Kind,
        string? Symbol = null,
        string? AsPrinted = null,
        int? Paper = null,
        Distribution? Distribution = null,
        IReadOnlyList<string>? Items = null,
        IReadOnlyList<Dictionary<RelationKind, string>>? Relations = null,
        IReadOnlyList<VersionRow>? Versions = null);

    public sealed record VersionRow(string Lang, DateOnly? IssuedOn = null);

    public sealed record StatementBlock(int Paragraph, StatementKind Kind, Capacity Capacity, IReadOnlyList<SpeakerRow> Speakers, string? Item = null, string? Variant = null);

    /// <summary>A speaker: a delegation's code, or an object where there is more to say.</summary>
    public sealed record SpeakerRow(
        string? Delegation = null,
        string? Person = null,
        Text? Office = null,
        IReadOnlyList<string>? For = null,
        Medium? Medium = null,
        Capacity? Capacity = null,
        StatementKind? Kind = null,
        Text? Subject = null,
        Text? Topic = null,
        string? Document = null,
        string? Variant = null);

    /// <summary>An act; <c>adoption</c> is the place among the adoptions of its paragraph of the one that does it.</summary>
    public sealed record ActRow(
        int Paragraph,
        ActKind Kind,
        Text Subject,
        string? Item = null,
        string? Document = null,
        string? Session = null,
        ActSubject SubjectKind = ActSubject.AsRecorded,
        int? Adoption = null,
        string? Variant = null);

    public sealed record DecisionRow(string Number, Text Title, string? Document = null, int? Paragraph = null, DateOnly? AdoptedOn = null, IReadOnlyList<PartRow>? Parts = null);

    public sealed record PartRow(string Letter, Text Title, IReadOnlyList<int>? Paragraphs = null);

    public sealed record AdoptionRow(string Decision, int Paragraph, string? Part = null, IReadOnlyList<int>? Paragraphs = null, string? Item = null, string? Variant = null);

    public sealed record EventRow(Text Title, DateOnly StartsOn, int Paragraph, DateOnly? EndsOn = null, Text? Place = null, IReadOnlyList<string>? Official = null);

    public sealed record PassageRow(int Paragraph, Text Text, int After = 0);

    public sealed record CitationBlock(int Paragraph, IReadOnlyList<CitationRow> Citations);

    public sealed record CitationRow(
        string? Document = null,
        string? Decision = null,
        string? Part = null,
        string? Resolution = null,
        string? Body = null,
        string? Person = null,
        string? Delegation = null,
        string? Session = null,
        string? As = null,
        Text? Wording = null,
        string? Variant = null)
    {
        public (CitationKind Kind, string Target) Cited =>
            Document is not null ? (CitationKind.Document, Document)
            : Decision is not null ? (CitationKind.Decision, Decision)
            : Part is not null ? (CitationKind.DecisionPart, Part)
            : Resolution is not null ? (CitationKind.Resolution, Resolution)
            : Body is not null ? (CitationKind.Body, Body)
            : Person is not null ? (CitationKind.Person, Person)
            : Delegation is not null ? (CitationKind.Delegation, Delegation)
            : Session is not null ? (CitationKind.Session, Session)
            : throw new InvalidDataException("A citation names nothing.");
    }

    /// <summary>A text of one line, or of several in an array, so that long paragraphs stay readable.</summary>
    public sealed record Lines(string Text);

    private sealed class LinesConverter : JsonConverter<Lines>
    {
        public override Lines Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType == JsonTokenType.String
                ? reader.GetString()!
                : string.Join('\n', JsonSerializer.Deserialize<string[]>(ref reader, options)!));

        public override void Write(Utf8JsonWriter writer, Lines value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    /// <summary>A text in Chinese alone may stand as a string.</summary>
    private sealed class TextConverter : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = new Text();
            if (reader.TokenType == JsonTokenType.String)
            {
                text["zh"] = reader.GetString()!;
                return text;
            }
            foreach (var (language, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader)!)
            {
                text[language] = value;
            }
            return text;
        }

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (Dictionary<string, string>)value, options);
    }

    private sealed class SpeakerConverter : JsonConverter<SpeakerRow>
    {
        private static readonly JsonSerializerOptions Plain = new(CanonicalJson.Values) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

        public override SpeakerRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? new SpeakerRow(Delegation: reader.GetString())
                : JsonSerializer.Deserialize<SpeakerRow>(ref reader, Plain)!;

        public override void Write(Utf8JsonWriter writer, SpeakerRow value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Plain);
    }
}
