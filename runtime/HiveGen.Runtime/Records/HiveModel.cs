using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen;

/// <summary>What the generator knows of a model: its table as SQL, and its place in the sync. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HiveModel
{
    /// <summary>The class name, as messages spell it.</summary>
    public abstract string Name { get; }

    /// <summary>The table.</summary>
    public abstract string Table { get; }

    /// <summary>The tables it was before, the newest first, from <c>[RenamedFrom]</c>.</summary>
    public virtual IReadOnlyList<string> FormerTables => [];

    /// <summary>The columns in table order; the first is <c>id</c>.</summary>
    public abstract IReadOnlyList<HiveColumn> Columns { get; }

    /// <summary><c>CREATE TABLE "…" (…) STRICT</c>.</summary>
    public abstract string CreateTable { get; }

    /// <summary>The indexes of the table, by name.</summary>
    public virtual IReadOnlyList<SchemaObject> Indexes => [];

    /// <summary>The capture triggers, by name; empty for a model that is not synced.</summary>
    public virtual IReadOnlyList<SchemaObject> Triggers => [];

    /// <summary>The links of this model, in property order.</summary>
    public virtual IReadOnlyList<ModelLink> Links => [];

    /// <summary>The JSON metadata of the record, of lists of them, of enums and of the DTO; null for another type.</summary>
    internal virtual JsonTypeInfo? Json(Type type, JsonSerializerOptions options) => null;

    /// <summary>Notes what is wrong with a value that a set gives a property.</summary>
    public virtual void Check(ref Violations violations, int column, object? value)
    {
    }

    /// <summary>The synced side; null for a model that never leaves the Hive.</summary>
    public abstract SyncModel? Sync { get; }
}
