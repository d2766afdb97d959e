namespace HabitatBoard.Benchmarks.Speed;

/// <summary>A table in Markdown, printed row by row as figures come in.</summary>
internal static class Table
{
    public static void Head(string title, params IReadOnlyList<string> columns)
    {
        Console.WriteLine($"### {title}\n");
        Row(columns);
        Console.WriteLine($"| --- |{string.Concat(columns.Skip(1).Select(_ => " ---: |"))}");
    }

    public static void Row(params IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static void End() => Console.WriteLine();
}
