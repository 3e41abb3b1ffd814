namespace HiveGen;

/// <summary>A hook refused an operation; nothing of its batch was written.</summary>
public sealed class HiveCanceledException(string reason, HookRef hook) : HiveException(reason)
{
    /// <summary>The hook that refused.</summary>
    public HookRef Hook { get; } = hook;
}
