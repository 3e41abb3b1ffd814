using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>Random damage at the target is told exactly, and repaired.</summary>
public sealed class CorruptionTests
{
    private const int Records = 2000;

    [Fact]
    public Task Random_damage_is_reported_exactly_and_repaired() => Seed.RunAsync(5, async random =>
    {
        await using Site site = new();
        Hive hive = site.Open();
        List<string> ids = [.. (await hive.Accounts.AddAsync(Site.Accounts("u", Records))).Select(static account => (string)account.Id)];
        await Site.DrainAsync(hive);
        await hive.Sync.RebuildAsync("replica");
        Dictionary<string, DifferenceKind> damage = Damage(site, random, ids);

        VerifyReport report = await hive.Sync.VerifyAsync("replica", new VerifyOptions { Repair = true, GroupRows = random.Next(50, 5000) });
        Assert.Equal(Lines(damage), Lines(report));
        Assert.Equal(damage.Count, report.Repaired);
        Assert.Equal(0, report.Unsettled);
        await Site.DrainAsync(hive);
        report = await hive.Sync.VerifyAsync("replica");
        Assert.True(report.Equal, string.Join(", ", report.Differences));
        site.AssertEqual(hive);
    });

    [Fact]
    public Task With_writers_at_work_nothing_is_reported_but_the_damage() => Seed.RunAsync(3, async random =>
    {
        await using Site site = new();
        Hive hive = site.Open();
        List<string> ids = [.. (await hive.Accounts.AddAsync(Site.Accounts("u", Records))).Select(static account => (string)account.Id)];
        await Site.DrainAsync(hive);
        await hive.Sync.RebuildAsync("replica");
        // The damaged half is left alone by the writers: a write would mend it.
        Dictionary<string, DifferenceKind> damage = Damage(site, random, [.. ids.Take(Records / 2)]);
        using CancellationTokenSource stop = new();
        Task[] writers = [.. Enumerable.Range(0, 3).Select(writer => Task.Run(() => WriteAsync(hive, [.. ids.Skip(Records / 2)], writer, new Random(random.Next()), stop.Token)))];
        try
        {
            for (int round = 0; round < 3; round++)
            {
                VerifyReport report = await hive.Sync.VerifyAsync("replica", new VerifyOptions { GroupRows = 500 });
                Assert.Equal(Lines(damage), Lines(report));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }
    });

    private static string[] Lines(Dictionary<string, DifferenceKind> damage) => [.. damage.Select(static pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal)];

    private static string[] Lines(VerifyReport report) => [.. report.Differences.Select(static difference => $"{difference.RecordId} {difference.Kind}").Order(StringComparer.Ordinal)];

    private static Dictionary<string, DifferenceKind> Damage(Site site, Random random, List<string> ids)
    {
        Dictionary<string, DifferenceKind> damage = new(StringComparer.Ordinal);
        List<string> sql = [];
        string home = Sql.ReadOne(site.ReplicaPath, "SELECT DISTINCT _home FROM users");
        string[] victims = random.GetItems(ids.ToArray(), random.Next(1, 60));
        foreach (string id in victims.Distinct())
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

        for (int extra = random.Next(5); extra > 0; extra--)
        {
            damage.Add($"acc_extra{extra}", DifferenceKind.Extra);
            sql.Add($"INSERT INTO users (id, email, _version, _home, _synced_at) VALUES ('acc_extra{extra}', 'x', {SyncVersion.Of(1, 3)}, '{home}', 0)");
        }

        Sql.Execute(site.ReplicaPath, "PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE;" + string.Join(';', sql) + ";COMMIT");
        return damage;
    }

    private static async Task WriteAsync(Hive hive, string[] ids, int writer, Random random, CancellationToken stop)
    {
        for (int count = 0; !stop.IsCancellationRequested; count++)
        {
            string id = ids[random.Next(ids.Length)];
            switch (random.Next(4))
            {
                case 0:
                    await hive.Accounts.AddAsync(new Account { Email = $"w{writer}-{count}@x.example" }, CancellationToken.None);
                    break;
                case 1:
                    await hive.Accounts.RemoveAsync(id, CancellationToken.None);
                    break;
                default:
                    string name = $"{writer} {count}";
                    await hive.Accounts.SetAsync(id, new() { Name = name }, CancellationToken.None);
                    break;
            }
        }
    }
}
