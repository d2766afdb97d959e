namespace Serilog;

/// <summary>Collects properties for the one event that is logged when an operation (a request) completes.</summary>
public interface IDiagnosticContext
{
    void Set(string propertyName, object? value, bool destructureObjects = false);

    void SetException(Exception exception);
}
