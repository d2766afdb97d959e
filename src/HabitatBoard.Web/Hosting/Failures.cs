using System.Net.Sockets;
using HabitatBoard.Data;
using Microsoft.AspNetCore.Connections;

namespace HabitatBoard.Web.Hosting;

/// <summary>Ends the application with a sentence and a non-zero exit code where it cannot start, instead of a stack trace.</summary>
internal static class Failures
{
    public static async Task<int> ExplainAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (Explain(e) is { } explanation)
        {
            await Console.Error.WriteLineAsync($"HabitatBoard cannot start: {explanation}");
            return 1;
        }
    }

    private static string? Explain(Exception exception) => exception switch
    {
        StoreException or ConfigurationException or BackupException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Name another address with --urls=http://127.0.0.1:PORT.",
        IOException { InnerException: SocketException } or SocketException => $"{exception.Message} Name another address with --urls=http://127.0.0.1:PORT.",
        InvalidDataException or FormatException => $"a file of the configuration cannot be read ({exception.InnermostMessage()}). Mend or remove it.",
        _ => null,
    };

    private static string InnermostMessage(this Exception exception) => exception.InnerException is { } inner ? inner.InnermostMessage() : exception.Message;
}

/// <summary>A value of the configuration cannot be used. The message names it and says what would do.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
