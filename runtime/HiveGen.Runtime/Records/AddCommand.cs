using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Adds one record of a model that has no hooks for it: the hot path.</summary>
internal readonly struct AddCommand<TRecord>(HiveModel<TRecord> model, TRecord prepared) : IWriteCommand<TRecord>, ITracedCommand
    where TRecord : class, IHiveRecord<TRecord>
{
    public bool SingleStatement => true;

    public string Operation => "add";

    public string? Model => model.Name;

    public TRecord Execute(HiveConnection connection) => AddWrite<TRecord>.Insert(connection, model, prepared);
}
