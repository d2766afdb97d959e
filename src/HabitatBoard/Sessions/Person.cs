using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Sessions;

/// <summary>A named individual.</summary>
public sealed class Person
{
    /// <summary>The longest surname, in characters.</summary>
    public const int SurnameLength = 256;

    private Person()
    {
    }

    public Person(string code, LocalizedText name, string surname)
    {
        Code = Guard.Code(code, 64, "person");
        Rename(name, surname);
    }

    /// <summary>A readable key of our own, <c>zainab-hawa-bangura</c>.</summary>
    public string Code { get; private set; } = null!;

    /// <summary>The full name without forms of address.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.None;

    /// <summary>The surname in Latin script, by which lists of non-governmental speakers run.</summary>
    public string Surname { get; private set; } = null!;

    public void Rename(LocalizedText name, string surname)
    {
        Name = Guard.Required(name, "name");
        Surname = Guard.Line(surname, "surname", SurnameLength);
    }
}
