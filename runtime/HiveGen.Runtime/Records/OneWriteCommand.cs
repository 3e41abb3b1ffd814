using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Executes one operation.</summary>
internal readonly struct OneWriteCommand(WriteOperation write) : IWriteCommand<bool>
{
    public bool SingleStatement => write.SingleStatement;

    public bool Execute(HiveConnection connection)
    {
        write.Execute(connection);
        return true;
    }
}
