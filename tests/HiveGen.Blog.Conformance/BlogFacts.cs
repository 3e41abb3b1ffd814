using Blog.Seeding;
using HiveGen;
using HiveGen.Servers;
using HiveGen.Targets.Conformance;
using Xunit;

namespace Blog;

/// <summary>The whole sample with one more target, configured as a user does, whose server stops and starts meanwhile.</summary>
public abstract class BlogFacts(TargetProbe probe) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hivegen-");

    public async Task InitializeAsync()
    {
        await probe.ResetAsync();
        if (!probe.MakesSchema)
        {
            await probe.DeployAsync(Hive.Schema.Synced);
        }
    }

    public async Task DisposeAsync()
    {
        await probe.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [ServerFact]
    public async Task The_sample_arrives_however_often_its_server_and_itself_are_stopped()
    {
        await using (RunningBlog blog = await RunningBlog.StartAsync(folder.FullName, probe.Settings))
        {
            string ada = await blog.JoinAsync("ada");
            await blog.WriteAsync("while the server runs");
            await SeedAsync(blog, 300);
            await blog.Hive.UntilAsync(RunningBlog.Target, static status => status.Seq > 0);

            await probe.StopAsync();
            await blog.WriteAsync("while it is away");
            await blog.RenameAsync(ada, "Ada Lovelace");
            await SeedAsync(blog, 50);
            await blog.Hive.UntilAsync(RunningBlog.Target, static status => status.State == TargetState.Retrying);
            await probe.StartAsync();
            await ArriveAsync(blog);

            await blog.JoinAsync("bob");
            await blog.WriteAsync("by Bob");
            await blog.LeaveAsync(ada);
            await probe.StopAsync();
        }

        // The app was stopped while the server was away, and is started before it is back.
        await using RunningBlog again = await RunningBlog.StartAsync(folder.FullName, probe.Settings);
        await again.JoinAsync("eve");
        await again.WriteAsync("after the restart");
        await again.Hive.UntilAsync(RunningBlog.Target, static status => status.State == TargetState.Retrying);
        await probe.StartAsync();
        await ArriveAsync(again);
    }

    private static async Task SeedAsync(RunningBlog blog, int accounts)
    {
        await foreach (int _ in new Seeder(blog.Hive).RunAsync(accounts))
        {
        }
    }

    private async Task ArriveAsync(RunningBlog blog)
    {
        await blog.Hive.Sync.WhenIdleAsync(RunningBlog.Target, HiveDatabaseExtensions.Limit);
        TargetStatus status = blog.Hive.StatusOf(RunningBlog.Target);
        Assert.Equal(0, status.Dead + status.Parked);
        Assert.NotEmpty(blog.Hive.Records(Hive.Schema.Synced[0]));
        await blog.Hive.EqualsAsync(probe);
    }
}
