using HiveGen.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HiveGen.AspNetCore.Tests.Health;

public sealed class The_health_check
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TargetStatus Fine = new("db", TargetState.Running, null, 5, 0, TimeSpan.Zero, 0, 0, 0, 0, Now);

    public static TheoryData<TargetStatus, string> Faults => new()
    {
        { Fine with { State = TargetState.Paused, Reason = "the cursor is another's." }, "db is paused and waits for a person: the cursor is another's." },
        { Fine with { State = TargetState.Retrying, Breaker = BreakerState.Open, Reason = "no route." }, "db fails and is tried again by itself; nothing is lost meanwhile: no route." },
        { Fine with { Breaker = BreakerState.HalfOpen, Reason = "no route." }, "db fails and is tried again by itself" },
        { Fine with { State = TargetState.Stopped }, "db is not sent to" },
        { Fine with { Dead = 2 }, "db has 2 dead letter(s)" },
        { Fine with { OldestUnsent = TimeSpan.FromSeconds(301) }, "db is behind by 301 s." },
    };

    [Fact]
    public void A_target_that_is_sent_to_has_no_fault_and_is_told_in_numbers()
    {
        (Dictionary<string, object> data, List<string> faults) = Judge(Fine, Fine with { Name = "two", State = TargetState.Loading, Parked = 3, OldestUnsent = TimeSpan.FromMinutes(5) });
        Assert.Empty(faults);
        Assert.Equal(3, data["two.parked"]);
        Assert.Equal("Closed", data["db.breaker"]);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_target(TargetStatus target, string telling)
    {
        (_, List<string> faults) = Judge(Fine with { Name = "other" }, target);
        Assert.StartsWith(telling, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_without_a_heartbeat_is_named_and_one_with_a_late_one_is_not()
    {
        LiveCheck check = new(new ServiceCollection().BuildServiceProvider(), TimeProvider.System, new HiveHealthOptions());
        Dictionary<string, object> data = [];
        List<string> faults = [];
        check.Judge([new LoopStatus("(jobs)", Now.AddSeconds(-30), 2), new LoopStatus("db", Now.AddSeconds(-31), 0)], Now, data, faults);
        Assert.StartsWith("The loop db has not come round for 31 s", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal(30.0, data["(jobs).silentSeconds"]);
        Assert.Equal(2, data["(jobs).restarts"]);
    }

    [Fact]
    public async Task An_app_without_a_Hive_is_healthy()
    {
        HealthReport report = await CheckAsync(static _ => { });
        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(["hive", "hive-sync"], report.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["hive", "live", "ready"], report.Entries["hive"].Tags);
        Assert.Equal(["hive", "ready"], report.Entries["hive-sync"].Tags);
    }

    [Fact]
    public async Task A_Hive_that_cannot_be_opened_is_unhealthy()
    {
        HealthReport report = await CheckAsync(static services => services.AddSingleton<HiveDatabase>(static _ => throw new HiveException("hive.db is locked by another process.")));
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["hive"].Status);
        Assert.Contains("locked", report.Entries["hive"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_of_nothing_is_refused()
    {
        IHealthChecksBuilder builder = new ServiceCollection().AddHealthChecks();
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddHiveChecks(static options => options.MaxAge = TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddHiveChecks(static options => options.MaxSilence = TimeSpan.Zero));
    }

    private static (Dictionary<string, object> Data, List<string> Faults) Judge(params TargetStatus[] targets)
    {
        SyncCheck check = new(new ServiceCollection().BuildServiceProvider(), new HiveHealthOptions());
        Dictionary<string, object> data = [];
        List<string> faults = [];
        check.Judge(targets, data, faults);
        return (data, faults);
    }

    private static async Task<HealthReport> CheckAsync(Action<IServiceCollection> add)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddHealthChecks().AddHiveChecks();
        add(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }
}
