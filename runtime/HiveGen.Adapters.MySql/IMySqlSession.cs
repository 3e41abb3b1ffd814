using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// A connection to a MySQL database, in use for one piece of work: over a driver, or over PlanetScale's HTTP API. Whatever goes
/// wrong is a <see cref="TargetException"/>, or a <see cref="MySqlRefusal"/> where the database itself said so.
/// </summary>
internal interface IMySqlSession : IAsyncDisposable
{
    /// <summary>An empty statement.</summary>
    MySqlText Text();

    /// <summary>Begins a transaction. One that is not committed is rolled back when the session is disposed.</summary>
    ValueTask BeginAsync(CancellationToken cancellationToken);

    /// <summary>Commits the transaction.</summary>
    ValueTask CommitAsync(CancellationToken cancellationToken);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    ValueTask<long> ExecuteAsync(MySqlText statement, bool wholeTable, CancellationToken cancellationToken);

    /// <summary>Runs a query and hands over its rows one by one: the object is the same for all of them.</summary>
    ValueTask QueryAsync(MySqlText statement, Action<MySqlRow> read, bool wholeTable, CancellationToken cancellationToken);
}
