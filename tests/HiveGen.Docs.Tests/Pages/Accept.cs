namespace HiveGen.Docs.Tests.Pages;

/// <summary>Whether pages are brought to the code instead of being compared with it: <c>HIVEGEN_ACCEPT=1</c>.</summary>
internal static class Accept
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("HIVEGEN_ACCEPT") == "1";

    public const string How = "Is the code right? Then run HIVEGEN_ACCEPT=1 dotnet test tests/HiveGen.Docs.Tests, and read what changed.";
}
