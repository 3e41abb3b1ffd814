using System.ComponentModel;

namespace HiveGen.Adapters.Turso;

/// <summary>The SQL of a model at a libSQL server; the generator emits one a synced model. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TursoMap
{
    /// <summary>
    /// <c>CREATE TABLE IF NOT EXISTS</c>: the fields, all nullable but the id, then <c>_version</c>, <c>_deleted</c>,
    /// <c>_home</c>, <c>_synced_at</c>. No unique and no foreign key: a mirror takes rows in any order.
    /// </summary>
    public abstract string CreateTable { get; }

    /// <summary>The index of the ghosts alone, by which they are purged.</summary>
    public abstract string CreateIndex { get; }

    /// <summary>The view <c>&lt;table&gt;_live</c>: the rows that are no ghosts, without the bookkeeping.</summary>
    public abstract string CreateView { get; }

    /// <summary>The fields' columns with their definitions, so that missing ones can be added.</summary>
    public abstract IReadOnlyList<SchemaObject> Columns { get; }

    /// <summary><c>INSERT … VALUES</c> of the fields, then version, deleted, home, time.</summary>
    public abstract string Insert { get; }

    /// <summary>The guarded end of <see cref="Insert"/>, after the rows.</summary>
    public abstract string OnConflict { get; }

    /// <summary>Id and home of the rows that are not older than ?1 (a JSON array of ids and versions), or not of the home ?2: the guard of <see cref="OnConflict"/> keeps them.</summary>
    public abstract string Unwritten { get; }

    /// <summary>The rows of the ids ?1 (a JSON array): the fields in order, then version, deleted, home.</summary>
    public abstract string SelectRows { get; }

    /// <summary>The rows of the home ?1 from the id ?2 on, at most ?3: the same columns.</summary>
    public abstract string SelectPage { get; }

    /// <summary>Makes ghosts of the rows of the home ?1 below the version ?2 at the time ?3, but for the ids ?4 (a JSON array).</summary>
    public abstract string Sweep { get; }

    /// <summary>Deletes up to a thousand ghosts from before ?1, of the home ?2 up to the version ?3, or of nobody.</summary>
    public abstract string Purge { get; }
}
