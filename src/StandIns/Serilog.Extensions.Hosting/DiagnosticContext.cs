namespace Serilog.Extensions.Hosting;

/// <summary>Hands what is set to the collector that the current asynchronous flow began last.</summary>
public sealed class DiagnosticContext(ILogger? logger) : IDiagnosticContext
{
    private readonly AsyncLocal<DiagnosticContextCollector?> current = new();

    public DiagnosticContextCollector BeginCollection()
    {
        var outer = current.Value;
        return current.Value = new DiagnosticContextCollector(onDispose: () => current.Value = outer);
    }

    public void Set(string propertyName, object? value, bool destructureObjects = false)
    {
        ArgumentNullException.ThrowIfNull(propertyName);

        if (current.Value is { } collector
            && (logger ?? Log.Logger).BindProperty(propertyName, value, destructureObjects, out var property))
        {
            collector.AddOrUpdate(property);
        }
    }

    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        current.Value?.SetException(exception);
    }
}
