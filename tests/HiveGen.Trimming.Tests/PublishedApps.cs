using Xunit;

namespace HiveGen.Trimming.Tests;

/// <summary>Both apps, one published after the other: each trims a whole framework, and the machine has few cores.</summary>
public sealed class PublishedApps : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hivegen-trim-").FullName;
    private PublishedApp? proof, blog;

    /// <summary>The app that uses every kind of thing once.</summary>
    public PublishedApp Proof => proof!;

    /// <summary>The sample.</summary>
    public PublishedApp Blog => blog!;

    public async Task InitializeAsync()
    {
        proof = await PublishedApp.StartAsync("ProofProject", folder);
        blog = await PublishedApp.StartAsync("BlogProject", folder);
    }

    public async Task DisposeAsync()
    {
        foreach (PublishedApp app in new[] { proof, blog }.OfType<PublishedApp>())
        {
            await app.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
