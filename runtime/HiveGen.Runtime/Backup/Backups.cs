namespace HiveGen.Backup;

/// <summary>Makes backups of an open Hive, one at a time. Thread-safe.</summary>
internal sealed class Backups(HiveEngine engine) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Makes one in a folder, or under a path.</summary>
    public async Task<BackupResult> MakeAsync(string pathOrFolder, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pathOrFolder);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        await turn.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            string path = PathOf(pathOrFolder);
            return await Task.Run(() => BackupFile.Make(engine.Path, path, progress, either.Token), either.Token).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the backup under way: the Hive is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await turn.WaitAsync().ConfigureAwait(false);
        turn.Dispose();
        closing.Dispose();
    }

    private string PathOf(string pathOrFolder)
    {
        string full = Path.GetFullPath(pathOrFolder);
        if (!Path.EndsInDirectorySeparator(pathOrFolder) && !Directory.Exists(full))
        {
            return full;
        }

        BackupNames names = new(Path.TrimEndingDirectorySeparator(full), engine.Path);
        try
        {
            Directory.CreateDirectory(full);
            // Each backup has another name, so that nobody else would ever delete it.
            names.DeleteUnfinished();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HiveStorageException($"The folder {full} for backups cannot be made, or what a crash left in it cannot be deleted: {error.Message}", 0, error);
        }

        return names.Next(engine.Clock.GetUtcNow());
    }
}
