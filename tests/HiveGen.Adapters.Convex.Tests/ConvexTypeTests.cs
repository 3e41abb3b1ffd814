namespace HiveGen.Tests;

[Requires<ConvexServer>]
public sealed class ConvexTypeTests
{
    [ServerFact]
    public async Task The_exported_files_pass_the_type_check_with_Convexs_own_types()
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(await NpmPackages.GetAsync("convex"), "types-" + Guid.NewGuid().ToString("N")));
        try
        {
            await ConvexFolder.WriteAsync(Path.Combine(folder.FullName, "convex"), Items.Models);
            string complaints = await CheckAsync(folder.FullName);
            Assert.True(complaints.Length == 0, complaints);
            string file = Path.Combine(folder.FullName, "convex", "hive.ts");
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("v.boolean()", "v.bool()", StringComparison.Ordinal));
            Assert.Contains("hive.ts", await CheckAsync(folder.FullName), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> CheckAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "tsconfig.json"), """
            {
              "compilerOptions": { "strict": true, "noEmit": true, "noUnusedLocals": true, "module": "ESNext", "moduleResolution": "Bundler", "target": "ES2022", "lib": ["ES2022"], "skipLibCheck": true, "types": [] },
              "include": ["convex/**/*.ts"]
            }
            """);
        string compiler = Path.Combine(await NpmPackages.GetAsync("convex"), "node_modules", "typescript", "bin", "tsc");
        (_, string output) = await ServerProcess.RunAsync(new ServerCommand(Tool.Require("node", "nodejs"), compiler, "-p", folder));
        return output;
    }
}
