namespace HiveGen.Targets.Conformance;

/// <summary>
/// A database under the suite: makes targets on it, and looks into it and disturbs it past the adapter. Made for each test. What
/// an adapter or its database cannot do is declared here, never left out: the facts then hold it to what it does instead.
/// </summary>
public abstract class TargetProbe : IAsyncDisposable
{
    /// <summary>Whether data and cursor are written in one transaction, so that a wrong cursor leaves nothing of the data.</summary>
    public abstract bool CursorIsTransactional { get; }

    /// <summary>Whether <see cref="HiveTarget.PrepareAsync"/> makes tables and columns. Where it does not, <see cref="DeployAsync"/> does, as a user would by the exported artifact.</summary>
    public abstract bool MakesSchema { get; }

    /// <summary>Whether a missing table is an error. Where not, it is made with its first row.</summary>
    public virtual bool MissesTables => true;

    /// <summary>Whether columns have types, so that one of another type is told before anything is sent. Where not, each value has its own.</summary>
    public virtual bool TypesColumns => true;

    /// <summary>Whether rows can be looked for that the Hive does not have. Where not, they stay, and <see cref="HiveTarget.SweepAsync"/> says that it did nothing.</summary>
    public virtual bool Sweeps => true;

    /// <summary>Whether rows can be compared: what <see cref="HiveTarget.CanVerify"/> must say.</summary>
    public abstract bool Verifies { get; }

    /// <summary>Whether the database can be made to refuse a row for its own reasons.</summary>
    public virtual bool RefusesRows => true;

    /// <summary>How a refused row is told.</summary>
    public abstract BadRowReport BadRows { get; }

    /// <summary>Whether there are credentials that can be wrong.</summary>
    public virtual bool HasCredentials => true;

    /// <summary>Whether nothing can be read either while the server is stopped.</summary>
    public virtual bool StopsReads => true;

    /// <summary>Whether a text with NUL is stored as it is. Where not, it is refused with an error, never cut.</summary>
    public virtual bool StoresNul => false;

    /// <summary>Whether an id is one that the database would take for another: it is refused then, with words, and never mixed up.</summary>
    public virtual bool RefusesId(string id) => false;

    /// <summary>The most characters that one text of a record may have, of the million that the suite tries.</summary>
    public virtual int LongestText => 1_000_000;

    /// <summary>How many records the suite sends where it sends many: fewer only where a stand-in of the database looks through all of them for each.</summary>
    public virtual int ManyRecords => 20_000;

    /// <summary>Begins a test: a database without tables, or with empty ones where they are deployed beforehand.</summary>
    public abstract ValueTask ResetAsync();

    /// <summary>A target on the database. Called several times: each is another instance, of one name.</summary>
    public abstract HiveTarget Create();

    /// <summary>
    /// One more target, which runs this before each of its requests. Null where it has a connection instead, on which a sweep is one transaction, or
    /// where the database has none.
    /// </summary>
    public virtual HiveTarget? CreateWatched(Func<Task> beforeRequest) => null;

    /// <summary>The target as a user configures it, by the keys below <c>Hive:Targets:&lt;name&gt;</c>: <c>Adapter</c>, and what that reads.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings => throw new NotSupportedException("Say how this target is configured.");

    /// <summary>The key of <see cref="CreateWithWrongKey"/>, which no error may show. Override it where a key must have a form.</summary>
    public virtual string WrongKey => "wr0ng-key-0f-the-suite";

    /// <summary>A target that the database turns away for its key. Only called where <see cref="HasCredentials"/>.</summary>
    public virtual HiveTarget CreateWithWrongKey() => throw new NotSupportedException();

    /// <summary>Makes the tables or functions of these models, over what is there. Only called where not <see cref="MakesSchema"/>.</summary>
    public virtual ValueTask DeployAsync(IReadOnlyList<SyncModel> models) => throw new NotSupportedException();

    /// <summary>Every row of a model, ghosts included, in any order, read by other means than the adapter's; none when it has no table.</summary>
    public abstract ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model);

    /// <summary>Takes a model's table (or functions) away, while targets on it may be open.</summary>
    public abstract ValueTask DropAsync(SyncModel model);

    /// <summary>From here on the database refuses notes with this title for its own reasons: by a trigger, a check, a validator.</summary>
    public abstract ValueTask RefuseTitleAsync(string title);

    /// <summary>Takes the server away, without warning to whoever is connected.</summary>
    public abstract ValueTask StopAsync();

    /// <summary>Brings it back, at its old address and with its data.</summary>
    public abstract ValueTask StartAsync();

    /// <summary>Ends the test.</summary>
    public abstract ValueTask DisposeAsync();
}
