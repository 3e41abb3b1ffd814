using System.Globalization;
using HiveGen.TestModels;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>
/// A sender and a router with every fault between them. <c>HIVEGEN_SEED</c> replays, <c>HIVEGEN_FAULTS</c> sets how many faults.
/// </summary>
public sealed class ConvergenceTests(ITestOutputHelper output) : IDisposable
{
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(static fault => fault != Fault.None)];

    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task Whatever_the_network_does_the_target_comes_to_equal_the_Hive()
    {
        int seed = Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        int faults = Setting("HIVEGEN_FAULTS") ?? 300;
        output.WriteLine($"HIVEGEN_SEED={seed}");
        Random random = new(seed);
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using FaultProxy proxy = await FaultProxy.StartAsync(central.Url);
        await using (Edge edge = new(folder.File("edge.db"), proxy.Url, proxy: proxy))
        {
            await edge.DrainAsync();
            Rows.Watch(Replica);
            Writer writer = new(edge.Hive, random);
            int done = 0;
            Lock gate = new();
            Random script = new(seed + 1);
            proxy.Script = _ =>
            {
                lock (gate)
                {
                    // Every fault in turn, so that none is left out; what it meets is random.
                    return script.Next(2) > 0 ? Faults[done++ % Faults.Length] : Fault.None;
                }
            };
            while (done < faults)
            {
                for (int writes = random.Next(1, 6); writes > 0; writes--)
                {
                    await writer.WriteAsync();
                }

                int until = done + random.Next(1, 8);
                await edge.UntilAsync(status => done >= until || status is { Lag: 0, Parked: 0 });
                Assert.Empty(Sql.Read(edge.Path, "SELECT id FROM _hive_parked WHERE dead = 0 AND next_at IS NULL"));
            }

            proxy.Script = static _ => Fault.None;
            await edge.DrainAsync();
            Assert.Equal(0, edge.Status.Dead);
            output.WriteLine(string.Join(", ", proxy.Done.Select(static pair => $"{pair.Key} {pair.Value}")));
            output.WriteLine(string.Join(", ", edge.Sender.Failures.Select(static pair => $"{pair.Key} {pair.Value}")));
            Assert.All(Faults, fault => Assert.True(proxy.Done.ContainsKey(fault), $"{fault} never came."));
        }

        Rows.AssertSame(folder.File("edge.db"), Replica);
        Assert.Empty(Rows.Wrong(Replica));
        Assert.NotEqual("0", Sql.ReadOne(Replica, "SELECT count(*) FROM users_live"));
    }

    [Fact]
    public async Task An_outage_of_an_hour_costs_nothing_but_time()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using FaultProxy proxy = await FaultProxy.StartAsync(central.Url);
        await using (Edge edge = new(folder.File("edge.db"), proxy.Url, proxy: proxy))
        {
            await edge.DrainAsync();
            Rows.Watch(Replica);
            int number = 0;
            proxy.Script = _ => (Interlocked.Increment(ref number) % 4) switch
            {
                0 => Fault.Unavailable,
                1 => Fault.Reset,
                2 => Fault.Hang,
                _ => Fault.Error,
            };
            Writer writer = new(edge.Hive, new Random(7));
            DateTimeOffset end = edge.Clock.GetUtcNow() + TimeSpan.FromHours(1);
            while (edge.Clock.GetUtcNow() < end)
            {
                await writer.WriteAsync();
                await edge.PassAsync(TimeSpan.FromMinutes(2));
            }

            Assert.Equal((0, 0), (edge.Status.Dead, edge.Status.Parked));
            Assert.True(edge.Status.OldestUnsent > TimeSpan.FromMinutes(50), edge.Status.ToString());
            Assert.InRange(number, 12, 400); // it keeps looking, and does not hammer
            proxy.Script = static _ => Fault.None;
            await edge.DrainAsync();
            Assert.Equal((0, 0), (edge.Status.Dead, edge.Status.Parked));
        }

        Rows.AssertSame(folder.File("edge.db"), Replica);
        Assert.Empty(Rows.Wrong(Replica));
    }

    public void Dispose() => folder.Dispose();

    private static int? Setting(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Random writes of linked records.</summary>
    private sealed class Writer(Hive hive, Random random)
    {
        private readonly List<string> accounts = [];
        private int count;

        public async Task WriteAsync()
        {
            int kind = random.Next(10);
            if (accounts.Count == 0 || kind < 3)
            {
                IReadOnlyList<Account> added = await hive.Accounts.AddAsync(Enumerable.Range(0, random.Next(1, 20)).Select(_ => new Account { Email = $"u{count++}@x.example" }));
                accounts.AddRange(added.Select(static account => account.Id));
                return;
            }

            string id = accounts[random.Next(accounts.Count)];
            switch (kind)
            {
                case < 6:
                    await hive.Accounts.SetAsync(id, new Account.Changes { Name = $"name {count++}" });
                    break;
                case < 9:
                    Post post = await hive.Posts.AddAsync(new Post { Account = id, Title = $"post {count++}", Price = count / 100m });
                    await hive.Comments.AddAsync(new Comment { Post = post.Id, Text = "é🐝" });
                    break;
                default:
                    await hive.Accounts.RemoveAsync(id);
                    accounts.Remove(id);
                    break;
            }
        }
    }
}
