using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Sessions;

/// <summary>What a body is to the Executive Board.</summary>
public enum BodyKind
{
    Board,
    Bureau,
    AdHocWorkingGroup,

    /// <summary>Informal consultations that the Board sets up during a session.</summary>
    Consultations,

    /// <summary>A body beside or above the Board, such as the United Nations Habitat Assembly.</summary>
    Other,
}

/// <summary>A body in which people hold office: the Board, its Bureau, its ad hoc working groups.</summary>
public sealed class Body
{
    private Body()
    {
    }

    public Body(string code, BodyKind kind, LocalizedText name)
    {
        Code = Guard.Code(code, 64, "body");
        Kind = kind;
        Name = Guard.Required(name, "name");
    }

    /// <summary>A readable key of our own, <c>executive-board</c>.</summary>
    public string Code { get; private set; } = null!;

    public BodyKind Kind { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.None;

    public void Rename(LocalizedText name) => Name = Guard.Required(name, "name");
}
