using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// What the generated base of custom targets derives from: it cuts a batch into runs of one model and one kind, in order, and
/// hands each to the app's typed method. The Hive remembers how far the target has come, unless the app overrides
/// <see cref="RemembersCursor"/>, <see cref="ReadCursorAsync"/> and <see cref="SaveCursorAsync"/> together.
/// </summary>
/// <param name="name">The name of the target.</param>
public abstract class CustomTarget(string name) : HiveTarget(name)
{
    /// <summary>Whether the app keeps the cursor at the target: false, unless it is overridden together with the methods that read and save it.</summary>
    public override bool RemembersCursor => false;

    /// <inheritdoc/>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    /// <exception cref="TargetException">The app's method threw one; any other exception is classed by its type: network and time-outs as such, the rest as unknown.</exception>
    public sealed override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        IReadOnlyList<SyncItem> items = batch.Items;
        for (int first = 0; first < items.Count;)
        {
            int end = first + 1;
            while (end < items.Count && items[end].Model == items[first].Model && items[end].Record is null == items[first].Record is null)
            {
                end++;
            }

            await SendRunAsync([.. items.Skip(first).Take(end - first)], cancellationToken).ConfigureAwait(false);
            first = end;
        }

        if (batch.Cursor is not null)
        {
            await SaveCursorAsync(batch.Cursor, cancellationToken).ConfigureAwait(false);
        }

        return [.. Enumerable.Repeat(new ItemOutcome(ItemStatus.Applied), items.Count)];
    }

    /// <summary>Keeps the cursor, after everything before it was written. Does nothing unless it is overridden.</summary>
    /// <exception cref="TargetException">It cannot be kept, or is not where <see cref="CursorMove.From"/> says.</exception>
    protected virtual ValueTask SaveCursorAsync(CursorMove move, CancellationToken cancellationToken) => default;

    /// <summary>Calls the upsert method of the model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract ValueTask UpsertAsync(SyncModel model, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken);

    /// <summary>Calls the delete method of the model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract ValueTask DeleteAsync(SyncModel model, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken);

    /// <summary>The records of a run of items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static IReadOnlyList<Versioned<TRecord>> Records<TRecord>(IReadOnlyList<SyncItem> items)
        where TRecord : SyncRecord
        => [.. items.Select(static item => new Versioned<TRecord>((TRecord)item.Record!, item.RecordId, item.Version, item.Home, item.Kind))];

    /// <summary>The removals of a run of items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static IReadOnlyList<DeletedRecord> Deletes(IReadOnlyList<SyncItem> items)
        => [.. items.Select(static item => new DeletedRecord(item.Id, item.RecordId, item.Version, item.Home))];

    /// <summary>A model that this assembly did not generate.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TargetException Unknown(SyncModel model)
        => new(TargetFailure.Configuration, $"The custom target was generated in an assembly that does not hold the model {model.ModelName}.");

    private async ValueTask SendRunAsync(List<SyncItem> run, CancellationToken cancellationToken)
    {
        SyncModel model = run[0].Model;
        try
        {
            await (run[0].Record is null ? DeleteAsync(model, run, cancellationToken) : UpsertAsync(model, run, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (TargetException or OperationCanceledException))
        {
            throw Dispatch.Untold.Classify($"{Name}, {run.Count} of {model.Name}", e);
        }
    }
}
