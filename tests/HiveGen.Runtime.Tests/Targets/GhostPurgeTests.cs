using HiveGen.Targets;
using Xunit;

namespace HiveGen.Tests.Targets;

/// <summary>When a target looks for old ghosts, and which of them it may remove.</summary>
public sealed class GhostPurgeTests
{
    private static readonly CursorMove Move = new("home", new TargetCursor("s", 4, 2), new TargetCursor("s", 7, 3));
    private readonly FakeTimeProvider time = new();
    private readonly ShiftedClock clock;
    private readonly GhostPurge purge;

    public GhostPurgeTests()
    {
        clock = new(time);
        purge = new(clock, TimeSpan.FromDays(30));
    }

    [Fact]
    public void The_first_move_of_a_cursor_purges_and_says_what()
    {
        Assert.True(purge.IsDue(Move, out long before, out long passed));
        Assert.Equal(UnixMicros.Write(clock.GetUtcNow().AddDays(-30)), before);
        Assert.Equal(SyncVersion.Of(3, 7), passed);
    }

    [Fact]
    public void Without_a_move_nothing_is_due_and_no_turn_is_taken()
    {
        Assert.False(purge.IsDue(null, out _, out _));
        Assert.True(purge.IsDue(Move, out _, out _));
    }

    [Fact]
    public void It_is_due_again_an_hour_later()
    {
        purge.IsDue(Move, out _, out _);
        time.Advance(TimeSpan.FromMinutes(59));

        Assert.False(purge.IsDue(Move, out _, out _));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(purge.IsDue(Move, out _, out _));
    }

    [Fact]
    public void A_clock_that_was_a_year_ahead_and_is_set_right_delays_nothing()
    {
        clock.Move(TimeSpan.FromDays(365));
        purge.IsDue(Move, out _, out _);
        clock.Move(TimeSpan.FromDays(-365));
        time.Advance(TimeSpan.FromHours(1));

        Assert.True(purge.IsDue(Move, out _, out _));
    }

    [Fact]
    public async Task Of_many_lanes_at_once_one_takes_the_turn()
    {
        using Barrier start = new(4);
        bool[] due = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                Assert.True(start.SignalAndWait(TimeSpan.FromMinutes(1)));
                return purge.IsDue(Move, out long _, out long _);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(due, static one => one);
    }
}
