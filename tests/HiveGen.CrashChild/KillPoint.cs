namespace HiveGen.CrashChild;

/// <summary>Where a process is killed.</summary>
public enum KillPoint
{
    /// <summary>By the parent, anywhere.</summary>
    Anywhere,

    /// <summary>Right behind an acknowledgement: what is committed too late is lost.</summary>
    Acknowledged,

    /// <summary>While the log is written.</summary>
    LogWrite,

    /// <summary>Before the log is synced: the commit is written, and not yet durable.</summary>
    LogSync,

    /// <summary>A batch is committed at the Hive, and the target has not heard of it.</summary>
    BeforeSend,

    /// <summary>The target has a batch, and the Hive has not heard of it.</summary>
    AfterSend,

    /// <summary>A full load is under way.</summary>
    Load,

    /// <summary>A full load is sent, and the target is about to be swept.</summary>
    Sweep,

    /// <summary>A rebuild, asked for by the app, is under way.</summary>
    Rebuild,

    /// <summary>A backup is being copied.</summary>
    Backup,

    /// <summary>The log is being moved into the file.</summary>
    Checkpoint,

    /// <summary>The change log is trimmed. It comes after a point with writes, so that there is something to trim.</summary>
    Trim,

    /// <summary>The file is opened, or made.</summary>
    Open,

    /// <summary>The tables of an older version are brought up to date.</summary>
    Migrate,

    /// <summary>The Hive is being closed.</summary>
    Close,
}
