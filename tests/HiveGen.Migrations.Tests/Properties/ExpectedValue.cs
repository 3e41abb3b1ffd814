using System.Globalization;
using System.Numerics;

namespace HiveGen.Tests;

/// <summary>What a value must be under another type, worked out without SQL.</summary>
internal static class ExpectedValue
{
    /// <returns>False when the value does not fit.</returns>
    public static bool TryConvert(object value, string from, string to, out object? result)
    {
        result = value;
        if (from == to)
        {
            return true;
        }

        (string kind, string[] arguments) = Parts(to);
        result = null;
        if (Places(from) is { } places && Places(to) is { } wanted)
        {
            BigInteger number = new BigInteger((long)value) * BigInteger.Pow(10, wanted);
            BigInteger divisor = BigInteger.Pow(10, places);
            BigInteger whole = number / divisor;
            (long least, long most) = Range(kind);
            bool fits = whole * divisor == number && whole >= least && whole <= most;
            result = fits ? (long)whole : null;
            return fits;
        }

        return (Parts(from).Kind, kind) switch
        {
            ("text" or "enum", "enum") => Fits(arguments.Contains((string)value), value, out result),
            ("enum", "text") => Fits(true, value, out result),
            ("bool", "text") => Fits(true, (long)value == 1 ? "true" : "false", out result),
            ("text", "bool") => Fits(value is "true" or "false", value is "true" ? 1L : 0L, out result),
            ("int64" or "int32" or "uint8", "text") => Fits(true, ((long)value).ToString(CultureInfo.InvariantCulture), out result),
            ("text", "int64" or "int32" or "uint8") => FromText((string)value, kind, out result),
            (_, "double") when Places(from) is { } scale => Fits(Math.Abs((decimal)(long)value) <= 1L << 53, (long)value / Math.Pow(10, scale), out result),
            ("double", _) when Places(to) is { } scale => FromReal((double)value, scale, kind, out result),
            _ => false,
        };
    }

    private static bool FromText(string text, string kind, out object? result)
    {
        (long least, long most) = Range(kind);
        bool fits = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && number.ToString(CultureInfo.InvariantCulture) == text && number >= least && number <= most;
        return Fits(fits, number, out result);
    }

    private static bool FromReal(double value, int scale, string kind, out object? result)
    {
        double factor = Math.Pow(10, scale);
        double whole = Math.Round(value * factor, MidpointRounding.AwayFromZero);
        (long least, long most) = Range(kind);
        return Fits(Math.Abs(value * factor) < 9.2e18 && whole / factor == value && whole >= least && whole <= most, (long)Math.Clamp(whole, -9e18, 9e18), out result);
    }

    private static bool Fits(bool fits, object value, out object? result)
    {
        result = fits ? value : null;
        return fits;
    }

    private static int? Places(string type) => Parts(type) switch
    {
        ("decimal", [var scale]) => int.Parse(scale, CultureInfo.InvariantCulture),
        ("int64" or "int32" or "uint8" or "bool", _) => 0,
        _ => null,
    };

    private static (long Least, long Most) Range(string kind) => kind switch
    {
        "bool" => (0, 1),
        "uint8" => (0, 255),
        "int32" => (int.MinValue, int.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private static (string Kind, string[] Arguments) Parts(string type)
    {
        int open = type.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (type, []) : (type[..open], type[(open + 1)..^1].Split(','));
    }
}
