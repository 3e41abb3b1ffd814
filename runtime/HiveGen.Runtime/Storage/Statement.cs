using System.ComponentModel;

namespace HiveGen.Storage;

/// <summary>
/// A prepared SQLite statement, driven without boxing and without a C string in between. Generated binders and readers
/// call it; it belongs to one connection and is not thread-safe. Parameters count from 1, columns from 0.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Statement
{
    /// <summary>Runs to the next row: true on a row, false at the end (the statement is then reset).</summary>
    /// <exception cref="HiveStorageException">SQLite refused; constraint violations are <see cref="HiveConstraintException"/>.</exception>
    public bool Step() => throw new NotImplementedException();

    /// <summary>Runs a statement that gives no rows to its end, and resets it.</summary>
    public void Run() => throw new NotImplementedException();

    /// <summary>Ends the run, so that the statement holds no lock and no snapshot. Bindings stay until bound anew.</summary>
    public void Reset() => throw new NotImplementedException();

    /// <summary>Binds NULL.</summary>
    public void BindNull(int index) => throw new NotImplementedException();

    /// <summary>Binds an INTEGER.</summary>
    public void BindInt64(int index, long value) => throw new NotImplementedException();

    /// <summary>Binds a REAL.</summary>
    public void BindDouble(int index, double value) => throw new NotImplementedException();

    /// <summary>Binds a TEXT; null binds NULL.</summary>
    public void BindText(int index, string? value) => throw new NotImplementedException();

    /// <summary>Binds a BLOB; null binds NULL.</summary>
    public void BindBlob(int index, byte[]? value) => throw new NotImplementedException();

    /// <summary>Binds a Guid as lower-case text.</summary>
    public void BindGuid(int index, Guid value) => throw new NotImplementedException();

    /// <summary>Binds a value of any kind.</summary>
    public void Bind(int index, in SqlValue value) => throw new NotImplementedException();

    /// <summary>Whether the column of this row is NULL.</summary>
    public bool IsNull(int column) => throw new NotImplementedException();

    /// <summary>The column as INTEGER.</summary>
    public long Int64(int column) => throw new NotImplementedException();

    /// <summary>The column as REAL.</summary>
    public double Double(int column) => throw new NotImplementedException();

    /// <summary>The column as TEXT; empty for NULL.</summary>
    public string Text(int column) => throw new NotImplementedException();

    /// <summary>The column as BLOB; empty for NULL.</summary>
    public byte[] Blob(int column) => throw new NotImplementedException();

    /// <summary>The column's text as Guid.</summary>
    public Guid Guid(int column) => throw new NotImplementedException();

    /// <summary>The column as a value of its own kind.</summary>
    public SqlValue Value(int column) => throw new NotImplementedException();
}
