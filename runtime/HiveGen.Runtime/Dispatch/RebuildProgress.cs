namespace HiveGen;

/// <summary>How far the rebuild of a target has come with one model.</summary>
/// <param name="Model">The sync name of the model.</param>
/// <param name="Done">How many records were sent.</param>
/// <param name="Total">About how many there are: as many as there were when <see cref="HiveSync.RebuildAsync"/> was called.</param>
public readonly record struct RebuildProgress(string Model, long Done, long Total);
