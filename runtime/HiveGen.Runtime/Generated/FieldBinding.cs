using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.Json;
using HiveGen.Storage;

namespace HiveGen.Generated;

/// <summary>Binds the value of a column to a parameter.</summary>
internal static class FieldBinding
{
    public static void Bind(Statement statement, int index, GeneratedField field, in FieldValue value, bool isId)
    {
        if (value.IsNull || (isId && field.Kind == FieldKind.Int64 && value.Int64 == 0))
        {
            statement.BindNull(index); // SQLite assigns an id that is a number
            return;
        }

        switch (field.Kind)
        {
            case FieldKind.Text:
                statement.BindText(index, value.Text);
                break;
            case FieldKind.Single:
                statement.BindDouble(index, value.Single);
                break;
            case FieldKind.Double:
                statement.BindDouble(index, value.Double);
                break;
            case FieldKind.DateOnly:
                statement.BindText(index, IsoDate.Write(value.DateOnly));
                break;
            case FieldKind.Guid:
                statement.BindGuid(index, value.Guid);
                break;
            case FieldKind.Blob:
                statement.BindBlob(index, value.Blob);
                break;
            case FieldKind.Enum or FieldKind.Json:
                statement.BindText(index, field.Type!.Write(in value));
                break;
            case FieldKind.JsonElement:
                statement.BindText(index, JsonText.Write((JsonElement)value.Object!));
                break;
            case FieldKind.JsonNode:
                statement.BindText(index, JsonText.Write((JsonNode)value.Object!));
                break;
            default:
                statement.BindInt64(index, Integer(field, in value));
                break;
        }
    }

    private static long Integer(GeneratedField field, in FieldValue value) => field.Kind switch
    {
        FieldKind.Bool => value.Bool ? 1 : 0,
        FieldKind.Byte => value.Byte,
        FieldKind.SByte => value.SByte,
        FieldKind.Int16 => value.Int16,
        FieldKind.UInt16 => value.UInt16,
        FieldKind.Int32 => value.Int32,
        FieldKind.UInt32 => value.UInt32,
        FieldKind.UInt64 => checked((long)value.UInt64),
        FieldKind.Decimal => Scaled.Write(value.Decimal, field.Places),
        FieldKind.DateTime => UnixMicros.Write(value.DateTime),
        FieldKind.DateTimeOffset => UnixMicros.Write(value.DateTimeOffset),
        FieldKind.TimeOnly => UnixMicros.Write(value.TimeOnly),
        FieldKind.TimeSpan => UnixMicros.Write(value.TimeSpan),
        _ => value.Int64,
    };
}
