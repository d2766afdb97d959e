using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Delegations;

/// <summary>A recogniser over the registers of the seed.</summary>
public sealed class RecognitionFixture : IAsyncLifetime
{
    public IReadOnlyList<Delegation> Delegations { get; private set; } = [];
    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public Recogniser Recogniser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var installation = await TestInstallation.SeededAsync();
        await using var db = await installation.Stores.Working.CreateDbContextAsync();
        Delegations = await db.Delegations.Include(d => d.Aliases).OrderBy(d => d.Code).ToListAsync();
        Groups = await db.Groups.OrderBy(g => g.Code).ToListAsync();
        Recogniser = new Recogniser(Delegations, Groups);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary><c>CMR(AFR) EGY(G77) EGY</c>.</summary>
    internal static string Notation(IEnumerable<(string Code, IReadOnlyList<string> For)> speakers) =>
        string.Join(' ', speakers.Select(s => s.For.Count == 0 ? s.Code : $"{s.Code}({string.Join(',', s.For)})"));

    internal static string Notation(Recognition recognition) => Notation(recognition.Speakers.Select(s => (s.Code, s.OnBehalfOf)));
}
