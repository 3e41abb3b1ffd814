using System.ComponentModel;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// What MySQL, MariaDB and PlanetScale have in common: tables under the sync names with version, home and ghost rows, a view
/// <c>&lt;table&gt;_live</c> each, and the cursor in the data's own transaction. Use <see cref="MySqlTarget"/> or
/// <see cref="PlanetScaleTarget"/>. Thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MySqlFamilyTarget : HiveTarget
{
    private readonly string peer;
    private readonly GhostPurge ghosts;
    private readonly WriteClock clock;
    private volatile IReadOnlyList<SyncModel> prepared = [];

    private protected MySqlFamilyTarget(string name, string peer, TimeProvider clock, TimeSpan ghostRetention)
        : base(name)
    {
        this.peer = peer;
        ghosts = new GhostPurge(clock, ghostRetention);
        this.clock = new WriteClock(clock);
    }

    /// <inheritdoc/>
    public override bool CanVerify => true;

    /// <inheritdoc/>
    public override async ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        await RunAsync(
            async session =>
            {
                await CheckAsync(session, cancellationToken).ConfigureAwait(false);
                await MySqlTables.EnsureAsync(session, models, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        prepared = models;
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hive);
        return RunAsync(
            async session =>
            {
                try
                {
                    return await MySqlCursor.ReadAsync(session, hive, cancellationToken).ConfigureAwait(false);
                }
                catch (MySqlRefusal refusal) when (MySqlErrors.IsMissingTable(refusal))
                {
                    return null; // an empty database
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken) => MergeRounds.SendAsync(
        batch,
        (items, token) => RunAsync(session => MySqlRows.ReadStoredAsync(session, items, token), token),
        WriteAsync,
        cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        return RunAsync(
            async session =>
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                if (at is not null)
                {
                    await MySqlCursor.MoveAsync(session, new CursorMove(home, at, at), clock.Next(), cancellationToken).ConfigureAwait(false);
                }

                // One below the load's version: a record of it that is parked comes back when it is tried again.
                MySqlText sweep = session.Text().Add(model.Mapping<MySqlMap>().Sweep).Time(clock.Next()).Add(", `_version` = ").Value(below - 1)
                    .Add(" where `_home` = ").Value(home).Add(" and `_version` < ").Value(below).Add(" and `_deleted` = 0");
                if (except.Count > 0)
                {
                    MySqlIds.Add(sweep.Add(" and `id` not in ("), except).Add(")");
                }

                int swept = (int)await session.ExecuteAsync(sweep, wholeTable: true, cancellationToken).ConfigureAwait(false);
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                return swept;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<BucketDigest>>(
        async session =>
        {
            BucketTally tally = new(buckets);
            await MySqlRows.ScanAsync(session, model, home, tally.Add, cancellationToken).ConfigureAwait(false);
            return tally.Digests;
        },
        cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<RowDigest>>(
        async session =>
        {
            BucketRows found = new(model, buckets, wanted, limit);
            await MySqlRows.ScanAsync(session, model, home, found.Add, cancellationToken).ConfigureAwait(false);
            return found.ToList();
        },
        cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => RunAsync(session => MySqlRows.ReadRowsAsync(session, model, home, ids, cancellationToken), cancellationToken);

    /// <summary>A connection of its own for one piece of work.</summary>
    /// <exception cref="TargetException">There is none.</exception>
    private protected abstract ValueTask<IMySqlSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Checks what the connection must be for values to arrive as they are.</summary>
    private protected virtual ValueTask CheckAsync(IMySqlSession session, CancellationToken cancellationToken) => default;

    private async ValueTask<IReadOnlyList<ItemOutcome>> WriteAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await using IMySqlSession session = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await MySqlBatch.RunAsync(session, batch, clock.Next(), PurgeAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlRefusal refusal) when (batch.Items.Count == 1 && MySqlErrors.IsMissingParent(refusal))
        {
            // Nothing of the batch was done: its cursor moves alone.
            if (batch.Cursor is not null)
            {
                await WriteAsync(batch with { Items = [] }, cancellationToken).ConfigureAwait(false);
            }

            return [new ItemOutcome(ItemStatus.Dependency, refusal.Message)];
        }
        catch (MySqlRefusal refusal)
        {
            throw MySqlErrors.Of(peer, refusal);
        }
    }

    private async ValueTask<TResult> RunAsync<TResult>(Func<IMySqlSession, ValueTask<TResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using IMySqlSession session = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await work(session).ConfigureAwait(false);
        }
        catch (MySqlRefusal refusal)
        {
            throw MySqlErrors.Of(peer, refusal);
        }
    }

    private async ValueTask PurgeAsync(IMySqlSession session, CursorMove? move, CancellationToken cancellationToken)
    {
        if (!ghosts.IsDue(move, out long before, out long passed))
        {
            return;
        }

        foreach (SyncModel model in prepared)
        {
            MySqlText purge = session.Text().Add(model.Mapping<MySqlMap>().Purge).Time(before)
                .Add(" and (`_home` = ").Value(move!.Hive).Add(" and `_version` <= ").Value(passed).Add(" or `_home` = ").Value(GhostPurge.HttpHome).Add(") limit ").Add(GhostPurge.Chunk);
            await session.ExecuteAsync(purge, wholeTable: true, cancellationToken).ConfigureAwait(false);
        }
    }
}
