using HiveGen.Adapters.MySql;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HiveGen.Tests;

/// <summary>Targets as apps add them.</summary>
[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class HostTests(Maria maria)
{
    private const string Answer = """{"session":{"signature":"sig"},"result":{"rowsAffected":"1"}}""";

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task The_code_decides_where_PlanetScale_is_and_the_configuration_does_where_it_says_nothing()
    {
        WireCapture capture = new(Answer);
        await using FixedServer server = await FixedServer.StartAsync(capture.TakeAsync);
        await SendAsync(hive => hive.AddPlanetScale("shop", server.Url, new PlanetScaleTargetOptions { Username = "code", Password = "a" }), ("Hive:Targets:shop:Url", "https://nobody.example"), ("Hive:Targets:shop:Username", "settings"));
        Assert.All(capture.Requests, static request => Assert.Equal("Basic " + Convert.ToBase64String("code:a"u8), request.Headers["authorization"]));
        capture.Requests.Clear();
        await SendAsync(static hive => hive.AddPlanetScale("shop"), ("Hive:Targets:shop:Url", server.Url), ("Hive:Targets:shop:Username", "settings"), ("DATABASE_PASSWORD", "b"));
        Assert.All(capture.Requests, static request => Assert.Equal("Basic " + Convert.ToBase64String("settings:b"u8), request.Headers["authorization"]));
        Assert.NotEmpty(capture.Requests);
    }

    [ServerFact]
    public async Task Rows_bear_the_time_of_the_apps_clock_or_of_the_options()
    {
        await maria.ClearAsync();
        await SendAsync(hive => hive.AddMySql("reports", _ => Maria.Source(maria.ConnectionString)));
        Assert.Single(maria.Read($"select id from notes where _synced_at = '{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss.ffffff}'"));
        await maria.ClearAsync();
        FakeTimeProvider other = new();
        other.Advance(TimeSpan.FromDays(1));
        await SendAsync(hive => hive.AddMySql("reports", _ => Maria.Source(maria.ConnectionString), new MySqlTargetOptions { Clock = other }));
        Assert.Single(maria.Read($"select id from notes where _synced_at = '{other.GetUtcNow():yyyy-MM-dd HH:mm:ss.ffffff}'"));
    }

    private async Task SendAsync(Action<HiveBuilder> configure, params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        HiveRegistration.AddHive(builder, configure);
        using IHost host = builder.Build();
        await using HiveTarget target = host.Services.GetRequiredService<IOptions<HiveOptions>>().Value.Targets.Single();
        if (target is MySqlTarget)
        {
            await target.PrepareAsync(Items.Models, CancellationToken.None);
        }

        Assert.Equal(ItemStatus.Applied, Assert.Single(await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None)).Status);
    }
}
