using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// The base of the generated sync DTOs: what of a record leaves the Hive. It knows which of its fields were given, so a partial body
/// stays partial. Not thread-safe.
/// </summary>
public abstract class SyncRecord
{
    private FieldSet given;

    /// <summary>The fields that were given, by their index in <see cref="SyncModel.Fields"/>.</summary>
    public virtual FieldSet Given => given;

    /// <summary>Says anew which fields count as given; their values stay. The router fills in defaults and takes their marks away again.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual void Regard(FieldSet fields) => given = fields;

    /// <summary>Called by every setter of a DTO written by hand.</summary>
    protected void Give(int field) => given.Add(field);
}
