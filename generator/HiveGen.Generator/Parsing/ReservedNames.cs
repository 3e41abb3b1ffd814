using System;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Parsing;

/// <summary>Names that generated code or the Hive itself needs.</summary>
internal static class ReservedNames
{
    /// <returns>Why a stored property may not be called so; null when it may.</returns>
    public static string? Property(string name, string model) => name switch
    {
        "Given" or "Give" or "Regard" or "PlaceFields" or "WriteTo" or "Validate" or "Clone" => "generated classes that have the model's properties have a member of that name",
        _ when IsAccessor(name) => "generated classes that have the model's properties have methods of that kind",
        "Equals" or "GetHashCode" or "GetType" or "ToString" or "ReferenceEquals" or "MemberwiseClone" or "Finalize" => "every object has a member of that name",
        _ => name.Length == model.Length + 4 && name.StartsWith(model, StringComparison.Ordinal) && name.EndsWith("Sync", StringComparison.Ordinal)
            ? "the generated class that has the model's properties is called so itself"
            : null,
    };

    /// <summary>Whether the bases of generated classes may have a method of that name: <c>GetInt32</c>, <c>GiveText</c>, <c>GetGuidOrNull</c>.</summary>
    private static bool IsAccessor(string name)
    {
        int start = name.StartsWith("Get", StringComparison.Ordinal) ? 3 : name.StartsWith("Give", StringComparison.Ordinal) ? 4 : 0;
        int end = name.EndsWith("OrNull", StringComparison.Ordinal) ? name.Length - "OrNull".Length : name.Length;
        if (start == 0 || end <= start || !char.IsLetter(name[start]))
        {
            return false;
        }

        string kind = name.Substring(start, end - start);
        return kind == "Json" || Enum.TryParse(kind, out PropertyKind _);
    }

    /// <returns>Why a set may not be called so; null when it may.</returns>
    public static string? Plural(string name) => name switch
    {
        "Engine" or "Schema" or "Sql" or "Sync" or "Open" or "Create" or "BatchAsync" or "Dispose" or "DisposeAsync" => "the database class has a member of that name",
        "Equals" or "GetHashCode" or "GetType" or "ToString" or "ReferenceEquals" or "MemberwiseClone" or "Finalize" => "every object has a member of that name",
        _ => null,
    };

    /// <returns>Why a table may not be called so; null when it may.</returns>
    public static string? Table(string name)
        => name.StartsWith("_hive", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) ? "tables of that kind belong to the Hive and to SQLite"
        : name.EndsWith("_live", StringComparison.OrdinalIgnoreCase) ? "targets give each table a view of that kind"
        : null;

    /// <summary>Whether a property is worth the question of <see cref="Column"/>; it is asked at every keystroke.</summary>
    public static bool MayBeColumn(string property)
        => property[0] == '_' || (property.Length is 3 or 5 or 7 or 8 && "oOrRbB".IndexOf(property[0]) >= 0);

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

    /// <summary>What may begin an id: it is a part of URLs and of keys at targets.</summary>
    public static bool IsPrefix(string prefix) => prefix.Length <= 32 && IsIdentifier(prefix);

    /// <summary>Whether two names differ in letter case and underscores only. It allocates nothing.</summary>
    public static bool AreAlike(string one, string other)
    {
        int i = 0;
        int j = 0;
        while (true)
        {
            i += i < one.Length && one[i] == '_' ? 1 : 0;
            j += j < other.Length && other[j] == '_' ? 1 : 0;
            if (i >= one.Length || j >= other.Length)
            {
                return i >= one.Length && j >= other.Length;
            }

            if (one[i] == '_' || other[j] == '_')
            {
                continue;
            }

            if (char.ToUpperInvariant(one[i++]) != char.ToUpperInvariant(other[j++]))
            {
                return false;
            }
        }
    }
}
