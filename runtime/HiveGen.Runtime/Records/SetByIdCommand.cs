using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>
/// Sets columns of one record of a model that has no hooks for it, and reads it back: the hot path. Reading by the id costs half of
/// what RETURNING does, for which SQLite makes a table.
/// </summary>
internal readonly struct SetByIdCommand<TRecord>(RecordStore<TRecord> store, SetSql<TRecord> sql, SqlValue id) : IWriteCommand<TRecord?>, ITracedCommand
    where TRecord : class, IHiveRecord<TRecord>
{
    // A row that cannot be read back undoes what was set.
    public bool SingleStatement => false;

    public string Operation => "set";

    public string? Model => store.Model.Name;

    public TRecord? Execute(HiveConnection connection)
        => sql.Run(connection, records: null) == 0 ? null : store.Get(connection, store.Model.SelectById, id);
}
