using HabitatBoard.Languages;

namespace HabitatBoard.Web.Pages.Pictures;

/// <summary>A bar of a picture, with what it stands for.</summary>
/// <param name="Href">What it shows.</param>
/// <param name="Part">How much of it is filled; the rest is an outline.</param>
/// <param name="Said">The figures in words.</param>
public sealed record Bar(string Href, LocalizedText? Text, string Label, int Value, int Part, string Said);

/// <summary>Bars one under another, on one scale.</summary>
public sealed record Bars(string Name, IReadOnlyList<Bar> Of)
{
    public double Share(int value) => Of.Max(b => b.Value) is var most and > 0 ? 100.0 * value / most : 0;
}
