namespace HiveGen.Package.Tests;

/// <summary>Compares a text with the one approved in <c>Approved</c>; with HIVEGEN_ACCEPT=1 it is approved instead.</summary>
internal static class Approved
{
    public static string[] Names(string kind)
        => Directory.Exists(Folder(kind)) ? [.. Directory.GetFiles(Folder(kind), "*.txt").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];

    public static void Match(string kind, string name, string actual)
    {
        string path = Path.Combine(Folder(kind), name + ".txt");
        if (Environment.GetEnvironmentVariable("HIVEGEN_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Folder(kind));
            File.WriteAllText(path, actual);
        }

        string[] expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n') : [];
        string[] lines = actual.Split('\n');
        string[] changes = [.. expected.Except(lines).Select(static line => "- " + line), .. lines.Except(expected).Select(static line => "+ " + line)];
        Assert.True(expected.SequenceEqual(lines), $"{path} says otherwise; read what changed, and approve it by HIVEGEN_ACCEPT=1 dotnet test tests/HiveGen.Package.Tests:{Environment.NewLine}{string.Join(Environment.NewLine, changes)}");
    }

    private static string Folder(string kind) => Repository.File("tests", "HiveGen.Package.Tests", "Approved", kind);
}
