using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("Account.cs", "[HiveModel")]
    [InlineData("Program.cs", "var builder")]
    public void The_readme_shows_code_that_compiles(string file, string beginning)
    {
        string code = File.ReadAllText(Path.Combine(Root(), "samples", "Minimal", file));
        string shown = code[code.IndexOf(beginning, StringComparison.Ordinal)..];

        Assert.Contains(shown.ReplaceLineEndings(), File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings(), StringComparison.Ordinal);
    }

    // Not by the path of this source file: a deterministic build writes another one into the assembly.
    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HiveGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("HiveGen.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
