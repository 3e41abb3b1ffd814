using System.Text;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>Ids as one argument: a JSON array, which SQL takes apart with <c>json_each</c>, so that there may be any number of them.</summary>
internal static class TursoIds
{
    /// <summary>The array of some ids.</summary>
    public static string Json(IReadOnlyList<SqlValue> ids) => Array(writer =>
    {
        foreach (SqlValue id in ids)
        {
            Write(writer, id);
        }
    });

    /// <summary>An array of an id and a version for each of some items.</summary>
    public static string Versions(IReadOnlyList<SyncItem> items, int start, int count) => Array(writer =>
    {
        for (int index = start; index < start + count; index++)
        {
            writer.WriteStartArray();
            Write(writer, items[index].Id);
            writer.WriteNumberValue(items[index].Version);
            writer.WriteEndArray();
        }
    });

    private static string Array(Action<Utf8JsonWriter> write)
    {
        PooledBuffer buffer = new();
        using (Utf8JsonWriter writer = new(buffer, PooledBuffer.Writing))
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        }

        string text = Encoding.UTF8.GetString(buffer.Written.Span);
        buffer.Return();
        return text;
    }

    private static void Write(Utf8JsonWriter writer, in SqlValue id)
    {
        if (id.Kind == SqlKind.Integer)
        {
            writer.WriteNumberValue(id.Int64);
        }
        else
        {
            writer.WriteStringValue(id.ToString());
        }
    }
}
