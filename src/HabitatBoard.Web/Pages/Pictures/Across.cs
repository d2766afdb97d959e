using System.Globalization;
using HabitatBoard.Languages;

namespace HabitatBoard.Web.Pages.Pictures;

/// <summary>
/// Places across a picture, in per cent of its width from the side on which the language begins to read: pictures are as
/// wide as their column, their letters as large as all others, and mirrored where the language is.
/// </summary>
public readonly struct Across(Language language)
{
    private readonly bool mirrored = language.Direction == "rtl";

    /// <summary>A place, <c>12.5%</c>.</summary>
    public string At(double place) => Percent(mirrored ? 100 - place : place);

    /// <summary>Where a thing of some width begins for SVG, which counts from the left: <c>12.5%</c>.</summary>
    public string From(double place, double width) => Percent(mirrored ? 100 - place - width : place);

    /// <summary>A path from one place to another at other heights, in rows, across a box that is 100 units wide.</summary>
    public string Curve(double fromHeight, double toHeight)
    {
        var (begin, end) = mirrored ? (100, 0) : (0, 100);
        return string.Create(CultureInfo.InvariantCulture, $"M{begin} {fromHeight:0.##}C50 {fromHeight:0.##} 50 {toHeight:0.##} {end} {toHeight:0.##}");
    }

    public static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");

    /// <summary>Heights, in rows.</summary>
    public static string Rows(double rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:0.##}em");
}
