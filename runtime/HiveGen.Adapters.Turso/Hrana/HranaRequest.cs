using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso.Hrana;

/// <summary>
/// Writes the body of a request to <c>/v2/pipeline</c>: one batch of steps, of which each runs only if the one before succeeded,
/// and the end of the stream. As a <see cref="FieldSink"/> it takes the fields of a record as arguments, in the form in which the
/// Hive itself stores them. One request; not thread-safe.
/// </summary>
internal sealed class HranaRequest : FieldSink, IDisposable
{
    private readonly Utf8JsonWriter writer;
    private int steps;

    public HranaRequest()
    {
        Buffer = new PooledBuffer();
        writer = new Utf8JsonWriter(Buffer, PooledBuffer.Writing);
        writer.WriteStartObject();
        writer.WriteStartArray("requests"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "batch"u8);
        writer.WriteStartObject("batch"u8);
        writer.WriteStartArray("steps"u8);
    }

    /// <summary>What was written; whoever sends it gives it back.</summary>
    public PooledBuffer Buffer { get; }

    /// <summary>How many steps there are.</summary>
    public int Count => steps;

    /// <summary>Begins a step after the one before it; its arguments follow, and <see cref="EndStep"/>.</summary>
    /// <returns>Its number.</returns>
    public int Step(string sql, bool wantRows)
    {
        int previous = steps - 1;
        return steps == 0
            ? Begin(0, static (_, _) => { }, sql, wantRows)
            : Begin(previous, static (to, step) => Ok(to, "condition"u8, step), sql, wantRows);
    }

    /// <summary>Begins a step that runs if another one did not succeed.</summary>
    /// <returns>Its number.</returns>
    public int StepUnless(int other, string sql, bool wantRows) => Begin(
        other,
        static (to, step) =>
        {
            to.WriteStartObject("condition"u8);
            to.WriteString("type"u8, "not"u8);
            Ok(to, "cond"u8, step);
            to.WriteEndObject();
        },
        sql,
        wantRows);

    /// <summary>Ends a step.</summary>
    public void EndStep()
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A step without arguments.</summary>
    public int Run(string sql, bool wantRows = false)
    {
        int step = Step(sql, wantRows);
        EndStep();
        return step;
    }

    /// <summary>An argument.</summary>
    public void Argument(long value) => Int64(0, value);

    /// <summary>An argument.</summary>
    public void Argument(string value) => Text(0, value);

    /// <summary>An argument: an id.</summary>
    public void Argument(in SqlValue id)
    {
        if (id.Kind == SqlKind.Integer)
        {
            Int64(0, id.Int64);
        }
        else
        {
            Text(0, id.ToString());
        }
    }

    /// <summary>An argument: NULL.</summary>
    public void NullArgument() => Null(0);

    /// <summary>Ends the batch and the stream.</summary>
    public void End()
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type"u8, "close"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    public void Dispose() => writer.Dispose();

    protected override void Null(int field)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "null"u8);
        writer.WriteEndObject();
    }

    protected override void Text(int field, string value) => Value("text"u8, value);

    protected override void Bool(int field, bool value) => Int64(field, value ? 1 : 0);

    // As text: the protocol's integers are beyond what JSON numbers keep.
    protected override void Int64(int field, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = System.Buffers.Text.Utf8Formatter.TryFormat(value, digits, out int length);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "integer"u8);
        writer.WriteString("value"u8, digits[..length]);
        writer.WriteEndObject();
    }

    protected override void Double(int field, double value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "float"u8);
        writer.WriteNumber("value"u8, value);
        writer.WriteEndObject();
    }

    protected override void Decimal(int field, decimal value, int scale) => Int64(field, Scaled.Write(value, scale));

    protected override void Timestamp(int field, long micros) => Int64(field, micros);

    protected override void Date(int field, DateOnly value) => Text(field, IsoDate.Write(value));

    protected override void Time(int field, long micros) => Int64(field, micros);

    protected override void Duration(int field, long micros) => Int64(field, micros);

    protected override void Guid(int field, Guid value) => Text(field, value.ToString("D"));

    protected override void Blob(int field, byte[] value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "blob"u8);
        writer.WriteBase64String("base64"u8, value);
        writer.WriteEndObject();
    }

    protected override void Enum(int field, string name) => Text(field, name);

    protected override void Json(int field, JsonElement value) => Text(field, value.GetRawText());

    private static void Ok(Utf8JsonWriter to, ReadOnlySpan<byte> name, int step)
    {
        to.WriteStartObject(name);
        to.WriteString("type"u8, "ok"u8);
        to.WriteNumber("step"u8, step);
        to.WriteEndObject();
    }

    private int Begin(int other, Action<Utf8JsonWriter, int> condition, string sql, bool wantRows)
    {
        writer.WriteStartObject();
        condition(writer, other);
        writer.WriteStartObject("stmt"u8);
        writer.WriteString("sql"u8, sql);
        writer.WriteBoolean("want_rows"u8, wantRows);
        writer.WriteStartArray("args"u8);
        return steps++;
    }

    private void Value(ReadOnlySpan<byte> type, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString("value"u8, value);
        writer.WriteEndObject();
    }
}
