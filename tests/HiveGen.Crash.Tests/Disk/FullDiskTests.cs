using HiveGen.FaultDisk;
using HiveGen.FaultDisk.Faults;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>The disk of the Hive runs full in the middle of anything.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int Full = 13;

    [Fact]
    public async Task A_disk_that_is_full_from_any_write_on_refuses_whole_writes_until_there_is_room()
    {
        int writes = 0, refusals = 0;
        for (int n = 1; ; n++)
        {
            BrokenDisk? disk = null;
            int refused = await RunAsync(path => disk = new BrokenDisk(path, DiskCall.Write, Full, from: n), () => disk!.Mend());
            if (disk!.Refused == 0)
            {
                writes = n - 1;
                break;
            }

            refusals += refused;
        }

        output.WriteLine($"{writes} writes to the disk, each refused once with all that follow: {refusals} writes of the app refused");
        Assert.True(writes > 100 && refusals > 50, $"{writes} writes, {refusals} refused");
    }

    [Fact]
    public async Task A_disk_that_ends_at_any_byte_refuses_whole_writes_until_there_is_room()
    {
        const int Step = 3001;
        int refusals = 0, ends = 0;
        for (long room = 0; ; room += Step, ends++)
        {
            SpaceQuota? disk = null;
            refusals += await RunAsync(path => disk = new SpaceQuota(path, room), () => disk!.Free(1 << 30));
            if (disk!.Refused == 0)
            {
                break;
            }
        }

        output.WriteLine($"{ends} sizes of the disk, {refusals} writes of the app refused");
        Assert.True(ends > 30 && refusals > 30, $"{ends} sizes, {refusals} refused");
    }

    /// <summary>Runs the workload; after the first refusal tries once more, makes room, and goes on.</summary>
    /// <returns>How many writes were refused.</returns>
    private static async Task<int> RunAsync(Func<string, DiskRule> make, Action room)
    {
        await using DiskApp app = new();
        using IDisposable fast = DiskShim.Use(new NoWait(app.Path));
        app.Open();
        await app.Hive.Sync.WhenIdleAsync();
        using IDisposable rule = DiskShim.Use(make(app.Path));
        int refusals = 0;
        foreach (WorkStep step in Workload.Steps)
        {
            for (int attempt = 1; await app.TryAsync(step) is { } refused; attempt++)
            {
                Assert.Equal(Full, refused.SqliteCode & 0xFF);
                Assert.StartsWith("The disk is full", refused.Message, StringComparison.Ordinal);
                refusals++;
                if (attempt == 2)
                {
                    room();
                }

                Assert.True(attempt <= 2, "There is room, and yet: " + refused.Message);
            }
        }

        room();
        await app.CheckAsync();
        return refusals;
    }
}
