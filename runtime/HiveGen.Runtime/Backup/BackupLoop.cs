using HiveGen.Dispatch;
using Microsoft.Extensions.Logging;

namespace HiveGen.Backup;

/// <summary>Makes a backup now and then, and keeps the newest few. Supervised like every loop.</summary>
internal sealed class BackupLoop(HiveEngine engine, Backups backups, ILogger logger, LoopPulse pulse)
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    private readonly HiveBackupOptions options = engine.Options.Backup;
    private BackupStatus status = new(null, null, 0, null);
    private long newest = engine.Clock.GetUtcNow().UtcTicks;

    /// <summary>How it is doing.</summary>
    public BackupStatus Status => Volatile.Read(ref status);

    /// <summary>Since the newest backup was made, by this loop or before it started; since the Hive was opened when there is none.</summary>
    public TimeSpan Age => engine.Clock.GetUtcNow() - new DateTimeOffset(Interlocked.Read(ref newest), TimeSpan.Zero);

    /// <summary>Runs until the token is cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        WakeSignal never = new(engine.Clock, engine.Work);
        TimeSpan wait = FirstWait();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await pulse.WaitAsync(never, wait, engine.Options.Dispatch.SafetyInterval, cancellationToken).ConfigureAwait(false);
                wait = await MakeAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async ValueTask<TimeSpan> MakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            string folder = options.Folder! + Path.DirectorySeparatorChar;
            BackupResult made = await backups.MakeAsync(folder, new Beating(pulse), cancellationToken).ConfigureAwait(false);
            Interlocked.Exchange(ref newest, engine.Clock.GetUtcNow().UtcTicks);
            Volatile.Write(ref status, new BackupStatus(made, engine.Clock.GetUtcNow(), 0, null));
            engine.Telemetry.Backups.Made(made.Bytes);
            BackupLog.Made(logger, made.Path, made.Bytes, made.Seq);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            int failures = Status.Failures + 1;
            Volatile.Write(ref status, Status with { Failures = failures, Error = error.Message });
            engine.Telemetry.Backups.Failed();
            TimeSpan wait = Shorter(options.Every, Shorter(LongestRetry, TimeSpan.FromMinutes(failures)));
            BackupLog.Failed(logger, failures, wait, error);
            return wait;
        }

        Prune();
        return options.Every;
    }

    private void Prune()
    {
        try
        {
            Names().Prune(options.Keep);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The backup itself is there.
            BackupLog.PruneFailed(logger, options.Folder!, error);
        }
    }

    // Restarts do not put it off, and a clock that was moved does not either.
    private TimeSpan FirstWait()
    {
        try
        {
            if (Names().List() is [var last, ..])
            {
                Interlocked.Exchange(ref newest, last.Time.UtcTicks);
                TimeSpan rest = last.Time + options.Every - engine.Clock.GetUtcNow();
                return rest <= TimeSpan.Zero ? TimeSpan.Zero : Shorter(rest, options.Every);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The backup that follows at once fails for the same reason, and that is told.
            BackupLog.PruneFailed(logger, options.Folder!, error);
        }

        return TimeSpan.Zero;
    }

    private BackupNames Names() => new(Path.GetFullPath(options.Folder!), engine.Path);

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private sealed class Beating(LoopPulse pulse) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => pulse.Beat();
    }
}
