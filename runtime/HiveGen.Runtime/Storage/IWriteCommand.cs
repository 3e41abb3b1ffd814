namespace HiveGen.Storage;

/// <summary>
/// A piece of work for the writer, which runs it alone on the one connection that writes. A struct, so that the uncontended
/// path allocates nothing. It may run several times: when a group was rolled back, its commands are run again.
/// </summary>
/// <typeparam name="TResult">What the caller gets after the commit.</typeparam>
internal interface IWriteCommand<out TResult>
{
    /// <summary>
    /// Whether it is one statement, atomic by itself: then it needs neither BEGIN nor a savepoint of its own. It must not throw
    /// after the statement has run, and the statement uses OR FAIL, which keeps half of it, only where
    /// <see cref="HiveConnection.AllOrNothing"/> is set.
    /// </summary>
    bool SingleStatement { get; }

    /// <summary>Does the work. An exception undoes all of it, and of it alone.</summary>
    TResult Execute(HiveConnection connection);
}
