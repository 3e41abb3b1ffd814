using System.Globalization;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Real processes killed in the middle of their writes. <c>HIVEGEN_KILLS</c> sets how many.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int KillsOfOneHive = 5;

    private static readonly int Kills = Setting("HIVEGEN_KILLS") ?? 25;

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_stored_and_arrives_and_a_batch_is_whole()
    {
        int seed = Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        output.WriteLine($"HIVEGEN_SEED={seed}");
        Random random = new(seed);
        int acknowledged = 0, unacknowledged = 0;
        for (int done = 0; done < Kills;)
        {
            using CrashingApp app = new(random);
            for (int kill = 0; kill < KillsOfOneHive && done < Kills; kill++, done++)
            {
                // A new replica now and then, so that kills hit full loads too.
                if (kill % 3 == 0)
                {
                    await app.NewReplicaAsync();
                }

                try
                {
                    await app.KillAsync(acknowledged: random.Next(5) == 0 ? 0 : random.Next(1, 300));
                    await app.CheckAsync();
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException($"Kill {done + 1} with HIVEGEN_SEED={seed}: {error.Message}", error);
                }
            }

            acknowledged += app.Oracle.Acknowledged;
            unacknowledged += app.Oracle.StoredUnacknowledged;
        }

        output.WriteLine($"{Kills} kills, {acknowledged} acknowledged writes, {unacknowledged} stored that were not acknowledged");
        Assert.True(acknowledged >= Kills);
    }

    private static int? Setting(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
