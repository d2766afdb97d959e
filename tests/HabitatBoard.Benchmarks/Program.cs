using HabitatBoard.Benchmarks;
using HabitatBoard.Benchmarks.Verbs;

Dictionary<string, Func<Options, Task<int>>> verbs = new()
{
    ["speed"] = SpeedVerb.RunAsync,
    ["generate"] = GenerateVerb.RunAsync,
    ["search"] = options => SearchVerb.RunAsync(options.Whole("--paragraphs", 100_000)),
    ["compose"] = _ => ComposeBenchmark.RunAsync(),
    ["export"] = _ => ExportBenchmark.RunAsync(),
    ["import"] = _ => ImportBenchmark.RunAsync(),
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
        search              {SearchVerb.Help}
        import              reads the seed's report, as it is exported in each format, into facts, beside reading its text plainly
        compose             composes the seed's report, and reports of two, four and eight times its length
        export              writes the seed's report in each format, beside the same text written plainly

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
