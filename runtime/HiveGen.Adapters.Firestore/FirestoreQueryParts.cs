using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>The parts of a structured query.</summary>
internal static class FirestoreQueryParts
{
    public static void From(Utf8JsonWriter writer, SyncModel model)
    {
        writer.WriteStartArray("from"u8);
        writer.WriteStartObject();
        writer.WriteString("collectionId"u8, model.Mapping<FirestoreMap>().Collection);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    public static void SelectStates(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("select"u8);
        writer.WriteStartArray("fields"u8);
        foreach (string name in (ReadOnlySpan<string>)["id", FirestoreNames.Version, FirestoreNames.Deleted, FirestoreNames.Home])
        {
            writer.WriteStartObject();
            writer.WriteString("fieldPath"u8, name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A condition on one field; the value is a text also where it is a number.</summary>
    public static void Field(Utf8JsonWriter writer, string field, string op, string kind, string value)
    {
        writer.WriteStartObject("fieldFilter"u8);
        Path(writer, field);
        writer.WriteString("op"u8, op);
        writer.WriteStartObject("value"u8);
        if (kind == "booleanValue")
        {
            writer.WriteBoolean(kind, bool.Parse(value));
        }
        else
        {
            writer.WriteString(kind, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A condition on one field: it is one of some texts.</summary>
    public static void AnyOf(Utf8JsonWriter writer, string field, params ReadOnlySpan<string> values)
    {
        writer.WriteStartObject("fieldFilter"u8);
        Path(writer, field);
        writer.WriteString("op"u8, "IN"u8);
        writer.WriteStartObject("value"u8);
        writer.WriteStartObject("arrayValue"u8);
        writer.WriteStartArray("values"u8);
        foreach (string value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("stringValue"u8, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void OrderByName(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("orderBy"u8);
        writer.WriteStartObject();
        Path(writer, "__name__");
        writer.WriteString("direction"u8, "ASCENDING"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    public static void StartAfter(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject("startAt"u8);
        writer.WriteStartArray("values"u8);
        writer.WriteStartObject();
        writer.WriteString("referenceValue"u8, name);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteBoolean("before"u8, false);
        writer.WriteEndObject();
    }

    private static void Path(Utf8JsonWriter writer, string field)
    {
        writer.WriteStartObject("field"u8);
        writer.WriteString("fieldPath"u8, field);
        writer.WriteEndObject();
    }
}
