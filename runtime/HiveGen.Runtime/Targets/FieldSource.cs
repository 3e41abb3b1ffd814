using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>
/// Gives the fields of a stored row one by one, the counterpart of <see cref="FieldSink"/>: <see cref="SyncModel.Read"/> makes a
/// record of them, and <see cref="RowScan"/> a hash. Null is null; no field needs to be asked for, and the order is free. One
/// reader at a time.
/// </summary>
public abstract class FieldSource
{
    /// <summary>A <see cref="SyncType.Text"/>.</summary>
    /// <param name="field">Its index in <see cref="SyncModel.Fields"/>.</param>
    public abstract string? Text(int field);

    /// <summary>A <see cref="SyncType.Bool"/>.</summary>
    public abstract bool? Bool(int field);

    /// <summary>A <see cref="SyncType.Int32"/> or <see cref="SyncType.Int64"/>.</summary>
    public abstract long? Int64(int field);

    /// <summary>A <see cref="SyncType.Double"/>.</summary>
    public abstract double? Double(int field);

    /// <summary>A <see cref="SyncType.Decimal"/> with so many places.</summary>
    public abstract decimal? Decimal(int field, int scale);

    /// <summary>A <see cref="SyncType.Timestamp"/> in microseconds since 1970-01-01 UTC.</summary>
    public abstract long? Timestamp(int field);

    /// <summary>A <see cref="SyncType.Date"/>.</summary>
    public abstract DateOnly? Date(int field);

    /// <summary>A <see cref="SyncType.Time"/> in microseconds since midnight.</summary>
    public abstract long? Time(int field);

    /// <summary>A <see cref="SyncType.Duration"/> in microseconds.</summary>
    public abstract long? Duration(int field);

    /// <summary>A <see cref="SyncType.Guid"/>.</summary>
    public abstract Guid? Guid(int field);

    /// <summary>A <see cref="SyncType.Blob"/>.</summary>
    public abstract byte[]? Blob(int field);

    /// <summary>A <see cref="SyncType.Enum"/>: the name of its value.</summary>
    public abstract string? Enum(int field);

    /// <summary>A <see cref="SyncType.Json"/>.</summary>
    public abstract JsonElement? Json(int field);

    /// <summary>A timestamp.</summary>
    public DateTime? ReadDateTime(int field) => Timestamp(field) is { } micros ? UnixMicros.ReadDateTime(micros) : null;

    /// <summary>A timestamp.</summary>
    public DateTimeOffset? ReadDateTimeOffset(int field) => Timestamp(field) is { } micros ? UnixMicros.ReadDateTimeOffset(micros) : null;

    /// <summary>A time of day.</summary>
    public TimeOnly? ReadTimeOnly(int field) => Time(field) is { } micros ? UnixMicros.ReadTimeOnly(micros) : null;

    /// <summary>A span of time.</summary>
    public TimeSpan? ReadTimeSpan(int field) => Duration(field) is { } micros ? UnixMicros.ReadTimeSpan(micros) : null;
}
