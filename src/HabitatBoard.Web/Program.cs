using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Hosting;

return await Failures.ExplainAsync(async () =>
{
    var command = Command.Parse(args);
    var builder = WebApplication.CreateBuilder(command.Arguments);
    builder.AddConfigurationChecks();
    builder.AddBoardLogging();
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

    app.UseForwardedHeaders();
    app.UseSecurityHeaders();
    app.UsePublishedCache();
    app.UseBoardRequestLogging();
    app.UseProblems();
    app.UseHttpLimits();
    app.UseStaticFiles();
    app.UseRouting();
    // Said here, else they stand in front of all others, the cache included.
    app.UseAuthentication();
    app.UseAuthorization();
    app.UsePublishedCacheFilling();
    app.UseOneConnection();

    app.MapHealth();
    app.MapApiDocumentation();
    app.MapApi();
    app.MapRazorPages();

    await app.Services.PrepareRecordAsync();
    await app.RunAsync();
    return 0;
});
