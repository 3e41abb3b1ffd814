using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Targets.Conformance;

/// <summary>
/// The text by which stored values are compared. A value must have the type that belongs to its <see cref="SyncType"/>: string
/// for text, enums and JSON; bool; long for whole numbers, and for timestamps, times and durations, which are microseconds;
/// double; decimal; <see cref="DateOnly"/>; <see cref="System.Guid"/>; byte[].
/// </summary>
public static class StoredValue
{
    private const int Shown = 120;

    /// <summary>The text of a value.</summary>
    public static string TextOf(SyncField field, object? value) => value is null ? "null" : field.Type switch
    {
        SyncType.Text or SyncType.Enum => Quote((string)value),
        SyncType.Bool => (bool)value ? "true" : "false",
        SyncType.Int32 or SyncType.Int64 or SyncType.Timestamp or SyncType.Time or SyncType.Duration => ((long)value).ToString(CultureInfo.InvariantCulture),
        SyncType.Double => ((double)value).ToString("R", CultureInfo.InvariantCulture),
        SyncType.Decimal => ((decimal)value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        SyncType.Date => ((DateOnly)value).ToString("O", CultureInfo.InvariantCulture),
        SyncType.Guid => ((Guid)value).ToString(),
        SyncType.Blob => "0x" + Shorten(Convert.ToHexString((byte[])value)),
        SyncType.Json => Shorten(StoredJson.TextOf((string)value)),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "This type is new to the conformance suite."),
    };

    // Escaped, so that a failing test shows which look-alike differs.
    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char letter in text)
        {
            quoted.Append(letter is >= ' ' and <= '~' ? letter.ToString() : $"\\u{(int)letter:x4}");
        }

        return Shorten(quoted.Append('"').ToString());
    }

    private static string Shorten(string text) => text.Length <= Shown ? text
        : $"{text[..Shown]}… ({text.Length} characters, {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))})";
}
