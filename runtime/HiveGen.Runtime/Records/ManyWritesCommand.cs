using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Executes operations in order, all or none.</summary>
internal readonly struct ManyWritesCommand(IReadOnlyList<WriteOperation> writes) : IWriteCommand<bool>
{
    public bool SingleStatement => false;

    public bool Execute(HiveConnection connection)
    {
        for (int i = 0; i < writes.Count; i++)
        {
            writes[i].Execute(connection);
        }

        return true;
    }
}
