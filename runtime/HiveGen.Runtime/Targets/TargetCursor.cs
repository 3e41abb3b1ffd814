namespace HiveGen.Targets;

/// <summary>How far a target has come with a Hive, as the target itself remembers it.</summary>
/// <param name="Session">The session of the Hive that wrote last.</param>
/// <param name="Seq">The change up to which everything has been sent (records parked for a retry aside).</param>
/// <param name="Epoch">The Hive's epoch.</param>
/// <param name="High">
/// The newest change that anything the target holds may show: a record is sent as it is at that moment, which may be newer than
/// <paramref name="Seq"/> while the target is behind. A Hive that ends below it is a restored backup. Stored with the others, and
/// not compared when the cursor moves.
/// </param>
public sealed record TargetCursor(string Session, long Seq, int Epoch, long High = 0)
{
    /// <summary>Whether both are at one place; <see cref="High"/> does not count.</summary>
    public static bool SamePlace(TargetCursor? left, TargetCursor? right)
        => left is null || right is null ? left is null && right is null : left with { High = right.High } == right;
}
