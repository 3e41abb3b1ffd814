using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The type of a column as migrations compare it: what SQLite's own type does not say.</summary>
internal static class ColumnTypes
{
    public static string Of(PropertySpec p) => p.Stored switch
    {
        PropertyKind.Byte => "uint8",
        PropertyKind.SByte => "int8",
        PropertyKind.Single => "float",
        PropertyKind.Decimal => "decimal(" + Columns.Number(p.Scale) + ")",
        PropertyKind.DateTime or PropertyKind.DateTimeOffset => "timestamp",
        PropertyKind.DateOnly => "date",
        PropertyKind.TimeOnly => "time",
        PropertyKind.TimeSpan => "duration",
        PropertyKind.Enum => "enum(" + Names(p.Enum!) + ")",
        PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => "json",
        _ => p.Stored.ToString().ToLowerInvariant(),
    };

    /// <summary>Aliases are read, so a value under such a name is no lost one.</summary>
    private static string Names(EnumSpec @enum)
    {
        StringBuilder text = new();
        foreach (string name in @enum.Members)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(name);
        }

        foreach (string alias in @enum.Aliases)
        {
            text.Append(',').Append(alias);
        }

        return text.ToString();
    }
}
