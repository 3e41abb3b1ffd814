using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>
/// A Supabase project as a target, over HTTP. Every batch is one call of a function of the exported migration, and so one transaction:
/// rows, ghosts and the cursor. Tables are made by that migration, not by this target. Thread-safe.
/// </summary>
public sealed class SupabaseTarget : HiveTarget
{
    private readonly SupabaseRpc rpc;
    private readonly SupabaseRows rows;
    private readonly SupabaseGhosts ghosts;

    /// <summary>A target at this project.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="url">The project's URL, such as <c>https://abcdefgh.supabase.co</c>.</param>
    /// <param name="options">How it is reached; null for the defaults. Without a key in them, that of the variable <c>SUPABASE_SERVICE_KEY</c> is sent.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine.</exception>
    public SupabaseTarget(string name, string url, SupabaseTargetOptions? options = null)
        : this(name, SupabaseSettings.Of("Hive:Targets:" + name, url, options ?? new SupabaseTargetOptions(), configuration: null))
    {
    }

    internal SupabaseTarget(string name, SupabaseSettings settings)
        : base(name)
    {
        rpc = new SupabaseRpc(settings);
        rows = new SupabaseRows(rpc);
        ghosts = new SupabaseGhosts(rpc);
    }

    /// <summary>The project's address.</summary>
    public Uri Url => rpc.Settings.Url;

    /// <summary>Asks the project what its migration knows, and compares.</summary>
    /// <exception cref="TargetException">It is not reached, refuses the key, or lacks a model or a column.</exception>
    public override async ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        await rpc.CallAsync("hive_models", 0, static (_, _) => { }, answer => SupabaseModels.Check(answer, Url.ToString(), models), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => rpc.CallAsync(
            "hive_cursor",
            hive,
            static (writer, home) => writer.WriteString("hive"u8, home),
            CursorJson.Read,
            cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ItemOutcome[] outcomes = await rpc.CallAsync("hive_apply", batch, SupabaseBody.Write, answer => SupabaseResults.Read(answer, batch.Items), cancellationToken).ConfigureAwait(false);
        if (batch.Cursor is { } move)
        {
            await ghosts.PurgeIfDueAsync(move, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        return await rpc.CallAsync(
            "hive_sweep",
            (Model: model.Name, Home: home, Below: below, Except: except, At: at),
            static (writer, what) =>
            {
                writer.WriteString("model"u8, what.Model);
                writer.WriteString("home"u8, what.Home);
                writer.WriteNumber("below"u8, what.Below);
                SupabaseIds.Write(writer, "kept"u8, what.Except.Select(static id => id.ToString()));
                CursorJson.Write(writer, "place"u8, what.At);
            },
            static answer => answer.GetInt32(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override bool CanVerify => true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => rows.DigestAsync(model, home, buckets, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => rows.ReadBucketsAsync(model, home, buckets, wanted, limit, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => rows.ReadRowsAsync(model, home, ids, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        rpc.Dispose();
        return base.DisposeAsync();
    }
}
