using System.Diagnostics;

namespace HiveGen.Package.Tests;

/// <summary>Runs the SDK's own command, as a user does.</summary>
internal static class DotNet
{
    /// <summary>What the command wrote; it must succeed.</summary>
    public static async Task<string> RunAsync(string folder, string arguments, string? packages = null)
    {
        (int exitCode, string output) = await TryAsync(folder, arguments, packages);
        Assert.True(exitCode == 0, $"dotnet {arguments}{Environment.NewLine}{output}");
        return output;
    }

    public static async Task<(int ExitCode, string Output)> TryAsync(string folder, string arguments, string? packages = null)
    {
        using Process process = Process.Start(Start(folder, arguments, packages))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await output + await error);
    }

    /// <param name="folder">Where the command runs.</param>
    /// <param name="arguments">As on a command line.</param>
    /// <param name="packages">The folder that packages are unpacked into; null for the machine's own.</param>
    public static ProcessStartInfo Start(string folder, string arguments, string? packages)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a node that outlives the command would keep its pipes open
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (string inherited in new[] { "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "SYNC_SECRET" })
        {
            start.Environment.Remove(inherited); // what dotnet test leaves behind
        }

        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        return start;
    }
}
