using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Tests;

/// <summary>
/// Compares generated files, line by line, with those in <c>Snapshots/&lt;name&gt;</c> beside the tests. With HIVEGEN_ACCEPT=1 the
/// files are written instead.
/// </summary>
internal static class Snapshot
{
    public static void Match(string name, ImmutableSortedDictionary<string, string> sources, [CallerFilePath] string testFile = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("HIVEGEN_ACCEPT") == "1")
        {
            Accept(folder, sources);
        }

        string[] expected = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!] : [];
        Assert.Equal(expected, sources.Keys);
        foreach ((string file, string text) in sources)
        {
            string[] lines = File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n").Split('\n');
            string[] actual = text.Split('\n');
            for (int i = 0; i < Math.Min(lines.Length, actual.Length); i++)
            {
                Assert.True(lines[i] == actual[i], $"{name}/{file}, line {i + 1}:{Environment.NewLine}expected {lines[i]}{Environment.NewLine}but was  {actual[i]}");
            }

            Assert.Equal(lines.Length, actual.Length);
        }
    }

    private static void Accept(string folder, ImmutableSortedDictionary<string, string> sources)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in sources)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}
