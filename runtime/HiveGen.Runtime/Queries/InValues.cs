using System.Buffers;
using System.Text;
using System.Text.Json;
using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>
/// The values of an IN. A few become parameters; many become one JSON array, so that their number neither meets SQLite's
/// limit nor makes a new statement.
/// </summary>
internal sealed class InValues
{
    private const int MostParameters = 8;
    private const int MostWithoutJson = 32_000; // SQLite takes 32,766 parameters a statement

    private readonly SqlValue[] values;
    private readonly bool hasNull;
    private readonly bool asJson;

    public InValues(IEnumerable<SqlValue> all)
    {
        List<SqlValue> some = [];
        foreach (SqlValue value in all)
        {
            if (value.IsNull)
            {
                hasNull = true;
            }
            else
            {
                some.Add(value);
                asJson |= value.Kind is SqlKind.Integer or SqlKind.Text;
            }
        }

        // JSON cannot hold NUL for SQLite, and its text form of a real is read back less exactly than a parameter.
        asJson &= some.Count > MostParameters && !some.Exists(static value => value.Text is { } text && text.Contains('\0'));
        values = asJson || some.Count <= MostWithoutJson
            ? [.. some]
            : throw new ArgumentException($"In was given {some.Count} values, and takes {MostWithoutJson} where they are floating-point numbers, bytes or texts with NUL. Ask in parts.", nameof(all));
    }

    public void Write(ref SqlBuilder sql, string column)
    {
        if (hasNull)
        {
            sql.Append('(');
            sql.AppendName(column);
            sql.Append(" IS NULL OR ");
        }

        if (values.Length == 0)
        {
            sql.Append('0');
        }
        else
        {
            sql.AppendName(column);
            sql.Append(asJson ? " IN (SELECT \"value\" FROM json_each(?))" : " IN (?");
            for (int i = 1; !asJson && i < values.Length; i++)
            {
                sql.Append(", ?");
            }

            sql.Append(asJson ? "" : ")");
        }

        if (hasNull)
        {
            sql.Append(')');
        }
    }

    public void Bind(Statement statement, ref int next)
    {
        if (asJson)
        {
            statement.BindText(next++, ToJson());
            return;
        }

        foreach (SqlValue value in values)
        {
            statement.Bind(next++, value);
        }
    }

    private string ToJson()
    {
        ArrayBufferWriter<byte> bytes = new(values.Length * 24);
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartArray();
            foreach (SqlValue value in values)
            {
                if (value.Kind == SqlKind.Integer)
                {
                    writer.WriteNumberValue(value.Int64);
                }
                else
                {
                    writer.WriteStringValue(value.Text);
                }
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
