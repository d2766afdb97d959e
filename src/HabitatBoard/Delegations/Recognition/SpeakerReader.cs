namespace HabitatBoard.Delegations.Recognition;

/// <summary>
/// Reads who speaks, and for whom, from the words of a text, in one pass. A capacity stands behind the speaker
/// ("Cameroon (on behalf of the African States)", 喀麦隆（代表非洲国家发言）) or before ("On behalf of the African States,
/// Cameroon …").
/// </summary>
internal sealed class SpeakerReader(IReadOnlyList<Token> tokens, IReadOnlySet<string> associations, IReadOnlyDictionary<string, string> associationOf)
{
    private readonly List<Mention> mentions = [];
    private readonly List<Span> unspoken = [];
    private readonly Dictionary<int, int> parentheses = Pairs(tokens);

    /// <summary>The speaker to which a capacity that follows belongs; none after the end of a sentence.</summary>
    private Mention? current;

    /// <summary>Capacities that stand before their speaker, and who gets them if none follows.</summary>
    private List<Capacity> pending = [];
    private Mention? pendingOtherwise;

    /// <summary>What names that follow are added to, while the words are still "on behalf of …".</summary>
    private Capacity? targets;
    private bool anotherCapacity;

    /// <summary>Where the parenthesis ends that is open, and what names in it are.</summary>
    private int parenthesisEnd = -1;
    private Inside inside;

    /// <summary>What a parenthesis says of what stands before it.</summary>
    private enum Inside
    {
        /// <summary>Nothing in particular.</summary>
        Aside,

        /// <summary>After a delegation: for whom it speaks.</summary>
        Capacity,

        /// <summary>After anything else, a person or a group: who speaks, and for whom besides.</summary>
        Affiliation,
    }

    public IReadOnlyList<RecognisedSpeaker> Speakers => [.. mentions.SelectMany(m => m.Speakers())];

    /// <summary>Groups without a delegation that speaks for them.</summary>
    public IReadOnlyList<Span> Unspoken => unspoken;

    public void Read()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Delegation:
                    Delegation(token);
                    break;
                case TokenKind.Group:
                    Group(i);
                    break;
                case TokenKind.OnBehalfOf:
                case TokenKind.OnBehalfOfBeforeAName when NamesWhomItSpeaksFor(i):
                case TokenKind.RepresentativeOrOnBehalfOf when Following(i) is { Kind: TokenKind.Delegation or TokenKind.Group or TokenKind.Itself }:
                    OnBehalfOf(i);
                    break;
                case TokenKind.Own:
                case TokenKind.Itself when targets is not null:
                    Own();
                    break;
                case TokenKind.Then:
                    anotherCapacity = true;
                    break;
                case TokenKind.Representative or TokenKind.RepresentativeOrOnBehalfOf or TokenKind.Verb:
                    EndTargets();
                    break;
                case TokenKind.Open when parenthesisEnd < 0 && parentheses.TryGetValue(i, out var end):
                    Open(i, end);
                    break;
                case TokenKind.Close when i == parenthesisEnd:
                    Close();
                    break;
                case TokenKind.Stop:
                    Stop();
                    break;
            }
        }
        parenthesisEnd = -1;
        Stop();
    }

    private void Delegation(Token token)
    {
        if (targets is not null && TakesAsTarget(token.Code!))
        {
            if (token.Code == current?.Code)
            {
                Own();
            }
            else
            {
                Add(targets, token);
            }
            return;
        }
        if (parenthesisEnd >= 0 && inside == Inside.Affiliation && current is { InParenthesis: true } && associations.Contains(current.Code))
        {
            // "Name (one organization and another)": one person who speaks for both.
            targets = current.Target(another: false);
            Add(targets, token);
            targets = null;
            return;
        }
        EndTargets();
        current = new Mention(token, pending) { InParenthesis = parenthesisEnd >= 0 };
        mentions.Add(current);
        (pending, pendingOtherwise, anotherCapacity) = ([], null, false);
    }

    /// <summary>
    /// Whether a delegation after "on behalf of" is spoken for, or is the next speaker: in a parenthesis and right behind
    /// the words it is spoken for, and so are further States after a State ("on behalf of Denmark, Finland and Sweden").
    /// </summary>
    private bool TakesAsTarget(string code) =>
        parenthesisEnd >= 0
        || targets!.IsEmpty
        || code == current?.Code
        || !targets.HasGroup;

    private void Group(int index)
    {
        var token = tokens[index];
        if (targets is not null)
        {
            Add(targets, token);
        }
        else if (parenthesisEnd >= 0 && inside == Inside.Capacity && current is not null)
        {
            // "Cameroon (African States)".
            targets = current.Target(anotherCapacity);
            Add(targets, token);
        }
        else if (index + 1 < tokens.Count && parentheses.TryGetValue(index + 1, out var end) && HasDelegation(index + 1, end))
        {
            // "African States (Cameroon)": the delegation is named next.
            var capacity = new Capacity();
            Add(capacity, token);
            pending = [capacity];
        }
        else if (associationOf.TryGetValue(token.Code!, out var association))
        {
            // "The European Union and its member States": the Union speaks, for all of them.
            Delegation(token with { Code = association });
            Add(current!.Target(another: false), token);
        }
        else
        {
            unspoken.Add(new Span(SpanKind.Group, token.Start, token.End - token.Start, token.Code));
        }
    }

    private void Add(Capacity capacity, Token token)
    {
        capacity.Add(token);
        capacity.HasGroup |= token.Kind == TokenKind.Group || associations.Contains(token.Code!);
    }

    private bool HasDelegation(int open, int close)
    {
        // A short look ahead: what stands between is an article, or "represented by".
        for (var i = open + 1; i < close && i <= open + 6; i++)
        {
            if (tokens[i].Kind == TokenKind.Delegation)
            {
                return true;
            }
        }
        return false;
    }

    private void OnBehalfOf(int index)
    {
        if (targets is { IsEmpty: true })
        {
            return; // "speaking on behalf of" said twice
        }
        if (current is null || (parenthesisEnd < 0 && BeginsNextSpeaker(index)))
        {
            pendingOtherwise ??= current;
            if (pending.Count == 0 || anotherCapacity || pending[^1].IsOwn)
            {
                pending.Add(new Capacity());
            }
            targets = pending[^1];
        }
        else
        {
            targets = current.Target(anotherCapacity);
        }
        anotherCapacity = false;
    }

    /// <summary>"…, Brazil and, on behalf of the African States, Cameroon".</summary>
    private bool BeginsNextSpeaker(int index)
    {
        if (pending.Count > 0)
        {
            return true;
        }
        var before = index - 1;
        var comma = false;
        while (before >= 0 && tokens[before].Kind is TokenKind.Comma or TokenKind.Word or TokenKind.Article or TokenKind.Punctuation)
        {
            comma |= tokens[before].Kind == TokenKind.Comma;
            before--;
            if (index - before > 4)
            {
                return false;
            }
        }
        return before >= 0 && tokens[before].Kind == TokenKind.And && (comma || !current!.HasCapacity || current.IsClosed);
    }

    /// <summary>Whether "for" is followed by a group, or by the speaker itself.</summary>
    private bool NamesWhomItSpeaksFor(int index) =>
        Following(index) is { } next
        && (next.Kind == TokenKind.Group || (next.Kind == TokenKind.Delegation && next.Code == current?.Code) || (next.Kind == TokenKind.Itself && targets is not null));

    /// <summary>The next word, without articles and opening quotation marks.</summary>
    private Token? Following(int index)
    {
        for (var i = index + 1; i < tokens.Count && i <= index + 4; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Article or TokenKind.Punctuation))
            {
                return tokens[i];
            }
        }
        return null;
    }

    private void Own()
    {
        if (pending.Count > 0 && (targets is null || ReferenceEquals(targets, pending[^1])))
        {
            AddOwn(pending);
        }
        else if (current is not null)
        {
            AddOwn(current.Capacities);
        }
        targets = null;
        anotherCapacity = false;

        static void AddOwn(List<Capacity> capacities)
        {
            if (capacities is [.., { IsEmpty: true, IsOwn: false } empty])
            {
                empty.IsOwn = true;
            }
            else
            {
                capacities.Add(new Capacity { IsOwn = true });
            }
        }
    }

    private void Open(int index, int end)
    {
        EndTargets();
        parenthesisEnd = end;
        var before = index - 1;
        while (before >= 0 && tokens[before].Kind is TokenKind.Punctuation)
        {
            before--;
        }
        inside = before < 0 ? Inside.Aside : tokens[before].Kind switch
        {
            TokenKind.Delegation => Inside.Capacity,
            TokenKind.Unknown or TokenKind.Group => Inside.Affiliation,
            _ => Inside.Aside,
        };
        if (inside == Inside.Affiliation)
        {
            current = null;
        }
    }

    private void Close()
    {
        EndTargets();
        parenthesisEnd = -1;
        if (current is not null)
        {
            current.IsClosed = true;
            current.InParenthesis = false;
        }
    }

    private void EndTargets() => targets = null;

    private void Stop()
    {
        EndTargets();
        if (parenthesisEnd >= 0)
        {
            return;
        }
        if (pending.Count > 0 && pendingOtherwise is not null)
        {
            pendingOtherwise.Capacities.AddRange(pending);
        }
        else
        {
            unspoken.AddRange(pending.SelectMany(c => c).Where(t => t.Kind == TokenKind.Group).Select(t => new Span(SpanKind.Group, t.Start, t.End - t.Start, t.Code)));
        }
        (pending, pendingOtherwise, current, anotherCapacity) = ([], null, null, false);
    }

    /// <summary>Where each parenthesis ends; those that do not are left out.</summary>
    private static Dictionary<int, int> Pairs(IReadOnlyList<Token> tokens)
    {
        var pairs = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Open)
            {
                open.Push(i);
            }
            else if (tokens[i].Kind == TokenKind.Close && open.TryPop(out var start))
            {
                pairs[start] = i;
            }
        }
        return pairs;
    }

    /// <summary>For whom a speaker speaks at one time.</summary>
    private sealed class Capacity : List<Token>
    {
        /// <summary>For itself, and the text says so.</summary>
        public bool IsOwn { get; set; }

        public bool IsEmpty => Count == 0;

        /// <summary>A group, or an organization that stands for its members: what follows it is the next speaker.</summary>
        public bool HasGroup { get; set; }
    }

    private sealed class Mention(Token token, List<Capacity> capacities)
    {
        public string Code => token.Code!;
        public List<Capacity> Capacities { get; } = capacities;
        public bool HasCapacity => Capacities.Count > 0;

        /// <summary>Whether the parenthesis that gives its capacities has ended.</summary>
        public bool IsClosed { get; set; }
        public bool InParenthesis { get; set; }

        /// <summary>The capacity to which names are added: the last one, or another where the text says "then".</summary>
        public Capacity Target(bool another)
        {
            if (another || Capacities is [] or [.., { IsOwn: true }])
            {
                Capacities.Add([]);
            }
            return Capacities[^1];
        }

        public IEnumerable<RecognisedSpeaker> Speakers()
        {
            var taken = Capacities.Where(c => c.IsOwn || !c.IsEmpty).ToList();
            if (taken.Count == 0)
            {
                taken.Add([]);
            }
            return taken.Select(c => new RecognisedSpeaker(Code, [.. c.Select(t => t.Code!).Distinct()], token.Start));
        }
    }
}
