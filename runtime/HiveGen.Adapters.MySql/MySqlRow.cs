using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>A row of an answer: text a column, and bytes where the column is a blob. One reader at a time.</summary>
internal abstract class MySqlRow : FieldSource
{
    /// <summary>A column as text; null for NULL.</summary>
    public abstract override string? Text(int field);

    public abstract override byte[]? Blob(int field);

    /// <summary>An integer that is there.</summary>
    public long Integer(int column) => Int64(column) ?? throw new FormatException($"Column {column} is NULL.");

    /// <summary>A text that is there.</summary>
    public string String(int column) => Text(column) ?? throw new FormatException($"Column {column} is NULL.");

    /// <summary>The id of a model's row.</summary>
    public SqlValue Id(SyncModel model) => model.TryParseId(String(0), out SqlValue id) ? id : throw new FormatException($"'{String(0)}' is no id of {model.Name}.");

    public override bool? Bool(int field) => Int64(field) is { } value ? value != 0 : null;

    public override long? Int64(int field) => Text(field) is { } text ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    public override double? Double(int field) => Text(field) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    public override decimal? Decimal(int field, int scale) => Text(field) is { } text ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    public override long? Timestamp(int field) => Text(field) is { } text ? MySqlTimes.ReadTimestamp(text) : null;

    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    public override long? Time(int field) => Text(field) is { } text ? MySqlTimes.ReadTime(text) : null;

    public override long? Duration(int field) => Int64(field);

    public override Guid? Guid(int field) => Text(field) is { } text ? System.Guid.Parse(text) : null;

    public override string? Enum(int field) => Text(field);

    public override JsonElement? Json(int field) => Text(field) is { } text ? JsonElement.Parse(text) : null;
}
