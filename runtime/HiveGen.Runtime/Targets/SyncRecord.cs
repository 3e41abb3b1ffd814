using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// The base of the generated sync DTOs: what of a record leaves the Hive. Every setter notes that its field was given, so a
/// partial body stays partial. Not thread-safe.
/// </summary>
public abstract class SyncRecord
{
    private FieldSet given;

    /// <summary>The fields that were set, by their index in <see cref="SyncModel.Fields"/>.</summary>
    public FieldSet Given => given;

    /// <summary>Says anew which fields count as given; their values stay. The router fills in defaults and takes their marks away again.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Regard(FieldSet fields) => given = fields;

    /// <summary>Called by every setter.</summary>
    protected void Give(int field) => given.Add(field);
}
