using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Pages;

return await Failures.ExplainAsync(async () =>
{
    var command = Command.Parse(args);
    var builder = WebApplication.CreateBuilder(command.Arguments);
    builder.AddConfigurationChecks();
    builder.AddBoardLogging(serving: command.Verb is null);
    builder.AddRecord();
    builder.AddHttpLimits();
    builder.AddPublishedCache();
    builder.AddApi();
    builder.AddPublicPages();

    await using var app = builder.Build();
    if (command.Verb is { } verb)
    {
        return await verb.RunAsync(app.Services);
    }

    app.UseForwardedHeaders();
    app.UseSecurityHeaders();
    app.UsePublishedCache();
    app.UseBoardRequestLogging();
    app.UseProblems();
    app.UseHttpLimits();
    app.UseRouting();
    // Said here, else they stand in front of all others, the cache included.
    app.UseAuthentication();
    app.UseAuthorization();
    app.UsePublishedCacheFilling();
    app.UseOneConnection();

    app.MapHealth();
    app.MapApiDocumentation();
    app.MapApi();
    app.MapPublicPages();

    await app.Services.PrepareRecordAsync();
    await app.RunAsync();
    return 0;
});
