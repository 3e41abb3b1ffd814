namespace HiveGen.Package.Tests;

/// <summary>The packages of this build, packed by the documented command into a folder of their own.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public string Folder => folder.File("feed");

    public IReadOnlyList<PackageFile> Packages { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await DotNet.RunAsync(Repository.Root, $"pack HiveGen.sln --no-build -v q -c {Repository.Configuration} -o \"{Folder}\"");
        Packages = [.. Directory.GetFiles(Folder, "*.nupkg").Select(static path => new PackageFile(path)).OrderBy(static package => package.Id, StringComparer.Ordinal)];
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
