using System.Globalization;
using HiveGen.TestModels;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>A comparison through a router is exact. <c>HIVEGEN_SEED</c> replays.</summary>
public sealed class VerifyTests(ITestOutputHelper output) : IDisposable
{
    private const int Records = 600;

    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task Random_damage_behind_a_router_is_reported_exactly_and_repaired()
    {
        Random random = Seeded();
        // So few rows an answer that buckets must be asked for in halves, and ids in many requests.
        await using CentralApp central = await CentralApp.StartAsync(Replica, "HiveSync:MaxBatchRecords=3");
        await using Edge edge = new(folder.File("edge.db"), central.Url);
        List<string> ids = await FillAsync(edge);
        Dictionary<string, DifferenceKind> damage = Damage(random, ids, edge.Hive);

        VerifyReport report = await edge.VerifyAsync(new VerifyOptions { Repair = true });
        Assert.Equal(Lines(damage), Lines(report));
        Assert.Equal((damage.Count, 0), (report.Repaired, report.Unsettled));
        await edge.DrainAsync();
        report = await edge.VerifyAsync();
        Assert.True(report.Equal, string.Join(", ", report.Differences));
        Rows.AssertSame(edge.Path, Replica);
    }

    [Fact]
    public async Task Every_type_is_equal_after_its_way_through_the_router()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using Edge edge = new(folder.File("edge.db"), central.Url);
        await edge.Hive.AllTypes.AddAsync(new AllTypes
        {
            Text = "ü € 🐝",
            Double = -0.0,
            DoubleOrNull = double.Epsilon,
            Float = 0.1f,
            DecimalOrNull = -12.34m,
            DateTimeOffsetOrNull = DateTimeOffset.MaxValue.AddTicks(-9),
            GuidOrNull = Guid.NewGuid(),
            BlobOrNull = [0, 1, 255],
            Tags = ["a", "\u00e4\"\\"],
        });
        await edge.Hive.AllTypes.AddAsync(new AllTypes());
        await edge.DrainAsync();
        VerifyReport report = await edge.VerifyAsync();
        Assert.True(report.Equal, string.Join(", ", report.Differences));
        Assert.Equal(2, report.Records);
        Sql.Execute(Replica, "UPDATE all_types SET decimal_or_null = decimal_or_null + 1 WHERE decimal_or_null IS NOT NULL");
        Assert.Equal(DifferenceKind.Differing, Assert.Single((await edge.VerifyAsync()).Differences).Kind);
    }

    [Fact]
    public async Task With_writers_at_work_nothing_is_reported_but_the_damage()
    {
        Random random = Seeded();
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using Edge edge = new(folder.File("edge.db"), central.Url);
        List<string> ids = await FillAsync(edge);
        // The damaged half is left alone by the writers: a write would mend it.
        Dictionary<string, DifferenceKind> damage = Damage(random, [.. ids.Take(Records / 2)], edge.Hive);
        string[] others = [.. ids.Skip(Records / 2)];
        int written = 0;
        using CancellationTokenSource stop = new();
        Task[] writers = [.. Enumerable.Range(0, 2).Select(writer => Task.Run(async () =>
        {
            Random own = new(writer);
            while (!stop.IsCancellationRequested)
            {
                int number = Interlocked.Increment(ref written);
                string id = others[own.Next(others.Length)];
                switch (own.Next(4))
                {
                    case 0:
                        await edge.Hive.Accounts.AddAsync(new Account { Email = $"w{number}@x.example" }, CancellationToken.None);
                        break;
                    case 1:
                        await edge.Hive.Accounts.RemoveAsync(id, CancellationToken.None);
                        break;
                    default:
                        await edge.Hive.Accounts.SetAsync(id, new() { Name = $"name {number}" }, CancellationToken.None);
                        break;
                }
            }
        }))];
        try
        {
            for (int round = 0; round < 3; round++)
            {
                int before = Volatile.Read(ref written);
                VerifyReport report = await edge.VerifyAsync();
                Assert.Equal(Lines(damage), Lines(report));
                Assert.True(Volatile.Read(ref written) > before, "Nothing was written meanwhile.");
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }
    }

    public void Dispose() => folder.Dispose();

    private Random Seeded()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("HIVEGEN_SEED"), CultureInfo.InvariantCulture, out int wanted) ? wanted : Random.Shared.Next();
        output.WriteLine($"HIVEGEN_SEED={seed}");
        return new Random(seed);
    }

    private static async Task<List<string>> FillAsync(Edge edge)
    {
        IReadOnlyList<Account> added = await edge.Hive.Accounts.AddAsync(Enumerable.Range(0, Records).Select(static number => new Account { Email = $"u{number}@x.example" }));
        await edge.DrainAsync();
        await edge.RebuildAsync();
        return [.. added.Select(static account => (string)account.Id)];
    }

    private Dictionary<string, DifferenceKind> Damage(Random random, List<string> ids, Hive hive)
    {
        Dictionary<string, DifferenceKind> damage = new(StringComparer.Ordinal);
        List<string> sql = [];
        foreach (string id in random.GetItems(ids.ToArray(), random.Next(1, 60)).Distinct())
        {
            (DifferenceKind kind, string what) = random.Next(5) switch
            {
                0 => (DifferenceKind.Missing, $"DELETE FROM users WHERE id = '{id}'"),
                1 => (DifferenceKind.Missing, $"UPDATE users SET _deleted = 1 WHERE id = '{id}'"),
                2 => (DifferenceKind.Differing, $"UPDATE users SET name = coalesce(name, '') || 'x' WHERE id = '{id}'"),
                3 => (DifferenceKind.Differing, $"UPDATE users SET created_at = NULL WHERE id = '{id}'"),
                _ => (DifferenceKind.Stale, $"UPDATE users SET _version = 1 WHERE id = '{id}'"),
            };
            damage.Add(id, kind);
            sql.Add(what);
        }

        // Ids that this app would not make are told, too, and removed.
        string[] extras = ["acc_extra", "no id ü \"of ours\"", "A"];
        foreach (string id in extras.Take(random.Next(extras.Length + 1)))
        {
            damage.Add(id, DifferenceKind.Extra);
            sql.Add($"INSERT INTO users (id, email, _version, _home, _synced_at) VALUES ('{id}', 'x', 3, '{hive.Sync.Targets.Home}', 0)");
        }

        Sql.Execute(Replica, "PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE;" + string.Join(';', sql) + ";COMMIT");
        return damage;
    }

    private static string[] Lines(Dictionary<string, DifferenceKind> damage) => [.. damage.Select(static pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal)];

    private static string[] Lines(VerifyReport report) => [.. report.Differences.Select(static difference => $"{difference.RecordId} {difference.Kind}").Order(StringComparer.Ordinal)];
}
