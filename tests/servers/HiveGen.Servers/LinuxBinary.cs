using System.Runtime.InteropServices;

namespace HiveGen.Servers;

/// <summary>Programs that npm has for Linux on x64 alone.</summary>
internal static class LinuxBinary
{
    public static string? Missing(string name) => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
        ? NpmPackages.Missing
        : $"The tests have {name} for Linux on x64 alone.";

    /// <summary>The program, allowed to run: its package's scripts, which would see to that, are not run.</summary>
    public static string Runnable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }

        return path;
    }
}
