using System.Diagnostics;
using System.Net;
using HabitatBoard.Tests.Data;
using HabitatBoard.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Accounts;

/// <summary>The first administrator, by the link that the first start prints.</summary>
public sealed class FirstStartTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task TheLink_MakesOneAdministrator_AndIsVoidFromThenOn()
    {
        string link;
        await using (var scope = board.Services.CreateAsyncScope())
        {
            link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(null, "en", CancellationToken.None);
        }
        var token = OwnAccountTests.TokenOf(link);
        var person = board.NewStaffClient();
        var form = await person.GetPageAsync(link);
        using var weak = await person.SendAsync("/en/account/link", [("token", token), ("userName", "ada"), ("displayName", "Ada"), ("password", "habitatboard123"), ("again", "habitatboard123")], form);
        Assert.NotNull((await StaffClient.ReadAsync(weak, HttpStatusCode.UnprocessableEntity)).QuerySelector("#password[aria-invalid]"));

        // Two at once: one wins.
        var answers = await Task.WhenAll(new[] { "ada", "eve" }.Select(name => person.SendAsync("/en/account/link", [("token", token), ("userName", name), ("displayName", name), ("password", BoardFixture.Password), ("again", BoardFixture.Password)], form)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal("/en/account/authenticator", answers.Single(a => a.StatusCode == HttpStatusCode.SeeOther).Headers.Location!.ToString());
        Assert.DoesNotContain(answers, a => (int)a.StatusCode >= 500);
        await person.GetPageAsync("/en/manage");

        await using (var scope = board.Services.CreateAsyncScope())
        {
            var void_ = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(null, "en", CancellationToken.None);
            using var refused = await board.NewStaffClient().Http.GetAsync(void_);
            Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        }
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?token=%00")]
    public async Task AMadeUpLink_IsGone(string query)
    {
        using var answer = await board.NewStaffClient().Http.GetAsync($"/en/account/link{query}");
        Assert.True(answer.StatusCode is HttpStatusCode.Gone or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}");
    }
}

/// <summary>Accounts and keys from the command line, and what a start prints.</summary>
public sealed class AccountVerbTests : IAsyncLifetime
{
    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Fact]
    public async Task UsersAdd_PrintsALink_OrTakesThePasswordFromThePrompt()
    {
        var (code, output, _) = await RunAsync("", "users", "add", "--name", "ada", "--role", "Administrator", "--display=Ada L.");
        Assert.Equal(0, code);
        Assert.Matches("(?m)^/en/account/link\\?token=[A-Za-z0-9_-]{43}$", output);

        var (again, _, error) = await RunAsync("", "users", "add", "--name=ada", "--role=Editor", "--display=Other");
        Assert.Equal(1, again);
        Assert.Contains("ada", error, StringComparison.Ordinal);

        var (weak, _, refused) = await RunAsync("habitatboard123\n", "users", "reset", "--name", "ada", "--prompt");
        Assert.Equal(1, weak);
        Assert.Contains("not taken", refused, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("wet gravel hums at noon\n", "users", "reset", "--name", "ada", "--prompt")).Code);
        Assert.Equal(1, (await RunAsync("", "users", "reset", "--name", "nobody")).Code);
    }

    [Theory]
    [InlineData("users", "users add --name NAME")]
    [InlineData("users add --role Editor", "--name")]
    [InlineData("users add --name x", "Editor, Publisher, Administrator")]
    [InlineData("users add --name x --role King", "Editor, Publisher, Administrator")]
    [InlineData("users add --name x --role Editor --language de", "ar zh en fr ru es")]
    [InlineData("keys add --name x", "Editor, Publisher, Administrator")]
    [InlineData("keys add --name x --role Editor --expires soon", "2027-12-31")]
    [InlineData("keys remove", "keys add")]
    public async Task AWrongCommand_SaysWhatItTakes(string command, string said)
    {
        var (code, _, error) = await RunAsync("", command.Split(' '));
        Assert.Equal(1, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysAdd_PrintsTheKeyAlone_Once()
    {
        var (code, output, _) = await RunAsync("", "keys", "add", "--name", "importer", "--role", "Publisher", "--expires", "2099-12-31");
        Assert.Equal(0, code);
        Assert.Matches("^hb_[A-Za-z0-9_-]{43}\r?\n$", output);
        Assert.Equal(1, (await RunAsync("", "keys", "add", "--name", "importer", "--role", "Editor")).Code);
        foreach (var log in Directory.GetFiles(Path.Combine(board.Folder, "logs")))
        {
            Assert.DoesNotContain(output.Trim(), await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheFirstStart_PrintsALink_OnTheConsoleAlone()
    {
        using var process = Start("--urls=http://127.0.0.1:0", $"--contentRoot={Path.Combine(Repository.Root, "src", "HabitatBoard.Web")}");
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(patience.Token);
            }
            while (line is not null && !line.Contains("There is no administrator yet", StringComparison.Ordinal));
            var link = new Uri(line!.Split(' ')[^1]);
            Assert.Equal("localhost", link.Host);
            using var client = new HttpClient();
            Assert.Contains("The first administrator", await client.GetStringAsync(link, patience.Token), StringComparison.Ordinal);
            foreach (var log in Directory.GetFiles(Path.Combine(board.Folder, "logs")))
            {
                await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream);
                Assert.DoesNotContain(OwnAccountTests.TokenOf(link.Query), await reader.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
            }
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(board.Folder, "keys")));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments, $"--Data:Folder={board.Folder}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = AppContext.BaseDirectory,
    })!;
}
