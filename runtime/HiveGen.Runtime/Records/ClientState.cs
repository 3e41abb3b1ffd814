using System.Collections.Concurrent;
using HiveGen.Hooks;

namespace HiveGen.Records;

/// <summary>What the typed client of one open Hive shares: its models' stores, its services and its work in the background. Thread-safe.</summary>
internal sealed class ClientState(HiveEngine engine)
{
    private readonly ConcurrentDictionary<Type, object> stores = new();

    /// <summary>The database whose sets are used; hooks show it as <c>Client</c>.</summary>
    public HiveDatabase? Database { get; set; }

    /// <summary>Following hooks and what they wait for.</summary>
    public BackgroundWork Background { get; } = new(engine.Clock, engine.Telemetry, engine.LoggerFactory.CreateLogger("HiveGen.Hooks"));

    /// <summary>The store of a model.</summary>
    public RecordStore<TRecord> Store<TRecord>()
        where TRecord : class, IHiveRecord<TRecord>
        => (RecordStore<TRecord>)stores.GetOrAdd(typeof(TRecord), static (_, engine) => new RecordStore<TRecord>(engine), engine);
}
