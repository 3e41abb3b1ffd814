using System.Data.Common;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    private static readonly string[] WithoutGhosts = ["Rest", "Router"];

    // SQLite's connection and MySQL's driver are parameters there.
    private static readonly (string Adapter, Action<HiveBuilder> Add)[] InCode =
    [
        ("Sqlite", static hive => hive.AddSqlite("reports", Path.Combine(Path.GetTempPath(), "no-such-folder", "x.db"))),
        ("MySql", static hive => hive.AddMySql("reports", static _ => SqliteFactory.Instance.CreateDataSource("Data Source=:memory:"))),
        ("Postgres", static hive => hive.AddPostgres("reports")),
        ("Neon", static hive => hive.AddNeon("reports")),
        ("Turso", static hive => hive.AddTurso("reports")),
        ("PlanetScale", static hive => hive.AddPlanetScale("reports")),
        ("Supabase", static hive => hive.AddSupabase("reports")),
        ("Convex", static hive => hive.AddConvex("reports")),
        ("MongoDb", static hive => hive.AddMongoDb("reports")),
        ("Firestore", static hive => hive.AddFirestore("reports")),
        ("Rest", static hive => hive.AddRest("reports")),
        ("Router", static hive => hive.AddRouter("reports")),
    ];

    static TargetSettingsTests() => DbProviderFactories.RegisterFactory("MySqlConnector", SqliteFactory.Instance);

    [Fact]
    public async Task The_table_of_the_reference_is_what_the_adapters_read()
    {
        string example = File.ReadAllText(Path.Combine(Repository.Root, ".env.example"));
        List<string> rows = [];
        foreach (string adapter in Pages.Keys)
        {
            SortedSet<string> asked = await AskedAsync(adapter, Configured(adapter));
            string[] keys = [.. asked.Where(static key => key.StartsWith(Target + ":", StringComparison.Ordinal)).Select(static key => $"`{key[(Target.Length + 1)..]}`")];
            string[] variables = [.. asked.Where(static key => !key.Contains(':', StringComparison.Ordinal)).Select(static key => $"`{key}`")];
            Assert.All(variables, variable => Assert.Contains(variable.Trim('`'), example, StringComparison.Ordinal));
            rows.Add($"| [`{adapter}`]({Pages[adapter]}) | {string.Join(", ", keys)} | {string.Join(", ", variables)} |\n");
        }

        GeneratedPart.Match("docs/reference/options.md", "targets", "| adapter | keys | variables |\n| --- | --- | --- |\n" + string.Concat(rows));
    }

    [Fact]
    public async Task A_target_that_code_adds_reads_the_same_settings()
    {
        foreach ((string adapter, Action<HiveBuilder> add) in InCode)
        {
            SortedSet<string> asked = await AskedAsync(adapter, Added, add);
            Assert.All((await AskedAsync(adapter, Configured(adapter))).Except(InParameters(adapter)), setting => Assert.True(asked.Contains(setting), $"Add{adapter} does not read {setting}."));
        }
    }

    [Theory]
    [InlineData("never")]
    [InlineData("0")]
    [InlineData("-1.00:00:00")]
    [InlineData("36500.00:00:01")]
    public async Task A_time_to_keep_ghosts_that_is_none_is_told_by_its_key(string retention)
    {
        foreach (string adapter in Pages.Keys.Except(WithoutGhosts))
        {
            Dictionary<string, string?> settings = new(Given(adapter)) { [Target + ":GhostRetention"] = retention };
            foreach ((Func<IServiceProvider, HiveTarget> make, Action<HiveBuilder>? add) in new (Func<IServiceProvider, HiveTarget>, Action<HiveBuilder>?)[] { (Configured(adapter), null), (Added, InCode.Single(one => one.Adapter == adapter).Add) })
            {
                await using WebApplication app = App(add, new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
                HiveException wrong = Assert.Throws<HiveException>(() => make(app.Services));
                Assert.StartsWith($"{Target}:GhostRetention is '{retention}' and must be a time above zero", wrong.Message, StringComparison.Ordinal);
            }
        }
    }

    private static HiveTarget Added(IServiceProvider services) => services.GetRequiredService<IOptions<HiveOptions>>().Value.Targets.Single(static one => one.Name == "reports");

    private static string[] InParameters(string adapter) => adapter switch
    {
        "Sqlite" => [Target + ":Connection"],
        "MySql" => [Target + ":Connection", Target + ":Provider"],
        _ => [],
    };

    private static Func<IServiceProvider, HiveTarget> Configured(string adapter)
        => services => services.GetServices<ITargetAdapter>().Single(one => one.Name == adapter).Create("reports", services.GetRequiredService<IConfiguration>().GetSection(Target), services);

    // At first with nothing, so that every variable is asked for behind its key; then with all that is needed.
    private static async Task<SortedSet<string>> AskedAsync(string adapter, Func<IServiceProvider, HiveTarget> make, Action<HiveBuilder>? add = null)
    {
        SortedSet<string> asked = new(StringComparer.Ordinal);
        await TryAsync(make, add, [], asked);
        await TryAsync(make, add, Given(adapter), asked);
        return asked;
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

    private static async Task TryAsync(Func<IServiceProvider, HiveTarget> make, Action<HiveBuilder>? add, Dictionary<string, string?> settings, ISet<string> asked)
    {
        await using WebApplication app = App(add, new RecordedConfiguration(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), asked));
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(10));
        try
        {
            await using HiveTarget target = make(app.Services);
            await ReachAsync(async () => await target.PrepareAsync([], limit.Token));
            await ReachAsync(async () => await target.ReadCursorAsync("hive_0123456789abcdef", limit.Token));
        }
        catch (HiveException)
        {
            // A setting is missing, which came out by asking for it.
        }
    }

    private static WebApplication App(Action<HiveBuilder>? add, IConfiguration configuration)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.AddHive(add);
        Array.ForEach(Adapters.Register, register => register(builder.Services));
        builder.Services.AddSingleton(configuration);
        return builder.Build();
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
