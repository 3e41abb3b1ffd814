using System.Globalization;
using System.Text;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// A statement: SQL that the generator wrote, and values, each in the form in which MySQL takes it. How a value gets into it is the
/// affair of the connection: as a parameter, or as a literal. As a <see cref="FieldSink"/> it takes the fields of a record, with
/// commas between them. One statement; not thread-safe.
/// </summary>
internal abstract class MySqlText : FieldSink
{
    /// <summary>The SQL so far.</summary>
    protected StringBuilder Sql { get; } = new();

    /// <summary>Appends SQL.</summary>
    public MySqlText Add(string sql)
    {
        Sql.Append(sql);
        return this;
    }

    /// <summary>Appends a number that belongs to the SQL.</summary>
    public MySqlText Add(int number)
    {
        Sql.Append(number);
        return this;
    }

    /// <summary>Appends a value.</summary>
    public abstract MySqlText Value(string value);

    /// <summary>Appends a value.</summary>
    public abstract MySqlText Value(long value);

    /// <summary>Appends bytes.</summary>
    protected abstract void Bytes(byte[] value);

    /// <summary>Appends a time.</summary>
    public MySqlText Time(long micros) => Value(MySqlTimes.Timestamp(micros));

    /// <summary>Appends an id.</summary>
    public MySqlText Id(in SqlValue id) => id.Kind == SqlKind.Integer ? Value(id.Int64) : Value(id.ToString());

    /// <summary>Appends NULL.</summary>
    public MySqlText Null() => Add("null");

    protected override void Null(int field) => Next(field).Null();

    protected override void Text(int field, string value) => Next(field).Value(value);

    protected override void Bool(int field, bool value) => Next(field).Value(value ? 1L : 0L);

    protected override void Int64(int field, long value) => Next(field).Value(value);

    // As text, which MySQL reads exactly: its own literals with a point are decimals first.
    protected override void Double(int field, double value) => Next(field).Value(value.ToString("R", CultureInfo.InvariantCulture));

    protected override void Decimal(int field, decimal value, int scale) => Next(field).Value(value.ToString(CultureInfo.InvariantCulture));

    protected override void Timestamp(int field, long micros) => Next(field).Time(micros);

    protected override void Date(int field, DateOnly value) => Next(field).Value(IsoDate.Write(value));

    protected override void Time(int field, long micros) => Next(field).Value(MySqlTimes.Time(micros));

    protected override void Duration(int field, long micros) => Next(field).Value(micros);

    protected override void Guid(int field, Guid value) => Next(field).Value(value.ToString("D"));

    protected override void Blob(int field, byte[] value) => Next(field).Bytes(value);

    protected override void Enum(int field, string name) => Next(field).Value(name);

    protected override void Json(int field, JsonElement value) => Next(field).Value(value.GetRawText());

    private MySqlText Next(int field) => field == 0 ? this : Add(", ");
}
