namespace HiveGen.Package.Tests;

/// <summary>What a build with another compiler says.</summary>
internal static class CompilerAssertions
{
    /// <summary>The build files believe what the SDK says of its compiler, so the tests say it for an older one.</summary>
    public static async Task AssertOldCompilersAreRefusedAsync(this Consumer consumer, string project)
    {
        const string Check = "msbuild -nologo -v:m -t:ResolveLockFileAnalyzers;HiveGenRequireCompiler";
        foreach ((string told, string version) in new[] { ("roslyn4.13", "4.13"), ("roslyn3.11", "3.11") })
        {
            (int exitCode, string output) = await consumer.TryDotNetAsync(project, $"{Check} -p:CompilerApiVersion={told}");

            Assert.NotEqual(0, exitCode);
            Assert.Contains($"error HIVE0030: The generator of HiveGen needs a C# compiler of version 4.14 or later, and this build has {version}.", output, StringComparison.Ordinal);
        }

        await consumer.DotNetAsync(project, $"{Check} -p:CompilerApiVersion=roslyn4.14");
        (int stopped, string build) = await consumer.TryDotNetAsync(project, "build --no-restore -p:CompilerApiVersion=roslyn4.13 -t:Rebuild");
        Assert.NotEqual(0, stopped);
        Assert.Contains("error HIVE0030", build, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build, StringComparison.Ordinal);
    }
}
