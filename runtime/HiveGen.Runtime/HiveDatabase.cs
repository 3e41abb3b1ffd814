using System.ComponentModel;
using HiveGen.Backup;
using HiveGen.Records;

namespace HiveGen;

/// <summary>
/// A Hive: an open database with its typed sets. The generator derives the app's class from it. Thread-safe; one instance a
/// file and process.
/// </summary>
public abstract class HiveDatabase : IAsyncDisposable, IDisposable
{
    private readonly Backups backups;

    /// <summary>Called by the generated class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected HiveDatabase(HiveEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Engine = engine;
        engine.Client.Database = this;
        Sql = new HiveSql(engine);
        backups = new Backups(engine);
        engine.AddPart(backups);
        Sync = new HiveSync(engine, backups);
    }

    /// <summary>The machinery behind the sets.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HiveEngine Engine { get; }

    /// <summary>What sends the changes to the targets: its status, and what a person can do about it.</summary>
    public HiveSync Sync { get; }

    /// <summary>How the backups by themselves are doing; null when <see cref="HiveBackupOptions.Every"/> is not set.</summary>
    public BackupStatus? BackupStatus => Sync.BackupStatus;

    /// <summary>SQL by hand, for what the typed sets cannot say.</summary>
    public HiveSql Sql { get; }

    /// <summary>Executes several operations in one transaction: all or none, in order.</summary>
    /// <param name="operations">Fills the batch. It runs before the transaction, and must not await.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="HiveValidationException">A value breaks a rule of its model.</exception>
    /// <exception cref="HiveConstraintException">A unique value is taken, or a link leads to nothing.</exception>
    /// <exception cref="HiveConflictException">A record is not as it was read.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public ValueTask BatchAsync(Action<Batch> operations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Batch batch = new(Engine);
        operations(batch);
        batch.Close();
        return WritePipeline.RunAsync(Engine, batch.Writes, cancellationToken);
    }

    /// <summary>
    /// The same, for a batch that hands out what it did: <c>Added&lt;Post> post = await hive.BatchAsync(b => b.Add(draft));</c>
    /// </summary>
    /// <returns>What <paramref name="operations"/> returned; after the commit it can be asked for its results.</returns>
    /// <inheritdoc cref="BatchAsync(Action{Batch}, CancellationToken)"/>
    public async ValueTask<TResult> BatchAsync<TResult>(Func<Batch, TResult> operations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Batch batch = new(Engine);
        TResult result = operations(batch);
        batch.Close();
        if (result is Task)
        {
            throw new ArgumentException("A batch is filled without awaiting: read what it needs before, then fill it.", nameof(operations));
        }

        await WritePipeline.RunAsync(Engine, batch.Writes, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>
    /// Makes a backup of the Hive as it is at this moment, while reads and writes go on. It gets its name only when it is whole,
    /// checked and on the disk.
    /// </summary>
    /// <param name="pathOrFolder">The file, which must not exist yet; or a folder, where the name is made from the time. What ends in a separator is a folder, and is made.</param>
    /// <param name="progress">Told the bytes that were copied.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="HiveStorageException">The file exists or cannot be written, or the Hive is damaged.</exception>
    public Task<BackupResult> BackupAsync(string pathOrFolder, IProgress<BackupProgress>? progress = null, CancellationToken cancellationToken = default)
        => backups.MakeAsync(pathOrFolder, progress, cancellationToken);

    /// <summary>As <see cref="DisposeAsync"/>, for hosts that dispose synchronously. It blocks.</summary>
    public void Dispose()
    {
        Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits for background work (at most <see cref="HiveOptions.ShutdownTimeout"/>), stops dispatching and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Engine.Client.Background.DrainAsync(Engine.Options.ShutdownTimeout, CancellationToken.None).ConfigureAwait(false);
        await Engine.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
