namespace HiveGen.Migrations;

/// <summary>The losses that were allowed.</summary>
internal sealed class Allowance(IEnumerable<string> allowed)
{
    private readonly HashSet<string> allowed = new(allowed.Select(static text => text.Trim()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Allows nothing.</summary>
    public static Allowance None { get; } = new([]);

    public static string DropTable(string table) => "drop-table:" + table;

    public static string DropColumn(string table, string column) => $"drop-column:{table}.{column}";

    public static string Change(string table, string column) => $"change:{table}.{column}";

    public bool Has(string? loss) => loss is not null && allowed.Contains(loss);

    /// <summary>Whether this is how a loss is spelled.</summary>
    public static bool IsValid(string text)
    {
        string[] parts = text.Trim().Split(':');
        if (parts.Length != 2)
        {
            return false;
        }

        string[] names = parts[1].Split('.');
        bool named = Array.TrueForAll(names, static name => name.Length > 0 && !name.Any(char.IsWhiteSpace));
        return named && parts[0].ToUpperInvariant() switch
        {
            "DROP-TABLE" => names.Length == 1,
            "DROP-COLUMN" or "CHANGE" => names.Length == 2,
            _ => false,
        };
    }
}
