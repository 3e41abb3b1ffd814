namespace HiveGen.Telemetry;

/// <summary>
/// When changes were committed, as far as they are not sent everywhere: the log itself holds no times. Bounded: with many changes
/// waiting, only every second, fourth … commit is kept, and a time is told too early by that distance, never too late. Thread-safe.
/// </summary>
internal sealed class CommitTimes(TimeProvider clock)
{
    /// <summary>The most commits that are kept.</summary>
    public const int Capacity = 4096;

    private readonly Lock gate = new();
    private readonly List<(long Seq, long At)> commits = [];
    private int stride = 1;
    private int skipped;

    /// <summary>The change up to which every target has everything.</summary>
    public Func<long>? SentEverywhere { get; set; }

    /// <summary>Notes that the log ends here now.</summary>
    public void Note(long seq)
    {
        lock (gate)
        {
            if (commits.Count > 0 && commits[^1].Seq >= seq)
            {
                return;
            }

            if (++skipped < stride && commits.Count > 0)
            {
                // It belongs to the commit before it, which is a little older.
                commits[^1] = (seq, commits[^1].At);
                return;
            }

            skipped = 0;
            if (commits.Count == Capacity)
            {
                MakeRoom();
            }

            commits.Add((seq, clock.GetTimestamp()));
        }
    }

    /// <summary>How long ago this change was committed; null when it is not known: before the start, or while nobody listened.</summary>
    public TimeSpan? Since(long seq)
    {
        lock (gate)
        {
            int index = commits.BinarySearch((seq, long.MinValue));
            index = index < 0 ? ~index : index;
            // What is before the first commit that is known may be of any age.
            return index < commits.Count && (index > 0 || commits[0].Seq == seq) ? clock.GetElapsedTime(commits[index].At) : null;
        }
    }

    private void MakeRoom()
    {
        long sent = SentEverywhere?.Invoke() ?? long.MaxValue;
        // The last of them stays: it tells where the first that is not sent begins.
        int done = commits.FindLastIndex(commit => commit.Seq <= sent);
        if (done > 0)
        {
            commits.RemoveRange(0, done);
        }

        if (commits.Count <= Capacity / 2)
        {
            stride = Math.Max(1, stride / 2);
            return;
        }

        int kept = 1;
        for (int index = 1; index < commits.Count; index += 2)
        {
            commits[kept++] = (index + 1 < commits.Count ? commits[index + 1].Seq : commits[index].Seq, commits[index].At);
        }

        commits.RemoveRange(kept, commits.Count - kept);
        stride *= 2;
    }
}
