using System.ComponentModel;
using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>A cursor as JSON, as routers and functions of targets know it. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CursorJson
{
    /// <summary>Writes it as a member; null where there is none. Its numbers are never above 2^53−1.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TargetCursor? cursor)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (cursor is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("session"u8, cursor.Session);
        writer.WriteNumber("seq"u8, cursor.Seq);
        writer.WriteNumber("epoch"u8, cursor.Epoch);
        writer.WriteNumber("high"u8, cursor.High);
        writer.WriteEndObject();
    }

    /// <summary>Reads it; null of null.</summary>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="InvalidOperationException">A member has another type.</exception>
    /// <exception cref="FormatException">A number does not fit.</exception>
    public static TargetCursor? Read(JsonElement cursor) => cursor.ValueKind == JsonValueKind.Null
        ? null
        : new TargetCursor(cursor.GetProperty("session"u8).GetString()!, cursor.GetProperty("seq"u8).GetInt64(), cursor.GetProperty("epoch"u8).GetInt32(), cursor.GetProperty("high"u8).GetInt64());
}
