using System.ComponentModel;
using System.Globalization;

namespace HiveGen;

/// <summary>Decimals as the Hive stores them: an integer of <c>10^-places</c> units, exact and ordered.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scaled
{
    internal const int MostPlaces = 18;

    private static readonly decimal[] Powers = [.. Enumerable.Range(0, MostPlaces + 1).Select(static n => (decimal)Math.Pow(10, n))];

    /// <summary>Whether the value fits: no more decimal places than <paramref name="places"/>, and within 64 bits.</summary>
    public static bool Fits(decimal value, int places)
    {
        if (Math.Abs(value) > long.MaxValue / Powers[places])
        {
            return false;
        }

        decimal scaled = value * Powers[places];
        return decimal.Truncate(scaled) == scaled;
    }

    /// <summary>The integer for this value.</summary>
    /// <exception cref="OverflowException">The value does not fit; <see cref="Fits"/> tells before.</exception>
    public static long Write(decimal value, int places)
    {
        decimal scaled = checked(value * Powers[places]);
        return decimal.Truncate(scaled) == scaled
            ? decimal.ToInt64(scaled)
            : throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} has more than {places} decimal places."));
    }

    /// <summary>The value of this integer.</summary>
    public static decimal Read(long units, int places)
    {
        ulong magnitude = units < 0 ? (ulong)-(units + 1) + 1 : (ulong)units;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, units < 0, (byte)places);
    }
}
