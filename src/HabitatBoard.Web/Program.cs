using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;

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
    builder.Services.AddRazorPages();

    await using var app = builder.Build();
    if (command.Verb is { } verb)
    {
        return await verb.RunAsync(app.Services);
    }

    app.UseSecurityHeaders();
    app.UsePublishedCache();
    app.UseBoardRequestLogging();
    app.UseProblems();
    app.UseHttpLimits();
    app.UseStaticFiles();
    app.UseRouting();
    app.UsePublishedCacheFilling();

    app.MapHealth();
    app.MapApiDocumentation();
    app.MapApi();
    app.MapRazorPages();

    await app.Services.PrepareRecordAsync();
    await app.RunAsync();
    return 0;
});
