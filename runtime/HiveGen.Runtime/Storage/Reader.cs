namespace HiveGen.Storage;

/// <summary>A read-only connection of the pool, and the commit up to which its snapshot is known to reach.</summary>
internal sealed class Reader(HiveConnection connection) : IDisposable
{
    private long seen = -1;

    public HiveConnection Connection { get; } = connection;

    /// <summary>
    /// Makes ready for a read that must see this commit. While commits come, each read is its own transaction; once none came
    /// between two reads, the snapshot is kept, and further reads cost no lock traffic.
    /// </summary>
    /// <param name="commit">The last commit.</param>
    /// <param name="keep">Whether a snapshot may be kept.</param>
    public void Enter(long commit, bool keep)
    {
        bool fresh = keep && seen == commit;
        seen = commit;
        if (!Connection.AutoCommit)
        {
            if (!fresh)
            {
                EndSnapshot();
            }
        }
        else if (fresh)
        {
            Connection.Run(Transaction.Begin);
        }
    }

    public void BeginSnapshot()
    {
        if (Connection.AutoCommit)
        {
            Connection.Run(Transaction.Begin);
        }
    }

    /// <summary>Ends statements that the caller left standing on a row, which would hold their snapshot for the next one.</summary>
    public void Leave()
    {
        if (Connection.HasRunning)
        {
            Connection.EndRunning();
        }
    }

    public void EndSnapshot()
    {
        if (!Connection.AutoCommit)
        {
            Connection.Run(Transaction.Commit);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();
}
