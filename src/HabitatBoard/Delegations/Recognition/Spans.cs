namespace HabitatBoard.Delegations.Recognition;

/// <summary>From tokens to the stretches of the text that a reader is shown.</summary>
internal static class Spans
{
    public static IReadOnlyList<Span> Of(string text, IReadOnlyList<Token> tokens)
    {
        var spans = new List<Span>();
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.End <= end)
            {
                continue; // one sign that folds to several, as ㏂ to "a.m."
            }
            switch (token.Kind)
            {
                case TokenKind.Delegation or TokenKind.Group:
                    Connect(token.Start);
                    spans.Add(new Span(token.Kind == TokenKind.Delegation ? SpanKind.Delegation : SpanKind.Group, token.Start, token.End - token.Start, token.Code));
                    end = token.End;
                    break;
                case TokenKind.Unknown:
                    Connect(token.Start);
                    var last = LastOfUnknown(tokens, i);
                    end = tokens[last].End;
                    spans.Add(new Span(SpanKind.Unrecognised, token.Start, end - token.Start, null));
                    i = last;
                    break;
            }
        }
        Connect(text.Length);
        return spans;

        void Connect(int start)
        {
            if (start > end)
            {
                spans.Add(new Span(SpanKind.Connective, end, start - end, null));
            }
        }
    }

    /// <summary>Unknown words stay together, with the articles and prepositions between them: "Ministry of Housing".</summary>
    private static int LastOfUnknown(IReadOnlyList<Token> tokens, int first)
    {
        var last = first;
        for (var i = first + 1; i < tokens.Count && tokens[i].Kind is TokenKind.Unknown or TokenKind.Article; i++)
        {
            last = tokens[i].Kind == TokenKind.Unknown ? i : last;
        }
        return last;
    }
}
