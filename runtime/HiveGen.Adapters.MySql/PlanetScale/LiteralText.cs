using System.Buffers;
using System.Globalization;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>
/// A statement whose values are literals, because the API has no parameters: texts are escaped as PlanetScale's own client does it,
/// and nothing else that comes from outside gets into the SQL.
/// </summary>
internal sealed class LiteralText : MySqlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\0\b\n\r\t\u001a\\\"'");

    /// <summary>The SQL with what was added so far.</summary>
    public override string ToString() => Sql.ToString();

    public override MySqlText Value(string value)
    {
        Sql.Append('\'');
        ReadOnlySpan<char> rest = value;
        for (int next; (next = rest.IndexOfAny(Special)) >= 0; rest = rest[(next + 1)..])
        {
            Sql.Append(rest[..next]).Append(Escape(rest[next]));
        }

        Sql.Append(rest).Append('\'');
        return this;
    }

    public override MySqlText Value(long value)
    {
        Sql.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    protected override void Bytes(byte[] value) => Sql.Append("x'").Append(Convert.ToHexStringLower(value)).Append('\'');

    private static string Escape(char special) => special switch
    {
        '\'' => "''",
        '"' => "\\\"",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\0' => "\\0",
        '\u001a' => "\\Z",
        _ => "\\\\",
    };
}
