using HabitatBoard.Documents;

namespace HabitatBoard.Search;

/// <summary>
/// The keys under which a document is found by its symbol: the whole one, and the part behind the series, <c>/2/ADD/1</c>,
/// for those who leave body and year out.
/// </summary>
internal static class SymbolKeys
{
    public static IEnumerable<string> Of(string symbol)
    {
        yield return DocumentSymbol.KeyOf(symbol);
        if (DocumentSymbol.Parse(symbol) is { Series: { } series } parsed)
        {
            yield return DocumentSymbol.KeyOf(parsed.Text[series.Length..]);
        }
    }

    /// <summary>The keys of what somebody typed, if it may be a symbol: blanks between its parts count as nothing or as a slash.</summary>
    public static IReadOnlyList<string> Typed(string typed)
    {
        if (typed.Length > 2 * DocumentSymbol.MaxLength)
        {
            return [];
        }
        var parted = string.Join('/', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('/', '.', '-', '／', '．', '－')).Where(p => p.Length > 0));
        return [.. new[] { typed, parted }.SelectMany(Keys).Where(k => k.AsSpan().ContainsAnyInRange('0', '9')).Distinct()];

        static IEnumerable<string> Keys(string spelling)
        {
            var keys = DocumentSymbol.LookupKeysOf(spelling);
            return keys[0].Contains('/', StringComparison.Ordinal) ? keys.Append($"/{keys[0].TrimStart('/')}") : [];
        }
    }
}
