using HiveGen.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HiveGen.Tests.Hosting;

public sealed class StopTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task What_the_last_request_wrote_and_what_it_left_behind_arrives_before_the_host_has_stopped(bool concurrently, bool slowly)
    {
        TaskCompletionSource entered = Signal(), finish = Signal(), started = Signal(), release = Signal(), written = Signal(), sending = Signal(), answer = Signal();
        ObservedApp? app = null;
        await using ObservedApp running = app = await ObservedApp.StartAsync(
            build: builder => builder.Services.Configure<HostOptions>(options => options.ServicesStopConcurrently = concurrently),
            map: one => one.MapPost("/slow", async context =>
            {
                entered.SetResult();
                await finish.Task;
                Hive hive = context.RequestServices.GetRequiredService<Hive>();
                await hive.Accounts.AddAsync(new Account { Email = "request@example.com" });
                hive.Engine.Client.Background.Track(BehindAsync(hive), "Account.FollowingAdd");
            }));
        await app.Hive.Sync.WhenIdleAsync();
        // Slowly: what is written behind the request is not sent while that of the request is on its way.
        app.Target.Before = _ =>
        {
            sending.TrySetResult();
            return slowly ? answer.Task : Task.CompletedTask;
        };
        Task<HttpResponseMessage> request = app.Client.PostAsync("/slow", null);
        await entered.Task.WaitAsync(Limit);
        Task stopped = app.StopAsync();
        finish.SetResult();
        await started.Task.WaitAsync(Limit);
        await sending.Task.WaitAsync(Limit);
        await Eventually.StaysOpenAsync(stopped);
        release.SetResult();
        await written.Task.WaitAsync(Limit);
        if (slowly)
        {
            await Eventually.StaysOpenAsync(stopped);
        }

        answer.SetResult();
        await stopped.WaitAsync(Limit);
        Assert.True((await request).IsSuccessStatusCode);
        Assert.Equal(2, app.Target.Arrived.Count(static item => item.Kind == SyncItemKind.State));

        async Task BehindAsync(Hive hive)
        {
            started.SetResult();
            await release.Task;
            await hive.Accounts.AddAsync(new Account { Email = "behind@example.com" });
            written.SetResult();
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
