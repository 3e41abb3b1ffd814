using System.Reflection;

namespace HiveGen.Package.Tests;

/// <summary>Where the tests' own repository is, and how it was built.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Where NuGet keeps the packages of this machine.</summary>
    public static string PackagesFolder { get; } = Metadata("PackagesFolder");

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "HiveGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("HiveGen.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
