namespace HiveGen;

/// <summary>When a write counts as stored: SQLite's <c>PRAGMA synchronous</c>.</summary>
public enum HiveSynchronous
{
    /// <summary>The disk has it: a write that returned survives a power cut.</summary>
    Full,

    /// <summary>The operating system has it: a power cut may take the last writes, a crash of the app takes nothing. The file stays sound.</summary>
    Normal,
}
