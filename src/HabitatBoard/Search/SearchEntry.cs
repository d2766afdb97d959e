using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HabitatBoard.Languages;

namespace HabitatBoard.Search;

/// <summary>One thing in one language, as the index holds it.</summary>
/// <param name="Id">Its key in the feed of changes.</param>
/// <param name="Title">What a hit is headed with.</param>
/// <param name="Path">The address of its page, without language.</param>
internal sealed record SearchEntry(SearchType Type, string Id, Language Language, string Title, string Path)
{
    /// <summary>Where its title comes from; of a paragraph, its text.</summary>
    public TextStatus Status { get; init; }

    /// <summary>Whether its title is searched; the heading over a paragraph is only shown.</summary>
    public bool Titled { get; init; } = true;

    /// <summary>What is searched beside the title, and shown as the snippet.</summary>
    public string Body { get; init; } = "";

    /// <summary>What is searched but not shown: numbers and other names.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    public string? Session { get; init; }
    public int? Paragraph { get; init; }

    /// <summary>The slugs of the agenda items it concerns.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The codes of the delegations it concerns.</summary>
    public IReadOnlyList<string> Delegations { get; init; } = [];

    /// <summary>The keys of its symbol or number.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Its whole names beside the title; whoever types one finds it first, and each is suggested.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The values of its facets, as <see cref="Facets"/> reads them.</summary>
    public string Packed => Facets.Pack(this);

    /// <summary>The same for a thing in all its languages.</summary>
    public long Thing => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{Type} {Id}")));

    /// <summary>Changes when anything of it does.</summary>
    public byte[] Digest() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)).AsSpan(0, 16).ToArray();
}
