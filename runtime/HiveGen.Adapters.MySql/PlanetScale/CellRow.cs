using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>A row of the API: the bytes of all columns in one, and how many belong to each; −1 is NULL. One reader at a time.</summary>
internal sealed class CellRow : MySqlRow
{
    private readonly List<(int Start, int Length)> cells = [];
    private byte[] bytes = [];

    /// <summary>Reads this row from here on.</summary>
    public CellRow On(JsonElement row)
    {
        bytes = row.TryGetProperty("values"u8, out JsonElement values) ? values.GetBytesFromBase64() : [];
        cells.Clear();
        int start = 0;
        foreach (JsonElement one in row.GetProperty("lengths"u8).EnumerateArray())
        {
            int length = int.Parse(one.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            cells.Add((start, length));
            start += Math.Max(length, 0);
        }

        return start == bytes.Length ? this : throw new FormatException("The lengths of a row do not add up.");
    }

    public override string? Text(int field) => cells[field] is (int start, >= 0 and int length) ? Encoding.UTF8.GetString(bytes, start, length) : null;

    public override byte[]? Blob(int field) => cells[field] is (int start, >= 0 and int length) ? bytes.AsSpan(start, length).ToArray() : null;
}
