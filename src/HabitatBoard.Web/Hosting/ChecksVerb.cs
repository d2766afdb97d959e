using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Reports;
using HabitatBoard.Web.Api.V1;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// <c>checks SESSION</c>: writes what a careful editor would query in the record of a session as one JSON array, from the
/// working store, or with <c>--store=published</c> from the published one.
/// </summary>
internal sealed class ChecksVerb : Verb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private string session = "";

    public override string Name => "checks";

    public override string Help => "writes the findings on a session, named after it: checks 2024-1; with --store=published on what is published";

    public override string[] Take(string[] arguments)
    {
        var at = Array.FindIndex(arguments, a => !a.StartsWith('-') && !a.Contains('=', StringComparison.Ordinal));
        // What follows an option without a sign of equality is its value.
        while (at > 0 && arguments[at - 1].StartsWith("--", StringComparison.Ordinal) && !arguments[at - 1].Contains('=', StringComparison.Ordinal))
        {
            at = Array.FindIndex(arguments, at + 1, a => !a.StartsWith('-') && !a.Contains('=', StringComparison.Ordinal));
        }
        session = at < 0 ? throw new ConfigurationException("checks needs a session, as in: checks 2024-1.") : arguments[at];
        return [.. arguments[..at], .. arguments[(at + 1)..]];
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        var published = services.GetRequiredService<IConfiguration>().Choice("store", StoreChoice.Working) == StoreChoice.Published;
        await services.PrepareRecordAsync();
        var stores = services.GetRequiredService<BoardStores>();
        await using var db = await (published ? stores.Published : stores.Working).CreateDbContextAsync();
        if (await ReportFacts.ReadAsync(db, session, CancellationToken.None) is not { } facts)
        {
            var known = await db.Sessions.OrderBy(s => s.Year).ThenBy(s => s.Number).Select(s => s.Id).ToListAsync();
            await Console.Error.WriteLineAsync($"There is no session {session} in the {(published ? "published" : "working")} store. It holds: {string.Join(", ", known)}.");
            return 1;
        }
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await output.WriteAsync(JsonSerializer.Serialize(RecordChecks.Run(facts).Select(FindingContract.Of), Json));
        await output.WriteAsync('\n');
        return 0;
    }

    private enum StoreChoice
    {
        Working,
        Published,
    }
}
