namespace HiveGen.Adapters.Postgres;

/// <summary>PostgreSQL counts times from the year 2000. As numbers they keep every value: Npgsql would make infinities of the first and last dates.</summary>
internal static class PostgresTimes
{
    private const long EpochMicros = 946_684_800_000_000; // 2000-01-01T00:00:00Z
    private const long FirstMicros = -62_135_596_800_000_000; // 0001-01-01T00:00:00Z
    private const long LastMicros = 253_402_300_799_999_999; // 9999-12-31T23:59:59.999999Z
    private const long DayMicros = 86_400_000_000;
    private const int MonthDays = 30; // as PostgreSQL itself compares intervals

    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>A timestamptz of microseconds since 1970.</summary>
    public static long Write(long micros) => micros - EpochMicros;

    /// <summary>Microseconds since 1970 of a timestamptz. Another program may have written infinity, or a year before 1 or after 9999: the nearest there is.</summary>
    public static long Read(long timestamp) => Math.Clamp(timestamp, FirstMicros - EpochMicros, LastMicros - EpochMicros) + EpochMicros;

    /// <summary>A date.</summary>
    public static int Write(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>A date; likewise.</summary>
    public static DateOnly ReadDate(int days) => DateOnly.FromDayNumber((int)Math.Clamp((long)days + EpochDay, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>Microseconds of an interval, which another program may have written with days and months.</summary>
    public static long Read(NpgsqlTypes.NpgsqlInterval interval) => interval.Time + ((interval.Days + ((long)interval.Months * MonthDays)) * DayMicros);
}
