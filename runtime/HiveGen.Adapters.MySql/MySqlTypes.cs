using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>The types of columns as <c>information_schema</c> spells them, shortened to what matters.</summary>
internal static class MySqlTypes
{
    private const string KeyText = "varchar(191)"; // ids and links, compared by bytes
    private const string Collate = " collate ";

    /// <summary>The type of an id's column.</summary>
    public static string OfId(SyncType type) => type switch
    {
        SyncType.Text => KeyText,
        SyncType.Guid => "char(36)",
        SyncType.Int32 => "int",
        _ => "bigint",
    };

    /// <summary>The type in a column's definition, which begins with its name.</summary>
    public static string OfDefinition(string definition)
    {
        string type = definition[(definition.LastIndexOf('`') + 2)..];
        int end = type.IndexOf(" character set", StringComparison.Ordinal);
        return (end < 0 ? type : type[..end]).Replace(" ", "", StringComparison.Ordinal) is var plain && plain == "boolean" ? "tinyint" : plain;
    }

    /// <summary>A column's type and collation: <c>int(11)</c> is <c>int</c>, and a collation that compares bytes goes without saying.</summary>
    public static string OfColumn(string type, string? collation)
    {
        int width = type.IndexOf("int(", StringComparison.Ordinal);
        string plain = width < 0 ? type : type.Remove(width + 3, type.IndexOf(')', width) - width - 2); // what stands behind it, such as unsigned, stays
        return collation is null || collation.EndsWith("_bin", StringComparison.Ordinal) ? plain : plain + Collate + collation;
    }

    /// <summary>Whether a column of the type <paramref name="found"/> takes all values of the type <paramref name="wanted"/>, and tells keys apart.</summary>
    public static bool Fits(string wanted, string found)
    {
        int collate = found.IndexOf(Collate, StringComparison.Ordinal);
        string type = collate < 0 || wanted == KeyText ? found : found[..collate];
        return type == wanted || wanted switch
        {
            "int" => type == "bigint",
            "json" => type == "longtext", // what MariaDB makes of it
            _ => LengthOf(wanted) is { } length && (type == "longtext" || LengthOf(type) >= length),
        };
    }

    // Of varchar and char alone.
    private static int? LengthOf(string type)
    {
        int begin = type.IndexOf("char(", StringComparison.Ordinal);
        return begin >= 0 && int.TryParse(type.AsSpan(begin + 5, type.Length - begin - 6), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : null;
    }
}
