using HiveGen.Export;

namespace HiveGen.Tests;

/// <summary>Writes the exported files as a user has them: beside what <c>npx convex dev</c> makes.</summary>
public static class ConvexFolder
{
    public static async Task WriteAsync(string folder, IReadOnlyList<SyncModel> models)
    {
        foreach (ExportFile exported in ConvexFiles.Of(models))
        {
            string file = Path.Combine(folder, Path.GetFileName(exported.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, exported.Content);
        }

        Directory.CreateDirectory(Path.Combine(folder, "_generated"));
        File.Copy(Path.Combine(NpmPackages.SourceOf("convex"), "_generated", "server.ts"), Path.Combine(folder, "_generated", "server.ts"), overwrite: true);
    }
}
