using HabitatBoard.Benchmarks.Verbs;

if (args is ["search", .. var rest])
{
    return await SearchVerb.RunAsync(rest is ["--paragraphs", var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
}
Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/HabitatBoard.Benchmarks -- search\n\nsearch    {SearchVerb.Help}");
return 2;
