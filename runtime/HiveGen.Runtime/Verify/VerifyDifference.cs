namespace HiveGen;

/// <summary>A row at a target that is not as its record.</summary>
/// <param name="Model">The sync name of its model.</param>
/// <param name="RecordId">The id as the wire spells it.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Version">The version of the row or of its ghost at the target; null when it has neither.</param>
public sealed record VerifyDifference(string Model, string RecordId, DifferenceKind Kind, long? Version);
