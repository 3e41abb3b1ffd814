namespace HiveGen;

/// <summary>How a backup is put back.</summary>
public sealed record RestoreOptions
{
    /// <summary>Whether the file that was there stays beside, as <c>&lt;path&gt;.replaced-&lt;time&gt;</c>. Default: it does.</summary>
    public bool KeepReplaced { get; init; } = true;

    /// <summary>How long another process that holds the Hive is waited for. Default: 30 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of the replaced file's name. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
