using System.Net;
using System.Text.Json.Nodes;
using HabitatBoard.Tests.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HabitatBoard.Tests;

/// <summary>
/// The application on Kestrel, over a seeded installation of its own: one per test class. Tests speak HTTP to it.
/// </summary>
public partial class BoardFixture : IAsyncLifetime
{
    private readonly Application application = new();
    private TestInstallation installation = null!;

    /// <summary>A client that follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where the application listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The data folder.</summary>
    public string Folder => installation.Folder;

    internal IServiceProvider Services => application.Services;

    /// <summary>What this fixture does to every context that the application opens.</summary>
    protected virtual void Configure(DbContextOptionsBuilder builder)
    {
    }

    /// <summary>Settings that this fixture adds to the application's.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>What tells the application the time, and wakes it.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    public async Task InitializeAsync()
    {
        installation = await TestInstallation.SeededAsync();
        application.Settings = installation.Settings.Concat(Settings);
        application.Configure = Configure;
        application.Time = Time;
        application.UseKestrel(0);
        application.StartServer();
        Address = application.ClientOptions.BaseAddress;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        clients.ForEach(c => c.Dispose());
        await application.DisposeAsync();
        await installation.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads JSON; a failure prints the body.</summary>
    public async Task<JsonNode> GetJsonAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"GET {path} answered {(int)response.StatusCode}, not {(int)expected}:\n{body}");
        return JsonNode.Parse(body)!;
    }

    private sealed class Application : WebApplicationFactory<Program>
    {
        public IEnumerable<KeyValuePair<string, string?>> Settings { get; set; } = [];

        public Action<DbContextOptionsBuilder> Configure { get; set; } = _ => { };

        public TimeProvider Time { get; set; } = TimeProvider.System;

        protected override IHost CreateHost(IHostBuilder builder)
        {
            // As an installation runs; in Development there would be a demonstration account.
            builder.UseEnvironment(Environments.Production);
            builder.ConfigureHostConfiguration(configuration => configuration
                .AddInMemoryCollection([new("RateLimits:Enabled", "false"), new("Serilog:MinimumLevel", "Fatal")])
                .AddInMemoryCollection(Settings));
            builder.ConfigureServices(services => services.AddSingleton(Time).AddSingleton<Action<DbContextOptionsBuilder>>(options =>
            {
                SqlServerTranslation.Observe(options);
                Configure(options);
            }));
            return base.CreateHost(builder);
        }
    }
}
