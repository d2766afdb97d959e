using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HabitatBoard.Data;
using HabitatBoard.Delegations.Recognition;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// <c>recognise</c>: reads one text a line and writes the delegations found in it, one JSON array a line. What it does not
/// recognise goes to standard error with the number of the line.
/// </summary>
internal sealed class RecogniseVerb : Verb
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Name => "recognise";

    public override string Help => "reads texts from standard input, one a line, and writes the delegations in each and for whom they speak";

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        await services.PrepareRecordAsync();
        var recogniser = await RecogniserAsync(services.GetRequiredService<BoardStores>());
        using var input = new StreamReader(Console.OpenStandardInput(), Utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
        await using var notes = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n" };
        await RunAsync(recogniser, input, output, notes);
        return 0;
    }

    internal static async Task RunAsync(Recogniser recogniser, TextReader input, TextWriter output, TextWriter notes)
    {
        for (var number = 1; ReadLine(input) is { } line; number++)
        {
            var recognition = recogniser.Read(line);
            await output.WriteLineAsync(JsonSerializer.Serialize(recognition.Speakers.Select(s => new Speaker(s.Code, s.OnBehalfOf)), Json));
            // Whoever feeds it line by line gets each answer at once.
            await output.FlushAsync();
            foreach (var span in recognition.Unrecognised)
            {
                await notes.WriteLineAsync($"{number}: not recognised: {span.In(line)}");
            }
            foreach (var group in recognition.Unspoken)
            {
                await notes.WriteLineAsync($"{number}: no delegation speaks for {group.Code}: {group.In(line)}");
            }
            await notes.FlushAsync();
        }
    }

    /// <summary>A line ends with a line feed and nothing else, or lines out would not be lines in.</summary>
    private static string? ReadLine(TextReader input)
    {
        var line = new StringBuilder();
        while (input.Read() is var c and >= 0)
        {
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append((char)c);
        }
        return line.Length == 0 ? null : line.ToString().TrimEnd('\r');
    }

    private static async Task<Recogniser> RecogniserAsync(BoardStores stores)
    {
        await using var db = await stores.Working.CreateDbContextAsync();
        return new Recogniser(
            await db.Delegations.AsNoTracking().Include(d => d.Aliases).OrderBy(d => d.Code).ToListAsync(),
            await db.Groups.AsNoTracking().OrderBy(g => g.Code).ToListAsync());
    }

    private sealed record Speaker(string Code, IReadOnlyList<string> OnBehalfOf);
}
