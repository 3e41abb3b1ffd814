using HiveGen.Storage;

namespace HiveGen.Dispatch;

/// <summary>What the Hive itself remembers of a target.</summary>
/// <param name="Seq">The change from which a restarted loop goes on: never above the target's own cursor.</param>
/// <param name="Epoch">The epoch of its versions.</param>
/// <param name="Paused">Why the app paused it; null when it did not.</param>
internal sealed record TargetMemory(long Seq, int Epoch, string? Paused)
{
    private static readonly PreparedSql Select = new("""SELECT "seq", "epoch", "paused" FROM "_hive_target" WHERE "name" = ?1""");

    /// <summary>Reads it; null when this target was never met.</summary>
    public static TargetMemory? Read(HiveConnection connection, string target)
    {
        Statement select = connection.Prepare(Select);
        select.BindText(1, target);
        if (!select.Step())
        {
            return null;
        }

        TargetMemory memory = new(select.Int64(0), (int)select.Int64(1), select.IsNull(2) ? null : select.Text(2));
        select.Reset();
        return memory;
    }
}
