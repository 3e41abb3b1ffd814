namespace HiveGen.Router;

/// <summary>Marks the endpoints of the router, so that the document finds them under whatever path they are mapped.</summary>
/// <param name="Batch">Whether it is <c>/sync/batch</c>.</param>
internal sealed record SyncMetadata(bool Batch);
