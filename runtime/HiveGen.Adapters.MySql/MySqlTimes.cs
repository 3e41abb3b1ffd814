using System.Globalization;

namespace HiveGen.Adapters.MySql;

/// <summary>Times as MySQL writes them, to the microsecond; instants are UTC.</summary>
internal static class MySqlTimes
{
    private const string TimestampForm = "yyyy-MM-dd HH:mm:ss.ffffff";
    private const string TimeForm = "HH:mm:ss.ffffff";

    /// <summary>A <c>datetime(6)</c>.</summary>
    public static string Timestamp(long micros) => UnixMicros.ReadDateTime(micros).ToString(TimestampForm, CultureInfo.InvariantCulture);

    /// <summary>Microseconds since 1970-01-01 UTC of a <c>datetime(6)</c>.</summary>
    public static long ReadTimestamp(string text)
        => UnixMicros.Write(DateTime.ParseExact(text, TimestampForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    /// <summary>A <c>time(6)</c>.</summary>
    public static string Time(long micros) => UnixMicros.ReadTimeOnly(micros).ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Microseconds since midnight of a <c>time(6)</c>.</summary>
    public static long ReadTime(string text) => UnixMicros.Write(TimeOnly.ParseExact(text, TimeForm, CultureInfo.InvariantCulture));
}
