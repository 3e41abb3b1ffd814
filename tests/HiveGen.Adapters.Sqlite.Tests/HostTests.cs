using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HiveGen.Tests;

public sealed class HostTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_target_in_the_configuration_alone_is_sent_to_and_drained_when_the_host_stops()
    {
        using IHost host = Build(("Hive:Targets:replica:Adapter", "sqlite"), ("Hive:Targets:replica:Connection", $"Data Source={folder.File("replica.db")}"));
        await host.StartAsync();
        Hive hive = host.Services.GetRequiredService<Hive>();
        await hive.Sync.WhenIdleAsync();
        for (int i = 0; i < 500; i++)
        {
            await hive.Accounts.AddAsync(new Account { Email = $"u{i}@x.example" });
        }

        await host.StopAsync();
        Assert.Equal("500", Sql.ReadOne(folder.File("replica.db"), "SELECT count(*) FROM users_live"));
    }

    [Fact]
    public async Task A_target_in_code_and_jobs_work_and_the_router_gets_the_same_target()
    {
        using IHost host = Build(hive => hive.AddSqlite("replica", folder.File("replica.db")).AddJob("greet", static (_, _, _) => Task.CompletedTask));
        await host.StartAsync();
        HiveDatabase hive = host.Services.GetRequiredService<HiveDatabase>();
        Assert.Same(hive.Sync.Targets, host.Services.GetRequiredService<HiveTargets>());
        Assert.Equal("replica", Assert.Single(hive.Sync.Targets.All).Name);
        Assert.True(hive.Engine.Options.Jobs.ContainsKey("greet"));
        await host.StopAsync();
    }

    [Theory]
    [InlineData("2.00:00:00", "0")]
    [InlineData("", "1")]
    public async Task Ghosts_are_kept_as_long_as_the_section_says_or_a_week(string retention, string left)
    {
        FakeTimeProvider clock = new();
        using IHost host = Build(
            hive =>
            {
                hive.Services.AddSingleton<TimeProvider>(clock);
                hive.AddSqlite("replica", folder.File("replica.db"));
            },
            ("Hive:Targets:replica:GhostRetention", retention));
        await using HiveTarget target = host.Services.GetRequiredService<IOptions<HiveOptions>>().Value.Targets.Single();
        await target.PrepareAsync([Replica.Users], CancellationToken.None);
        await target.SendAsync(new SendBatch([Replica.Gone("u1", SyncVersion.Of(1, 5))], null), CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(3));
        await target.SendAsync(new SendBatch([], new CursorMove(Replica.Home, null, new TargetCursor("session_a", 10, 1, 50))), CancellationToken.None);
        Assert.Equal(left, Sql.ReadOne(folder.File("replica.db"), "SELECT count(*) FROM users"));
    }

    [Theory]
    [InlineData("Hive:Targets:crm:Adapter", "Postgress", "Hive:Targets:crm:Adapter is 'Postgress', which is no known adapter. Known adapters: Sqlite.")]
    [InlineData("Hive:Targets:crm:Connection", "x", "Hive:Targets:crm:Adapter is missing. Known adapters: Sqlite.")]
    [InlineData("Hive:Dispatch:Window", "many", "Hive:Dispatch:Window is 'many' and must be a whole number from 1 to 100000.")]
    [InlineData("Hive:Dispatch:SendTimeout", "-1", "Hive:Dispatch:SendTimeout is '-1' and must be a time above zero, such as 00:00:30.")]
    [InlineData("Hive:Synchronous", "Maybe", "Hive:Synchronous is 'Maybe' and must be one of")]
    public async Task A_wrong_setting_stops_the_start_and_names_its_key(string key, string value, string message)
    {
        using IHost host = Build((key, value));
        OptionsValidationException wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("hive.db")));
    }

    [Fact]
    public async Task A_connection_that_is_missing_is_named()
    {
        using IHost host = Build(("Hive:Targets:crm:Adapter", "Sqlite"));
        HiveException wrong = await Assert.ThrowsAsync<HiveException>(() => host.StartAsync());
        Assert.StartsWith("Hive:Targets:crm:Connection is missing", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_can_be_used_before_the_host_starts()
    {
        using IHost host = Build();
        Assert.Empty(host.Services.GetRequiredService<Hive>().Accounts.All().ToList());
    }

    public void Dispose() => folder.Dispose();

    private IHost Build(params (string Key, string Value)[] settings) => Build(static _ => { }, settings);

    private IHost Build(Action<HiveBuilder> configure, params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)).Append(new("Hive:Path", folder.File("hive.db"))));
        builder.AddHive(configure);
        return builder.Build();
    }
}
