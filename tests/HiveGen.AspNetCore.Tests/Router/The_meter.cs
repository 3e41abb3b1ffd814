using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HiveGen.Targets;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class The_meter
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";
    private const string Batch = """{"model":"users","operation":"delete","records":[{"recordId":"u"},{}]}""";

    [Fact]
    public async Task Every_request_is_counted_once_by_what_came_of_it()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:RateLimit=9", "HiveSync:MaxBodyBytes=1024"]);
        ConcurrentQueue<string> counted = [];
        using MeterListener listener = new();
        IMeterFactory factory = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "hive.router.requests" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => counted.Enqueue($"{count} {tags[0].Value} {tags[1].Value}"));
        listener.Start();

        Task<Answer> KeyedAsync() => app.PostAsync("/sync", Body, change: static r => r.Headers.Add("Idempotency-Key", "k"));
        (await KeyedAsync()).Accepts();
        (await KeyedAsync()).Accepts();
        await app.BatchAsync(Batch);
        (await app.SyncAsync("{")).Refuses(400, "");
        (await app.SyncAsync(Body, "wrong")).Refuses(401, "");
        (await app.SyncAsync(new string(' ', 2000))).Refuses(413, "");
        app.Target.Before = static (_, _) => new([new ItemOutcome(ItemStatus.Conflict, "of another home")]);
        (await app.SyncAsync(Body)).Refuses(409, "");
        app.Target.Before = static (_, _) => throw new TargetException(TargetFailure.Transient, "down");
        (await app.SyncAsync(Body)).Refuses(500, "");
        app.Target.Before = null;
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body)).Accepts();
        (await app.SyncAsync(Body)).Refuses(429, "");
        Assert.Equal(
            ["1 sync success", "1 sync repeated", "1 batch partial", "1 sync invalid", "1 sync unauthorized", "1 sync too_large", "1 sync conflict", "1 sync failed", "1 sync success", "1 sync success", "1 sync rate_limited"],
            counted);
    }
}
