using System.Globalization;

namespace HabitatBoard.Benchmarks;

/// <summary>What follows the verb: words in order, and options as <c>--name value</c>.</summary>
internal sealed class Options
{
    private readonly List<string> words = [];
    private readonly Dictionary<string, string> named = [];

    public Options(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(arguments[i]);
            }
            else
            {
                named[arguments[i]] = i + 1 < arguments.Count ? arguments[++i] : throw new UsageException($"{arguments[i]} wants a value.");
            }
        }
    }

    public string Word(int place, string name) => place < words.Count ? words[place] : throw new UsageException($"{name} is missing.");

    public string Text(string name, string otherwise) => named.GetValueOrDefault(name, otherwise);

    public int Whole(string name, int otherwise) => named.TryGetValue(name, out var value) ? WholeOf(name, value) : otherwise;

    public int WholeWord(int place, string name) => WholeOf(name, Word(place, name));

    private static int WholeOf(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"{name} {value} is not a whole number.");
}

/// <summary>The program was asked for something it cannot do. The message says what would do.</summary>
internal sealed class UsageException(string message) : Exception(message);
