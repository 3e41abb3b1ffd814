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
        { Fine with { State = TargetState.Retrying, Reason = "no route." }, "db fails and is tried again: no route." },
        { Fine with { State = TargetState.Stopped, Heartbeat = default }, "db is not sent to" },
        { Fine with { Heartbeat = Now.AddMinutes(-3) }, "db has not been looked at for 180 s." },
        { Fine with { Dead = 2 }, "db has 2 dead letter(s)" },
        { Fine with { OldestUnsent = TimeSpan.FromSeconds(301) }, "db is behind by 301 s." },
    };

    [Fact]
    public void A_target_that_is_sent_to_is_healthy()
    {
        HealthCheckResult result = HiveHealthCheck.Judge([Fine, Fine with { Name = "two", State = TargetState.Loading, Parked = 3, OldestUnsent = TimeSpan.FromMinutes(5) }], Now, TimeSpan.FromMinutes(5));
        Assert.Equal(HealthStatus.Healthy, result.Status);
        Assert.Equal(3, result.Data["two.parked"]);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_degrades_and_is_told(TargetStatus target, string telling)
    {
        HealthCheckResult result = HiveHealthCheck.Judge([Fine with { Name = "other" }, target], Now, TimeSpan.FromMinutes(5));
        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Contains(telling, result.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("other ", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_without_targets_is_healthy()
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddHealthChecks().AddHiveChecks();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, report.Entries["hive"].Status);
    }

    [Fact]
    public async Task A_Hive_that_cannot_be_opened_is_unhealthy()
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<HiveDatabase>(static _ => throw new HiveException("hive.db is locked by another process."));
        services.AddHealthChecks().AddHiveChecks();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["hive"].Status);
        Assert.Contains("locked", report.Entries["hive"].Description, StringComparison.Ordinal);
    }
}
