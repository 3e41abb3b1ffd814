namespace HiveGen.FaultDisk.Power;

/// <summary>
/// Keeps beside every file a twin with the bytes that are durable: those that were synced. When the process is dead, <see cref="PowerCut"/>
/// makes of both what a disk without power may have kept. The real disk is not waited for, since a killed process leaves the
/// system's cache alone.
/// </summary>
/// <param name="paths">The beginning of the paths it is for.</param>
/// <param name="honest">False for a disk that says a sync is done and does nothing, as with <c>synchronous=OFF</c>.</param>
public sealed class PowerRule(string paths, bool honest = true) : DiskRule(paths)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DurableTwin> twins = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request)
    {
        if (request.Call != DiskCall.Sync || request.File is null || request.Kind == DiskFileKind.Temporary)
        {
            return DiskAnswer.GoOn;
        }

        if (honest)
        {
            lock (gate)
            {
                if (twins[request.Path].Sync(request.File))
                {
                    SyncFolder(request.Path);
                }
            }
        }

        return DiskAnswer.Done;
    }

    /// <inheritdoc/>
    public override void After(in DiskRequest request)
    {
        lock (gate)
        {
            switch (request.Call)
            {
                case DiskCall.Open when request.Kind != DiskFileKind.Temporary:
                    Open(request.File!);
                    break;
                case DiskCall.Write when twins.TryGetValue(request.Path, out DurableTwin? written):
                    written.Wrote(request.Offset, request.Data.Length);
                    break;
                case DiskCall.Delete when twins.TryGetValue(request.Path, out DurableTwin? deleted):
                    deleted.Delete();
                    if (request.SyncFolder && honest)
                    {
                        SyncFolder(request.Path);
                    }

                    break;
            }
        }
    }

    private void Open(DiskFile file)
    {
        if (!twins.TryGetValue(file.Path, out DurableTwin? twin))
        {
            twins.Add(file.Path, twin = new DurableTwin(file.Path));
            if (!file.Made)
            {
                // What an earlier process left, the disk has.
                twin.Sync(file);
            }
        }

        if (file.Made)
        {
            twin.Make();
        }
    }

    // SQLite syncs the folder with a log or journal that it made: with it, what was deleted there stays deleted.
    private void SyncFolder(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        foreach (DurableTwin twin in twins.Values)
        {
            if (Path.GetDirectoryName(twin.Path) == folder)
            {
                twin.SyncDeletion();
            }
        }
    }
}
