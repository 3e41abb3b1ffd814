using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>The rows of a table in the file, as they would be in the model's table: for looking at them before anything is changed.</summary>
internal sealed class TableSource(string stored, IReadOnlyList<ColumnChange> columns)
{
    /// <summary>A unique index over rows that are there.</summary>
    /// <param name="table">The table, by its new name.</param>
    /// <param name="names">The columns of the index.</param>
    /// <param name="isNew">Whether they were not unique before; else their values change.</param>
    public MigrationRisk Unique(string table, IReadOnlyList<string> names, bool isNew = true)
    {
        List<string> quoted = [.. names.Select(SqlText.Quote)];
        string list = string.Join(", ", quoted);
        string filter = string.Join(" AND ", quoted.Select(static name => name + " IS NOT NULL"));
        string groups = $"SELECT count(*) AS \"rows\" FROM ({Rows(names)}) WHERE {filter} GROUP BY {list} HAVING count(*) > 1";
        string rows = Wanted(names).All(static column => column.KeepsRows) ? SqlText.Quote(stored) : $"({Rows(names)})";
        return new MigrationRisk(table, $"{list} {(isNew ? "becomes" : "stays")} unique", isNew ? "share their values with another" : "would share their new values with another", null, $"Mend them before; find them with: SELECT {list}, count(*) FROM {rows} GROUP BY {list} HAVING count(*) > 1")
        {
            CountSql = $"SELECT coalesce(sum(\"rows\"), 0) FROM ({groups})",
        };
    }

    /// <summary>A new condition over rows that are there.</summary>
    /// <param name="table">The table, by its new name.</param>
    /// <param name="check">The constraint, <c>CHECK(…)</c>.</param>
    public MigrationRisk Check(string table, string check)
    {
        string condition = check[check.IndexOf('(', StringComparison.Ordinal)..];
        return new MigrationRisk(table, $"the [Check] {condition} is new, or its columns change", "do not pass it", null, $"Mend them before; find them with: SELECT * FROM \"{stored}\" WHERE NOT {condition}")
        {
            CountSql = $"SELECT count(*) FROM ({Rows([.. columns.Select(static column => column.Wanted.Name)])}) AS {SqlText.Quote(table)} WHERE NOT {condition}",
        };
    }

    private string Rows(IReadOnlyList<string> names)
    {
        IEnumerable<string> values = Wanted(names).Select(static column => $"{column.Before} AS {SqlText.Quote(column.Wanted.Name)}");
        return $"SELECT {string.Join(", ", values)} FROM {SqlText.Quote(stored)}";
    }

    private IEnumerable<ColumnChange> Wanted(IReadOnlyList<string> names) => columns.Where(column => names.Contains(column.Wanted.Name, StringComparer.OrdinalIgnoreCase));
}
