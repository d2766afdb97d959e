using System.Runtime.CompilerServices;

namespace HabitatBoard.Tests.Reports;

/// <summary>
/// Texts kept beside the tests. Where <c>HABITATBOARD_ACCEPT_GOLDEN</c> is set they are written instead of compared; the
/// difference then shows in the commit.
/// </summary>
internal static class Golden
{
    public static void Assert(string name, string text, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("HABITATBOARD_ACCEPT_GOLDEN") is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        Xunit.Assert.True(File.Exists(file), $"There is no {name}. Accept the present text with HABITATBOARD_ACCEPT_GOLDEN=1.");
        Xunit.Assert.Equal(File.ReadAllText(file), text);
    }
}
