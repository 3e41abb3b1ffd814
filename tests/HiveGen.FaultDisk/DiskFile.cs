using System.Runtime.InteropServices;
using HiveGen.FaultDisk.Native;

namespace HiveGen.FaultDisk;

/// <summary>
/// A file as one connection has it open. It is read through SQLite's own handle: another one would, when closed, take from the
/// process the locks that SQLite holds on the file.
/// </summary>
public sealed unsafe class DiskFile
{
    private SqliteFile* file;
    private SqliteMethods* methods;

    internal DiskFile(string path, DiskFileKind kind, bool made)
    {
        Path = path;
        Kind = kind;
        Made = made;
    }

    /// <summary>The full path; empty for a temporary file.</summary>
    public string Path { get; }

    /// <summary>What it is for SQLite.</summary>
    public DiskFileKind Kind { get; }

    /// <summary>Whether it did not exist before it was opened.</summary>
    public bool Made { get; }

    internal nint Handle { get; private set; }

    /// <summary>How many bytes it has.</summary>
    public long Size
    {
        get
        {
            long size;
            Check(methods->FileSize(file, &size));
            return size;
        }
    }

    /// <summary>Reads; what lies behind the end is zero.</summary>
    public void Read(Span<byte> into, long offset)
    {
        fixed (byte* bytes = into)
        {
            int code = methods->Read(file, bytes, into.Length, offset);
            Check(code == ResultCodes.ShortRead ? ResultCodes.Ok : code);
        }
    }

    /// <summary>Writes, past all rules.</summary>
    public void Write(ReadOnlySpan<byte> from, long offset)
    {
        fixed (byte* bytes = from)
        {
            Check(methods->Write(file, bytes, from.Length, offset));
        }
    }

    internal void Opened(SqliteFile* handle, SqliteMethods* real)
    {
        file = handle;
        methods = real;
        Handle = GCHandle.ToIntPtr(GCHandle.Alloc(this));
    }

    internal void Closed() => GCHandle.FromIntPtr(Handle).Free();

    private static void Check(int code)
    {
        if (code != ResultCodes.Ok)
        {
            throw new IOException($"The disk itself failed with SQLite's code {code}.");
        }
    }
}
