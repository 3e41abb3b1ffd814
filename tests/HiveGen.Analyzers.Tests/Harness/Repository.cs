using System.Runtime.CompilerServices;

namespace HiveGen.Analyzers.Tests;

/// <summary>The files of the repository, found beside the tests' own source.</summary>
internal static class Repository
{
    public static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    /// <summary>The C# files of a folder, without what was built.</summary>
    public static string[] Sources(string folder) => [.. Directory.GetFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)
        .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
