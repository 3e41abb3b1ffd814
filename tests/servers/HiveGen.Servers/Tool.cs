namespace HiveGen.Servers;

/// <summary>Looks for programs.</summary>
public static class Tool
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    // Where packages put what is not on the path of every user.
    private static readonly string[] Usual = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", "/usr/local/bin"];

    /// <summary>The full path of a program; null when it is not there.</summary>
    public static string? Find(string name, params IReadOnlyList<string> folders)
    {
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from folder in folders.Concat(path).Concat(Usual)
                from ending in Endings
                let file = Path.Combine(folder, name + ending)
                where File.Exists(file)
                select file).FirstOrDefault();
    }

    /// <summary>The same, where it must be there.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static string Require(string name, string package, params IReadOnlyList<string> folders)
        => Find(name, folders) ?? throw new InvalidOperationException(Missing(name, package));

    /// <summary>What to tell when it is not there; null when it is.</summary>
    public static string? MissingOf(string name, string package, params IReadOnlyList<string> folders)
        => Find(name, folders) is null ? Missing(name, package) : null;

    /// <summary>The folders of this pattern, the newest version first: its one <c>*</c> stands for a version.</summary>
    public static IReadOnlyList<string> Versions(string pattern)
    {
        string[] halves = pattern.Split('*');
        return !Directory.Exists(halves[0]) ? []
            : [.. Directory.GetDirectories(halves[0]).OrderByDescending(static folder => Version(folder)).Select(folder => folder + halves[1]).Where(Directory.Exists)];
    }

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder).Split('.')[0], out int version) ? version : 0;

    private static string Missing(string name, string package) => $"'{name}' was not found: install {package}.";
}
