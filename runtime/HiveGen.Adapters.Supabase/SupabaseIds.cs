using System.Text.Json;

namespace HiveGen.Adapters.Supabase;

/// <summary>Ids as an argument of the functions.</summary>
internal static class SupabaseIds
{
    /// <summary>Writes an array of them; null when there is none.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string>? ids)
    {
        if (ids is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (string id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }
}
