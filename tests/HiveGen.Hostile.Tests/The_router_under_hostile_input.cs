using System.Globalization;
using HiveGen.Targets;
using Microsoft.AspNetCore.Builder;

namespace HiveGen.Hostile.Tests;

/// <summary>
/// Half of the hostile requests are one mutation away from a body that is accepted in the same run. HIVEGEN_HOSTILE_SEED replays a run, and
/// HIVEGEN_HOSTILE_COUNT makes it longer.
/// </summary>
public sealed class The_router_under_hostile_input
{
    private const int DefaultCount = 100_000;
    private const long MaxGrowth = 200L << 20;
    private const long MaxKept = 64L << 20;

    [Fact]
    public async Task It_answers_no_500_writes_nothing_that_it_refused_and_stays_small()
    {
        int seed = Setting("HIVEGEN_HOSTILE_SEED", Environment.TickCount), count = Setting("HIVEGEN_HOSTILE_COUNT", DefaultCount);
        Random random = new(seed);
        RecordingTarget target = new();
        using DirectServer server = new();
        await using WebApplication app = await HostileApp.StartAsync(target, server);
        BodyMaker bodies = new(random, HostileApp.Models);
        Mutations mutations = new(random);
        Wild wild = new(random);
        long accepted = 0, hostileAccepted = 0, before = 0, peak = 0;
        for (int i = 0; i < count; i += 2)
        {
            (SyncModel model, ValidBody valid) = bodies.Next();
            Attempt near = random.Next(4) == 0 ? mutations.OfBytes(valid) : mutations.Of(model, valid);
            hostileAccepted += await SendAsync(near);
            hostileAccepted += await SendAsync(wild.Next());
            accepted += await SendAsync(new Attempt("/sync", valid.ToBytes(), "valid") { MustFail = false }, mustPass: true);
            if (i % 2000 == 1000)
            {
                before = before == 0 ? GC.GetTotalMemory(forceFullCollection: true) : before;
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(accepted + hostileAccepted, target.Total);
        Assert.Equal((count + 1) / 2, accepted);
        Assert.True(hostileAccepted < count / 5, $"seed {seed}: {hostileAccepted} of {count} were not hostile at all.");
        Assert.True(peak - before < MaxGrowth, $"seed {seed}: from {before} bytes it grew to {peak}.");
        Assert.True(after - before < MaxKept, $"seed {seed}: {after - before} bytes were kept.");

        async Task<int> SendAsync(Attempt attempt, bool mustPass = false)
        {
            (int status, string? type, byte[] body, _) = await server.SendAsync(attempt);
            List<SyncItem> written = target.Take();
            string? wrong = mustPass && status != 200 ? $"must be accepted and was answered {status} {System.Text.Encoding.UTF8.GetString(body)}" : Judge.Wrong(attempt, status, type, body, written);
            Assert.True(wrong is null, $"HIVEGEN_HOSTILE_SEED={seed}: {wrong}\n{attempt}");
            return written.Count;
        }
    }

    private static int Setting(string name, int standard)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
