namespace HiveGen.Migrations;

/// <summary>How the values of one type become those of another, as SQL over the old value.</summary>
/// <param name="Exact">The new value; NULL where the old one does not fit.</param>
/// <param name="KeepsValues">Whether values that fit stay as they are.</param>
internal sealed record Conversion(string Exact, bool KeepsValues)
{
    /// <summary>The next best value, for one that does not fit.</summary>
    public string? Nearest { get; init; }

    /// <summary>What the next best value is, in words.</summary>
    public string NearestWords { get; init; } = "";

    /// <summary>Whether every value fits.</summary>
    public bool Always { get; init; }

    /// <summary>Nothing of the old values can be kept.</summary>
    public static Conversion None { get; } = new("NULL", false);

    /// <summary>Every value fits as it is.</summary>
    public static Conversion Same(string value) => new(value, true) { Always = true };

    /// <summary>Values stay as they are where they fit.</summary>
    public static Conversion Keep(string condition, string value) => new($"CASE WHEN {condition} THEN {value} END", true);

    /// <summary>From one type to another.</summary>
    /// <param name="from">The type in the file.</param>
    /// <param name="to">The type of the model.</param>
    /// <param name="value">The old column, quoted.</param>
    public static Conversion Between(ColumnType from, ColumnType to, string value)
    {
        if (from == to)
        {
            return Same(value);
        }

        if (NumberConversion.Between(from, to, value) is { } number)
        {
            return number;
        }

        return (from.Kind, to.Kind) switch
        {
            ("enum", "enum") => from.Names.All(to.Names.Contains) ? Same(value) : OneOf(to, value),
            ("text", "enum") => OneOf(to, value),
            ("enum" or "guid" or "date" or "json", "text") => Same(value),
            ("text", "guid") => Keep($"{value} GLOB '{GuidPattern}'", value),
            ("text", "date") => Keep($"date({value}) = {value}", value),
            ("text", "json") => Keep($"json_valid({value})", value),
            ("text", "bool") => new Conversion($"CASE {value} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END", false),
            ("bool", "text") => new Conversion($"CASE {value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END", false) { Always = true },
            ("time", "duration") => Same(value),
            ("duration", "time") => Keep($"{value} BETWEEN 0 AND {Day - 1}", value),
            ("date", "timestamp") => new Conversion($"unixepoch({value}) * 1000000", false),
            ("timestamp", "date") => new Conversion($"CASE WHEN {value} % {Day} = 0 THEN date({value} / 1000000, 'unixepoch') END", false)
            {
                Nearest = $"date(({value} - ({value} % {Day} + {Day}) % {Day}) / 1000000, 'unixepoch')",
                NearestWords = "lose the time of the day",
            },
            _ => None,
        };
    }

    /// <summary>The microseconds of a day.</summary>
    private const long Day = 86_400_000_000;

    private static readonly string GuidPattern = string.Join('-', ((int[])[8, 4, 4, 4, 12]).Select(static digits => string.Concat(Enumerable.Repeat("[0-9a-f]", digits))));

    private static Conversion OneOf(ColumnType type, string value)
        => Keep($"{value} IN ({string.Join(", ", type.Names.Select(static name => $"'{name}'"))})", value);
}
