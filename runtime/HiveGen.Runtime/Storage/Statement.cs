using System.ComponentModel;
using System.Runtime.CompilerServices;
using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>
/// A prepared SQLite statement, driven without boxing and without a C string in between. Generated binders and readers
/// call it; it belongs to one connection and is not thread-safe. Parameters count from 1, columns from 0.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe partial class Statement
{
    private readonly HiveConnection connection;
    private readonly ParameterBuffer[] parameters;
    private nint handle;
    private bool running;

    internal Statement(HiveConnection connection, nint handle, string sql)
    {
        this.connection = connection;
        this.handle = handle;
        Sql = sql;
        parameters = new ParameterBuffer[NativeMethods.sqlite3_bind_parameter_count(handle)];
    }

    internal string Sql { get; }

    /// <summary>When the text cache last gave it out, on the cache's own count.</summary>
    internal long LastUse { get; set; }

    /// <summary>Whether it stands on a row, and so holds its snapshot.</summary>
    internal bool IsRunning => running;

    /// <summary>Runs to the next row: true on a row, false at the end (the statement is then reset).</summary>
    /// <exception cref="HiveStorageException">SQLite refused; constraint violations are <see cref="HiveConstraintException"/>.</exception>
    public bool Step()
    {
        int code = NativeMethods.sqlite3_step(handle);
        if (code == ResultCode.Row)
        {
            if (!running)
            {
                running = true;
                connection.Began();
            }

            return true;
        }

        if (code != ResultCode.Done)
        {
            Fail(code);
        }

        Reset();
        return false;
    }

    /// <summary>Runs a statement that gives no rows to its end, and resets it.</summary>
    /// <exception cref="HiveStorageException">SQLite refused; constraint violations are <see cref="HiveConstraintException"/>.</exception>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Ends the run, so that the statement holds no lock and no snapshot. Bindings stay until bound anew.</summary>
    public void Reset() => End();

    /// <summary>Resets, and gives what SQLite says: outside a transaction, ending a write commits it.</summary>
    internal int End()
    {
        int code = NativeMethods.sqlite3_reset(handle);
        if (running)
        {
            running = false;
            connection.Ended();
        }

        return code;
    }

    /// <summary>Ready for new parameters, whatever the last user left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Renew()
    {
        if (running)
        {
            Reset();
        }

        if (parameters.Length > 0)
        {
            NativeMethods.sqlite3_clear_bindings(handle);
        }
    }

    internal void Finish()
    {
        Reset();
        NativeMethods.sqlite3_finalize(handle);
        handle = 0;
        foreach (ref ParameterBuffer parameter in parameters.AsSpan())
        {
            parameter.Free();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fail(int code)
    {
        ObjectDisposedException.ThrowIf(handle == 0, this);
        connection.Damage?.Note(code);
        HiveStorageException error = StorageErrors.Last(connection.Handle, code, Sql);
        Reset();
        throw error;
    }
}
