namespace HiveGen.FaultDisk.Power;

/// <summary>The durable bytes of one file, in a file beside it. There is none as long as the file's name is not durable.</summary>
internal sealed class DurableTwin(string path)
{
    public const string Suffix = ".durable";

    private readonly List<(long Offset, long End)> written = [];
    private FileStream? twin;
    private byte[] buffer = [];
    private bool all = true;
    private bool made;
    private bool deleted;

    public string Path { get; } = path;

    public void Wrote(long offset, int length)
    {
        if (written.Count > 0 && written[^1] is (long first, long end) && end == offset)
        {
            written[^1] = (first, offset + length);
            return;
        }

        written.Add((offset, offset + length));
    }

    /// <summary>The file was made anew; until it is synced, the disk has the old one, or none.</summary>
    public void Make()
    {
        written.Clear();
        all = made = true;
        deleted = false;
    }

    /// <summary>The file was removed, which the disk does not know yet.</summary>
    public void Delete() => deleted = true;

    /// <summary>The disk learns that the file was removed.</summary>
    public void SyncDeletion()
    {
        if (deleted)
        {
            twin?.Dispose();
            twin = null;
            File.Delete(Path + Suffix);
            Make();
        }
    }

    /// <summary>Makes durable what was written. A process killed in the midst of it leaves a part, as a disk would.</summary>
    /// <returns>Whether the file itself is new to the disk.</returns>
    public bool Sync(DiskFile file)
    {
        long size = file.Size;
        twin ??= new FileStream(Path + Suffix, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (all)
        {
            twin.SetLength(0);
            Copy(file, 0, size);
        }

        foreach ((long offset, long end) in written)
        {
            Copy(file, offset, Math.Min(end, size));
        }

        twin.SetLength(size);
        written.Clear();
        bool isNew = made;
        all = made = false;
        return isNew;
    }

    private void Copy(DiskFile file, long offset, long end)
    {
        const int Largest = 1 << 20;
        for (; offset < end; offset += Largest)
        {
            int length = (int)Math.Min(Largest, end - offset);
            if (buffer.Length < length)
            {
                buffer = new byte[length];
            }

            file.Read(buffer.AsSpan(0, length), offset);
            RandomAccess.Write(twin!.SafeFileHandle, buffer.AsSpan(0, length), offset);
        }
    }
}
