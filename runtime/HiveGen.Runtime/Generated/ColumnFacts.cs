using System.Globalization;

namespace HiveGen.Generated;

/// <summary>What migrations and the client know of a column, from what generated code says of its field.</summary>
internal static class ColumnFacts
{
    public static HiveColumn Of(GeneratedField field, bool isId, bool isSynced) => new(
        field.Column,
        field.Property,
        ToSqlKind(field.Kind),
        field.IsNullable,
        isId ? ColumnRole.Id : field.Has(FieldTraits.CreatedAt) ? ColumnRole.CreatedAt : field.Has(FieldTraits.UpdatedAt) ? ColumnRole.UpdatedAt : ColumnRole.Value,
        isSynced,
        ToType(field))
    { FormerNames = field.FormerNames };

    private static SqlKind ToSqlKind(FieldKind kind) => kind switch
    {
        FieldKind.Single or FieldKind.Double => SqlKind.Real,
        FieldKind.Blob => SqlKind.Blob,
        FieldKind.Text or FieldKind.Guid or FieldKind.Enum or FieldKind.DateOnly or FieldKind.Json or FieldKind.JsonElement or FieldKind.JsonNode => SqlKind.Text,
        _ => SqlKind.Integer,
    };

    /// <summary>What SQLite's own type does not say. It is kept in the file, so it must not change between versions.</summary>
    private static string ToType(GeneratedField field) => field.Kind switch
    {
        FieldKind.Byte => "uint8",
        FieldKind.SByte => "int8",
        FieldKind.Single => "float",
        FieldKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal({field.Places})"),
        FieldKind.DateTime or FieldKind.DateTimeOffset => "timestamp",
        FieldKind.DateOnly => "date",
        FieldKind.TimeOnly => "time",
        FieldKind.TimeSpan => "duration",
        FieldKind.Enum => $"enum({string.Join(',', [.. field.Names, .. field.Aliases])})",
        FieldKind.Json or FieldKind.JsonElement or FieldKind.JsonNode => "json",
        _ => field.Kind.ToString().ToLowerInvariant(),
    };
}
