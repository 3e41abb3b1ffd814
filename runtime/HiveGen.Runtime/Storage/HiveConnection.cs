using System.ComponentModel;

namespace HiveGen.Storage;

/// <summary>
/// One SQLite connection with its prepared statements, over the handle that Microsoft.Data.Sqlite opened. Not thread-safe: its
/// owner (the writer, a rented reader, a target) uses it alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HiveConnection : IDisposable
{
    private HiveConnection()
    {
    }

    /// <summary>Whether no transaction is open.</summary>
    public bool AutoCommit => throw new NotImplementedException();

    /// <summary>The rows the last statement changed, those of triggers and foreign keys aside.</summary>
    public int Changes => throw new NotImplementedException();

    /// <summary>The rowid of the last insert.</summary>
    public long LastInsertRowId => throw new NotImplementedException();

    /// <summary>Opens a file by a Microsoft.Data.Sqlite connection string.</summary>
    /// <exception cref="HiveStorageException">It cannot be opened.</exception>
    public static HiveConnection Open(string connectionString) => throw new NotImplementedException();

    /// <summary>The statement of this SQL, prepared once, reset and without bindings.</summary>
    public Statement Prepare(PreparedSql sql) => throw new NotImplementedException();

    /// <summary>The statement of SQL built at run time, from a bounded cache by text; nothing is allocated when it is there.</summary>
    public Statement Prepare(ReadOnlySpan<char> sql) => throw new NotImplementedException();

    /// <summary>Runs one or more statements that give no rows.</summary>
    public void Execute(string sql) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
