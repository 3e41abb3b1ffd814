using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>The parked records of a target.</summary>
/// <param name="Waiting">Those that are tried again.</param>
/// <param name="Dead">Those that need a person.</param>
/// <param name="NextAt">When the first is due, in Unix microseconds; <see cref="long.MaxValue"/> when none waits.</param>
/// <param name="Orphans">Those of the waiting that wait for a parent.</param>
internal readonly record struct ParkedSummary(int Waiting, int Dead, long NextAt, int Orphans)
{
    /// <summary>Whether there are any.</summary>
    public bool Any => Waiting + Dead > 0;

    public static ParkedSummary Read(HiveConnection connection, SyncRegistry registry, string target)
    {
        Statement select = connection.Prepare(registry.SelectParked);
        select.BindText(1, target);
        if (!select.Step())
        {
            return new(0, 0, long.MaxValue, 0);
        }

        ParkedSummary summary = new((int)select.Int64(0), (int)select.Int64(1), select.IsNull(2) ? long.MaxValue : select.Int64(2), (int)select.Int64(3));
        select.Reset();
        return summary;
    }
}
