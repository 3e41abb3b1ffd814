namespace HiveGen.Tests;

/// <summary>A request as the proxy got it.</summary>
/// <param name="Number">How many came before, and one.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Headers">The headers that are passed on.</param>
/// <param name="Body">The body.</param>
internal sealed record ProxiedRequest(int Number, string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public bool HasRecords => Path.EndsWith("/sync/batch", StringComparison.Ordinal);
}
