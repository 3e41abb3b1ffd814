using Blog.Seeding;
using HiveGen.Adapters.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HiveGen.Tests;

/// <summary>The Blog's files: its Hive, and a replica that follows.</summary>
internal sealed class BlogFile : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly TestFolder folder = new();

    public string Hive => folder.File("blog.db");

    public string Replica => folder.File("replica.db");

    public HiveOptions Options(params string[] allowed)
    {
        HiveOptions options = new() { Path = Hive, LockTimeout = TimeSpan.Zero };
        options.Targets.Add(new SqliteTarget("replica", Replica));
        options.Migrations.Allow.AddRange(allowed);
        return options;
    }

    /// <summary>The Blog of today, filled and sent; then changes that nobody sends any more.</summary>
    public async Task FillAsync(int accounts)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        Blog.HiveRegistration.AddHive(builder, hive => hive.AddTarget("replica", _ => new SqliteTarget("replica", Replica)).Configure(options => options.Path = Hive));
        using IHost host = builder.Build();
        await using Blog.Hive blog = host.Services.GetRequiredService<Blog.Hive>();
        await foreach (int _ in new Seeder(blog).RunAsync(accounts))
        {
        }

        blog.Sync.Start();
        await blog.Sync.WhenIdleAsync("replica", Limit);
        await blog.Sync.StopAsync();
        await blog.Sessions.AddAsync(new Blog.Models.Session { Account = blog.Accounts.OrderBy(a => a.Id).First().Id, TokenHash = "t" });
        await blog.Posts.RemoveAsync(blog.Posts.OrderBy(p => p.Id).First().Id);
        await blog.Posts.SetAsync(blog.Posts.OrderByDescending(p => p.Id).First().Id, new() { Title = "Changed while nobody listened" });
    }

    /// <summary>Sends what waits, and compares every record with the replica.</summary>
    public static async Task FollowAsync(HiveDatabase hive)
    {
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync("replica", Limit);
        VerifyReport report = await hive.Sync.VerifyAsync("replica");
        Assert.True(report.Equal && report.Records > 0, $"{report.Different} of {report.Records} records differ: {report.Differences.FirstOrDefault()}");
        await hive.Sync.StopAsync();
    }

    public List<string> Read(string sql) => Sql.Read(Hive, sql);

    public List<string> ReadReplica(string sql) => Sql.Read(Replica, sql);

    public void Dispose() => folder.Dispose();
}
