namespace HiveGen.Targets.Conformance;

/// <summary>A row as a database holds it, read past the adapter.</summary>
/// <param name="RecordId">The id as the wire spells it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Deleted">Whether it is a ghost.</param>
/// <param name="Home">The Hive it belongs to.</param>
/// <param name="Values">
/// The fields in the order of <see cref="SyncModel.Fields"/>, the id included, as <see cref="StoredValue"/> wants them. A field
/// that a document does not have is null.
/// </param>
public sealed record StoredRow(string RecordId, long Version, bool Deleted, string Home, IReadOnlyList<object?> Values);
