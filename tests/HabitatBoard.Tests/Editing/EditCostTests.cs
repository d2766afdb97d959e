using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using HabitatBoard.Tests.Api.V1.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Editing;

/// <summary>The application, counting what it asks its databases.</summary>
public sealed class CountingFixture : BoardFixture
{
    private readonly CommandCounter counter = new();
    private readonly SavepointCounter savepoints = new();

    internal IReadOnlyList<string> Commands => counter.Commands;

    internal int Savepoints => savepoints.Count;

    internal void Reset()
    {
        counter.Commands.Clear();
        savepoints.Count = 0;
    }

    protected override void Configure(DbContextOptionsBuilder builder) => builder.AddInterceptors(counter, savepoints);

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            // Inside a transaction alone: what is looked up before it keeps no other writer waiting.
            if (command.Transaction is not null)
            {
                Commands.Add(command.CommandText);
            }
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private sealed class SavepointCounter : DbTransactionInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult> CreatingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.CreatingSavepointAsync(transaction, eventData, result, cancellationToken);
        }
    }
}

/// <summary>What one edit costs: writers take turns, so that what it asks the database is what they wait for.</summary>
public sealed class EditCostTests(CountingFixture board, ITestOutputHelper output) : IClassFixture<CountingFixture>
{
    private const string Item = "/sessions/2024-1/agenda/5";

    [Fact]
    public async Task AnEdit_AsksTheDatabaseNoMoreThanItHasTo()
    {
        var writer = await Writer.WithKeyAsync(board);
        var tag = (await writer.GetAsync($"{Item}?store=working")).ETag;
        // The first asks for what is then remembered.
        tag = (await writer.PatchAsync(Item, new JsonObject { ["title"] = new JsonObject { ["en"] = "Once" } }, tag)).Is(HttpStatusCode.OK).ETag;
        board.Reset();

        (await writer.PatchAsync(Item, new JsonObject { ["title"] = new JsonObject { ["en"] = "Twice" } }, tag)).Is(HttpStatusCode.OK);

        output.WriteLine($"{board.Commands.Count} commands, {board.Savepoints} savepoints\n\n{string.Join("\n\n", board.Commands)}");
        // The session; the item twice, for the patch and for the version; who else has its number; the item written and read
        // back; the head of the history and the row after it.
        Assert.True(board.Commands.Count <= 8, string.Join("\n\n", board.Commands));
        Assert.Equal(0, board.Savepoints);
    }
}
