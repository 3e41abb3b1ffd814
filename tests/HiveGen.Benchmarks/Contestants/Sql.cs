namespace HiveGen.Benchmarks.Contestants;

/// <summary>The statements of the contestants that write SQL by hand.</summary>
internal static class Sql
{
    public const string Columns = "id, email, name, handle, email_verified, plan, status, created_at, updated_at";

    public const string Insert = "INSERT INTO accounts (" + Columns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    public const string Log = "INSERT INTO _hive_change (model, id, op) VALUES ('users', $1, $2)";

    public const string Select = "SELECT " + Columns + " FROM accounts";

    public const string SelectById = Select + " WHERE id = $1";

    public const string SelectByEmail = Select + " WHERE email = $1";

    public const string Update = "UPDATE accounts SET name = $1, updated_at = $2 WHERE id = $3";

    public const string Delete = "DELETE FROM accounts WHERE id = $1";

    public const int Added = 1;

    public const int Changed = 2;

    public const int Removed = 3;

    /// <summary>The pragmas of a Hive, so that nobody pays for another durability or wins by a greater cache.</summary>
    public static string Pragmas(string synchronous) =>
        $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA mmap_size=0;";
}
