using System.Data.Common;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>Every adapter is made from a configuration that notes what it is asked for, and tried at an address where nobody answers.</summary>
public sealed class TargetSettingsTests
{
    private const string Target = "Hive:Targets:reports";
    private const string Nobody = "http://127.0.0.1:9";

    private static readonly Dictionary<string, string> Pages = new()
    {
        ["Sqlite"] = "../targets.md#sqlite",
        ["Postgres"] = "../adapters/postgres.md",
        ["Neon"] = "../adapters/neon.md",
        ["Turso"] = "../adapters/turso.md",
        ["MySql"] = "../adapters/mysql.md",
        ["PlanetScale"] = "../adapters/planetscale.md",
        ["Supabase"] = "../adapters/supabase.md",
        ["Convex"] = "../adapters/convex.md",
        ["MongoDb"] = "../adapters/mongodb.md",
        ["Firestore"] = "../adapters/firestore.md",
        ["Rest"] = "../adapters/rest.md",
        ["Router"] = "../remote.md#the-sender",
    };

    [Fact]
    public async Task The_table_of_the_reference_is_what_the_adapters_read()
    {
        DbProviderFactories.RegisterFactory("MySqlConnector", SqliteFactory.Instance);
        string example = File.ReadAllText(Path.Combine(Repository.Root, ".env.example"));
        List<string> rows = [];
        foreach (string adapter in Pages.Keys)
        {
            // At first with nothing, so that every variable is asked for behind its key; then with all that is needed.
            SortedSet<string> asked = new(StringComparer.Ordinal);
            await TryAsync(adapter, [], asked);
            await TryAsync(adapter, Given(adapter), asked);
            string[] keys = [.. asked.Where(static key => key.StartsWith(Target + ":", StringComparison.Ordinal)).Select(static key => $"`{key[(Target.Length + 1)..]}`")];
            string[] variables = [.. asked.Where(static key => !key.Contains(':', StringComparison.Ordinal)).Select(static key => $"`{key}`")];
            Assert.All(variables, variable => Assert.Contains(variable.Trim('`'), example, StringComparison.Ordinal));
            rows.Add($"| [`{adapter}`]({Pages[adapter]}) | {string.Join(", ", keys)} | {string.Join(", ", variables)} |\n");
        }

        GeneratedPart.Match("docs/reference/options.md", "targets", "| adapter | keys | variables |\n| --- | --- | --- |\n" + string.Concat(rows));
    }

    private static Dictionary<string, string?> Given(string adapter) => adapter switch
    {
        "Sqlite" => new() { [Target + ":Connection"] = Path.Combine(Path.GetTempPath(), "no-such-folder", "x.db") },
        "Postgres" or "Neon" => new() { [Target + ":Connection"] = "postgres://user:password@127.0.0.1:9/database" },
        "MySql" => new() { [Target + ":Connection"] = "Data Source=:memory:" },
        "PlanetScale" => new() { [Target + ":Url"] = Nobody, [Target + ":Username"] = "user", [Target + ":Password"] = "password" },
        "MongoDb" => new() { [Target + ":Connection"] = "mongodb://user:password@127.0.0.1:9/database" },
        "Firestore" => new() { [Target + ":ProjectId"] = "my-project", [Target + ":Emulator"] = "127.0.0.1:9" },
        "Turso" => new() { [Target + ":Url"] = "https://nobody.invalid" }, // one on this machine needs no token
        "Rest" => new() { [Target + ":Url"] = Nobody, [Target + ":CursorPath"] = "/cursor" },
        _ => new() { [Target + ":Url"] = Nobody },
    };

    private static async Task TryAsync(string name, Dictionary<string, string?> settings, ISet<string> asked)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.AddHive();
        Array.ForEach(Adapters.Register, register => register(builder.Services));
        RecordedConfiguration configuration = new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), asked);
        builder.Services.AddSingleton<IConfiguration>(configuration);
        await using WebApplication app = builder.Build();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(10));
        try
        {
            await using HiveTarget target = app.Services.GetServices<ITargetAdapter>().Single(one => one.Name == name).Create("reports", configuration.GetSection(Target), app.Services);
            await ReachAsync(async () => await target.PrepareAsync([], limit.Token));
            await ReachAsync(async () => await target.ReadCursorAsync("hive_0123456789abcdef", limit.Token));
        }
        catch (HiveException)
        {
            // A setting is missing, which came out by asking for it.
        }
    }

    private static async Task ReachAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is HiveException or HttpRequestException or IOException or DbException or OperationCanceledException)
        {
            // Nobody is there, as was meant.
        }
    }
}
