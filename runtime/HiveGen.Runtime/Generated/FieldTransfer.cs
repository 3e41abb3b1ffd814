using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>The way of a field's value into a sink, and of a stored row's into a value.</summary>
internal static class FieldTransfer
{
    public static void Write(GeneratedField field, int index, in FieldValue value, FieldSink sink)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                sink.Write(index, value.Text);
                break;
            case FieldKind.Bool:
                sink.Write(index, value.Get<bool>());
                break;
            case FieldKind.Byte:
                sink.Write(index, (long?)value.Get<byte>());
                break;
            case FieldKind.SByte:
                sink.Write(index, (long?)value.Get<sbyte>());
                break;
            case FieldKind.Int16:
                sink.Write(index, (long?)value.Get<short>());
                break;
            case FieldKind.UInt16:
                sink.Write(index, (long?)value.Get<ushort>());
                break;
            case FieldKind.Int32:
                sink.Write(index, (long?)value.Get<int>());
                break;
            case FieldKind.UInt32:
                sink.Write(index, (long?)value.Get<uint>());
                break;
            case FieldKind.Int64:
                sink.Write(index, value.Get<long>());
                break;
            case FieldKind.UInt64:
                sink.Write(index, value.Get<ulong>());
                break;
            case FieldKind.Single:
                sink.Write(index, (double?)value.Get<float>());
                break;
            case FieldKind.Double:
                sink.Write(index, value.Get<double>());
                break;
            case FieldKind.Decimal:
                sink.Write(index, value.Get<decimal>(), field.Places);
                break;
            case FieldKind.DateTime:
                sink.Write(index, value.Get<DateTime>());
                break;
            case FieldKind.DateTimeOffset:
                sink.Write(index, value.Get<DateTimeOffset>());
                break;
            case FieldKind.DateOnly:
                sink.Write(index, value.Get<DateOnly>());
                break;
            case FieldKind.TimeOnly:
                sink.Write(index, value.Get<TimeOnly>());
                break;
            case FieldKind.TimeSpan:
                sink.Write(index, value.Get<TimeSpan>());
                break;
            case FieldKind.Guid:
                sink.Write(index, value.Get<Guid>());
                break;
            case FieldKind.Blob:
                sink.Write(index, value.Blob);
                break;
            case FieldKind.Enum:
                sink.WriteEnum(index, value.IsNull ? null : field.Type!.Write(in value));
                break;
            default:
                sink.Write(index, value.Json);
                break;
        }
    }

    /// <summary>At a target every field but the id may be null: what an update brought there before its create did.</summary>
    public static FieldValue Read(GeneratedField field, int index, FieldSource row) => field.Kind switch
    {
        FieldKind.Text => FieldValue.Of((object?)row.Text(index)),
        FieldKind.Bool => FieldValue.Of<bool>(row.Bool(index)),
        FieldKind.Byte => FieldValue.Of<byte>(checked((byte?)row.Int64(index))),
        FieldKind.SByte => FieldValue.Of<sbyte>(checked((sbyte?)row.Int64(index))),
        FieldKind.Int16 => FieldValue.Of<short>(checked((short?)row.Int64(index))),
        FieldKind.UInt16 => FieldValue.Of<ushort>(checked((ushort?)row.Int64(index))),
        FieldKind.Int32 => FieldValue.Of<int>(checked((int?)row.Int64(index))),
        FieldKind.UInt32 => FieldValue.Of<uint>(checked((uint?)row.Int64(index))),
        FieldKind.Int64 => FieldValue.Of<long>(row.Int64(index)),
        FieldKind.UInt64 => FieldValue.Of<ulong>(checked((ulong?)row.Int64(index))),
        FieldKind.Single => FieldValue.Of<float>((float?)row.Double(index)),
        FieldKind.Double => FieldValue.Of<double>(row.Double(index)),
        FieldKind.Decimal => FieldValue.Of<decimal>(row.Decimal(index, field.Places)),
        FieldKind.DateTime => FieldValue.Of<DateTime>(row.ReadDateTime(index)),
        FieldKind.DateTimeOffset => FieldValue.Of<DateTimeOffset>(row.ReadDateTimeOffset(index)),
        FieldKind.DateOnly => FieldValue.Of<DateOnly>(row.Date(index)),
        FieldKind.TimeOnly => FieldValue.Of<TimeOnly>(row.ReadTimeOnly(index)),
        FieldKind.TimeSpan => FieldValue.Of<TimeSpan>(row.ReadTimeSpan(index)),
        FieldKind.Guid => FieldValue.Of<Guid>(row.Guid(index)),
        FieldKind.Blob => FieldValue.Of((object?)row.Blob(index)),
        FieldKind.Enum => row.Enum(index) is { } name ? field.Type!.Read(name) : default,
        _ => FieldValue.Of((object?)row.Json(index)),
    };
}
