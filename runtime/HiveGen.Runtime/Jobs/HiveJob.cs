namespace HiveGen;

/// <summary>
/// Runs a stored job: gets the services of a scope of its own, the payload, and a token that is cancelled when the app stops.
/// It may run more than once, so that what it does must bear repetition.
/// </summary>
public delegate Task HiveJob(IServiceProvider services, string payload, CancellationToken cancellationToken);
