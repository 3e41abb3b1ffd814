using HiveGen.Telemetry;

namespace HiveGen.Tests.Metrics;

public sealed class CommitTimesTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void The_time_of_a_change_is_that_of_the_commit_it_belongs_to()
    {
        CommitTimes times = new(clock);
        times.Note(3);
        clock.Advance(TimeSpan.FromSeconds(1));
        times.Note(7);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(times.Since(1)); // may have been there before
        Assert.Equal(TimeSpan.FromSeconds(2), times.Since(3));
        Assert.Equal(TimeSpan.FromSeconds(1), times.Since(4));
        Assert.Equal(TimeSpan.FromSeconds(1), times.Since(7));
        Assert.Null(times.Since(8));
    }

    [Fact]
    public void However_many_wait_a_time_is_never_told_too_short_and_hardly_too_long()
    {
        const int Commits = 200_000;
        CommitTimes times = new(clock) { SentEverywhere = static () => 0 };
        for (int seq = 1; seq <= Commits; seq++)
        {
            times.Note(seq);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        for (int seq = 1000; seq <= Commits; seq += 997)
        {
            double real = Commits - seq + 1;
            double told = times.Since(seq)!.Value.TotalMilliseconds;
            Assert.InRange(told, real, real + (Commits / 1000.0));
        }
    }

    [Fact]
    public void What_every_target_has_makes_room_so_that_new_times_stay_exact()
    {
        int seq = 0;
        CommitTimes times = new(clock) { SentEverywhere = () => seq - 10 };
        for (int i = 0; i < CommitTimes.Capacity * 4; i++)
        {
            times.Note(++seq);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(TimeSpan.FromMilliseconds(1), times.Since(seq));
        Assert.Equal(TimeSpan.FromMilliseconds(10), times.Since(seq - 9));
    }
}
