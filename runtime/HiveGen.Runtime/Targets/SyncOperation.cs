namespace HiveGen.Targets;

/// <summary>The operations of the sync wire.</summary>
public enum SyncOperation
{
    /// <summary><c>create</c>: the record with every required field.</summary>
    Create,

    /// <summary><c>update</c>: some fields.</summary>
    Update,

    /// <summary><c>delete</c>: the id alone.</summary>
    Delete,
}
