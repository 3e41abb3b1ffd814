using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>
/// Whatever is written, however it is cut into windows, batches and lanes, and whatever goes wrong on the way: the target ends as
/// if every change had been sent by itself. <c>HIVEGEN_SEED</c> replays a run, <c>HIVEGEN_CASES</c> sets how many histories are tried.
/// </summary>
public sealed class ConvergenceProperties(ITestOutputHelper output)
{
    [Fact]
    public void A_target_in_memory_ends_equal_to_one_that_got_every_change_by_itself() => Try(sqlite: false, cases: 25);

    [Fact]
    public void A_SQLite_target_ends_equal_to_one_that_got_every_change_by_itself() => Try(sqlite: true, cases: 15);

    private void Try(bool sqlite, int cases)
    {
        ulong seed = ulong.TryParse(Environment.GetEnvironmentVariable("HIVEGEN_SEED"), CultureInfo.InvariantCulture, out ulong given) ? given : (ulong)Random.Shared.NextInt64();
        int count = int.TryParse(Environment.GetEnvironmentVariable("HIVEGEN_CASES"), CultureInfo.InvariantCulture, out int asked) ? asked : cases;
        output.WriteLine($"HIVEGEN_SEED={seed} HIVEGEN_CASES={count}");
        Config config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        Prop.ForAll(History.Arbitrary, history => Task.Run(() => RunAsync(history, sqlite)).GetAwaiter().GetResult()).Check(config);
    }

    private static async Task RunAsync(History history, bool sqlite)
    {
        await using Drill drill = new(history, sqlite);
        await drill.RunAsync();
    }
}
