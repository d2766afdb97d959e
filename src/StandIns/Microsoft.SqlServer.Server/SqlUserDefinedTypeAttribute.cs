namespace Microsoft.SqlServer.Server;

/// <summary>Marks a class or struct as a SQL Server user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute : Attribute
{
    private int maxByteSize;

    /// <exception cref="ArgumentOutOfRangeException">The format is neither native nor user-defined.</exception>
    public SqlUserDefinedTypeAttribute(Format format)
    {
        if (format is not (Format.Native or Format.UserDefined))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, "The format must be Native or UserDefined.");
        }

        Format = format;
    }

    public Format Format { get; }

    /// <summary>Bytes, or -1 for up to two gigabytes.</summary>
    public int MaxByteSize
    {
        get => maxByteSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
            maxByteSize = value;
        }
    }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public string? ValidationMethodName { get; set; }

    public string? Name { get; set; }
}
