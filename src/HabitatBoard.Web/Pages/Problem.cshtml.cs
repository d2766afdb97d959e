using System.Globalization;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Pages;

/// <summary>The documentation of an error: where the <c>type</c> of a problem leads.</summary>
public sealed class ProblemModel : PageModel
{
    public int Code { get; private set; }

    public int Status { get; private set; }

    public string Title { get; private set; } = "";

    public string Help { get; private set; } = "";

    public IActionResult OnGet(string code)
    {
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Enum.IsDefined((ErrorCode)number))
        {
            return new ProblemResult(ErrorCode.NotFound, Request.Path.Value!);
        }
        var error = (ErrorCode)number;
        var language = InterfaceLanguages.Choose(Request);
        (Code, Status, Title, Help) = (number, Problems.StatusOf(error), Problems.Sentence(error, "title", language), Problems.Sentence(error, "help", language));
        HttpContext.Features.Set(new Frame(language, rest: null, query: "") { Title = Title });
        Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        Response.Headers.ContentLanguage = language.Code;
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }
}
