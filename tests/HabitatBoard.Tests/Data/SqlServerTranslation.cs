using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using HabitatBoard.Accounts;
using HabitatBoard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace HabitatBoard.Tests.Data;

/// <summary>
/// Compiles every query that the suite runs on SQLite for SQL Server too. A query that SQL Server's provider cannot
/// translate fails at once, in the test that runs it.
/// </summary>
internal sealed class SqlServerTranslation : IQueryExpressionInterceptor
{
    private static readonly MethodInfo Compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;
    private static readonly DbContextOptions<SqlServerBoardDbContext> Offline =
        new DbContextOptionsBuilder<SqlServerBoardDbContext>().UseSqlServer("Server=nowhere").Options;
    private static readonly DbContextOptions<SqlServerAccountsDbContext> OfflineAccounts = AccountsOffline();

    // One for all contexts: EF Core keeps a set of services for each different interceptor.
    private static readonly SqlServerTranslation Only = new();

    /// <summary>The distinct queries compiled so far.</summary>
    public static ConcurrentDictionary<string, byte> Queries { get; } = new();

    public static void Observe(DbContextOptionsBuilder builder)
    {
        if (!TestSqlServer.IsGiven)
        {
            builder.AddInterceptors(Only);
        }
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context?.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            CompileForSqlServer(queryExpression, eventData.Context is AccountsDbContext);
        }
        return queryExpression;
    }

    public static void CompileForSqlServer(Expression query, bool accounts = false)
    {
        using DbContext db = accounts ? new SqlServerAccountsDbContext(OfflineAccounts) : new SqlServerBoardDbContext(Offline);
        var translated = new Roots(db).Visit(query);
        var sequence = query.Type.GetInterfaces().Prepend(query.Type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var result = sequence is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(sequence.GetGenericArguments());
        try
        {
            Compile.MakeGenericMethod(result).Invoke(db.GetService<IDatabase>(), [translated, false]);
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException($"SQL Server cannot run this query: {e.InnerException!.Message}", e.InnerException);
        }
        Queries.TryAdd(ExpressionPrinter.Print(query), 0);
    }

    private static DbContextOptions<SqlServerAccountsDbContext> AccountsOffline()
    {
        var builder = new DbContextOptionsBuilder<SqlServerAccountsDbContext>().UseSqlServer("Server=nowhere");
        AccountsDbContext.Configure(builder);
        return builder.Options;
    }

    /// <summary>Puts SQL Server's entity types where SQLite's were.</summary>
    private sealed class Roots(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);
    }
}
