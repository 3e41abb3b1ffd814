namespace HiveGen.Benchmarks.Contestants;

/// <summary>
/// One way to use SQLite from C#. All of them work on files made alike, with the same pragmas. A write is a row and its line in
/// the change log in one transaction; who writes the line (a trigger or the contestant) is settled by the file.
/// </summary>
internal interface IContestant : IAsyncDisposable
{
    /// <summary>The column's heading.</summary>
    string Name { get; }

    /// <summary>Opens a file and prepares what a careful user prepares once.</summary>
    void Open(DatabaseFile file);

    /// <summary>Adds each in a transaction of its own.</summary>
    Task AddEachAsync(Account[] accounts);

    /// <summary>Adds them in transactions of <paramref name="size"/>.</summary>
    Task AddManyAsync(Account[] accounts, int size);

    /// <summary>Reads each by id; gives a checksum, so that nothing can be optimised away.</summary>
    long GetById(ReadOnlySpan<string> ids);

    /// <summary>Reads each by e-mail address.</summary>
    long GetByEmail(ReadOnlySpan<string> emails);

    /// <summary>Reads the whole table to a list.</summary>
    List<Account> Scan();

    /// <summary>Sets name and time of each in a transaction of its own.</summary>
    Task UpdateEachAsync(string[] ids, string[] names, long updatedAt);

    /// <summary>Deletes each in a transaction of its own.</summary>
    Task DeleteEachAsync(string[] ids);
}
