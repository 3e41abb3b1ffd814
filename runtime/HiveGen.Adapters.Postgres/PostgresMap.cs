using System.ComponentModel;

namespace HiveGen.Adapters.Postgres;

/// <summary>What the PostgreSQL target needs of a model; the generator emits one a synced model. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PostgresMap
{
    /// <summary>
    /// <c>CREATE TABLE IF NOT EXISTS</c>: the fields, all nullable but the id, then <c>_version</c>, <c>_deleted</c>,
    /// <c>_home</c>, <c>_synced_at</c>. No unique and no foreign key: a mirror takes rows in any order.
    /// </summary>
    public abstract string CreateTable { get; }

    /// <summary>The view <c>&lt;table&gt;_live</c>: the rows that are no ghosts, without the bookkeeping.</summary>
    public abstract string CreateView { get; }

    /// <summary>The fields' columns with their definitions, so that missing ones can be added.</summary>
    public abstract IReadOnlyList<SchemaObject> Columns { get; }

    /// <summary>
    /// The insert of many rows that are not there: one array a field, then the versions, whether each is a ghost, and the home of all of
    /// them. It says how many rows it wrote.
    /// </summary>
    public abstract string Insert { get; }

    /// <summary>The guarded upsert: the same, and of the rows that are there it overwrites the home's own older ones.</summary>
    public abstract string Upsert { get; }

    /// <summary>Of the ids in the array $1: the place in the array, the home, and whether this transaction wrote the row.</summary>
    public abstract string SelectOutcomes { get; }

    /// <summary>The rows: the fields in order, then version, deleted, home; a condition follows.</summary>
    public abstract string Select { get; }

    /// <summary>Makes ghosts of the rows of the home $1 below the version $2, except for the ids in the array $3.</summary>
    public abstract string Sweep { get; }
}
