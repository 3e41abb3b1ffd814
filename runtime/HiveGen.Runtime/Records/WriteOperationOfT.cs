namespace HiveGen.Records;

/// <summary>An operation on one model.</summary>
internal abstract class WriteOperation<TRecord>(RecordStore<TRecord> store) : WriteOperation
    where TRecord : class, IHiveRecord<TRecord>
{
    public sealed override string ModelName => Store.Model.Name;

    public sealed override HookPoints Points => Store.Points;

    public sealed override int HookClasses => Store.Hooks.Count;

    protected RecordStore<TRecord> Store { get; } = store;

    public sealed override HookRegistration Registration(int index) => Store.Hooks[index];
}
