using System.ComponentModel;

namespace HiveGen;

/// <summary>Times as the Hive stores them: whole microseconds since 1970-01-01 UTC (PostgreSQL's precision).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnixMicros
{
    private const long EpochTicks = 621_355_968_000_000_000; // ticks of 1970-01-01T00:00:00Z

    /// <summary>Microseconds of this instant; finer ticks are cut off, towards the past.</summary>
    public static long Write(DateTimeOffset value) => FloorDiv(value.UtcTicks - EpochTicks);

    /// <summary>Microseconds of this instant. A local time is converted; an unspecified kind must be refused before (<c>Check.Kind</c>).</summary>
    public static long Write(DateTime value) => FloorDiv((value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).Ticks - EpochTicks);

    /// <summary>Microseconds since midnight.</summary>
    public static long Write(TimeOnly value) => value.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Microseconds of the span.</summary>
    public static long Write(TimeSpan value) => FloorDiv(value.Ticks);

    /// <summary>The instant, with offset zero.</summary>
    public static DateTimeOffset ReadDateTimeOffset(long micros) => new((micros * TimeSpan.TicksPerMicrosecond) + EpochTicks, TimeSpan.Zero);

    /// <summary>The instant, of kind UTC.</summary>
    public static DateTime ReadDateTime(long micros) => new((micros * TimeSpan.TicksPerMicrosecond) + EpochTicks, DateTimeKind.Utc);

    /// <summary>The time of day.</summary>
    public static TimeOnly ReadTimeOnly(long micros) => new(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The span.</summary>
    public static TimeSpan ReadTimeSpan(long micros) => new(micros * TimeSpan.TicksPerMicrosecond);

    private static long FloorDiv(long ticks)
    {
        (long quotient, long rest) = Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
