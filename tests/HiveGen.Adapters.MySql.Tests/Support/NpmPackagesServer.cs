using HiveGen.Servers;

namespace HiveGen.Tests;

/// <summary>For tests that need Node and npm alone.</summary>
public sealed class NpmPackagesServer : ITestServer
{
    public static string? Missing => NpmPackages.Missing;
}
