namespace HabitatBoard.Publishing;

/// <summary>A row that belongs to one session and is published with it.</summary>
public interface ISessionOwned
{
    /// <summary>The session, as in <c>2024-1</c>.</summary>
    string SessionId { get; }
}
