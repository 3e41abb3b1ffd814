using HiveGen.Storage.Native;

namespace HiveGen.Storage;

public sealed unsafe partial class Statement
{
    private const int TypeInteger = 1;
    private const int TypeReal = 2;
    private const int TypeText = 3;
    private const int TypeBlob = 4;
    private const int TypeNull = 5;

    /// <summary>The number of columns of a row.</summary>
    public int ColumnCount => NativeMethods.sqlite3_column_count(handle);

    /// <summary>Whether the column of this row is NULL.</summary>
    public bool IsNull(int column) => NativeMethods.sqlite3_column_type(handle, column) == TypeNull;

    /// <summary>The column as INTEGER.</summary>
    public long Int64(int column) => NativeMethods.sqlite3_column_int64(handle, column);

    /// <summary>The column as REAL.</summary>
    public double Double(int column) => NativeMethods.sqlite3_column_double(handle, column);

    /// <summary>The column as TEXT; empty for NULL.</summary>
    public string Text(int column) => Text(NativeMethods.sqlite3_column_text(handle, column), column);

    /// <summary>The column as TEXT; null for NULL.</summary>
    internal string? TextOrNull(int column)
    {
        byte* text = NativeMethods.sqlite3_column_text(handle, column);
        // Without an address it is NULL, or SQLite has no memory for a text: only then is it asked which.
        return text is null && IsNull(column) ? null : Text(text, column);
    }

    /// <summary>The column's text as UTF-8, empty for NULL. Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        byte* text = NativeMethods.sqlite3_column_text(handle, column);
        return new ReadOnlySpan<byte>(text, NativeMethods.sqlite3_column_bytes(handle, column));
    }

    /// <summary>The bytes of a TEXT or BLOB column, 0 for NULL. Not for numbers, which it would turn into text.</summary>
    internal int ByteCount(int column) => NativeMethods.sqlite3_column_bytes(handle, column);

    /// <summary>The column as BLOB; empty for NULL.</summary>
    public byte[] Blob(int column)
    {
        byte* data = NativeMethods.sqlite3_column_blob(handle, column);
        return new ReadOnlySpan<byte>(data, NativeMethods.sqlite3_column_bytes(handle, column)).ToArray();
    }

    /// <summary>The column's bytes, empty for NULL. Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        byte* data = NativeMethods.sqlite3_column_blob(handle, column);
        return new ReadOnlySpan<byte>(data, NativeMethods.sqlite3_column_bytes(handle, column));
    }

    /// <summary>The storage class of the column.</summary>
    public SqlKind Kind(int column) => NativeMethods.sqlite3_column_type(handle, column) switch
    {
        TypeInteger => SqlKind.Integer,
        TypeReal => SqlKind.Real,
        TypeText => SqlKind.Text,
        TypeBlob => SqlKind.Blob,
        _ => SqlKind.Null,
    };

    /// <summary>The column's text as Guid.</summary>
    /// <exception cref="HiveStorageException">It is not the text of a Guid.</exception>
    public Guid Guid(int column)
        => System.Guid.TryParse(Utf8(column), out Guid value) ? value : throw new HiveStorageException($"Column {column} holds '{Text(column)}', which is no Guid.");

    private string Text(byte* text, int column)
    {
        int bytes = NativeMethods.sqlite3_column_bytes(handle, column);
        return bytes == 0 ? "" : Utf8Text.Read(text, bytes);
    }

    /// <summary>The column as a value of its own kind.</summary>
    public SqlValue Value(int column) => NativeMethods.sqlite3_column_type(handle, column) switch
    {
        TypeInteger => SqlValue.From(Int64(column)),
        TypeReal => SqlValue.From(Double(column)),
        TypeText => SqlValue.From(Text(column)),
        TypeBlob => SqlValue.From(Blob(column)),
        _ => SqlValue.Null,
    };
}
