using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests.Hosting;

public sealed class JobScopeTests
{
    [Fact]
    public async Task Every_run_of_a_job_has_services_of_its_own_which_end_with_it()
    {
        List<Scoped> seen = [];
        TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ObservedApp app = await ObservedApp.StartAsync(
            static builder => builder.Services.AddScoped<Scoped>(),
            hive => hive.AddJob("mail", (services, _, _) =>
            {
                lock (seen)
                {
                    seen.Add(services.GetRequiredService<Scoped>());
                    Assert.Same(seen[^1], services.GetRequiredService<Scoped>());
                    Assert.False(seen[^1].Ended.Task.IsCompleted);
                    if (seen.Count == 2)
                    {
                        second.SetResult();
                    }
                }

                return Task.CompletedTask;
            }));
        await app.Hive.BatchAsync(static batch =>
        {
            batch.Enqueue("mail", "1");
            batch.Enqueue("mail", "2");
        });
        await second.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.NotSame(seen[0], seen[1]);
        await Task.WhenAll(seen.Select(static one => one.Ended.Task)).WaitAsync(TimeSpan.FromSeconds(60));
    }

    private sealed class Scoped : IDisposable
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => Ended.TrySetResult();
    }
}
