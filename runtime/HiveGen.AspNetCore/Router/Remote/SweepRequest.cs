using HiveGen.Targets;

namespace HiveGen.Router.Remote;

/// <summary>The body of <c>/sync/sweep</c>.</summary>
/// <param name="Model">The model's sync name.</param>
/// <param name="Home">The Hive whose rows are swept.</param>
/// <param name="Below">The version of the full load.</param>
/// <param name="Except">The ids of records that are left alone.</param>
/// <param name="Cursor">Where the Hive left its cursor, which is only checked; null from senders that keep none, or are too old to say.</param>
internal sealed record SweepRequest(string Model, string Home, long Below, string[] Except, TargetCursor? Cursor = null);
