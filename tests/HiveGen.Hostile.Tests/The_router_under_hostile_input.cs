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
    private const int BetweenLooks = 10_000;
    private const long MaxKept = 64L << 20;

    // What one request may allocate, for itself and for each byte of its body: a small body must not become a large memory.
    private const long MaxOfRequest = 8L << 20;
    private const long MaxOfByte = 64;

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
        long accepted = 0, hostileAccepted = 0, before = 0;
        for (int i = 0; i < count; i += 2)
        {
            (SyncModel model, ValidBody valid) = bodies.Next();
            Attempt near = random.Next(4) == 0 ? mutations.OfBytes(valid) : mutations.Of(model, valid);
            hostileAccepted += await SendAsync(near);
            hostileAccepted += await SendAsync(wild.Next());
            accepted += await SendAsync(new Attempt("/sync", valid.ToBytes(), "valid") { MustFail = false }, mustPass: true);
            if (i % BetweenLooks == 1000)
            {
                long kept = GC.GetTotalMemory(forceFullCollection: true);
                before = before == 0 ? kept : before;
                Assert.True(kept - before < MaxKept, $"seed {seed}: {kept - before} bytes were kept after {i} requests.");
            }
        }

        Assert.Equal(accepted + hostileAccepted, target.Total);
        Assert.Equal((count + 1) / 2, accepted);
        Assert.True(hostileAccepted < count / 5, $"seed {seed}: {hostileAccepted} of {count} were not hostile at all.");

        async Task<int> SendAsync(Attempt attempt, bool mustPass = false)
        {
            long allocated = GC.GetTotalAllocatedBytes();
            (int status, string? type, byte[] body, _) = await server.SendAsync(attempt);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            Assert.True(allocated < MaxOfRequest + (MaxOfByte * attempt.Body.Length), $"HIVEGEN_HOSTILE_SEED={seed}: {allocated} bytes were allocated for {attempt.Body.Length}.\n{attempt}");
            List<SyncItem> written = target.Take();
            string? wrong = mustPass && status != 200 ? $"must be accepted and was answered {status} {System.Text.Encoding.UTF8.GetString(body)}" : Judge.Wrong(attempt, status, type, body, written);
            Assert.True(wrong is null, $"HIVEGEN_HOSTILE_SEED={seed}: {wrong}\n{attempt}");
            return written.Count;
        }
    }

    private static int Setting(string name, int standard)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
