using Xunit;

namespace HiveGen.Tests.Values;

public sealed class UnixMicrosTests
{
    private static readonly long[] Interesting = [0, 1, -1, 999_999, -999_999, 1_700_000_000_123_456, -62_135_596_800_000_000, 253_402_300_799_999_999];

    public static TheoryData<long> Instants
    {
        get
        {
            Random random = new(7);
            TheoryData<long> all = [.. Interesting];
            for (int i = 0; i < 200; i++)
            {
                all.Add(random.NextInt64(-62_135_596_800_000_000, 253_402_300_799_999_999));
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public void Every_stored_instant_is_read_and_written_back_as_it_was(long micros)
    {
        Assert.Equal(micros, UnixMicros.Write(UnixMicros.ReadDateTimeOffset(micros)));
        Assert.Equal(micros, UnixMicros.Write(UnixMicros.ReadDateTime(micros)));
        Assert.Equal(DateTimeKind.Utc, UnixMicros.ReadDateTime(micros).Kind);
        Assert.Equal(TimeSpan.Zero, UnixMicros.ReadDateTimeOffset(micros).Offset);
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public void Finer_ticks_are_cut_off_towards_the_past(long micros)
    {
        for (int ticks = 1; ticks < 10; ticks++)
        {
            if (DateTimeOffset.MaxValue.Ticks - UnixMicros.ReadDateTimeOffset(micros).Ticks >= ticks)
            {
                Assert.Equal(micros, UnixMicros.Write(UnixMicros.ReadDateTimeOffset(micros).AddTicks(ticks)));
            }
        }
    }

    [Fact]
    public void The_offset_does_not_change_the_instant()
    {
        DateTimeOffset utc = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(UnixMicros.Write(utc), UnixMicros.Write(utc.ToOffset(TimeSpan.FromHours(9))));
    }

    [Fact]
    public void Instants_order_as_their_numbers_do()
    {
        DateTimeOffset earlier = new(1969, 12, 31, 23, 59, 59, TimeSpan.Zero);
        Assert.True(UnixMicros.Write(earlier) < UnixMicros.Write(earlier.AddTicks(10)));
        Assert.Equal(-1_000_000, UnixMicros.Write(earlier));
    }

    [Fact]
    public void Spans_and_times_of_day_come_back()
    {
        Random random = new(3);
        for (int i = 0; i < 500; i++)
        {
            long micros = random.NextInt64(-1_000_000_000_000, 1_000_000_000_000);
            Assert.Equal(micros, UnixMicros.Write(UnixMicros.ReadTimeSpan(micros)));
            long day = random.NextInt64(0, 86_400_000_000);
            Assert.Equal(day, UnixMicros.Write(UnixMicros.ReadTimeOnly(day)));
        }
    }
}
