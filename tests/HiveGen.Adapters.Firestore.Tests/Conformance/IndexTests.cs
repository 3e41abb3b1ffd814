using HiveGen.Adapters.Firestore;
using HiveGen.Servers;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>The exported indexes, as Firebase's own command line reads them.</summary>
[Requires<Node>]
public sealed class IndexTests
{
    private static string Exported => new FirestoreExport().Export(Hive.Schema).Single(static file => file.Path == "firestore.indexes.json").Content;

    [ServerFact]
    public async Task Firebase_takes_an_index_for_every_model()
        => Assert.Equal((0, $"{Hive.Schema.Synced.Count}\n"), await ValidateAsync(Exported));

    [ServerFact]
    public async Task Firebase_would_refuse_what_is_none()
    {
        (int exitCode, string output) = await ValidateAsync(Exported.Replace("ASCENDING", "UPWARDS", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
        Assert.Contains("UPWARDS", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> ValidateAsync(string indexes) => Node.RunAsync("firebase", "indexes.mjs", indexes);
}
