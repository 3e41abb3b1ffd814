using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Export;

/// <summary>The schema of one field's values, as the generated JSON spells them.</summary>
internal static class JsonSchemaField
{
    // The formats 'time' and 'duration' of JSON Schema want an offset, and know no fractions and no sign.
    private const string Time = "^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,7})?)?$";
    private const string Duration = "^-?P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$";

    /// <summary>Writes the field as a property.</summary>
    public static void Write(Utf8JsonWriter writer, SyncField field)
    {
        writer.WriteStartObject(field.Name);
        if (TypeOf(field.Type) is { } type)
        {
            WriteType(writer, type, field.Nullable);
        }

        WriteForm(writer, field);
        if (field.Rules is { } rules)
        {
            WriteRules(writer, rules);
        }

        writer.WriteEndObject();
    }

    private static string? TypeOf(SyncType type) => type switch
    {
        SyncType.Bool => "boolean",
        SyncType.Int32 or SyncType.Int64 => "integer",
        SyncType.Double or SyncType.Decimal => "number",
        SyncType.Json => null, // any value
        _ => "string",
    };

    private static void WriteType(Utf8JsonWriter writer, string type, bool nullable)
    {
        if (!nullable)
        {
            writer.WriteString("type", type);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(type);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private static void WriteForm(Utf8JsonWriter writer, SyncField field)
    {
        switch (field.Type)
        {
            case SyncType.Int32 when field.Rules is not { Minimum: not null } and not { Maximum: not null }:
                // Up to 32 bits, signed or not: the app's type may hold less.
                writer.WriteNumber("minimum", int.MinValue);
                writer.WriteNumber("maximum", uint.MaxValue);
                break;
            case SyncType.Decimal:
                writer.WriteString("description", string.Create(CultureInfo.InvariantCulture, $"Exact, with at most {field.Scale} decimal places."));
                break;
            case SyncType.Timestamp:
                writer.WriteString("format", "date-time");
                break;
            case SyncType.Date:
                writer.WriteString("format", "date");
                break;
            case SyncType.Time:
                writer.WriteString("pattern", Time);
                break;
            case SyncType.Duration:
                writer.WriteString("pattern", Duration);
                break;
            case SyncType.Guid:
                writer.WriteString("format", "uuid");
                break;
            case SyncType.Blob:
                writer.WriteString("contentEncoding", "base64");
                break;
            case SyncType.Enum:
                WriteValues(writer, field);
                break;
        }
    }

    private static void WriteValues(Utf8JsonWriter writer, SyncField field)
    {
        writer.WriteStartArray("enum");
        foreach (string value in field.Values ?? [])
        {
            writer.WriteStringValue(value);
        }

        if (field.Nullable)
        {
            writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter writer, FieldRules rules)
    {
        WriteNumber(writer, "minLength", rules.MinLength);
        WriteNumber(writer, "maxLength", rules.MaxLength);
        WriteNumber(writer, "minimum", rules.Minimum);
        WriteNumber(writer, "maximum", rules.Maximum);
        if (rules.Pattern is { } pattern)
        {
            writer.WriteString("pattern", $"^(?:{pattern})$");
        }

        if (rules.Email)
        {
            writer.WriteString("format", "email");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
