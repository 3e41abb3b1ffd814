namespace HiveGen.Dispatch;

/// <summary>Where a chunk of a full load ended.</summary>
/// <param name="LastId">Its last record; NULL when it was empty.</param>
/// <param name="Last">Whether nothing is behind it.</param>
internal readonly record struct LoadEnd(SqlValue LastId, bool Last);
