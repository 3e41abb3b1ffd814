namespace HiveGen;

/// <summary>The three operations that write.</summary>
public enum WriteKind
{
    /// <summary>Add records.</summary>
    Add,

    /// <summary>Set columns of records.</summary>
    Set,

    /// <summary>Remove records.</summary>
    Remove,
}
