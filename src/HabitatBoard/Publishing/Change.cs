namespace HabitatBoard.Publishing;

/// <summary>What happened to a resource.</summary>
public enum ChangeOperation
{
    Created,
    Updated,
    Deleted,
}

/// <summary>
/// One change of one resource. In the working store these rows are the edit history, each with the digest of the one
/// before, so that tampering shows; in the published store they are the feed that integrators follow.
/// </summary>
public sealed class Change
{
    private Change()
    {
    }

    public Change(long sequence, DateTimeOffset at, string author, string reason, string unit, string type, string key, ChangeOperation operation, string? fields, string previousDigest)
    {
        Sequence = sequence;
        At = at;
        Author = author;
        Reason = reason;
        Unit = unit;
        Type = type;
        Key = key;
        Operation = operation;
        Fields = fields;
        PreviousDigest = previousDigest;
        Digest = ComputeDigest();
    }

    /// <summary>From 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC, whole milliseconds, so that the digest survives every store.</summary>
    public DateTimeOffset At { get; private set; }

    public string Author { get; private set; } = null!;

    /// <summary>Why, in the author's words; in the feed, the note of the publication.</summary>
    public string Reason { get; private set; } = null!;

    /// <summary>The unit the resource is published with.</summary>
    public string Unit { get; private set; } = null!;

    /// <summary>The kind of resource, <c>statement</c>.</summary>
    public string Type { get; private set; } = null!;

    /// <summary>The resource's key.</summary>
    public string Key { get; private set; } = null!;

    public ChangeOperation Operation { get; private set; }

    /// <summary>
    /// JSON: <c>{"field": [before, after]}</c> for the fields that differ. Null in the feed, whose readers fetch
    /// the resource itself.
    /// </summary>
    public string? Fields { get; private set; }

    /// <summary>The digest of the row before; empty for the first.</summary>
    public string PreviousDigest { get; private set; } = null!;

    /// <summary>SHA-256 over the row and the digest before it, in lower-case hexadecimal digits.</summary>
    public string Digest { get; private set; } = null!;

    /// <summary>What the digest of this row has to be.</summary>
    public string ComputeDigest() => CanonicalJson.Digest(new object?[]
    {
        Sequence, At.ToUnixTimeMilliseconds(), Author, Reason, Unit, Type, Key, Operation.ToString(), Fields, PreviousDigest,
    });
}
