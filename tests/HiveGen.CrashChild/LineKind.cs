namespace HiveGen.CrashChild;

/// <summary>What a line tells: its first letter.</summary>
public enum LineKind
{
    /// <summary>Nothing the oracle needs.</summary>
    Other,

    /// <summary>A write is about to begin.</summary>
    Started = '>',

    /// <summary>The writer's last write has returned.</summary>
    Acknowledged = '<',

    /// <summary>The writer's last write was refused.</summary>
    Refused = '!',

    /// <summary>The process kills itself at a point.</summary>
    Killed = 'x',
}
