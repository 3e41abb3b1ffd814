using System.Threading.RateLimiting;
using HiveGen.Security;

namespace HiveGen.AspNetCore.Tests.Security;

public sealed class Rates
{
    private const string Body = """{"model":"users","operation":"delete","recordId":"u"}""";
    private const string Other = "another-secret-0123456789";

    [Fact]
    public async Task A_client_has_a_hundred_requests_a_minute_and_then_waits()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret]);
        for (int i = 0; i < 100; i++)
        {
            Answer answer = await app.SyncAsync(Body);
            answer.Accepts();
            Assert.Equal(("100", (99 - i).ToString(System.Globalization.CultureInfo.InvariantCulture)), (answer.Header("RateLimit-Limit"), answer.Header("RateLimit-Remaining")));
        }

        app.Clock.Advance(TimeSpan.FromSeconds(20));
        Answer refused = await app.SyncAsync(Body);
        refused.Refuses(429, "Too many requests");
        Assert.Equal(("40", "40", "0"), (refused.Header("Retry-After"), refused.Header("RateLimit-Reset"), refused.Header("RateLimit-Remaining")));
        app.Clock.Advance(TimeSpan.FromSeconds(39.9));
        (await app.BatchAsync("{}")).Refuses(429, "Too many requests");
        app.Clock.Advance(TimeSpan.FromSeconds(0.1));
        (await app.SyncAsync(Body)).Accepts();
    }

    [Fact]
    public async Task Clients_do_not_use_up_each_others_requests_and_guessing_does_not_help()
    {
        await using RouterApp app = await RouterApp.StartAsync([$"SYNC_SECRET={RouterApp.Secret},{Other}", "HiveSync:RateLimit=2", "HiveSync:RateWindow=00:00:10"]);
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body)).Refuses(429, "Too many");
        (await app.SyncAsync(Body, Other)).Accepts();
        (await app.SyncAsync(Body, "guess-1")).Refuses(401, "Unauthorized");
        (await app.SyncAsync(Body, "guess-2")).Refuses(401, "Unauthorized");
        (await app.SyncAsync(Body, "guess-3")).Refuses(429, "Too many");
        (await app.SyncAsync(Body, Other)).Accepts();
    }

    [Fact]
    public async Task A_limit_of_zero_is_none()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        Assert.Null((await app.SyncAsync(Body)).Header("RateLimit-Limit"));
    }

    [Fact]
    public void An_idle_window_can_be_forgotten_and_a_used_one_cannot()
    {
        FakeTimeProvider clock = new();
        using WindowLimiter limiter = new(static () => new RateRule(1, TimeSpan.FromMinutes(1)), clock);
        using RateLimitLease first = limiter.AttemptAcquire();
        using RateLimitLease second = limiter.AttemptAcquire();
        Assert.True(first.IsAcquired);
        Assert.False(second.IsAcquired);
        Assert.Null(limiter.IdleDuration);
        Assert.Equal(0, limiter.GetStatistics()!.CurrentAvailablePermits);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(TimeSpan.FromSeconds(1), limiter.IdleDuration);
        Assert.Equal(1, limiter.GetStatistics()!.CurrentAvailablePermits);
    }
}
