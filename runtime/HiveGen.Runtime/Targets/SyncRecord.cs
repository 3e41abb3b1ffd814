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

    /// <summary>Called by every setter.</summary>
    protected void Give(int field) => given.Add(field);
}
