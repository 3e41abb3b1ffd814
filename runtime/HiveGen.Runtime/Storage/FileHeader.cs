using System.Buffers.Binary;

namespace HiveGen.Storage;

/// <summary>What the first bytes of a file say about it. Read without SQLite, which might write beside a file it opens.</summary>
internal static class FileHeader
{
    private const int Length = 105;
    private const int WriteVersionAt = 18;
    private const int UserVersionAt = 60;
    private const int ApplicationIdAt = 68;
    private const int SchemaEntriesAt = 103;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    private static ReadOnlySpan<byte> JournalMagic => [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

    /// <summary>Whether the file is a Hive; false for a file that is missing or holds nothing, of which one can be made.</summary>
    /// <remarks>The id is in the file from the first commit on: a Hive turns to write-ahead logging after it was made.</remarks>
    /// <exception cref="HiveStorageException">It is something else, or of a newer format, or cannot be read or written.</exception>
    public static bool IsHive(string path) => IsHive(path, FileAccess.ReadWrite);

    /// <summary>Refuses a file that is no Hive. It is only read.</summary>
    /// <exception cref="HiveStorageException">It is missing or empty, something else, of a newer format, or cannot be read.</exception>
    public static void RequireHive(string path)
    {
        if (!IsHive(path, FileAccess.Read))
        {
            throw new HiveStorageException($"{path} is missing or empty, so it is no Hive. Nothing was changed.");
        }
    }

    private static bool IsHive(string path, FileAccess access)
    {
        Span<byte> header = stackalloc byte[Length];
        int read = Read(path, header, access);
        if (read == 0)
        {
            return false;
        }

        if (read < Length || !header.StartsWith(Magic))
        {
            if (HasJournal(path))
            {
                return false;
            }

            throw new HiveStorageException($"{path} is not a SQLite database, so it is no Hive. Nothing was changed: give another path, or move the file away.");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdAt..]) == Bookkeeping.ApplicationId)
        {
            CheckVersion(path, BinaryPrimitives.ReadInt32BigEndian(header[UserVersionAt..]));
            return true;
        }

        bool hasSchema = BinaryPrimitives.ReadUInt16BigEndian(header[SchemaEntriesAt..]) > 0;
        bool logged = header[WriteVersionAt] == 2 && File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0;
        if (hasSchema || logged)
        {
            throw new HiveStorageException($"{path} is the SQLite database of another program, no Hive. Nothing was changed: give another path, or move the file away.");
        }

        return false;
    }

    /// <summary>Refuses a format this version of HiveGen does not know.</summary>
    /// <exception cref="HiveStorageException">It is newer.</exception>
    public static void CheckVersion(string path, int version)
    {
        if (version > Bookkeeping.FormatVersion)
        {
            throw new HiveStorageException($"{path} was written by a newer HiveGen: its format is {version}, this one knows {Bookkeeping.FormatVersion}. Nothing was changed: update the app's HiveGen packages.");
        }
    }

    /// <summary>
    /// Whether SQLite has yet to undo what it was writing: the power went while a Hive was made, and of its pages the disk has some
    /// without the first. SQLite empties the file when it reads it.
    /// </summary>
    private static bool HasJournal(string path)
    {
        string journal = path + "-journal";
        if (!File.Exists(journal))
        {
            return false;
        }

        Span<byte> magic = stackalloc byte[8];
        return Read(journal, magic, FileAccess.Read) == magic.Length && magic.SequenceEqual(JournalMagic);
    }

    private static int Read(string path, Span<byte> header, FileAccess access)
    {
        if (Directory.Exists(path))
        {
            throw new HiveStorageException($"{path} is a folder. Give the path of a file.");
        }

        if (!File.Exists(path))
        {
            return 0;
        }

        if (access != FileAccess.Read && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
        {
            throw ReadOnly(path, null);
        }

        try
        {
            // A Hive to be opened is opened for writing too here, only to learn whether that is allowed.
            using FileStream file = new(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        }
        catch (UnauthorizedAccessException error)
        {
            throw ReadOnly(path, error);
        }
        catch (IOException error)
        {
            throw new HiveStorageException($"{path} cannot be read: {error.Message} Nothing was changed.", 0, error);
        }
    }

    private static HiveStorageException ReadOnly(string path, Exception? inner)
        => new($"{path} is read-only for this app. Nothing was changed: let the app's user read and write the file.", 0, inner);
}
