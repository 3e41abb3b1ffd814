using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Real processes killed in the middle of their writes. <c>HIVEGEN_KILLS</c> sets how many.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = CrashDrill.Setting("HIVEGEN_KILLS") ?? 200;

    [Fact]
    public Task What_was_acknowledged_before_a_kill_is_stored_and_arrives_and_a_batch_is_whole()
        => new CrashDrill(output, new DrillSettings()).RunAsync(Kills);
}
