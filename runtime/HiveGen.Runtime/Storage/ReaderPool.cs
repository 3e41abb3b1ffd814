using System.Numerics;

namespace HiveGen.Storage;

/// <summary>Read-only connections. A read that starts after a write returned sees it. Thread-safe.</summary>
/// <remarks>Idle readers lie in slots, taken and given back with one interlocked operation; a thread looks into its own slot first.</remarks>
internal sealed class ReaderPool(Func<HiveConnection> open, CommitCounter commits) : IDisposable
{
    /// <summary>Slots lie a cache line apart, so that threads do not slow each other down.</summary>
    private const int Stride = 8;

    /// <summary>The number of slots, a power of two.</summary>
    private static readonly int Size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, Environment.ProcessorCount * 2));

    private readonly Reader?[] slots = new Reader?[Size * Stride];
    private volatile bool keepsNone;
    private volatile bool closed;

    /// <summary>A connection for one read; dispose the lease at its end. It may hold a snapshot that is still the newest.</summary>
    /// <exception cref="ObjectDisposedException">The Hive is closed.</exception>
    public ReaderLease Rent()
    {
        ObjectDisposedException.ThrowIf(closed, typeof(HiveEngine));
        Reader reader = Take() ?? new Reader(open());
        try
        {
            reader.Enter(commits.Value, !keepsNone);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        return new ReaderLease(this, reader);
    }

    /// <summary>Takes the snapshots of readers nobody uses, so that the log can be emptied.</summary>
    public void EndIdleSnapshots()
    {
        for (int i = 0; i < slots.Length; i += Stride)
        {
            if (Interlocked.Exchange(ref slots[i], null) is not { } reader)
            {
                continue;
            }

            if (TryEndSnapshot(reader))
            {
                Keep(reader);
            }
        }
    }

    /// <summary>Lets no reader keep its snapshot beyond its read, until this is disposed. For one caller at a time.</summary>
    public NoSnapshots KeepNoSnapshots()
    {
        keepsNone = true;
        EndIdleSnapshots();
        return new NoSnapshots(this);
    }

    /// <summary>Closes idle readers; those in use close when they come back.</summary>
    public void Dispose()
    {
        closed = true;
        for (int i = 0; i < slots.Length; i += Stride)
        {
            Interlocked.Exchange(ref slots[i], null)?.Dispose();
        }
    }

    internal void Return(Reader reader)
    {
        reader.Leave();
        if (keepsNone && !TryEndSnapshot(reader))
        {
            return;
        }

        Keep(reader);
        if (closed)
        {
            Dispose();
        }
    }

    private static bool TryEndSnapshot(Reader reader)
    {
        try
        {
            reader.EndSnapshot();
            return true;
        }
        catch (HiveStorageException)
        {
            // A reader that cannot even end is of no use; whoever reads next opens another, and hears what is wrong.
            reader.Dispose();
            return false;
        }
    }

    private Reader? Take()
    {
        int first = Environment.CurrentManagedThreadId;
        for (int i = 0; i < Size; i++)
        {
            ref Reader? slot = ref slots[((first + i) & (Size - 1)) * Stride];
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } reader)
            {
                return reader;
            }
        }

        return null;
    }

    private void Keep(Reader reader)
    {
        int first = Environment.CurrentManagedThreadId;
        for (int i = 0; i < Size; i++)
        {
            ref Reader? slot = ref slots[((first + i) & (Size - 1)) * Stride];
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, reader, null) is null)
            {
                return;
            }
        }

        reader.Dispose();
    }

    /// <summary>While it lasts, readers keep no snapshots.</summary>
    internal readonly ref struct NoSnapshots(ReaderPool pool)
    {
        public void Dispose() => pool.keepsNone = false;
    }
}
