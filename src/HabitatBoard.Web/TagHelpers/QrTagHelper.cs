using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>
/// A text as a QR code (ISO/IEC 18004), drawn as SVG. It is dark on light whatever the scheme, since readers of the inverse are
/// rare, and it has attributes in the place of styles, which the policy of pages refuses.
/// </summary>
[HtmlTargetElement("board-qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : BoardTagHelper
{
    public string Text { get; set; } = "";

    /// <summary>What the picture is, for those who do not see it.</summary>
    public string Label { get; set; } = "";

    protected override void Write(TagHelperContent content)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" width=\"{4 * size}\" height=\"{4 * size}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(Label)}\">"))
            .AppendHtml("<path fill=\"#fff\" d=\"").AppendHtml(string.Create(CultureInfo.InvariantCulture, $"M0 0h{size}v{size}h-{size}z"))
            .AppendHtml("\"/><path fill=\"#000\" shape-rendering=\"crispEdges\" d=\"").AppendHtml(Dark(code)).AppendHtml("\"/></svg>");
    }

    /// <summary>The dark modules, one rectangle for each run of them in a row. The light margin is part of the matrix.</summary>
    private static string Dark(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }
                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }
        return path.ToString();
    }
}
