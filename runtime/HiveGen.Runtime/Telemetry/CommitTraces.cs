using System.Diagnostics;

namespace HiveGen.Telemetry;

/// <summary>
/// In which trace the newest changes were committed, so that the send which carries them can be linked to it. In memory and bounded:
/// after a restart, or with very many changes waiting, a send has fewer links. Thread-safe.
/// </summary>
internal sealed class CommitTraces
{
    /// <summary>The most commits that are remembered.</summary>
    public const int Capacity = 1024;

    /// <summary>The most links of a send.</summary>
    public const int MostLinks = 64;

    private readonly Lock gate = new();
    private readonly List<CommitTrace> commits = [];

    /// <summary>Notes a commit, in the order of their changes.</summary>
    public void Add(CommitTrace commit)
    {
        lock (gate)
        {
            // A transaction that was undone leaves its changes' numbers to the next one.
            while (commits.Count > 0 && commits[^1].Last >= commit.First)
            {
                commits.RemoveAt(commits.Count - 1);
            }

            if (commits.Count == Capacity)
            {
                commits.RemoveRange(0, Capacity / 2);
            }

            commits.Add(commit);
        }
    }

    /// <summary>Forgets a commit that was undone.</summary>
    public void Remove(CommitTrace commit)
    {
        lock (gate)
        {
            commits.Remove(commit);
        }
    }

    /// <summary>The commits of these changes; null when none is known.</summary>
    /// <param name="changes">The changes, in any order.</param>
    public List<ActivityLink>? Links(IEnumerable<long> changes)
    {
        lock (gate)
        {
            if (commits.Count == 0)
            {
                return null;
            }

            HashSet<CommitTrace> found = [];
            foreach (long change in changes)
            {
                if (Find(change) is { } commit && found.Add(commit) && found.Count == MostLinks)
                {
                    break;
                }
            }

            return found.Count == 0 ? null : [.. found.Select(static commit => new ActivityLink(commit.Context))];
        }
    }

    private CommitTrace? Find(long change)
    {
        int low = 0;
        int high = commits.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            CommitTrace commit = commits[middle];
            if (change < commit.First)
            {
                high = middle - 1;
            }
            else if (change > commit.Last)
            {
                low = middle + 1;
            }
            else
            {
                return commit;
            }
        }

        return null;
    }
}
