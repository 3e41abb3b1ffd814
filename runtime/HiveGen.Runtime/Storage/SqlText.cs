using System.Text;
using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>Hands SQL to SQLite.</summary>
internal static unsafe class SqlText
{
    private const uint Persistent = 1;

    /// <summary>As UTF-8 with the NUL that C wants.</summary>
    public static byte[] Terminated(string text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    /// <summary>The name as a quoted identifier.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Prepares one statement, to be kept.</summary>
    /// <exception cref="HiveStorageException">The SQL is wrong.</exception>
    /// <exception cref="ArgumentException">It is not one statement.</exception>
    public static Statement Compile(HiveConnection connection, string sql)
    {
        ObjectDisposedException.ThrowIf(connection.Handle == 0, connection);
        nint handle;
        fixed (byte* text = Terminated(sql))
        {
            byte* tail;
            int code = NativeMethods.sqlite3_prepare_v3(connection.Handle, text, -1, Persistent, &handle, &tail);
            if (code != ResultCode.Ok)
            {
                connection.Damage?.Note(code);
                throw StorageErrors.Last(connection.Handle, code, sql);
            }

            if (handle == 0 || !IsBlank(tail))
            {
                NativeMethods.sqlite3_finalize(handle);
                throw new ArgumentException("One statement is expected, no more and no less: " + sql, nameof(sql));
            }
        }

        return new Statement(connection, handle, sql);
    }

    private static bool IsBlank(byte* text)
    {
        while (*text is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)';')
        {
            text++;
        }

        return *text == 0;
    }
}
