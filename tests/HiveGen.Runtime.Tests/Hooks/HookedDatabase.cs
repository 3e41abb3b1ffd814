using System.Diagnostics.Metrics;
using HiveGen.Tests.Models;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests.Hooks;

/// <summary>A database whose hooks follow a script.</summary>
internal sealed class HookedDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public HookedDatabase(Script script)
    {
        Script = script;
        services = new ServiceCollection()
            .AddSingleton(script)
            .AddSingleton<ILoggerFactory>(Log)
            .AddSingleton<IMeterFactory>(Measured)
            .AddScoped<ScopeProbe>()
            .AddScoped<ScriptedHooks<Person, PersonChanges>>()
            .AddScoped<ScriptedHooks<Article, ArticleChanges>>()
            .BuildServiceProvider();
        Hive = TestDatabase.Open(
            services,
            HookRegistration.For<ScriptedHooks<Person, PersonChanges>, Person, PersonChanges>(script.Points("Person"), static s => s.GetRequiredService<ScriptedHooks<Person, PersonChanges>>()),
            HookRegistration.For<ScriptedHooks<Article, ArticleChanges>, Article, ArticleChanges>(script.Points("Article"), static s => s.GetRequiredService<ScriptedHooks<Article, ArticleChanges>>()));
    }

    public Script Script { get; }

    public TestDatabase Hive { get; }

    public TestLog Log { get; } = new();

    public Measured Measured { get; } = new();

    public long Jobs
    {
        get
        {
            using SqliteConnection connection = Hive.Sql.OpenRead();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM \"_hive_job\"";
            return (long)command.ExecuteScalar()!;
        }
    }

    /// <summary>Closes the database, which waits for what is behind hooks.</summary>
    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Hive).DisposeAsync();
        await services.DisposeAsync();
        Measured.Dispose();
    }
}
