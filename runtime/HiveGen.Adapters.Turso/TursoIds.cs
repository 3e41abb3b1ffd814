using System.Text;
using System.Text.Json;
using HiveGen.Adapters.Http;

namespace HiveGen.Adapters.Turso;

/// <summary>Ids as one argument: a JSON array, which SQL takes apart with <c>json_each</c>, so that there may be any number of them.</summary>
internal static class TursoIds
{
    /// <summary>The array of some ids.</summary>
    public static string Json(IReadOnlyList<SqlValue> ids) => Json(ids, 0, ids.Count, static id => id);

    /// <summary>The array of the ids of a run of items.</summary>
    public static string Json<T>(IReadOnlyList<T> items, int start, int count, Func<T, SqlValue> id)
    {
        PooledBuffer buffer = new();
        using (Utf8JsonWriter writer = new(buffer, PooledBuffer.Writing))
        {
            writer.WriteStartArray();
            for (int index = start; index < start + count; index++)
            {
                SqlValue value = id(items[index]);
                if (value.Kind == SqlKind.Integer)
                {
                    writer.WriteNumberValue(value.Int64);
                }
                else
                {
                    writer.WriteStringValue(value.ToString());
                }
            }

            writer.WriteEndArray();
        }

        string text = Encoding.UTF8.GetString(buffer.Written.Span);
        buffer.Return();
        return text;
    }
}
