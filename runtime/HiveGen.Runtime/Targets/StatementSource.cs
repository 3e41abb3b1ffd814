using System.ComponentModel;
using System.Text.Json;
using HiveGen.Json;
using HiveGen.Storage;

namespace HiveGen.Targets;

/// <summary>The fields of a row of SQLite whose first columns are a model's fields in order, as the Hive stores them.</summary>
/// <param name="row">The statement, on its row.</param>
/// <param name="model">The model, where JSON null in a column that may be null is to be null, as every target gets it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StatementSource(Statement row, SyncModel? model = null) : FieldSource
{
    /// <inheritdoc/>
    public override string? Text(int field) => row.TextOrNull(field);

    /// <inheritdoc/>
    public override bool? Bool(int field) => Int64(field) is { } value ? value != 0 : null;

    /// <inheritdoc/>
    public override long? Int64(int field) => row.Int64(field) is var value && (value != 0 || !row.IsNull(field)) ? value : null;

    /// <inheritdoc/>
    public override double? Double(int field) => row.IsNull(field) ? null : row.Double(field);

    /// <inheritdoc/>
    public override decimal? Decimal(int field, int scale) => Int64(field) is { } units ? Scaled.Read(units, scale) : null;

    /// <inheritdoc/>
    public override long? Timestamp(int field) => Int64(field);

    /// <inheritdoc/>
    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    /// <inheritdoc/>
    public override long? Time(int field) => Int64(field);

    /// <inheritdoc/>
    public override long? Duration(int field) => Int64(field);

    /// <inheritdoc/>
    public override Guid? Guid(int field) => row.IsNull(field) ? null : row.Guid(field);

    /// <inheritdoc/>
    public override byte[]? Blob(int field) => row.IsNull(field) ? null : row.Blob(field);

    /// <inheritdoc/>
    public override string? Enum(int field) => Text(field);

    /// <inheritdoc/>
    public override JsonElement? Json(int field)
    {
        JsonElement? value = Text(field) is { } text ? JsonText.ReadElement(text) : null;
        return value is { ValueKind: JsonValueKind.Null } && model?.Fields[field].Nullable == true ? null : value;
    }
}
