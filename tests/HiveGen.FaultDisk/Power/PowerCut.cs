namespace HiveGen.FaultDisk.Power;

/// <summary>
/// Cuts the power after the fact: makes of the files of a dead process, and of their twins by <see cref="PowerRule"/>, what a disk may
/// have kept.
/// </summary>
/// <param name="random">Decides what is kept.</param>
/// <param name="kept">Of the sectors that were written and not synced, the share that the disk has nevertheless: 0 to 1.</param>
public sealed class PowerCut(Random random, double kept)
{
    private const int Sector = 512;

    /// <summary>How many sectors were lost.</summary>
    public long LostSectors { get; private set; }

    /// <summary>Settles a database with its log and its journal.</summary>
    public void Apply(string database)
    {
        // Shared memory is no file for the disk: SQLite makes it anew from the log.
        File.Delete(database + "-shm");
        foreach (string file in new[] { database, database + "-wal", database + "-journal" })
        {
            Settle(file);
        }
    }

    private void Settle(string file)
    {
        string durable = file + DurableTwin.Suffix;
        bool known = File.Exists(durable);
        bool there = File.Exists(file);
        if (there && !known && !Keeps())
        {
            File.Delete(file);
        }
        else if (there)
        {
            byte[] survivor = Merge(known ? File.ReadAllBytes(durable) : [], File.ReadAllBytes(file));
            File.WriteAllBytes(file, survivor);
        }
        else if (known && !Keeps())
        {
            // The disk has not heard that it was removed.
            File.Copy(durable, file);
        }

        File.Delete(durable);
    }

    private byte[] Merge(byte[] durable, byte[] written)
    {
        byte[] result = new byte[Keeps() ? written.Length : durable.Length];
        durable.AsSpan(0, Math.Min(durable.Length, result.Length)).CopyTo(result);
        for (int start = 0; start < Math.Min(result.Length, written.Length); start += Sector)
        {
            int length = Math.Min(Sector, Math.Min(result.Length, written.Length) - start);
            ReadOnlySpan<byte> sector = written.AsSpan(start, length);
            if (sector.SequenceEqual(result.AsSpan(start, length)))
            {
                continue;
            }

            if (Keeps())
            {
                sector.CopyTo(result.AsSpan(start));
            }
            else
            {
                LostSectors++;
            }
        }

        return result;
    }

    private bool Keeps() => random.NextDouble() < kept;
}
