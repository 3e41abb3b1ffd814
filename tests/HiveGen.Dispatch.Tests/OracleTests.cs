using HiveGen.Targets;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Random work against a flaky target; in the end both sides are equal, and nothing ever went backward.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Whatever_fails_the_target_ends_equal_to_the_Hive(int given)
    {
        int seed = given == 0 ? Random.Shared.Next() : given;
        output.WriteLine($"seed {seed}");
        Random random = new(seed);
        ScriptedDatabase database = new();
        ScriptedTarget Flaky() => new("t", database)
        {
            Max = random.Next(1, 40),
            Before = _ => Fail(0.1, "dropped before the effect"),
            After = batch => Fail(0.1, "dropped after the effect").GetAwaiter().GetResult(),
            Outcome = item => random.NextDouble() < 0.1 ? new ItemOutcome(ItemStatus.Retry, "not now") : null,
        };
        await using SyncHive hive = new(options => options.Dispatch.Window = 50, Flaky());
        hive.Sync.Start();
        for (int step = 0; step < 400; step++)
        {
            await hive.WriteAsync(Step(random));
            if (step % 100 == 50)
            {
                await hive.ReopenAsync(Flaky());
                hive.Sync.Start();
            }

            if (step % 40 == 0)
            {
                hive.Clock.Advance(TimeSpan.FromSeconds(20));
            }
        }

        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.All(database.History.GroupBy(static entry => entry.Key), static rows => Assert.Equal(rows.Select(static row => row.Version).Order(), rows.Select(static row => row.Version)));
        Assert.Equal(0, hive.Sync.Status.Targets[0].Parked);

        Task Fail(double chance, string why)
        {
            double roll;
            lock (random)
            {
                roll = random.NextDouble();
            }

            return roll >= chance ? Task.CompletedTask
                : throw (roll < chance / 3 ? new TargetException(TargetFailure.Throttled, why, retryAfter: TimeSpan.FromSeconds(7)) : new TargetException(TargetFailure.Transient, why));
        }
    }

    private static string Step(Random random)
    {
        lock (random)
        {
            string author = $"a{random.Next(30)}";
            string book = $"b{random.Next(60)}";
            int value = random.Next();
            return random.Next(8) switch
            {
                0 or 1 => $"INSERT INTO authors VALUES ('{author}', '{author}-{value}', '{value}') ON CONFLICT (id) DO UPDATE SET note = excluded.note",
                2 => $"UPDATE authors SET note = '{value}' WHERE id = '{author}'",
                3 => $"DELETE FROM authors WHERE id = '{author}'",
                4 => $"INSERT OR REPLACE INTO authors SELECT '{author}', name, '{value}' FROM authors WHERE id = 'a{random.Next(30)}'",
                5 or 6 => $"INSERT INTO books SELECT '{book}', id, '{value}' FROM authors WHERE id = '{author}' ON CONFLICT (id) DO UPDATE SET title = excluded.title",
                _ => $"DELETE FROM books WHERE id = '{book}'",
            };
        }
    }
}
