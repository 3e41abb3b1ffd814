using System.Globalization;

namespace HiveGen.Migrations;

/// <summary>How numbers become other numbers, or text. A whole number is a decimal without places.</summary>
internal static class NumberConversion
{
    /// <summary>The greatest whole number up to which every one is a double.</summary>
    private const long MostExact = 1L << 53;

    /// <summary>The same of a float.</summary>
    private const long MostExactFloat = 1L << 24;

    private static readonly Dictionary<string, (long Least, long Most)> Ranges = new(StringComparer.Ordinal)
    {
        ["bool"] = (0, 1),
        ["int8"] = (sbyte.MinValue, sbyte.MaxValue),
        ["uint8"] = (0, byte.MaxValue),
        ["int16"] = (short.MinValue, short.MaxValue),
        ["uint16"] = (0, ushort.MaxValue),
        ["int32"] = (int.MinValue, int.MaxValue),
        ["uint32"] = (0, uint.MaxValue),
        ["int64"] = (long.MinValue, long.MaxValue),
        ["uint64"] = (0, long.MaxValue),
        ["decimal"] = (long.MinValue, long.MaxValue),
    };

    /// <summary>Null when it is not between numbers.</summary>
    public static Conversion? Between(ColumnType from, ColumnType to, string value)
    {
        bool exactFrom = Ranges.TryGetValue(from.Kind, out (long Least, long Most) range);
        bool exactTo = Ranges.TryGetValue(to.Kind, out (long Least, long Most) wanted);
        return (exactFrom, exactTo) switch
        {
            (true, true) => Scaled(value, Places(from), Places(to), range, wanted),
            (true, false) when IsReal(to) => ToReal(value, Places(from), range, to.Kind == "float" ? MostExactFloat : MostExact),
            (false, true) when IsReal(from) => FromReal(value, Places(to), wanted),
            (false, false) when IsReal(from) && IsReal(to) => RealToReal(value, to),
            (true, false) when to.Kind == "text" && from.Kind is not ("bool" or "decimal") => new Conversion($"CAST({value} AS TEXT)", false) { Always = true },
            (false, true) when from.Kind == "text" && to.Kind is not ("bool" or "decimal") => FromText(value, wanted),
            _ => null,
        };
    }

    private static Conversion Scaled(string value, int places, int wantedPlaces, (long Least, long Most) range, (long Least, long Most) wanted)
    {
        bool inRange = wanted.Least <= range.Least && range.Most <= wanted.Most;
        if (places == wantedPlaces)
        {
            return inRange ? Conversion.Same(value) : Conversion.Keep(Within(value, wanted), value);
        }

        if (places < wantedPlaces)
        {
            long factor = Power(wantedPlaces - places);
            return new Conversion($"CASE WHEN {Within(value, (long.MinValue / factor, long.MaxValue / factor))} THEN {value} * {Text(factor)} END", false);
        }

        long divisor = Power(places - wantedPlaces);
        string quotient = $"{value} / {Text(divisor)}";
        // Half away from zero, without a sum that could leave the range of whole numbers.
        string rounded = $"({quotient} + ({value} % {Text(divisor)}) / {Text(divisor / 2)})";
        return new Conversion($"CASE WHEN {value} % {Text(divisor)} = 0 AND {Within(quotient, wanted)} THEN {quotient} END", false)
        {
            Nearest = $"CASE WHEN {Within(rounded, wanted)} THEN {rounded} END",
            NearestWords = "are rounded",
        };
    }

    private static Conversion ToReal(string value, int places, (long Least, long Most) range, long mostExact)
    {
        string real = places == 0 ? $"CAST({value} AS REAL)" : $"CAST({value} AS REAL) / {Text(Power(places))}.0";
        return range.Least >= -mostExact && range.Most <= mostExact
            ? new Conversion(real, false) { Always = true }
            : new Conversion($"CASE WHEN {Within(value, (-mostExact, mostExact))} THEN {real} END", false) { Nearest = real, NearestWords = "lose digits" };
    }

    private static Conversion FromReal(string value, int places, (long Least, long Most) wanted)
    {
        string factor = Text(Power(places));
        string whole = $"CAST(round({value} * {factor}) AS INTEGER)";
        string fits = $"abs({value} * {factor}) < 9.2e18 AND {Within(whole, wanted)}";
        return new Conversion($"CASE WHEN {fits} AND {whole} / {factor}.0 = {value} THEN {whole} END", false)
        {
            Nearest = $"CASE WHEN {fits} THEN {whole} END",
            NearestWords = "are rounded",
        };
    }

    // Which values a float holds exactly is only known of whole ones.
    private static Conversion RealToReal(string value, ColumnType to) => to.Kind == "double"
        ? Conversion.Same(value)
        : Conversion.Keep($"abs({value}) <= {Text(MostExactFloat)} AND round({value}) = {value}", value) with
        {
            Nearest = $"CASE WHEN abs({value}) <= 3.4028234663852886e38 THEN {value} END",
            NearestWords = "lose digits",
        };

    private static Conversion FromText(string value, (long Least, long Most) wanted)
    {
        string number = $"CAST({value} AS INTEGER)";
        return new Conversion($"CASE WHEN CAST({number} AS TEXT) = {value} AND {Within(number, wanted)} THEN {number} END", false);
    }

    private static string Within(string value, (long Least, long Most) range) => $"{value} BETWEEN {Literal(range.Least)} AND {Text(range.Most)}";

    private static int Places(ColumnType type) => type.Kind == "decimal" ? type.Scale : 0;

    private static bool IsReal(ColumnType type) => type.Kind is "double" or "float";

    private static long Power(int places)
    {
        long power = 1;
        for (int i = 0; i < places; i++)
        {
            power *= 10;
        }

        return power;
    }

    // SQLite reads the least whole number as a real one, because its digits alone are too large.
    private static string Literal(long value) => value == long.MinValue ? "(-9223372036854775807 - 1)" : Text(value);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
