using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Import;
using HabitatBoard.Import.Files;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// <c>import FILE --session 2025-1 --dry-run</c>: reads a report and writes the facts it states as one JSON object, in the
/// shapes of the API. It stores nothing; accepting facts is for an editor who has looked at them.
/// </summary>
internal sealed class ImportVerb : Verb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private string file = "";
    private string? session;

    public override string Name => "import";

    public override string Help => "reads a report, text, DOCX, HTML or Akoma Ntoso, and writes the facts it states: import FILE --session 2025-1 --dry-run";

    public override string[] Take(string[] arguments)
    {
        var dryRun = TakeFlag(ref arguments, "--dry-run");
        session = TakeOption(ref arguments, "--session");
        file = TakeWord(ref arguments) ?? throw new ConfigurationException("import needs a file, as in: import report.docx --session 2025-1 --dry-run.");
        return dryRun
            ? arguments
            : throw new ConfigurationException("import writes what it would propose, and stores nothing: say --dry-run. Facts are accepted on the page of the session.");
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return 1;
        }
        await services.PrepareRecordAsync();
        try
        {
            await using var report = File.OpenRead(file);
            await using var db = await services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
            var proposal = await ReportImport.ReadAsync(ReportFile.Read(report), session, db, CancellationToken.None);
            var comparison = await ImportComparison.CompareAsync(proposal, db, CancellationToken.None);
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await output.WriteAsync(JsonSerializer.Serialize(Imports.Map(proposal, comparison), Json));
            await output.WriteAsync('\n');
            return 0;
        }
        catch (RecordException e)
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{(int)e.Code}: {string.Format(CultureInfo.InvariantCulture, Problems.Sentence(e.Code, "detail", Language.En), [.. e.About])}"));
            return 1;
        }
    }
}
