using Blog.Seeding;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class SeederTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Seeded_records_are_valid_counted_and_arrive()
    {
        await using BlogServer server = await BlogServer.StartAsync(folder);
        Hive hive = server.Service<Hive>();
        Seeder seeder = new(hive);
        List<int> progress = [];
        await foreach (int done in seeder.RunAsync(300))
        {
            progress.Add(done);
        }

        await server.SyncedAsync();

        Assert.Equal([250, 300], progress);
        Assert.Equal(300, hive.Profiles.All().Count());
        Assert.Equal(seeder.Records, hive.Accounts.All().Count() + hive.Profiles.All().Count() + hive.Posts.All().Count() + hive.Comments.All().Count());
        Assert.Equal(600L, new Replica(folder).Scalar("SELECT count(*) FROM posts_live"));
    }

    [Fact]
    public async Task Seeding_twice_adds_other_people()
    {
        await using BlogServer server = await BlogServer.StartAsync(folder);
        Hive hive = server.Service<Hive>();
        for (int run = 0; run < 2; run++)
        {
            await foreach (int _ in new Seeder(hive).RunAsync(5))
            {
            }
        }

        Assert.Equal(10, hive.Accounts.All().Count());
    }
}
