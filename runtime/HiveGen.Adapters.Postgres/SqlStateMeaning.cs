using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>What an SQLSTATE means for a batch, and for an item that was sent alone.</summary>
/// <param name="Failure">Of the batch.</param>
/// <param name="Item">Of the item; null when it is not to blame.</param>
internal readonly record struct SqlStateMeaning(TargetFailure Failure, ItemStatus? Item = null);
