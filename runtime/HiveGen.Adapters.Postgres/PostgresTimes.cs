namespace HiveGen.Adapters.Postgres;

/// <summary>PostgreSQL counts times from the year 2000. As numbers they keep every value: Npgsql would make infinities of the first and last dates.</summary>
internal static class PostgresTimes
{
    private const long EpochMicros = 946_684_800_000_000; // 2000-01-01T00:00:00Z
    private const long DayMicros = 86_400_000_000;
    private const int MonthDays = 30; // as PostgreSQL itself compares intervals

    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>A timestamptz of microseconds since 1970.</summary>
    public static long Write(long micros) => micros - EpochMicros;

    /// <summary>Microseconds since 1970 of a timestamptz.</summary>
    public static long Read(long timestamp) => timestamp + EpochMicros;

    /// <summary>A date.</summary>
    public static int Write(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>A date.</summary>
    public static DateOnly ReadDate(int days) => DateOnly.FromDayNumber(days + EpochDay);

    /// <summary>Microseconds of an interval, which another program may have written with days and months.</summary>
    public static long Read(NpgsqlTypes.NpgsqlInterval interval) => interval.Time + ((interval.Days + ((long)interval.Months * MonthDays)) * DayMicros);
}
