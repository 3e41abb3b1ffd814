using System.Runtime.CompilerServices;
using HiveGen.Storage.Native;

namespace HiveGen.Storage;

public sealed unsafe partial class Statement
{
    /// <summary>Binds NULL.</summary>
    public void BindNull(int index) => Check(NativeMethods.sqlite3_bind_null(handle, index));

    /// <summary>Binds an INTEGER.</summary>
    public void BindInt64(int index, long value) => Check(NativeMethods.sqlite3_bind_int64(handle, index, value));

    /// <summary>Binds a REAL. SQLite stores NaN as NULL.</summary>
    public void BindDouble(int index, double value) => Check(NativeMethods.sqlite3_bind_double(handle, index, value));

    /// <summary>Binds a TEXT; null binds NULL.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate, which UTF-8 cannot hold.</exception>
    public void BindText(int index, string? value)
    {
        if (value is null)
        {
            BindNull(index);
            return;
        }

        BindText(index, value.AsSpan());
    }

    /// <summary>Binds a TEXT.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate, which UTF-8 cannot hold.</exception>
    public void BindText(int index, ReadOnlySpan<char> value)
    {
        ref ParameterBuffer buffer = ref Parameter(index);

        // Three bytes a char always suffice; counting first pays only for long texts, which would keep three times their size.
        int most = value.Length <= 1024 ? value.Length * 3 : Utf8Text.Strict.GetByteCount(value);
        byte* start = buffer.Reserve(Math.Max(most, 1));
        int bytes = Utf8Text.Write(value, new Span<byte>(start, most));
        Check(NativeMethods.sqlite3_bind_text(handle, index, start, bytes, 0));
    }

    /// <summary>Binds a TEXT given as UTF-8.</summary>
    public void BindUtf8(int index, ReadOnlySpan<byte> value)
    {
        byte* start = Copy(index, value);
        Check(NativeMethods.sqlite3_bind_text(handle, index, start, value.Length, 0));
    }

    /// <summary>Binds a BLOB; null binds NULL.</summary>
    public void BindBlob(int index, byte[]? value)
    {
        if (value is null)
        {
            BindNull(index);
            return;
        }

        BindBlob(index, value.AsSpan());
    }

    /// <summary>Binds a BLOB.</summary>
    public void BindBlob(int index, ReadOnlySpan<byte> value)
    {
        byte* start = Copy(index, value);
        Check(NativeMethods.sqlite3_bind_blob(handle, index, start, value.Length, 0));
    }

    /// <summary>Binds a Guid as lower-case text.</summary>
    public void BindGuid(int index, Guid value)
    {
        const int Length = 36;
        byte* start = Parameter(index).Reserve(Length);
        value.TryFormat(new Span<byte>(start, Length), out int bytes);
        Check(NativeMethods.sqlite3_bind_text(handle, index, start, bytes, 0));
    }

    /// <summary>Binds a value of any kind.</summary>
    public void Bind(int index, in SqlValue value)
    {
        switch (value.Kind)
        {
            case SqlKind.Integer:
                BindInt64(index, value.Int64);
                break;
            case SqlKind.Real:
                BindDouble(index, value.Double);
                break;
            case SqlKind.Text:
                BindText(index, value.Text);
                break;
            case SqlKind.Blob:
                BindBlob(index, value.Blob);
                break;
            default:
                BindNull(index);
                break;
        }
    }

    private byte* Copy(int index, ReadOnlySpan<byte> value)
    {
        // Never a null address, which SQLite would take for NULL.
        byte* start = Parameter(index).Reserve(Math.Max(value.Length, 1));
        value.CopyTo(new Span<byte>(start, value.Length));
        return start;
    }

    /// <summary>The bytes of a parameter, which may be overwritten: the statement does not stand on a row that SQLite still reads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ParameterBuffer Parameter(int index)
    {
        if (running || (uint)(index - 1) >= (uint)parameters.Length)
        {
            ThrowCannotBind(index);
        }

        return ref parameters[index - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(int code)
    {
        if (code != ResultCode.Ok)
        {
            Fail(code);
        }
    }

    private void ThrowCannotBind(int index)
    {
        if (running)
        {
            throw new InvalidOperationException("The statement stands on a row: reset it before its parameters are bound.");
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, $"The statement has {parameters.Length} parameters, counted from 1.");
    }
}
