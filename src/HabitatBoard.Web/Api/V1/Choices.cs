using HabitatBoard.Publishing;

namespace HabitatBoard.Web.Api.V1;

/// <summary>Values of enumerations as parameters: the names that they have in JSON, and no others.</summary>
internal static class Choices
{
    public static bool TryParse<TEnum>(string text, out TEnum value)
        where TEnum : struct, Enum
    {
        var name = Enum.GetNames<TEnum>().FirstOrDefault(n => CamelCase(n) == text);
        value = name is null ? default : Enum.Parse<TEnum>(name);
        return name is not null;
    }

    public static string Names<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetNames<TEnum>().Select(CamelCase));

    public static string CamelCase(string name) => CanonicalJson.Values.PropertyNamingPolicy!.ConvertName(name);
}
