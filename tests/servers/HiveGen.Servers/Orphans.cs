using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HiveGen.Servers;

/// <summary>
/// Notes every server in a file, so that those whose tests were killed are ended by the next that start one. A process is told
/// from a later one of the same number by when it started.
/// </summary>
internal static class Orphans
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "servers", "running")).FullName;
    private static readonly HashSet<int> Mine = [];

    static Orphans() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => EndMine();

    /// <summary>Notes a server.</summary>
    public static void Add(Process server)
    {
        using Process tests = Process.GetCurrentProcess();
        File.WriteAllText(FileOf(server.Id), string.Create(CultureInfo.InvariantCulture, $"{server.Id} {StartOf(server)} {tests.Id} {StartOf(tests)}"));
        lock (Mine)
        {
            Mine.Add(server.Id);
        }
    }

    /// <summary>Forgets a server that has ended.</summary>
    public static void Remove(Process server)
    {
        lock (Mine)
        {
            Mine.Remove(server.Id);
        }

        File.Delete(FileOf(server.Id));
    }

    /// <summary>Ends the servers of tests that are gone.</summary>
    public static void EndAll()
    {
        foreach (string file in Directory.GetFiles(Folder))
        {
            if (Read(file) is [var server, var started, var tests, var testsStarted] && Find(tests, testsStarted) is null)
            {
                Find(server, started)?.Kill(entireProcessTree: true);
                File.Delete(file);
            }
        }
    }

    private static void EndMine()
    {
        lock (Mine)
        {
            foreach (int server in Mine)
            {
                if (Read(FileOf(server)) is [var id, var started, _, _])
                {
                    Find(id, started)?.Kill(entireProcessTree: true);
                    File.Delete(FileOf(server));
                }
            }
        }
    }

    private static long[] Read(string file)
    {
        try
        {
            return [.. File.ReadAllText(file).Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return []; // being written or deleted by other tests at this moment
        }
    }

    private static Process? Find(long id, long started)
    {
        try
        {
            Process process = Process.GetProcessById((int)id);
            return StartOf(process) == started ? process : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    // Seconds: the system tells no finer in the same way to everyone.
    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();

    private static string FileOf(int server) => Path.Combine(Folder, server.ToString(CultureInfo.InvariantCulture));
}
