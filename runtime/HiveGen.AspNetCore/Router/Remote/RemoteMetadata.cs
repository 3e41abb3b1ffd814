namespace HiveGen.Router.Remote;

/// <summary>Marks an endpoint for remote Hives, so that the document finds it under whatever path it is mapped.</summary>
/// <param name="Call">The type of its call.</param>
internal sealed record RemoteMetadata(Type Call);
