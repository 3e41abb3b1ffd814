using System;

namespace HiveGen.Generator.Parsing;

/// <summary>Names that generated code or the Hive itself needs.</summary>
internal static class ReservedNames
{
    /// <returns>Why a member of a model may not be called so; null when it may.</returns>
    public static string? Member(string name) => name switch
    {
        "Columns" or "Changes" or "Hooks" or "Schema" => "the generator gives every model a class of that name",
        "Given" or "Give" or "WriteTo" or "Validate" or "Clone" => "generated classes that have the model's properties have a member of that name",
        "MemberwiseClone" or "Finalize" => "every object has a member of that name",
        _ => null,
    };

    /// <returns>Why a set may not be called so; null when it may.</returns>
    public static string? Plural(string name) => name switch
    {
        "Engine" or "Schema" or "Sync" or "Open" or "Create" or "Read" or "Query" or "BatchAsync" or "DisposeAsync" => "the database class has a member of that name",
        _ => null,
    };

    /// <returns>Why a table may not be called so; null when it may.</returns>
    public static string? Table(string name)
        => name.StartsWith("_hive", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) ? "tables of that kind belong to the Hive and to SQLite"
        : name.EndsWith("_live", StringComparison.OrdinalIgnoreCase) ? "targets give each table a view of that kind"
        : null;

    /// <summary>Whether a property is worth the question of <see cref="Column"/>; it is asked at every keystroke.</summary>
    public static bool MayBeColumn(string property)
        => property[0] == '_' || (property.Length is 3 or 5 or 7 && "oOrRB".IndexOf(property[0]) >= 0);

    /// <returns>Why a column may not be called so; null when it may.</returns>
    public static string? Column(string name) => name switch
    {
        "_version" or "_deleted" or "_home" or "_synced_at" => "targets keep their bookkeeping under it",
        "rowid" or "oid" or "_rowid_" => "SQLite gives every row a number of that name",
        "blade_id" => "the sync wire takes bladeId for the record's id",
        _ => name.StartsWith("_hive", StringComparison.Ordinal) ? "the Hive keeps its bookkeeping under such names" : null,
    };

    /// <summary>Letters, digits and underscores; the first is no digit.</summary>
    public static bool IsIdentifier(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != '_' && !char.IsLetter(name[i]) && (i == 0 || !char.IsDigit(name[i])))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
