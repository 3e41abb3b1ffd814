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
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RunLaneAsync(lane, (kills + lane) / Lanes, new Random(seed + lane), $"HIVEGEN_SEED={seed}, lane {lane}"))));
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

    private async Task RunLaneAsync(int lane, int kills, Random random, string replay)
    {
        for (int done = 0; done < kills;)
        {
            using CrashingApp app = new(random, settings);
            await app.BeginAsync();
            for (int i = 0; i < KillsOfOneHive && done < kills; i++, done++)
            {
                // Each lane goes round by itself, so that a seed repeats it, and they begin apart.
                KillPoint point = Points[(done + (lane * Points.Length / Lanes)) % Points.Length];
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

    private void Count(string where)
    {
        lock (gate)
        {
            died[where] = died.GetValueOrDefault(where) + 1;
        }
    }
}
