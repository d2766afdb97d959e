using System.Diagnostics.CodeAnalysis;
using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>What one operation has collected so far. Its parallel branches share it.</summary>
public sealed class DiagnosticContextCollector : IDisposable
{
    private readonly Lock gate = new();
    private readonly Action onDispose;
    private Dictionary<string, LogEventProperty>? properties = [];
    private Exception? exception;

    internal DiagnosticContextCollector(Action onDispose) => this.onDispose = onDispose;

    internal void AddOrUpdate(LogEventProperty property)
    {
        lock (gate)
        {
            if (properties is not null)
            {
                properties[property.Name] = property;
            }
        }
    }

    internal void SetException(Exception exception)
    {
        lock (gate)
        {
            if (properties is not null)
            {
                this.exception = exception;
            }
        }
    }

    /// <summary>Ends the collection. Only the first call succeeds.</summary>
    public bool TryComplete([NotNullWhen(true)] out IEnumerable<LogEventProperty>? properties, out Exception? exception)
    {
        lock (gate)
        {
            properties = this.properties?.Values;
            exception = this.exception;
            this.properties = null;
            this.exception = null;
            return properties is not null;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            properties = null;
            exception = null;
        }

        onDispose();
    }
}
