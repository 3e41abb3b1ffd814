using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>Writes a batch in one transaction: the cursor, the records, and a look at what was not written.</summary>
internal static class MySqlBatch
{
    /// <summary>Writes it.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="batch">The batch, without merges.</param>
    /// <param name="now">The time of the batch, which no other of this target has.</param>
    /// <param name="purge">Purges ghosts, when that is due.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MySqlRefusal">The database refused it, and nothing was done.</exception>
    public static async ValueTask<ItemOutcome[]> RunAsync(
        IMySqlSession session, SendBatch batch, long now, Func<IMySqlSession, CursorMove?, CancellationToken, ValueTask> purge, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        List<int> places = Usable(batch.Items, outcomes);
        IReadOnlyList<SyncItem> items = places.Count == outcomes.Length ? batch.Items : places.ConvertAll(place => batch.Items[place]);
        List<MySqlRun> runs = MySqlRun.Of(items);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (batch.Cursor is { } move)
        {
            await MySqlCursor.MoveAsync(session, move, now, cancellationToken).ConfigureAwait(false);
        }

        ItemOutcome[] written = new ItemOutcome[items.Count];
        Array.Fill(written, new ItemOutcome(ItemStatus.Applied));
        await MySqlTurn.TakeAsync(session, runs, written, now, cancellationToken).ConfigureAwait(false);
        foreach (MySqlRun run in runs)
        {
            await session.ExecuteAsync(run.Write(session.Text(), now), wholeTable: false, cancellationToken).ConfigureAwait(false);
        }

        await LookAsync(session, runs, written, now, cancellationToken).ConfigureAwait(false);
        await purge(session, batch.Cursor, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        for (int index = 0; index < written.Length; index++)
        {
            outcomes[places[index]] = written[index];
        }

        return outcomes;
    }

    private static List<int> Usable(IReadOnlyList<SyncItem> items, ItemOutcome[] outcomes)
    {
        List<int> usable = new(items.Count);
        for (int index = 0; index < items.Count; index++)
        {
            if (MySqlIds.Problem(items[index]) is { } problem)
            {
                outcomes[index] = new ItemOutcome(ItemStatus.Permanent, problem);
            }
            else
            {
                usable.Add(index);
            }
        }

        return usable;
    }

    // One query for all runs: over HTTP each costs a round trip.
    private static async ValueTask LookAsync(IMySqlSession session, List<MySqlRun> runs, ItemOutcome[] outcomes, long now, CancellationToken cancellationToken)
    {
        if (runs.Count == 0)
        {
            return;
        }

        MySqlText look = session.Text();
        for (int number = 0; number < runs.Count; number++)
        {
            look.Add(number == 0 ? "" : " union all ");
            runs[number].Look(look, number, now);
        }

        await session.QueryAsync(look, row => runs[(int)row.Integer(0)].Note(row.String(1), row.String(2), outcomes), wholeTable: false, cancellationToken).ConfigureAwait(false);
    }
}
