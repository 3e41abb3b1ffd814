using System.ComponentModel;
using HiveGen.Dispatch;
using HiveGen.Records;
using HiveGen.Storage;
using HiveGen.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiveGen;

/// <summary>The machinery of one open Hive: storage, hooks, change log. Generated code passes it on. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HiveEngine : IAsyncDisposable
{
    private readonly HiveStore store;
    private readonly Lock partsGate = new();
    private readonly List<IAsyncDisposable> parts = [];
    private Task? closing;

    private HiveEngine(HiveSchema schema, HiveOptions options, ILoggerFactory loggers, HiveTelemetry telemetry, HiveStore store)
    {
        Schema = schema;
        Options = options;
        LoggerFactory = loggers;
        Telemetry = telemetry;
        this.store = store;
        Epoch = store.Session.Epoch;
        Client = new ClientState(this);
    }

    internal Writer Writer => store.Writer;

    internal ReaderPool Readers => store.Readers;

    /// <summary>What the typed client shares: models' stores, hooks, background work.</summary>
    internal ClientState Client { get; }

    internal HiveSchema Schema { get; }

    internal HiveOptions Options { get; }

    internal TimeProvider Clock => Options.Clock;

    internal IServiceProvider? Services => Options.Services;

    internal ILoggerFactory LoggerFactory { get; }

    /// <summary>What is told to whoever measures.</summary>
    internal HiveTelemetry Telemetry { get; }

    /// <summary>Who is at work in the background.</summary>
    internal WorkCount Work { get; } = new();

    /// <summary>What to do about a file that SQLite found damaged; null while it is whole.</summary>
    public string? Damage => store.Damage.Message;

    /// <summary>The absolute path of the file.</summary>
    internal string Path => store.Path;

    internal string HiveId => store.Session.HiveId;

    /// <summary>This opening of the file.</summary>
    internal HiveSession Session => store.Session;

    /// <summary>Counts adoptions, from 1. Whoever changes it in <c>_hive_meta</c> sets it here after the commit.</summary>
    internal long Epoch
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    /// <summary>Opens the file, makes or extends its tables, and takes the single-writer lock.</summary>
    /// <exception cref="HiveException">An option is wrong.</exception>
    /// <exception cref="HiveStorageException">The file is refused: it is no Hive, newer, in use, read-only, or differs from the models in a way that would lose something (<see cref="HiveMigrationException"/>). It was left as it was.</exception>
    public static HiveEngine Open(HiveSchema schema, HiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        if ((options.Backup.Fault() ?? options.Migrations.Fault()) is { } fault)
        {
            throw new HiveException(fault);
        }

        ILoggerFactory loggers = options.LoggerFactory ?? NullLoggerFactory.Instance;
        ILogger logger = loggers.CreateLogger("HiveGen.Storage");
        HiveTelemetry telemetry = new(options.MeterFactory, options.Clock, logger);
        try
        {
            return new HiveEngine(schema, options, loggers, telemetry, HiveStore.Open(schema, options, telemetry, logger));
        }
        catch
        {
            telemetry.Dispose();
            throw;
        }
    }

    /// <summary>Stops everything that was added, finishes accepted writes, and closes the file. Later calls wait for the first.</summary>
    public ValueTask DisposeAsync()
    {
        lock (partsGate)
        {
            return new ValueTask(closing ??= CloseAsync());
        }
    }

    /// <summary>Adds something that uses the storage, and so is stopped before it: the last added first.</summary>
    internal void AddPart(IAsyncDisposable part)
    {
        lock (partsGate)
        {
            ObjectDisposedException.ThrowIf(closing is not null, this);
            parts.Add(part);
        }
    }

    /// <summary>A connection for the user's own reads, which cannot write. The caller disposes it.</summary>
    internal SqliteConnection OpenReadOnlyConnection() => store.OpenReadOnlyConnection();

    /// <summary>Runs the user's own SQL on the writer's connection, in a transaction of its own.</summary>
    internal ValueTask<TResult> WriteRawAsync<TResult>(Func<SqliteConnection, TResult> work, CancellationToken cancellationToken)
        => Writer.RunAsync<RawWrite<TResult>, TResult>(new RawWrite<TResult>(work), cancellationToken);

    private async Task CloseAsync()
    {
        // The caller of the first DisposeAsync holds the gate until this yields.
        await Task.Yield();
        List<Exception> errors = [];
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            try
            {
                await parts[i].DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // The file must be closed whatever a part does; its error is thrown afterwards.
                errors.Add(error);
            }
        }

        Telemetry.Dispose();
        await store.DisposeAsync().ConfigureAwait(false);
        if (errors.Count > 0)
        {
            throw new AggregateException(errors);
        }
    }
}
