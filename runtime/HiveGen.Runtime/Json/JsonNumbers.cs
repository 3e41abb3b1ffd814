using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace HiveGen.Json;

/// <summary>Which numbers of JSON a database of int64 and doubles holds without changing them. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonNumbers
{
    private const int MostCharacters = 28; // what a decimal reads exactly

    /// <summary>Whether an int64 or a double is exactly this number.</summary>
    public static bool IsExact(JsonElement number)
    {
        if (number.TryGetInt64(out _))
        {
            return true;
        }

        return number.GetRawText().Length <= MostCharacters
            && number.TryGetDouble(out double real) && double.IsFinite(real)
            && number.TryGetDecimal(out decimal exact) && (exact != 0 || real == 0)
            && decimal.TryParse(real.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal same)
            && same == exact;
    }
}
