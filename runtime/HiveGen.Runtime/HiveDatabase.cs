using System.ComponentModel;

namespace HiveGen;

/// <summary>
/// A Hive: an open database with its typed sets. The generator derives the app's class from it. Thread-safe; one instance a
/// file and process.
/// </summary>
public abstract class HiveDatabase : IAsyncDisposable
{
    /// <summary>Called by the generated class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected HiveDatabase(HiveEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Engine = engine;
    }

    /// <summary>The machinery behind the sets.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HiveEngine Engine { get; }

    /// <summary>Executes several operations in one transaction: all or none.</summary>
    public ValueTask BatchAsync(Action<Batch> operations, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Drains background work, stops dispatching and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
