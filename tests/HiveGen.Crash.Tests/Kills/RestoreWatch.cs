using System.Diagnostics;

namespace HiveGen.Tests;

/// <summary>Looks at a Hive's folder, as often as it can, while another process restores the Hive.</summary>
/// <param name="hive">The Hive's file.</param>
/// <param name="smallest">What every whole file has at least, in bytes.</param>
internal sealed class RestoreWatch(string hive, long smallest)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly string copy = hive + ".restoring";
    private readonly FileInfo file = new(hive);

    /// <summary>Returns as soon as the moment has come so often, or the file is torn. It spins: the moments last for microseconds.</summary>
    /// <exception cref="TimeoutException">Neither came.</exception>
    public RestoreMoment Await(RestoreMoment moment, int times)
    {
        int before = Mark(moment);
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Limit;)
        {
            if (IsTorn())
            {
                return RestoreMoment.Torn;
            }

            int now = Mark(moment);
            if (now > before && --times == 0)
            {
                return moment;
            }

            before = now;
        }

        throw new TimeoutException($"{moment} did not come.");
    }

    private bool IsTorn()
    {
        file.Refresh();
        return !file.Exists || file.Length < smallest;
    }

    // Grows when the moment comes.
    private int Mark(RestoreMoment moment) => moment switch
    {
        RestoreMoment.Copying => File.Exists(copy) ? 1 : 0,
        RestoreMoment.Replaced => File.Exists(copy) ? 0 : 1,
        _ => Directory.GetFiles(Path.GetDirectoryName(hive)!, "*.replaced-*").Length,
    };
}
