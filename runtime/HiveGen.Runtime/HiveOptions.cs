using System.Diagnostics.Metrics;
using HiveGen.Targets;
using Microsoft.Extensions.Logging;

namespace HiveGen;

/// <summary>How a Hive is opened. Bound from the configuration section <c>Hive</c>.</summary>
public sealed class HiveOptions
{
    /// <summary>The SQLite file. Default: <c>hive.db</c> in the current folder.</summary>
    public string Path { get; set; } = "hive.db";

    /// <summary>How long opening waits for another process to let go of the file, as in a rolling restart; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever. Default: 30 s.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When a write counts as stored. Default: when the disk has it.</summary>
    public HiveSynchronous Synchronous { get; set; }

    /// <summary>The most memory, in bytes, in which the writer keeps pages of the file. Default: 64 MB.</summary>
    public long WriterCacheBytes { get; set; } = 64L << 20;

    /// <summary>The most memory, in bytes, in which each reader keeps pages of the file; there are as many readers as reads at one time. Default: 32 MB.</summary>
    public long ReaderCacheBytes { get; set; } = 32L << 20;

    /// <summary>After how many pages the write-ahead log is moved into the file.</summary>
    internal int CheckpointPages { get; set; } = Storage.Checkpointer.DefaultThreshold;

    /// <summary>The most pages the file may have; 0 for no limit.</summary>
    internal int MaxPages { get; set; }

    /// <summary>How long closing waits for Following hooks and what they handed to <c>WaitUntil</c>. Default: 30 s.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the Hive logs. A host sets it. Default: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Makes the meter <c>HiveGen</c>. A host sets it. Default: the Hive makes its own.</summary>
    public IMeterFactory? MeterFactory { get; set; }

    /// <summary>The clock of times and timers. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Where hooks and jobs come from. A host sets it. Default: none, so that opening a Hive with hooks needs a host.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>The targets, which the Hive owns and closes. A host adds those of <c>AddTarget</c> and of the section <c>Hive:Targets</c>.</summary>
    public List<HiveTarget> Targets { get; } = [];

    /// <summary>The handlers of stored jobs, by name. A host adds those of <c>AddJob</c>.</summary>
    public Dictionary<string, HiveJob> Jobs { get; } = new(StringComparer.Ordinal);

    /// <summary>Backups by themselves. Default: none.</summary>
    public HiveBackupOptions Backup { get; } = new();

    /// <summary>How the file follows the models.</summary>
    public HiveMigrationOptions Migrations { get; } = new();

    /// <summary>How changes are sent and jobs are run.</summary>
    public HiveDispatchOptions Dispatch { get; } = new();
}
