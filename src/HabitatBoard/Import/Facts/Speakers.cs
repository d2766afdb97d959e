using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using SpanKind = HabitatBoard.Delegations.Recognition.SpanKind;

namespace HabitatBoard.Import.Facts;

/// <summary>Somebody who takes the floor, as words name them.</summary>
internal sealed record ReadSpeaker(string? Delegation, Person? Person, LocalizedText Office, Capacity Capacity, IReadOnlyList<string> For, Medium? Medium)
{
    public Speaker Speaker => new(Delegation, Person?.Code, Office);
}

/// <summary>Reads who takes the floor: an office, a person with one, the representative of a delegation, a list of delegations.</summary>
internal sealed class Speakers(Draft draft)
{
    private Wording Wording => draft.Wording;

    /// <summary>One speaker; null where the words name none for certain.</summary>
    /// <param name="opens">Whether it is at the opening, where those who are no part of the session speak as guests.</param>
    public ReadSpeaker? One(string words, Sentence sentence, bool opens = false)
    {
        words = Wording.Replace("asLead", words.Trim().TrimEnd(',', '，', ':', '：').Trim(), "");
        var medium = MediumIn(Aside(words));
        if (medium is not null)
        {
            words = words[..(words.Length - Aside(words).Length)].Trim();
        }
        if (Wording.Match("mediumLead", words) is { Success: true } lead)
        {
            (medium, words) = (MediumIn(lead.Value), words[lead.Length..]);
        }
        if (Wording.Match("mediumTail", words) is { Success: true } tail && tail.Index > 0)
        {
            (medium, words) = (MediumIn(tail.Groups["medium"].Value) ?? medium, words[..tail.Index]);
        }
        if (words.Length is 0 or > 400 || Wording.Is("secretariatSeveral", words) || Wording.Is("officeOfSeveral", words) || IsSeveral(words, sentence, opens))
        {
            return null;
        }
        var speaker = Secretariat(words) ?? (Wording.Is("officeWithPerson", words) ? Named(words, sentence, opens) : null) ?? OfficeAlone(words, sentence) ?? Named(words, sentence, opens) ?? Representative(words);
        return speaker is null ? null : speaker with { Medium = medium };
    }

    /// <summary>Whether the words are a list: then its first entry is a speaker, and so is its last.</summary>
    private bool IsSeveral(string words, Sentence sentence, bool opens)
    {
        if (words.Contains('；', StringComparison.Ordinal) || words.Contains(';', StringComparison.Ordinal))
        {
            return true;
        }
        if (Wording.Is("anotherPerson", words))
        {
            return true;
        }
        var entries = Wording.Split("listSeparators", words);
        if (Wording.Match("apposition", words) is { Success: true } named)
        {
            // "The Director of Management and Compliance, Ms. Schmidt", unless another holds the office.
            return draft.People.Holder(named.Groups["office"].Value) is { } holder && Known(named.Groups["person"].Value) is { } person && holder != person;
        }
        // "The Chair of the working group on programmes, budgets and administration, Ms. Mensah": one, whoever it is.
        if (Wording.Spaced && words.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && Wording.Is("surnameAlone", words[(comma + 2)..]) && !Wording.Is("surnameWithin", words[..comma])
            && (draft.People.Holder(words[..comma]) is not { } office || office == Known(Wording.Replace("courtesyLead", words[(comma + 2)..], ""))))
        {
            return false;
        }
        return entries.Length > 1 && (Alone(entries[0]) || (!Wording.Spaced && Wording.Is("representativeOrOffice", entries[0]))) && Alone(entries[^1]);

        bool Alone(string entry) => (!Wording.Spaced && Wording.Is("personWithOffice", entry.Trim())) || (Wording.Is("representativeOrOffice", entry.Trim()) && (Secretariat(entry.Trim()) ?? OfficeAlone(entry.Trim(), sentence) ?? Representative(entry.Trim())) is not null)
            || Wording.Is("surnameAlone", entry.Trim());
    }

    /// <summary>The delegations of a list, with those for whom they speak; null where a name in it is none of them.</summary>
    /// <param name="reportTo">The sentence of which an unknown name is reported, instead.</param>
    /// <param name="mostly">Whether that is so only where three of four names are known.</param>
    public IReadOnlyList<ReadSpeaker>? Delegations(string list, Func<string, Capacity> capacity, Sentence? reportTo = null, bool mostly = false)
    {
        list = Plain(list);
        var recognition = draft.Recogniser.Read(list);
        // Who is thanked or congratulated in the list does not speak.
        var spoke = recognition.Speakers.Where(s => !Wording.Is("thanked", list[..s.Start]) && !Wording.Is("speaksOn", list[s.Start..])).ToList();
        if (spoke.Count == 0)
        {
            return null;
        }
        var unknown = recognition.Unrecognised.Where(s => MediumIn(s.In(list)) is null && s.In(list).Any(char.IsLetter) && !Wording.Is("listFiller", s.In(list)) && !Wording.Is("floorWords", s.In(list))).ToList();
        if (unknown.Count > 0)
        {
            // A list of which nearly all are known is one, whoever the others are.
            if (reportTo is null || (mostly && spoke.Count < 3 * unknown.Count))
            {
                return null;
            }
            draft.Problems.AddRange(unknown.Select(u => new ImportProblem(ImportProblemKind.UnknownDelegation, reportTo.Number, u.In(list))));
        }
        var starts = spoke.Select(s => s.Start).Distinct().Order().ToList();
        return
        [
            .. spoke.Select(s =>
            {
                var next = starts.FirstOrDefault(n => n > s.Start, list.Length);
                return new ReadSpeaker(s.Code, null, LocalizedText.None, capacity(s.Code), s.OnBehalfOf, MediumIn(list[s.Start..next]));
            }),
        ];
    }

    /// <summary>"…, with Norway intervening on behalf of Denmark and Iceland", 其中埃及代表代表不结盟运动: what is said of one of those who are listed.</summary>
    public IReadOnlyList<ReadSpeaker> Among(IReadOnlyList<ReadSpeaker> read, string text, Sentence sentence)
    {
        if (Wording.Match("amongMedium", text) is { Success: true } told && MediumIn(told.Groups["medium"].Value) is { } medium
            && (One(told.Groups["who"].Value, sentence) is var named && read.FirstOrDefault(r => named is { Person: not null } ? r.Person == named.Person : r.Delegation is not null && r.Delegation == (named?.Delegation ?? draft.DelegationNamed(told.Groups["who"].Value))) is { } apart))
        {
            return [.. read.Select(r => ReferenceEquals(r, apart) ? r with { Medium = medium } : r)];
        }
        if (Wording.Match("amongThem", text) is not { Success: true } among || draft.DelegationNamed(among.Groups["who"].Value) is not { } who || read.FirstOrDefault(r => r.Delegation == who) is not { } one)
        {
            return read;
        }
        var codes = draft.Recogniser.Read(among.Groups["for"].Value).Spans.Select(s => s.Code).OfType<string>().Where(c => c != who).Distinct().ToList();
        return [.. read.Where(r => ReferenceEquals(r, one) || (r.Delegation != who && !codes.Contains(r.Delegation ?? ""))).Select(r => ReferenceEquals(r, one) ? r with { For = codes } : r)];
    }

    /// <summary>The delegations that a sentence lists, without those of which it says something else; null where they are not listed one after the other.</summary>
    public IReadOnlyList<ReadSpeaker>? Listed(string text)
    {
        text = Plain(text);
        var recognition = draft.Recogniser.Read(text);
        var spoke = recognition.Speakers.Where(s => !Wording.Is("namedOtherwise", text[..s.Start]) && !Wording.Is("namedOtherwiseBehind", text[s.Start..]) && !Wording.Is("speaksOn", text[s.Start..])).ToList();
        // Names that stand together, with nothing but words of lists between them, are most of what is named.
        var joined = recognition.Spans.Where(s => s.Kind == SpanKind.Unrecognised && s.In(text).Any(char.IsLetter)).ToList();
        var starts = spoke.Select(s => s.Start).Distinct().Order().ToList();
        var apart = starts.Skip(1).Where((start, i) => joined.Exists(u => u.Start > starts[i] && u.Start < start && u.Length > 24)).Count();
        return spoke.Count == 0 || 4 * apart > starts.Count ? null
            : [.. spoke.Select(s =>
            {
                var next = starts.FirstOrDefault(n => n > s.Start, text.Length);
                return new ReadSpeaker(s.Code, null, LocalizedText.None, draft.CapacityOf(s.Code), s.OnBehalfOf, MediumIn(FirstAside(text[s.Start..next])));
            })];
    }

    /// <summary>
    /// For whom somebody speaks, in parentheses behind the name, as the recogniser of names reads it for certain: what stands
    /// between two commas ends with the second ("Norway, speaking also for Iceland and Sweden, and Switzerland").
    /// </summary>
    public string Plain(string list)
    {
        list = Wording.Replace("observerAside", list, ",");
        list = Wording.Replace("followedBy", list, " (on behalf of ${who}) and ");
        list = Wording.Replace("behalfToo", list, "on behalf of");
        list = Wording.Replace("behalfBefore", list, "by ${name} (on behalf of ${who})");
        list = Wording.Replace("inNameOf", list, "（代表${who}）");
        list = Wording.Replace("behalfOfState", list, "${name}（代表${who}）");
        list = Wording.Replace("nationalBy", list, ", ");
        list = Wording.Replace("behalfEnds", list, " (on behalf of ${who}), and ");
        return Wording.Replace("pairedBehalf", list, Wording.Spaced ? " (on behalf of ${who}), " : "（代表");
    }

    public Medium? MediumIn(string words) =>
        words.Length == 0 ? null
            : Wording.Is("recordedVideo", words) ? Medium.RecordedVideo
            : Wording.Is("videoLink", words) ? Medium.VideoLink
            : Wording.Is("inRoom", words) ? Medium.Room
            : null;

    /// <summary>The entries of a list of persons or offices.</summary>
    public IReadOnlyList<string> Entries(string list)
    {
        // What stands in parentheses separates nothing.
        var bare = Wording.Replace("parentheses", list, "");
        var separators = bare.Contains(Wording.Spaced ? ';' : '；', StringComparison.Ordinal) ? "seriesSeparators" : "listSeparators";
        // What stands in parentheses is of one entry.
        var entries = new List<string>();
        var start = 0;
        foreach (var separator in Wording.Matches(separators, list).Where(s => Depth(list[..s.Index]) == 0))
        {
            entries.Add(list[start..separator.Index].Trim());
            start = separator.Index + separator.Length;
        }
        entries.Add(list[start..].Trim());
        return [.. entries.Where(e => e.Length > 0)];
    }

    /// <summary>Several speakers of whatever kind, all of whom have to be understood.</summary>
    public IReadOnlyList<ReadSpeaker>? All(string list, Sentence sentence, bool opens = false)
    {
        list = Wording.Replace("sharedOffice", Wording.Replace("byAgain", Wording.Replace("followingList", list, ""), "${joint}"), "");
        if (Wording.Match("apart", list) is { Success: true } apart)
        {
            var further = list[(apart.Index + apart.Length)..].TrimStart(' ', ',', '，', '、');
            return All(list[..apart.Index], sentence, opens) is not { } both ? null
                : further.Length == 0 ? Apart(both, apart.Value)
                : All(Bare(Wording.Replace("beginning", further, "")), sentence, opens) is { } others ? [.. Apart(both, apart.Value), .. others] : null;
        }
        if ((Several(list, sentence) ?? (One(list, sentence, opens) is { } only ? [only] : null)) is { } whole)
        {
            return whole;
        }
        if (Delegations(list, draft.CapacityOf) is { } delegations && Wording.Is("representatives", list))
        {
            return delegations;
        }
        var read = new List<ReadSpeaker>();
        var entries = Entries(list);
        for (var i = 0; i < entries.Count; i++)
        {
            // A name and an office, or an office with commas in it, may take several of the pieces: the longest that is understood.
            ReadSpeaker? found = null;
            var taken = 0;
            for (var n = Math.Min(entries.Count - i, 6); n >= 1 && found is null; n--)
            {
                var piece = Piece(i, n);
                found = n > 1 && !Wording.Spaced && !piece.Contains('、', StringComparison.Ordinal) ? null : One(piece, sentence, opens);
                taken = n;
            }
            for (var n = 2; n <= Math.Min(entries.Count - i, 6) && found is null && !Wording.Spaced; n++)
            {
                // An office that has "and" in it.
                var piece = Piece(i, n);
                var medium = MediumIn(Aside(piece));
                found = Named(medium is null ? piece : piece[..^Aside(piece).Length].Trim(), sentence, opens) is { } named ? named with { Medium = medium } : null;
                taken = n;
            }
            if (found is null)
            {
                return Actors(list, sentence, whole: true)?.Read;
            }
            read.Add(found);
            i += taken - 1;
        }
        return read.Count == 0 ? null : read;

        // So many entries as they stand in the list.
        string Piece(int first, int count)
        {
            var (at, last) = (list.IndexOf(entries[first], StringComparison.Ordinal), entries[first + count - 1]);
            return list[at..(list.IndexOf(last, at, StringComparison.Ordinal) + last.Length)];
        }
    }

    /// <summary>
    /// Those whom words name one after the other, persons, offices and delegations mixed, with what asides say of them; null
    /// where something else stands among them.
    /// </summary>
    /// <param name="whole">Whether the words are to be such a list to their end; else what follows the list is left.</param>
    public (IReadOnlyList<ReadSpeaker> Read, int End)? Actors(string words, Sentence sentence, bool whole)
    {
        var pieces = Pieces(words);
        var read = new List<ReadSpeaker>();
        // "…; and, by video link, …": said of whoever is named next.
        Medium? next = null;
        var i = 0;
        while (i < pieces.Count)
        {
            var (start, end) = pieces[i];
            if (read.Count > 0 && Wording.Is("toldBy", words[start..end] + " "))
            {
                // Something else is told from here on.
                break;
            }
            if (Wording.Is("mediumFirst", words[start..end]) && i + 1 < pieces.Count)
            {
                (next, i) = (MediumIn(words[start..end]) ?? MediumIn($"by {words[start..end]}"), i + 1);
                continue;
            }
            if (read.Count > 0 && Wording.Is("aside", words[start..end]) && !Wording.Is("secretariatSeveral", words[start..end]))
            {
                // An aside may have "and" in it.
                for (; i + 1 < pieces.Count && Wording.Is("asideGoesOn", words[end..pieces[i + 1].Start]) && !IsActor(words[pieces[i + 1].Start..pieces[i + 1].End], sentence); end = pieces[++i].End)
                {
                }
                read[^1] = Said(read[^1], words[start..end]);
                i++;
            }
            else if (Wording.Is("permanentRepresentative", words[start..end]) && Person(words, pieces, i, sentence) is var (envoy, after0) && envoy.Person is not null)
            {
                read.Add(envoy with { Medium = envoy.Medium ?? next });
                (next, i) = (null, after0);
            }
            else if (Delegations(words, pieces, i) is var (delegations, after))
            {
                read.AddRange(delegations);
                i = after;
            }
            else if (Several(words, pieces, i, sentence) is var (several, after1))
            {
                read.AddRange(several);
                i = after1;
            }
            else if (Person(words, pieces, i, sentence) is var (person, after2))
            {
                read.Add(person with { Medium = person.Medium ?? next });
                (next, i) = (null, after2);
            }
            else if (Wording.Is("floorWords", words[start..end]))
            {
                // "One member, …", "the facilitators, …".
                i++;
            }
            else
            {
                break;
            }
        }
        return read.Count > 0 && (i == pieces.Count || !whole) ? (Apart(read, words), pieces[i - 1].End) : null;
    }

    private bool IsActor(string words, Sentence sentence) => IsDelegations(words) || One(Bare(words), sentence) is not null;

    /// <summary>The pieces of a list, by the places where they begin and end.</summary>
    private List<(int Start, int End)> Pieces(string words)
    {
        var pieces = new List<(int, int)>();
        var start = 0;
        // 埃及 and 圣基茨和尼维斯 have words in them that join names.
        var names = draft.Recogniser.Read(words).Spans.Where(s => s.Kind is SpanKind.Delegation or SpanKind.Group).ToList();
        foreach (var gap in Wording.Matches("listGap", words).Where(g => Depth(words[..g.Index]) == 0 && !names.Exists(n => n.Start <= g.Index && g.Index < n.End)))
        {
            Add(gap.Index);
            start = gap.Index + gap.Length;
        }
        Add(words.Length);
        return pieces;

        void Add(int end)
        {
            if (end > start)
            {
                pieces.Add((start, end));
            }
        }
    }

    /// <summary>A person or an office that a piece names, or several that belong together: a name, and an office with commas in it.</summary>
    private (ReadSpeaker Person, int Next)? Person(string words, List<(int Start, int End)> pieces, int first, Sentence sentence)
    {
        for (var n = Math.Min(pieces.Count - first, 6); n >= 1; n--)
        {
            // "…, who reported on …": said of somebody, and no part of the name.
            if (!Enumerable.Range(first + 1, n - 1).Any(i => Wording.Is("relativePiece", words[pieces[i].Start..pieces[i].End])) && One(Bare(words[pieces[first].Start..pieces[first + n - 1].End]), sentence) is { } found)
            {
                return (found, first + n);
            }
        }
        return null;
    }

    /// <summary>Several whom pieces name by the office they share.</summary>
    private (IReadOnlyList<ReadSpeaker> Read, int Next)? Several(string words, List<(int Start, int End)> pieces, int first, Sentence sentence)
    {
        for (var n = Math.Min(pieces.Count - first, 6); n >= 1; n--)
        {
            var piece = words[pieces[first].Start..pieces[first + n - 1].End];
            if ((Several(piece, sentence) ?? Several(Bare(piece), sentence)) is { Count: > 0 } found)
            {
                return (found, first + n);
            }
        }
        return null;
    }

    private string Bare(string words) => Wording.Replace("actorTail", Wording.Replace("actorLead", words, ""), "");

    /// <summary>Delegations that pieces name one after the other.</summary>
    private (IReadOnlyList<ReadSpeaker> Read, int Next)? Delegations(string words, List<(int Start, int End)> pieces, int first)
    {
        var next = first;
        while (next < pieces.Count && IsDelegations(words[pieces[next].Start..pieces[next].End]))
        {
            next++;
        }
        return next > first && Delegations(words[pieces[first].Start..pieces[next - 1].End], draft.CapacityOf) is { } read ? (read, next) : null;
    }

    /// <summary>Whether words name delegations, or groups, and nothing else.</summary>
    private bool IsDelegations(string words) =>
        draft.Recogniser.Read(words).Spans is var spans && spans.Any(s => s.Kind is SpanKind.Delegation or SpanKind.Group)
        && !spans.Any(s => s.Kind == SpanKind.Delegation && Wording.Is("thanked", words[..s.Start]))
        && spans.All(s => s.Kind != SpanKind.Unrecognised || !s.In(words).Any(char.IsLetter) || Wording.Is("listFiller", s.In(words)) || Wording.Is("floorWords", s.In(words)) || MediumIn(s.In(words)) is not null);

    /// <summary>A speaker with what words beside it say: how it took part, and for whom.</summary>
    public ReadSpeaker Said(ReadSpeaker speaker, string of) => speaker with
    {
        Medium = MediumIn(of) ?? speaker.Medium,
        For =
        [
            .. speaker.For,
            .. Wording.Matches("spokenFor", of)
                // "Ms. Sampaio (Portugal)": where a person is from.
                .Where(m => speaker.Person is null || !m.Groups["aside"].Success || draft.DelegationNamed(m.Groups["words"].Value) is null)
                .SelectMany(m => draft.Recogniser.Read(m.Groups["words"].Value).Spans).Select(s => s.Code).OfType<string>()
                .Where(c => c != speaker.Delegation && !speaker.For.Contains(c)).Distinct(),
        ],
    };

    /// <summary>"The former in person, the latter by video link": what words say of the last two of several, each.</summary>
    public IReadOnlyList<ReadSpeaker> Apart(IReadOnlyList<ReadSpeaker> read, string words)
    {
        // Where the list goes on behind it, it is said as of any other.
        return read.Count < 2 || Wording.Match("apart", words) is not { Success: true } apart || draft.Recogniser.Read(words[(apart.Index + apart.Length)..]).Speakers.Count > 0 ? read
            : Wording.Number(apart.Groups["nth"].Value) is { } nth && nth <= read.Count ? [.. read.Select((one, i) => i == nth - 1 ? Said(one, apart.Groups["latter"].Value) : one)]
            : [.. read.Take(read.Count - 2), Said(read[^2], apart.Groups["former"].Value), Said(read[^1], apart.Groups["latter"].Value)];
    }

    /// <summary>How many parentheses are open at the end.</summary>
    public static int Depth(string text) => text.Count(c => c is '(' or '（') - text.Count(c => c is ')' or '）');

    /// <summary>What stands in parentheses at the end.</summary>
    public static string Aside(string words)
    {
        if (words.Length == 0 || words[^1] is not (')' or '）'))
        {
            return "";
        }
        var open = Math.Max(words.LastIndexOf('(', words.Length - 1), words.LastIndexOf('（', words.Length - 1));
        return open < 0 ? "" : words[open..];
    }

    /// <summary>What stands in the parentheses that follow a name.</summary>
    public static string FirstAside(string words)
    {
        var (open, close) = (words.IndexOfAny(['(', '（']), words.IndexOfAny([')', '）']));
        return open >= 0 && close > open && words.AsSpan(0, open).IndexOfAny(',', '，', '、') < 0 ? words[open..close] : "";
    }

    private ReadSpeaker? Secretariat(string words) =>
        Wording.Is("secretariatRepresentative", words)
            ? new ReadSpeaker(null, null, Office(words), Capacity.Secretariat, [], null)
            : null;

    /// <summary>Two representatives of the secretariat are two speakers, and so are "the Co-Chairs of the expert group, A and B".</summary>
    private IReadOnlyList<ReadSpeaker>? Several(string words, Sentence sentence) =>
        Wording.Match("secretariatSeveral", words.Trim()) is { Success: true } several
            ? Representatives(several.Groups["two"].Success ? 2 : 3, sentence)
            : Wording.Match("officeOfSeveral", words.Trim()) is { Success: true } officers
            ? [.. Entries(officers.Groups["list"].Value).Select(entry => Wording.Match("personOf", entry) is { Success: true } of ? of : Wording.Match("personWithOffice", entry)).Where(m => m.Success)
                .Select(m => Person(m.Groups["person"].Value, Wording.Spaced ? officers.Groups["noun"].Value + officers.Groups["of"].Value : officers.Groups["of"].Value + officers.Groups["noun"].Value, m.Groups["of"].Value, sentence, opens: false)).OfType<ReadSpeaker>()]
            : null;

    /// <summary>So many representatives of the secretariat: those who presented on the item, where there were as many, "one" and "another".</summary>
    private List<ReadSpeaker> Representatives(int count, Sentence sentence)
    {
        var told = draft.Rows<Statement>().Where(s => sentence.Item is { } item && s.AgendaItemId == item.Id && s is { Capacity: Capacity.Secretariat, PersonCode: null })
            .Select(s => s.Office).Where(o => o[Wording.Language]?.Text is { } words && Wording.Is("secretariatRepresentative", words)).Distinct().ToList();
        var alike = draft.Text(Wording.Spaced ? "Representative of the secretariat" : "秘书处代表");
        return [.. (told.Count == count ? told : Enumerable.Repeat(alike, count)).Select(office => new ReadSpeaker(null, null, office, Capacity.Secretariat, [], null))];
    }

    private LocalizedText Office(string words) =>
        draft.Text(Wording.Spaced ? Draft.Capital(Wording.Replace("officeArticle", words, "")) : words);

    private ReadSpeaker? OfficeAlone(string words, Sentence sentence)
    {
        if (!Wording.Is("officeOnly", words))
        {
            return null;
        }
        if (Wording.Is("notInOffice", words) && draft.People.ChairElect is { } elect)
        {
            return new ReadSpeaker(elect.Delegation, elect.Person, Office(words), Capacity.Officer, [], null);
        }
        if (Wording.Is("chair", words))
        {
            return new ReadSpeaker(null, draft.People.ChairAt(sentence.Number), Office(words), Capacity.PresidingOfficer, [], null);
        }
        if (Wording.Is("viceChair", words) || Wording.Is("rapporteurOffice", words))
        {
            return new ReadSpeaker(null, draft.People.Holder(words), Office(words), Capacity.Officer, [], null);
        }
        if (Wording.Is("bodyChair", words))
        {
            return new ReadSpeaker(null, draft.People.Holder(words), Office(words), Capacity.Officer, [], null);
        }
        if (draft.People.Holder(words) is { } holder)
        {
            var role = draft.People.RoleOf(holder);
            return new ReadSpeaker(role?.Delegation, holder, Office(words), Wording.Is("secretariat", words) ? Capacity.Secretariat : role?.Capacity ?? Capacity.Guest, [], null);
        }
        if (Wording.Is("secretariat", words))
        {
            return new ReadSpeaker(null, null, Office(words), Capacity.Secretariat, [], null);
        }
        return Wording.Is("permanentRepresentative", words) && DelegationIn(words) is { } delegation
            ? new ReadSpeaker(delegation, null, Office(words), draft.CapacityOf(delegation), [], null)
            : null;
    }

    private ReadSpeaker? Named(string words, Sentence sentence, bool opens)
    {
        foreach (var pattern in (ReadOnlySpan<string>)["officeWithPerson", "personWithOffice", "personHan", "personCalled", "personAs"])
        {
            if (Wording.Match(pattern, words) is not { Success: true } match)
            {
                continue;
            }
            var name = match.Groups["person"].Value.Trim();
            var office = Wording.Replace("asLead", match.Groups["office"].Value.Trim().TrimEnd(',', '，').Trim(), "");
            if (Wording.Is("notAnOffice", office))
            {
                continue;
            }
            if (Known(name) is null && (office.Length == 0 || pattern == "personCalled" || !IsName(name)) && !(IsName(name) && match.Groups["of"].Success))
            {
                continue;
            }
            return Person(name, office, match.Groups["of"].Value, sentence, opens);
        }
        return null;
    }

    private Person? Known(string name) => draft.People.Named(name) ?? draft.People.BySurname(name);

    private bool IsName(string name) => name.Length > 1 && !Wording.Is("officeWord", name)
        // 马里乌斯 and Jordan Smith begin with the name of a State; it is none.
        && !draft.Recogniser.Read(name).Spans.Any(s => s.Kind is SpanKind.Delegation && s.Length >= name.Trim().Length);

    private ReadSpeaker? Person(string name, string office, string of, Sentence sentence, bool opens)
    {
        var person = draft.People.Introduce(name, sentence.Source);
        if (person is null)
        {
            return null;
        }
        if (draft.People.Named(name) is null)
        {
            draft.People.Learn(person, name);
        }
        var from = of.Length > 0 ? draft.DelegationNamed(of) : null;
        // "… was provided by its Chair": the Chair of the working group that the sentence tells of.
        if (Wording.Match("itsOffice", office) is { Success: true } its && Wording.Match("bodyNamed", sentence.Text) is { Success: true } body)
        {
            office = Wording.Spaced ? $"{its.Groups["noun"].Value} of the {body.Groups["body"].Value}" : body.Groups["body"].Value + its.Groups["noun"].Value;
        }
        // 该司科长: of the division whose head was named before.
        if (Wording.Match("anaphora", office) is { Success: true } that && draft.People.OfficeOf(that.Groups["body"].Value) is { } whole)
        {
            office = whole + office[that.Length..];
        }
        if (office.Length == 0)
        {
            var role = draft.People.RoleOf(person);
            return new ReadSpeaker(role?.Delegation ?? from, person, LocalizedText.None, role?.Capacity ?? (from is not null ? draft.CapacityOf(from) : Capacity.Guest), [], null);
        }
        var (capacity, delegation) = CapacityOf(office, from, opens);
        draft.People.Hold(office, person);
        draft.People.Play(person, capacity, delegation);
        if (capacity == Capacity.PresidingOfficer)
        {
            draft.People.Chair ??= person;
        }
        return new ReadSpeaker(delegation, person, Office(office), capacity, [], null);
    }

    private (Capacity Capacity, string? Delegation) CapacityOf(string office, string? from, bool opens)
    {
        if (Wording.Is("notInOffice", office))
        {
            return (Capacity.Officer, null);
        }
        if (Wording.Is("chair", office))
        {
            return (Capacity.PresidingOfficer, null);
        }
        if (Wording.Is("viceChair", office) || Wording.Is("bodyViceChair", office) || Wording.Is("rapporteurOffice", office) || Wording.Is("bodyChair", office) || Wording.Is("facilitator", office))
        {
            return (Capacity.Officer, null);
        }
        // The head of a division whose office names no other body is of this secretariat; a Permanent Representative to UN-Habitat is not.
        var named = DelegationIn(office);
        if (named is null ? Wording.Is("secretariat", office) || (from is null && Wording.Is("division", office)) : Wording.Is("secretariat", office) && !Wording.Is("permanentRepresentative", office))
        {
            return (Capacity.Secretariat, null);
        }
        var delegation = from ?? named;
        return delegation is null ? (Capacity.Guest, null)
            : opens ? (Capacity.Guest, delegation)
            : (draft.CapacityOf(delegation), delegation);
    }

    /// <summary>The delegation that an office names, a State or an observer: Cabinet Secretary … of Kenya.</summary>
    private string? DelegationIn(string office) =>
        draft.Recogniser.Read(office).Spans.Where(s => s.Kind == SpanKind.Delegation && !Wording.Is("nameGoesOn", office[s.End..]) && !Wording.Is("unOfficial", office[..s.Start])).Select(s => s.Code).Distinct().ToList() is [{ } only]
            && draft.Delegations[only].Kind is not (DelegationKind.UnBody or DelegationKind.NonGovernmental)
            ? only
            : null;

    private ReadSpeaker? Representative(string words)
    {
        if (Wording.Match("representative", words) is not { Success: true } match)
        {
            return null;
        }
        return Delegations(match.Groups["list"].Value, draft.CapacityOf) is [var only] ? only : null;
    }
}
