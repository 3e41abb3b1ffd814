namespace HiveGen.Tests.Docs;

/// <summary>A test that asks Prometheus' own <c>promtool</c>; skipped where it is not on the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute()
    {
        if (Promtool is null)
        {
            Skip = "There is no promtool on the path: install Prometheus (Debian: apt-get install prometheus).";
        }
    }

    /// <summary>Its path; null where there is none.</summary>
    public static string? Promtool { get; } = Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator)
        .SelectMany(static folder => new[] { Path.Combine(folder, "promtool"), Path.Combine(folder, "promtool.exe") })
        .FirstOrDefault(File.Exists);
}
