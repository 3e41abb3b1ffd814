namespace HiveGen.FaultDisk.Faults;

/// <summary>A disk that is not waited for: makes tests fast that are about something else than durability.</summary>
/// <param name="paths">The beginning of the paths it is for.</param>
public sealed class NoWait(string paths) : DiskRule(paths)
{
    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request) => request.Call == DiskCall.Sync ? DiskAnswer.Done : DiskAnswer.GoOn;
}
