using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Executes operations in order, all or none.</summary>
internal readonly struct ManyWritesCommand(IReadOnlyList<WriteOperation> writes) : IWriteCommand<bool>, ITracedCommand
{
    public bool SingleStatement => false;

    public string Operation => "batch";

    public string? Model => null;

    public bool Execute(HiveConnection connection)
    {
        for (int i = 0; i < writes.Count; i++)
        {
            writes[i].Execute(connection);
        }

        return true;
    }
}
