namespace HiveGen.Dispatch;

/// <summary>How many records the full load of a model has sent in this process.</summary>
/// <param name="AsOf">The load.</param>
/// <param name="Records">The records.</param>
internal readonly record struct LoadCount(long AsOf, long Records);
