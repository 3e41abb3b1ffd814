using System.ComponentModel;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>What the SQLite target needs of a model; the generator emits one a synced model. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SqliteMap
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

    /// <summary>The guarded upsert: the fields from ?1 on, then version, home, time.</summary>
    public abstract PreparedSql Upsert { get; }

    /// <summary>The guarded ghost: ?1 id, ?2 version, ?3 home, ?4 time; every other field becomes null.</summary>
    public abstract PreparedSql Delete { get; }

    /// <summary>The stored row of ?1: the fields in order, then version, deleted, home.</summary>
    public abstract PreparedSql SelectState { get; }

    /// <summary>Binds the fields in order, from ?1 on.</summary>
    public abstract void Bind(Statement statement, SyncRecord record);
}
