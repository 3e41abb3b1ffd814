namespace HiveGen;

/// <summary>What the dispatcher of a target is doing.</summary>
public enum TargetState
{
    /// <summary>Not started, or stopped.</summary>
    Stopped,

    /// <summary>Preparing the target and reading its cursor.</summary>
    Connecting,

    /// <summary>Sending every record: the first contact with a target, a model or a column.</summary>
    Loading,

    /// <summary>Sending changes as they are committed.</summary>
    Running,

    /// <summary>The target failed; it is tried again by itself.</summary>
    Retrying,

    /// <summary>Waiting for a person: paused by the app, or the target's cursor is not this Hive's.</summary>
    Paused,
}
