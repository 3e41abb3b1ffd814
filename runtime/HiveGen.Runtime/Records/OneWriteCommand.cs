using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Executes one operation.</summary>
internal readonly struct OneWriteCommand(WriteOperation write) : IWriteCommand<bool>, ITracedCommand
{
    public bool SingleStatement => write.SingleStatement;

    public string Operation => write.Kind switch
    {
        WriteKind.Add => "add",
        WriteKind.Set => "set",
        _ => "remove",
    };

    public string? Model => write.ModelName;

    public bool Execute(HiveConnection connection)
    {
        write.Execute(connection);
        return true;
    }
}
