using FluentValidation;

namespace HabitatBoard.Data;

/// <summary>The database systems that can hold the record.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Where the record is kept: the sections <c>Database</c>, <c>Data</c> and <c>ConnectionStrings</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Database:Provider</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary><c>Database:MaxBatchSize</c>: how many commands EF Core sends at once; null leaves it to the provider.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary><c>Data:Folder</c>: where all files of an installation live.</summary>
    public string Folder { get; set; } = "data";

    /// <summary><c>ConnectionStrings:Working</c>, for SQL Server.</summary>
    public string? Working { get; set; }

    /// <summary><c>ConnectionStrings:Published</c>, for SQL Server.</summary>
    public string? Published { get; set; }

    /// <summary><c>ConnectionStrings:Accounts</c>, for SQL Server.</summary>
    public string? Accounts { get; set; }

    public sealed class Validator : AbstractValidator<DatabaseOptions>
    {
        public Validator()
        {
            RuleFor(o => o.MaxBatchSize).InclusiveBetween(1, 1_000).WithMessage("Database:MaxBatchSize must lie between 1 and 1000; leave it out for the default.");
            RuleFor(o => o.Folder).NotEmpty().WithMessage("Data:Folder must name a folder; leave it out for ./data.");
            When(o => o.Provider == DatabaseProvider.SqlServer, () =>
            {
                RuleFor(o => o.Working).NotEmpty().WithMessage("Database:Provider=SqlServer needs ConnectionStrings:Working.");
                RuleFor(o => o.Published).NotEmpty().WithMessage("Database:Provider=SqlServer needs ConnectionStrings:Published.");
                RuleFor(o => o.Accounts).NotEmpty().WithMessage("Database:Provider=SqlServer needs ConnectionStrings:Accounts.");
                RuleFor(o => o.Published).NotEqual(o => o.Working).When(o => !string.IsNullOrEmpty(o.Working))
                    .WithMessage("ConnectionStrings:Working and ConnectionStrings:Published must name two databases.");
                RuleFor(o => o.Accounts).Must((o, accounts) => accounts != o.Working && accounts != o.Published).When(o => !string.IsNullOrEmpty(o.Accounts))
                    .WithMessage("ConnectionStrings:Accounts must name a database of its own.");
            });
        }
    }
}
