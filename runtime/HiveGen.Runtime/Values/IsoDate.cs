using System.ComponentModel;
using System.Globalization;

namespace HiveGen;

/// <summary>Dates as the Hive stores them: ISO 8601 text, which orders as dates do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IsoDate
{
    /// <summary><c>2026-11-21</c>.</summary>
    public static string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date of such a text.</summary>
    /// <exception cref="FormatException">The text is no ISO date.</exception>
    public static DateOnly Read(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
