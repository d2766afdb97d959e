using System.Globalization;
using HabitatBoard.Benchmarks;
using HabitatBoard.Benchmarks.Verbs;

return args switch
{
    ["compose"] => await ComposeBenchmark.RunAsync(),
    ["search"] => await SearchVerb.RunAsync(100_000),
    ["search", "--paragraphs", var count] => await SearchVerb.RunAsync(int.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/HabitatBoard.Benchmarks -- <benchmark>");
    Console.Error.WriteLine("  compose   composes the seed's report, and reports of two, four and eight times its length");
    Console.Error.WriteLine($"  search    {SearchVerb.Help}");
    return 2;
}
