using System.ComponentModel;
using System.Runtime.CompilerServices;
using HiveGen.Storage.Native;
using Microsoft.Data.Sqlite;

namespace HiveGen.Storage;

/// <summary>
/// One SQLite connection with its prepared statements, over the handle that Microsoft.Data.Sqlite opened. Not thread-safe: its
/// owner (the writer, a rented reader, a target) uses it alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class HiveConnection : IDisposable
{
    private readonly SqliteConnection? managed;
    private readonly StatementCache cache = new();
    private Statement?[] slots = new Statement?[64];
    private int running;

    private HiveConnection(nint handle, SqliteConnection? managed)
    {
        Handle = handle;
        this.managed = managed;
        NativeMethods.sqlite3_extended_result_codes(handle, 1);
    }

    /// <summary>Whether no transaction is open.</summary>
    public bool AutoCommit => NativeMethods.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>The rows the last statement changed, those of triggers and foreign keys aside.</summary>
    public int Changes => NativeMethods.sqlite3_changes(Handle);

    /// <summary>The rowid of the last insert.</summary>
    public long LastInsertRowId => NativeMethods.sqlite3_last_insert_rowid(Handle);

    /// <summary>The rows changed since the connection was opened, those of triggers included.</summary>
    internal long TotalChanges => NativeMethods.sqlite3_total_changes64(Handle);

    /// <summary>The <c>sqlite3*</c>.</summary>
    internal nint Handle { get; private set; }

    /// <summary>The connection as ADO.NET, where it was opened that way.</summary>
    internal SqliteConnection Managed => managed ?? throw new InvalidOperationException("This connection was not opened by Microsoft.Data.Sqlite.");

    /// <summary>Whether a statement stands on a row, and so holds a snapshot.</summary>
    internal bool HasRunning => running > 0;

    /// <summary>
    /// Whether an error undoes the whole transaction. A failing statement may then leave half of itself behind (OR FAIL), which
    /// spares SQLite the journal it keeps for every statement that fires triggers: a fifth of an insert.
    /// </summary>
    internal bool AllOrNothing { get; set; }

    /// <summary>Gets to know what fails here; null when nobody wants to.</summary>
    internal StorageDamage? Damage { get; set; }

    internal int CachedTexts => cache.Count;

    /// <summary>Opens a file by a Microsoft.Data.Sqlite connection string.</summary>
    /// <exception cref="HiveStorageException">It cannot be opened.</exception>
    public static HiveConnection Open(string connectionString)
    {
        // A pooled connection would come back with another's pragmas, and would hold the file after it is closed.
        SqliteConnection managed = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            managed.Open();
            return new HiveConnection(managed.Handle!.DangerousGetHandle(), managed);
        }
        catch (SqliteException error)
        {
            managed.Dispose();
            throw StorageErrors.From(error.SqliteExtendedErrorCode, error.Message, sql: null, error);
        }
    }

    /// <summary>Opens a file, or makes it, without SQLite's own mutex: its owner is one thread at a time.</summary>
    /// <exception cref="HiveStorageException">It cannot be opened.</exception>
    public static HiveConnection OpenPath(string path)
    {
        const int ReadWrite = 0x2;
        const int Create = 0x4;
        return OpenNative(path, ReadWrite | Create);
    }

    /// <summary>Opens a file for reading, without SQLite's own mutex: its owner is one thread at a time.</summary>
    /// <exception cref="HiveStorageException">It cannot be opened.</exception>
    public static HiveConnection OpenReadOnly(string path)
    {
        const int ReadOnly = 0x1;
        return OpenNative(path, ReadOnly);
    }

    private static HiveConnection OpenNative(string path, int flags)
    {
        const int NoMutex = 0x8000;
        nint handle;
        int code;
        fixed (byte* name = SqlText.Terminated(path))
        {
            code = NativeMethods.sqlite3_open_v2(name, &handle, flags | NoMutex, null);
        }

        if (code == ResultCode.Ok)
        {
            return new HiveConnection(handle, null);
        }

        HiveStorageException error = StorageErrors.Last(handle, code);
        NativeMethods.sqlite3_close_v2(handle);
        throw error;
    }

    /// <summary>The statement of this SQL, prepared once, reset and without bindings.</summary>
    /// <exception cref="HiveStorageException">The SQL is wrong.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Statement Prepare(PreparedSql sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        Statement?[] known = slots;
        if ((uint)sql.Slot < (uint)known.Length && known[sql.Slot] is { } statement)
        {
            statement.Renew();
            return statement;
        }

        return PrepareSlot(sql);
    }

    /// <summary>The statement of SQL built at run time, from a bounded cache by text; nothing is allocated when it is there.</summary>
    /// <exception cref="HiveStorageException">The SQL is wrong.</exception>
    public Statement Prepare(ReadOnlySpan<char> sql)
    {
        if (cache.Find(sql) is { } known)
        {
            known.Renew();
            return known;
        }

        Statement statement = SqlText.Compile(this, sql.ToString());
        cache.Add(statement);
        return statement;
    }

    /// <summary>Runs one or more statements that give no rows.</summary>
    /// <exception cref="HiveStorageException">SQLite refused one; those before it stay done.</exception>
    public void Execute(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ObjectDisposedException.ThrowIf(Handle == 0, this);
        int code;
        fixed (byte* text = SqlText.Terminated(sql))
        {
            code = NativeMethods.sqlite3_exec(Handle, text, 0, 0, null);
        }

        if (code != ResultCode.Ok)
        {
            Damage?.Note(code);
            throw StorageErrors.Last(Handle, code, sql);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Handle == 0)
        {
            return;
        }

        foreach (Statement? statement in slots)
        {
            statement?.Finish();
        }

        cache.Finish();
        if (managed is null)
        {
            NativeMethods.sqlite3_close_v2(Handle);
        }
        else
        {
            managed.Dispose();
        }

        Handle = 0;
    }

    internal void Run(PreparedSql sql) => Prepare(sql).Run();

    internal void SetBusyTimeout(int milliseconds) => NativeMethods.sqlite3_busy_timeout(Handle, milliseconds);

    internal void Began() => running++;

    internal void Ended() => running--;

    /// <summary>Ends statements that were left standing on a row; gives the first error, such as that of a commit this caused.</summary>
    internal int EndRunning()
    {
        int first = ResultCode.Ok;
        if (running == 0)
        {
            return first;
        }

        foreach (Statement? statement in slots.Concat(cache.Statements))
        {
            if (statement is { IsRunning: true })
            {
                int code = statement.End();
                first = first == ResultCode.Ok ? code : first;
            }
        }

        return first;
    }

    private Statement PrepareSlot(PreparedSql sql)
    {
        ObjectDisposedException.ThrowIf(Handle == 0, this);
        if (sql.Slot >= slots.Length)
        {
            Array.Resize(ref slots, Math.Max(slots.Length * 2, sql.Slot + 1));
        }

        return slots[sql.Slot] = SqlText.Compile(this, sql.Text);
    }
}
