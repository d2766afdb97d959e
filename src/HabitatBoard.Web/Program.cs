using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Pages;
using HabitatBoard.Web.TakeAway;

return await Failures.ExplainAsync(async () =>
{
    var command = Command.Parse(args);
    var builder = WebApplication.CreateBuilder(command.Arguments);
    builder.AddConfigurationChecks();
    builder.AddBoardLogging(serving: command.Verb is null);
    builder.AddRecord();
    builder.AddAccounts();
    builder.AddHttpLimits();
    builder.AddPublishedCache();
    builder.AddApi();
    builder.AddPages();
    builder.AddTakeAway();
    builder.Services.AddHostedService<IdleCollection>();

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
    app.UseHostCookies();
    app.UseKeptForms();
    app.UseRouting();
    // Said here, else they stand in front of all others, the cache included.
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseChosenStore();
    app.UsePublishedCacheFilling();
    app.UseOneConnection();

    app.MapHealth();
    app.MapApiDocumentation();
    app.MapApi();
    app.MapPages();
    app.MapTakeAway();

    await app.Services.PrepareRecordAsync();
    await app.RunAsync();
    return 0;
});
