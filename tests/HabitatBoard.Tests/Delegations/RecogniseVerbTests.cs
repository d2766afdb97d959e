using System.Diagnostics;
using System.Text;
using HabitatBoard.Tests.Data;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Tests.Delegations;

/// <summary>The verb as a program among others: a process, its streams and its exit code.</summary>
public sealed class RecogniseVerbTests : IDisposable
{
    private readonly string folder = TestFolder.Create();

    public void Dispose() => TestFolder.Delete(folder);

    [Fact]
    public async Task Recognise_LinesInSixLanguages_AnswersEachOnItsLine()
    {
        string[] lines =
        [
            "喀麦隆（代表非洲国家发言）、埃及（首先代表 77 国集团和中国，然后代表埃及发言）和巴勒斯坦国",
            "",
            "Brazil, Atlantis and Türkiye",
            "Cameroun (au nom des États d’Afrique)\r",
            "Italy\rand Malta",
            "El Camerún, en nombre de los Estados de África",
            "представители Камеруна и Египта",
            "الكاميرون ومصر",
            "The African States",
        ];

        // Empty at first: the application creates and seeds its stores there.
        var (exit, output, notes) = await RunAsync("recognise", folder, string.Join('\n', lines));

        Assert.True(exit == 0, notes);
        Assert.Equal(
            [
                """[{"code":"CMR","onBehalfOf":["AFR"]},{"code":"EGY","onBehalfOf":["G77"]},{"code":"EGY","onBehalfOf":[]},{"code":"PSE","onBehalfOf":[]}]""",
                "[]",
                """[{"code":"BRA","onBehalfOf":[]},{"code":"TUR","onBehalfOf":[]}]""",
                """[{"code":"CMR","onBehalfOf":["AFR"]}]""",
                """[{"code":"ITA","onBehalfOf":[]},{"code":"MLT","onBehalfOf":[]}]""",
                """[{"code":"CMR","onBehalfOf":["AFR"]}]""",
                """[{"code":"CMR","onBehalfOf":[]},{"code":"EGY","onBehalfOf":[]}]""",
                """[{"code":"CMR","onBehalfOf":[]},{"code":"EGY","onBehalfOf":[]}]""",
                "[]",
                "",
            ],
            output.Split('\n'));
        Assert.Equal(["3: not recognised: Atlantis", "9: no delegation speaks for AFR: African States", ""], notes.Split('\n'));
    }

    [Fact]
    public async Task Recognise_NoInput_AnswersNothing()
    {
        await using var board = await TestInstallation.SeededAsync();
        var (exit, output, notes) = await RunAsync("recognise", board.Folder, "");

        Assert.Equal((0, "", ""), (exit, output, notes));
    }

    private static async Task<(int Exit, string Output, string Notes)> RunAsync(string verb, string folder, string input)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RecogniseVerb).Assembly.Location, verb, $"--Data:Folder={folder}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var notes = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await notes);
    }
}
