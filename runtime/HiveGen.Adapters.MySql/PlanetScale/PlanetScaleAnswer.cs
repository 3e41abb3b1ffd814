using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>Reads the API's answers.</summary>
internal static partial class PlanetScaleAnswer
{
    /// <summary>The error in an answer; null when there is none.</summary>
    public static MySqlRefusal? Error(JsonElement root)
    {
        if (!root.TryGetProperty("error"u8, out JsonElement error) || error.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // Without the SQL: a value in it may read like the number of another error.
        string message = Shorten(error.TryGetProperty("message"u8, out JsonElement words) ? words.GetString() ?? "" : "");
        int number = Number().Match(message) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return new MySqlRefusal(number, message) { Kind = Kind().Match(message) is { Success: true } kind ? kind.Groups[1].Value : null };
    }

    /// <summary>How many rows were changed.</summary>
    public static long Changes(JsonElement root)
        => root.TryGetProperty("result"u8, out JsonElement result) && result.TryGetProperty("rowsAffected"u8, out JsonElement rows)
            ? long.Parse(rows.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Hands over the rows.</summary>
    public static void Rows(JsonElement root, Action<MySqlRow> read)
    {
        if (root.TryGetProperty("result"u8, out JsonElement result) && result.TryGetProperty("rows"u8, out JsonElement rows))
        {
            CellRow row = new();
            foreach (JsonElement one in rows.EnumerateArray())
            {
                read(row.On(one));
            }
        }
    }

    // Vitess repeats the SQL with its values, which must not get into logs.
    private static string Shorten(string message)
    {
        int end = message.IndexOf("(CallerID:", StringComparison.Ordinal);
        int sql = message.IndexOf(": Sql:", StringComparison.Ordinal);
        end = end < 0 ? sql : sql < 0 ? end : Math.Min(end, sql);
        return (end < 0 ? message : message[..end]).TrimEnd();
    }

    [GeneratedRegex(@"\(errno ([0-9]{1,6})\)", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Number();

    [GeneratedRegex(@"\bcode = ([A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
