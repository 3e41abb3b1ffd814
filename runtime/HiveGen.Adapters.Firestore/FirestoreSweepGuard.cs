using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Puts the Hive's cursor into each commit of a sweep: written over itself, on the condition that nobody has moved it.</summary>
/// <param name="cursors">The stored cursors.</param>
/// <param name="hive">The Hive.</param>
/// <param name="at">Where it left its cursor; null where it keeps none.</param>
internal sealed class FirestoreSweepGuard(FirestoreCursor cursors, string hive, TargetCursor? at)
{
    /// <summary>Adds the cursor.</summary>
    /// <exception cref="TargetException">It is elsewhere already, or the target failed.</exception>
    public ValueTask AddAsync(FirestoreWrite write, CancellationToken cancellationToken) => at is null ? default : cursors.HoldAsync(hive, at, write, cancellationToken);
}
