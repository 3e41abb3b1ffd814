using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Gives the tokens of requests. Thread-safe.</summary>
internal interface IAccessTokens : IDisposable
{
    /// <summary>A token.</summary>
    /// <param name="refused">The token that was refused and must not be given again; null for any that is good.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">There is none.</exception>
    ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken);
}
