using System.ComponentModel;

namespace HiveGen.Adapters.MySql;

/// <summary>The SQL of a model at MySQL, MariaDB and PlanetScale; the generator emits one a synced model. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MySqlMap
{
    /// <summary>
    /// <c>create table if not exists</c>: the fields, all nullable but the id, then <c>_version</c>, <c>_deleted</c>,
    /// <c>_home</c>, <c>_synced_at</c>, and a key by which ghosts are purged. No unique and no foreign key: a mirror takes rows in any order.
    /// </summary>
    public abstract string CreateTable { get; }

    /// <summary>The view <c>&lt;table&gt;_live</c>: the rows that are no ghosts, without the bookkeeping.</summary>
    public abstract string CreateView { get; }

    /// <summary>The fields' columns with their definitions, so that missing ones can be added.</summary>
    public abstract IReadOnlyList<SchemaObject> Columns { get; }

    /// <summary><c>insert … values</c> of the fields, then version, deleted, home, time.</summary>
    public abstract string Insert { get; }

    /// <summary>The guarded end of <see cref="Insert"/>, after the rows.</summary>
    public abstract string OnDuplicate { get; }

    /// <summary>Id (as text) and home of rows, after <c>select</c> and a number; ids follow.</summary>
    public abstract string Unwritten { get; }

    /// <summary>Rows as text: the fields in order, then version, deleted, home; ids follow.</summary>
    public abstract string SelectRows { get; }

    /// <summary>The same columns of a home, which follows.</summary>
    public abstract string SelectPage { get; }

    /// <summary>Makes ghosts; the time and what is swept follow.</summary>
    public abstract string Sweep { get; }

    /// <summary>Deletes ghosts from before a time, which follows.</summary>
    public abstract string Purge { get; }
}
