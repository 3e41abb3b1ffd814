using System.Runtime.CompilerServices;

namespace HiveGen.Tests.Docs;

/// <summary>Tables of the documentation.</summary>
internal static class DocTable
{
    /// <summary>The file's path, from this source file.</summary>
    public static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", name);

    /// <summary>The cells of the rows under the header whose first cell is this.</summary>
    public static List<string[]> Rows(string file, string header)
        => [.. File.ReadLines(PathOf(file))
            .SkipWhile(line => !line.StartsWith($"| {header} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => (string[])[.. line.Trim('|').Split(" |").Select(static cell => cell.Trim().Trim('`'))])];
}
