using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// Lets one batch of requests at a time write. MySQL does not say which rows a guarded insert wrote; it is seen by the time that they bear, and two
/// servers may write at the same microsecond what both of them made the same version. So requests take turns at a row, and whoever has it looks first.
/// </summary>
internal static class MySqlTurn
{
    /// <summary>Takes the turn until the transaction ends, if requests are among the runs, and notes what somebody else was quicker to write.</summary>
    /// <exception cref="MySqlRefusal">The database refused it.</exception>
    public static async ValueTask TakeAsync(IMySqlSession session, List<MySqlRun> runs, ItemOutcome[] outcomes, long now, CancellationToken cancellationToken)
    {
        List<MySqlRun> requests = runs.FindAll(static run => run.IsOfRequests);
        if (requests.Count == 0)
        {
            return;
        }

        MySqlText turn = session.Text()
            .Add("insert into `_hive_cursor` (`hive`, `session`, `seq`, `epoch`, `moved_at`) values (").Value(GhostPurge.HttpHome).Add(", '', 0, 0, ").Time(now)
            .Add(") on duplicate key update `moves` = `moves` + 1, `moved_at` = values(`moved_at`)");
        await session.ExecuteAsync(turn, wholeTable: false, cancellationToken).ConfigureAwait(false);
        foreach (MySqlRun run in requests)
        {
            // Locking: a plain look would fix the moment that all later looks of the transaction see.
            await session.QueryAsync(run.LookBefore(session.Text()), row => run.Note(row.String(1), row.String(2), outcomes), wholeTable: false, cancellationToken).ConfigureAwait(false);
        }
    }
}
