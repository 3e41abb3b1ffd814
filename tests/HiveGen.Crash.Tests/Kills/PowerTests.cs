using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>The power goes with the process: of the Hive's files only what was synced is left, and at random a part of the rest. The replica is on another machine. <c>HIVEGEN_CUTS</c> sets how often.</summary>
public sealed class PowerTests(ITestOutputHelper output)
{
    private static readonly int Cuts = CrashDrill.Setting("HIVEGEN_CUTS") ?? 45;

    [Fact]
    public Task What_was_acknowledged_before_a_power_cut_is_stored_and_arrives()
        => new CrashDrill(output, new DrillSettings(Power: true)).RunAsync(Cuts);

    [Fact]
    public async Task On_a_disk_that_does_not_sync_the_same_drill_fails()
    {
        CrashDrill drill = new(output, new DrillSettings(Power: true, Honest: false));
        InvalidOperationException lost = await Assert.ThrowsAsync<InvalidOperationException>(() => drill.RunAsync(Cuts));
        output.WriteLine(lost.Message);
    }
}
