using System.Globalization;
using HiveGen.CrashChild;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Kills processes over Hives, many times, at every point in turn, and counts what came of it.</summary>
internal sealed class CrashDrill(ITestOutputHelper output, DrillSettings settings)
{
    private const int KillsOfOneHive = 13;
    private const int Lanes = 2;

    private static readonly KillPoint[] Points = Enum.GetValues<KillPoint>();

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> died = [];
    private int begun;
    private int acknowledged;
    private int refused;
    private int unacknowledged;
    private long lostSectors;

    /// <summary>A number from the environment.</summary>
    public static int? Setting(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Kills so often, and checks after each.</summary>
    public async Task RunAsync(int kills)
    {
        int seed = Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        output.WriteLine($"HIVEGEN_SEED={seed}");
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RunLaneAsync(kills, new Random(seed + lane), $"HIVEGEN_SEED={seed}, lane {lane}"))));
        output.WriteLine($"{kills} kills, {acknowledged} acknowledged writes, {refused} refused, {unacknowledged} stored that were not acknowledged{(settings.Power ? $", {lostSectors} sectors lost" : "")}");
        output.WriteLine("died at: " + string.Join(", ", died.OrderBy(static point => point.Key, StringComparer.Ordinal).Select(static point => $"{point.Key} {point.Value}")));
        Assert.True(acknowledged >= kills);
        Assert.True(!settings.Power || lostSectors > kills);
        if (kills >= 10 * Points.Length)
        {
            // A drill that does not come to a point proves nothing there.
            Assert.All(Points, point => Assert.True(died.GetValueOrDefault(point.ToString()) > 0, $"no process died at {point}"));
        }
    }

    private async Task RunLaneAsync(int kills, Random random, string replay)
    {
        while (TryBegin(kills, out KillPoint point))
        {
            using CrashingApp app = new(random, settings);
            await app.BeginAsync();
            int i = 0;
            do
            {
                try
                {
                    KillPoint? where = await app.KillAsync(point);
                    Count(where?.ToString() ?? "nowhere");
                    await app.CheckAsync();
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException($"Kill {i + 1} of a Hive, meant for {point}, {replay}: {error.Message}", error);
                }
            }
            while (++i < KillsOfOneHive && TryBegin(kills, out point));

            await app.CheckUnchangedAsync();
            lock (gate)
            {
                acknowledged += app.Oracle.Acknowledged;
                refused += app.Oracle.Refused;
                unacknowledged += app.Oracle.StoredUnacknowledged;
                lostSectors += app.Power?.LostSectors ?? 0;
            }
        }
    }

    private bool TryBegin(int kills, out KillPoint point)
    {
        lock (gate)
        {
            point = Points[begun % Points.Length];
            return begun++ < kills;
        }
    }

    private void Count(string where)
    {
        lock (gate)
        {
            died[where] = died.GetValueOrDefault(where) + 1;
        }
    }
}
