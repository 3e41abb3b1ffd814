using System.Text.Json.Nodes;
using HiveGen.Targets;
using Microsoft.OpenApi;

namespace HiveGen.OpenApi;

/// <summary>The schema of one field: its type, and the rules of its DataAnnotations.</summary>
internal static class FieldSchema
{
    private const int MaxId = 256;

    /// <summary>What a value of this field may be.</summary>
    public static OpenApiSchema Of(SyncField field)
    {
        OpenApiSchema schema = Typed(field);
        if (field.Nullable && schema.Type is { } type)
        {
            schema.Type = type | JsonSchemaType.Null;
            schema.Enum?.Add(JsonNullSentinel.JsonNull);
        }

        if (field.Rules is { } rules)
        {
            schema.MinLength = rules.MinLength;
            schema.MaxLength = rules.MaxLength;
            schema.Minimum = Number(rules.Minimum);
            schema.Maximum = Number(rules.Maximum);
            schema.Pattern = rules.Pattern is { } pattern ? $"^(?:{pattern})?$" : null; // an empty text passes [RegularExpression]
            schema.Format = rules.Email ? "email" : schema.Format;
        }

        return schema;
    }

    /// <summary>What an id may be where the wire has it as text.</summary>
    public static OpenApiSchema RecordId(SyncField id) => id.Type switch
    {
        SyncType.Int32 or SyncType.Int64 => new() { Type = JsonSchemaType.String, Pattern = "^-?[0-9]+$", Description = "The record's id." },
        SyncType.Guid => new() { Type = JsonSchemaType.String, Format = "uuid", Description = "The record's id." },
        _ => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = MaxId, Pattern = "^[^\\u0000-\\u001f]+$", Description = "The record's id." },
    };

    /// <summary>What an id may be inside <c>data</c>.</summary>
    public static OpenApiSchema IdInData(SyncField id) => new()
    {
        Type = id.Type is SyncType.Int32 or SyncType.Int64 ? JsonSchemaType.String | JsonSchemaType.Integer : JsonSchemaType.String,
        Description = "The same id as recordId, or nothing.",
    };

    private static string? Number(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static OpenApiSchema Typed(SyncField field) => field.Type switch
    {
        SyncType.Text => new() { Type = JsonSchemaType.String },
        SyncType.Bool => new() { Type = JsonSchemaType.Boolean },
        SyncType.Int32 => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        SyncType.Int64 => new() { Type = JsonSchemaType.Integer, Format = "int64" },
        SyncType.Double => new() { Type = JsonSchemaType.Number, Format = "double" },
        SyncType.Decimal => new() { Type = JsonSchemaType.Number, MultipleOf = new decimal(1, 0, 0, false, (byte)field.Scale), Description = $"At most {field.Scale} decimal places." },
        SyncType.Timestamp => new() { Type = JsonSchemaType.String | JsonSchemaType.Integer, Format = "date-time", Description = "ISO 8601 with Z or an offset, or milliseconds since 1970." },
        SyncType.Date => new() { Type = JsonSchemaType.String, Format = "date" },
        SyncType.Time => new() { Type = JsonSchemaType.String, Format = "time" },
        SyncType.Duration => new() { Type = JsonSchemaType.String, Format = "duration" },
        SyncType.Guid => new() { Type = JsonSchemaType.String, Format = "uuid" },
        SyncType.Blob => new() { Type = JsonSchemaType.String, Format = "byte", Description = "Base64." },
        SyncType.Enum => new() { Type = JsonSchemaType.String, Enum = [.. (field.Values ?? []).Select(static name => (JsonNode)JsonValue.Create(name))] },
        _ => new() { Description = "Any JSON of the property's type." },
    };
}
