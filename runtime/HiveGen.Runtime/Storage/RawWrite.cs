using Microsoft.Data.Sqlite;

namespace HiveGen.Storage;

/// <summary>User code on the writer's connection, in a transaction of its own.</summary>
internal readonly struct RawWrite<TResult>(Func<SqliteConnection, TResult> work) : IWriteCommand<TResult>, IExclusiveCommand, ITracedCommand
{
    public bool SingleStatement => false;

    public string Operation => "sql";

    public string? Model => null;

    public TResult Execute(HiveConnection connection) => work(connection.Managed);
}
