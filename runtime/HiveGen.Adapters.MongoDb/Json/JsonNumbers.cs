using System.Globalization;
using System.Text.Json;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Which numbers of JSON BSON holds without changing them.</summary>
internal static class JsonNumbers
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
