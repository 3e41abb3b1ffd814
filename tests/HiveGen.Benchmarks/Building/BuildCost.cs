using System.Diagnostics;
using System.Globalization;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Building;

/// <summary>What whole builds cost: with no generator, with System.Text.Json's, with HiveGen's, and with what HiveGen emits checked in.</summary>
internal static class BuildCost
{
    public const string None = "none";

    public const string Stj = "stj";

    public const string Hive = "hive";

    public const string CheckedIn = "checkedin";

    public static readonly string[] Ways = [None, Stj, Hive, CheckedIn];

    /// <summary>Measures and prints.</summary>
    /// <param name="models">How many classes of 15 properties.</param>
    /// <param name="rounds">How many builds of each.</param>
    public static async Task RunAsync(int models, int rounds)
    {
        if (!ChildCpu.IsCounted)
        {
            Console.WriteLine("Skipped: this operating system does not add up the CPU time of child processes.");
            return;
        }

        using BuildFolder folder = new(models);
        foreach (string way in Ways)
        {
            await DotNetAsync(folder.Project(way), "restore");
        }

        await BuildAsync(folder.Project(Hive), "-p:EmitCompilerGeneratedFiles=true");
        int characters = folder.CheckIn(models);
        Dictionary<string, List<double>> seconds = Ways.ToDictionary(static way => way, static _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            string[] ways = [.. Ways];
            new Random(round).Shuffle(ways);
            foreach (string way in ways)
            {
                Console.Error.WriteLine($"{models} models, round {round + 1} of {rounds}: {way}");
                TimeSpan before = ChildCpu.Total();
                await BuildAsync(folder.Project(way), "-p:EmitCompilerGeneratedFiles=false");
                seconds[way].Add((ChildCpu.Total() - before).TotalSeconds);
            }
        }

        Print(models, characters, seconds);
    }

    private static void Print(int models, int characters, Dictionary<string, List<double>> seconds)
    {
        double Of(string way) => Statistics.Median(seconds[way]);
        double Added(string way) => (Of(way) - Of(None)) * 1000 / models;
        Line($"{models} models of 15 properties, {characters} characters emitted a model; medians of {seconds[None].Count} builds each, CPU of the whole `dotnet build` without compiler server");
        Line($"");
        Line($"| build | CPU s | ms a model over none |");
        Line($"|---|--:|--:|");
        foreach (string way in Ways)
        {
            Line($"| {way} | {Of(way):0.0} | {Added(way):0.0} |");
        }

        Line($"");
        Line($"hive / checkedin: {Of(Hive) / Of(CheckedIn):0.00} × (bar 1.3); hive over none / stj over none: {Added(Hive) / Added(Stj):0.00} × (bar 0.75)");
        Line($"");
    }

    private static Task BuildAsync(string project, string property)
        => DotNetAsync(project, "build", "--no-restore", "--no-incremental", "-c", "Release", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-m:1", property);

    private static async Task DotNetAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} in {folder} failed:{Environment.NewLine}{output}");
        }
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
