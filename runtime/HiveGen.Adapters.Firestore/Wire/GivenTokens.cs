namespace HiveGen.Adapters.Firestore;

/// <summary>The tokens of the app, or the one word that the emulator wants.</summary>
internal sealed class GivenTokens(Func<CancellationToken, ValueTask<string>> give) : IAccessTokens
{
    /// <summary>The emulator's administrator.</summary>
    public static GivenTokens Emulator { get; } = new(static _ => new("owner"));

    public ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken) => give(cancellationToken);

    public void Dispose()
    {
    }
}
