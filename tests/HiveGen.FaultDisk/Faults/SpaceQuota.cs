namespace HiveGen.FaultDisk.Faults;

/// <summary>A disk with so much room left. What does not fit is written in part and refused, as a file system does; room that is given back counts.</summary>
/// <param name="paths">The beginning of the paths it is for.</param>
/// <param name="free">How many bytes files may grow.</param>
public sealed class SpaceQuota(string paths, long free) : DiskRule(paths)
{
    private const int Full = 13;

    private readonly Lock gate = new();
    private long room = free;
    private int refused;

    /// <summary>How many writes were refused.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>Somebody has tidied up.</summary>
    public void Free(long bytes)
    {
        lock (gate)
        {
            room += bytes;
        }
    }

    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request)
    {
        lock (gate)
        {
            switch (request.Call)
            {
                case DiskCall.Write:
                    return Write(request);
                case DiskCall.Truncate:
                    room += Math.Max(0, request.File!.Size - request.Offset);
                    break;
                case DiskCall.Delete when File.Exists(request.Path):
                    room += new FileInfo(request.Path).Length;
                    break;
            }

            return DiskAnswer.GoOn;
        }
    }

    private DiskAnswer Write(in DiskRequest request)
    {
        DiskFile file = request.File!;
        long growth = Math.Max(0, request.Offset + request.Data.Length - file.Size);
        if (growth <= room)
        {
            room -= growth;
            return DiskAnswer.GoOn;
        }

        int fits = (int)Math.Max(0, request.Data.Length - (growth - room));
        file.Write(request.Data[..fits], request.Offset);
        room = Math.Max(0, room - growth + request.Data.Length - fits);
        refused++;
        return DiskAnswer.Fail(Full);
    }
}
