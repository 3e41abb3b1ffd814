using System.Text.Json;
using HiveGen.Targets;
using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Adapters.Postgres;

/// <summary>The fields of a stored row: the first columns of the reader's current one.</summary>
/// <param name="model">The model.</param>
/// <param name="row">The reader, on its row.</param>
internal sealed class PostgresSource(SyncModel model, NpgsqlDataReader row) : FieldSource
{
    /// <inheritdoc/>
    public override string? Text(int field) => row.IsDBNull(field) ? null : row.GetString(field);

    /// <inheritdoc/>
    public override bool? Bool(int field) => Value<bool>(field);

    /// <inheritdoc/>
    public override long? Int64(int field) => model.Fields[field].Type == SyncType.Int32 ? Value<int>(field) : Value<long>(field);

    /// <inheritdoc/>
    public override double? Double(int field) => Value<double>(field);

    /// <inheritdoc/>
    public override decimal? Decimal(int field, int scale)
    {
        try
        {
            return Value<decimal>(field);
        }
        catch (InvalidCastException notANumber)
        {
            throw new InvalidDataException("A numeric column holds NaN or infinity.", notANumber);
        }
    }

    /// <inheritdoc/>
    public override long? Timestamp(int field) => Value<long>(field) is { } value ? PostgresTimes.Read(value) : null;

    /// <inheritdoc/>
    public override DateOnly? Date(int field) => Value<int>(field) is { } days ? PostgresTimes.ReadDate(days) : null;

    /// <inheritdoc/>
    public override long? Time(int field) => Value<long>(field);

    /// <inheritdoc/>
    public override long? Duration(int field) => Value<NpgsqlInterval>(field) is { } value ? PostgresTimes.Read(value) : null;

    /// <inheritdoc/>
    public override Guid? Guid(int field) => Value<Guid>(field);

    /// <inheritdoc/>
    public override byte[]? Blob(int field) => row.IsDBNull(field) ? null : row.GetFieldValue<byte[]>(field);

    /// <inheritdoc/>
    public override string? Enum(int field) => Text(field);

    /// <inheritdoc/>
    public override JsonElement? Json(int field) => Text(field) is { } text ? JsonElement.Parse(text) : null;

    private T? Value<T>(int field)
        where T : struct
        => row.IsDBNull(field) ? null : row.GetFieldValue<T>(field);
}
