using System.Data.Common;
using System.Globalization;
using System.Text;

namespace HiveGen.Adapters.MySql.Driver;

/// <summary>A row of a driver's reader. Drivers differ in the types they make of text, so each one is turned back.</summary>
internal sealed class DriverRow(DbDataReader reader) : MySqlRow
{
    public override string? Text(int field) => reader.GetValue(field) switch
    {
        string text => text,
        DBNull => null,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        Guid guid => guid.ToString("D"),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        object other => other.ToString(),
    };

    public override byte[]? Blob(int field) => reader.IsDBNull(field) ? null : (byte[])reader.GetValue(field);
}
