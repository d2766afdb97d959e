using HabitatBoard.Benchmarks;
using HabitatBoard.Benchmarks.Verbs;

Dictionary<string, Func<Options, Task<int>>> verbs = new()
{
    ["speed"] = SpeedVerb.RunAsync,
    ["generate"] = GenerateVerb.RunAsync,
    ["bare"] = BareVerb.RunAsync,
    ["sql"] = SqlVerb.RunAsync,
    ["empty"] = EmptyVerb.RunAsync,
};
try
{
    if (args is [var name, .. var rest] && verbs.TryGetValue(name, out var verb))
    {
        return await verb(new Options(rest));
    }
    throw new UsageException($"""
        usage: dotnet run -c Release --project tests/HabitatBoard.Benchmarks -- VERB

        speed               {SpeedVerb.Help}
        generate FOLDER N   {GenerateVerb.Help}

        and, for speed to start as processes beside the application:

        bare FOLDER         {BareVerb.Help}
        sql FOLDER          {SqlVerb.Help}
        empty               {EmptyVerb.Help}
        """);
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
