namespace HiveGen.Servers;

/// <summary>On a test class: its <see cref="ServerFactAttribute"/> tests are skipped, with the reason, where a server cannot be had.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class RequiresAttribute : Attribute
{
    /// <summary>Why the server cannot be had; null when it can.</summary>
    public abstract string? Missing { get; }

    /// <summary>Where this is set, nothing may be skipped: the server's own error fails the test.</summary>
    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("HIVEGEN_CI") is { Length: > 0 };
}
