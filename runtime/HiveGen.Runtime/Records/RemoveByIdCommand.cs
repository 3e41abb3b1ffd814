using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Removes one record of a model that has no hooks for it: the hot path.</summary>
internal readonly struct RemoveByIdCommand(PreparedSql delete, string model, SqlValue id) : IWriteCommand<bool>, ITracedCommand
{
    public bool SingleStatement => true;

    public string Operation => "remove";

    public string? Model => model;

    public bool Execute(HiveConnection connection)
    {
        Statement statement = connection.Prepare(delete);
        statement.Bind(1, id);
        statement.Run();
        return connection.Changes > 0;
    }
}
