using HabitatBoard.Benchmarks;

return args switch
{
    ["compose"] => await ComposeBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/HabitatBoard.Benchmarks -- <benchmark>");
    Console.Error.WriteLine("  compose   composes the seed's report, and reports of two, four and eight times its length");
    return 2;
}
