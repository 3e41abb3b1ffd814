using System.ComponentModel;
using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>
/// Takes the fields of a sync record one by one, so that an adapter knows every type once and every model by its fields:
/// <see cref="SyncModel.Write"/> calls <c>Write</c> for each field in order, and this class turns what it gets into what the Hive
/// stores, no finer. Nothing is boxed. One writer at a time.
/// </summary>
public abstract class FieldSink
{
    /// <summary>A text; null is null.</summary>
    public void Write(int field, string? value)
    {
        if (value is null)
        {
            Null(field);
        }
        else
        {
            Text(field, value);
        }
    }

    /// <summary>A bool; null is null.</summary>
    public void Write(int field, bool? value)
    {
        if (value is { } some)
        {
            Bool(field, some);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A whole number; null is null.</summary>
    public void Write(int field, long? value)
    {
        if (value is { } some)
        {
            Int64(field, some);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A whole number that the Hive can hold; null is null.</summary>
    /// <exception cref="OverflowException">It is above 2^63−1.</exception>
    public void Write(int field, ulong? value) => Write(field, checked((long?)value));

    /// <summary>A floating-point number; null is null. Minus zero becomes zero, as it does in the Hive.</summary>
    public void Write(int field, double? value)
    {
        if (value is { } some)
        {
            Double(field, some + 0d);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A decimal with at most so many places; null is null.</summary>
    public void Write(int field, decimal? value, int scale)
    {
        if (value is { } some)
        {
            Decimal(field, some, scale);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>An instant; null is null.</summary>
    public void Write(int field, DateTimeOffset? value)
    {
        if (value is { } some)
        {
            Timestamp(field, UnixMicros.Write(some));
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>An instant; null is null.</summary>
    public void Write(int field, DateTime? value)
    {
        if (value is { } some)
        {
            Timestamp(field, UnixMicros.Write(some));
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A date; null is null.</summary>
    public void Write(int field, DateOnly? value)
    {
        if (value is { } some)
        {
            Date(field, some);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A time of day; null is null.</summary>
    public void Write(int field, TimeOnly? value)
    {
        if (value is { } some)
        {
            Time(field, UnixMicros.Write(some));
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A span of time; null is null.</summary>
    public void Write(int field, TimeSpan? value)
    {
        if (value is { } some)
        {
            Duration(field, UnixMicros.Write(some));
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>A Guid; null is null.</summary>
    public void Write(int field, Guid? value)
    {
        if (value is { } some)
        {
            Guid(field, some);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>Bytes; null is null.</summary>
    public void Write(int field, byte[]? value)
    {
        if (value is null)
        {
            Null(field);
        }
        else
        {
            Blob(field, value);
        }
    }

    /// <summary>A JSON value; null is null, and not the JSON value <c>null</c>.</summary>
    public void Write(int field, JsonElement? value)
    {
        if (value is { } some)
        {
            Json(field, some);
        }
        else
        {
            Null(field);
        }
    }

    /// <summary>The name of an enum's value; null is null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteEnum(int field, string? name)
    {
        if (name is null)
        {
            Null(field);
        }
        else
        {
            Enum(field, name);
        }
    }

    /// <summary>The field is null: every field but the id may be, whatever its model says.</summary>
    /// <param name="field">Its index in <see cref="SyncModel.Fields"/>.</param>
    protected abstract void Null(int field);

    /// <summary>A <see cref="SyncType.Text"/>.</summary>
    protected abstract void Text(int field, string value);

    /// <summary>A <see cref="SyncType.Bool"/>.</summary>
    protected abstract void Bool(int field, bool value);

    /// <summary>A <see cref="SyncType.Int32"/> or <see cref="SyncType.Int64"/>.</summary>
    protected abstract void Int64(int field, long value);

    /// <summary>A <see cref="SyncType.Double"/>: finite, and never minus zero.</summary>
    protected abstract void Double(int field, double value);

    /// <summary>A <see cref="SyncType.Decimal"/>; <see cref="Scaled.Write"/> gives the integer that the Hive stores.</summary>
    /// <param name="field">Its index in <see cref="SyncModel.Fields"/>.</param>
    /// <param name="value">The value.</param>
    /// <param name="scale">The most places it may have.</param>
    protected abstract void Decimal(int field, decimal value, int scale);

    /// <summary>A <see cref="SyncType.Timestamp"/> in microseconds since 1970-01-01 UTC; <see cref="UnixMicros.ReadDateTime"/> gives the instant.</summary>
    protected abstract void Timestamp(int field, long micros);

    /// <summary>A <see cref="SyncType.Date"/>.</summary>
    protected abstract void Date(int field, DateOnly value);

    /// <summary>A <see cref="SyncType.Time"/> in microseconds since midnight.</summary>
    protected abstract void Time(int field, long micros);

    /// <summary>A <see cref="SyncType.Duration"/> in microseconds.</summary>
    protected abstract void Duration(int field, long micros);

    /// <summary>A <see cref="SyncType.Guid"/>.</summary>
    protected abstract void Guid(int field, Guid value);

    /// <summary>A <see cref="SyncType.Blob"/>. The bytes are the record's own: they may be read, and not kept or changed.</summary>
    protected abstract void Blob(int field, byte[] value);

    /// <summary>A <see cref="SyncType.Enum"/> by the name of its value.</summary>
    protected abstract void Enum(int field, string name);

    /// <summary>A <see cref="SyncType.Json"/>: its text is <see cref="JsonElement.GetRawText"/>, in UTF-8 <c>JsonMarshal.GetRawUtf8Value</c>.</summary>
    protected abstract void Json(int field, JsonElement value);
}
