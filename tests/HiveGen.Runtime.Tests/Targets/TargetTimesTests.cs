using HiveGen.Targets;
using Xunit;

namespace HiveGen.Tests.Targets;

public sealed class TargetTimesTests
{
    [Fact]
    public void A_retention_that_code_gives_is_above_zero_and_at_most_a_hundred_years()
    {
        foreach (TimeSpan right in new[] { TimeSpan.FromTicks(1), TimeSpan.FromDays(36_500) })
        {
            Assert.Equal(right, TargetTimes.GhostRetention(right));
        }

        foreach (TimeSpan wrong in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromDays(36_500) + TimeSpan.FromTicks(1), TimeSpan.MaxValue })
        {
            Assert.Contains("GhostRetention", Assert.Throws<ArgumentOutOfRangeException>(() => TargetTimes.GhostRetention(wrong)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wait_that_code_gives_is_above_zero_and_at_most_a_day()
    {
        foreach (TimeSpan right in new[] { TimeSpan.FromTicks(1), TimeSpan.FromDays(1) })
        {
            Assert.Equal(right, TargetTimes.Wait(right, "Timeout"));
        }

        foreach (TimeSpan wrong in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromDays(1) + TimeSpan.FromTicks(1), TimeSpan.MaxValue })
        {
            Assert.Contains("A Timeout is", Assert.Throws<ArgumentOutOfRangeException>(() => TargetTimes.Wait(wrong, "Timeout")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_section_the_defaults_hold()
    {
        Assert.Null(TargetTimes.Wait(null, "Timeout"));
        Assert.Equal(TimeSpan.FromDays(7), TargetTimes.GhostRetention(settings: null));
    }
}
