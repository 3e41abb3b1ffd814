namespace HiveGen.Servers;

/// <summary>Where the project lies.</summary>
public static class Repository
{
    /// <summary>The folder of HiveGen.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>What is built and fetched.</summary>
    public static string Artifacts { get; } = Path.Combine(Root, "artifacts");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HiveGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has HiveGen.sln.");
    }
}
