using HiveGen.Benchmarks;
using HiveGen.Benchmarks.Building;
using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;
using HiveGen.FaultDisk;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.Builds is { } models)
{
    await BuildCost.RunAsync(models, options.Rounds);
    return 0;
}

SQLitePCL.Batteries_V2.Init();
using Workspace workspace = new();
IRow[] rows = [.. AllRows.Make(workspace, options).Where(r => options.Only is null || r.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
Report report = new(options);
List<Series> measured = [];
foreach (IRow row in rows)
{
    Series series = new();
    for (int round = -options.Warmup; round < options.Rounds; round++)
    {
        Console.Error.WriteLine($"{row.Name}: {(round < 0 ? "warming up" : $"round {round + 1} of {options.Rounds}")}");
        await row.RunAsync(round, round < 0 ? new Series() : series);
    }

    measured.Add(series);
}

// Counting costs a little, so it comes when nothing is timed any more, and for files that are opened from now on.
DiskShim.Install();
for (int i = 0; i < rows.Length; i++)
{
    Series counts = new();
    if (rows[i].Synchronous is not null)
    {
        Console.Error.WriteLine($"{rows[i].Name}: counting fsyncs");
        await rows[i].RunAsync(0, counts);
    }

    report.Add(rows[i], measured[i], counts);
}

Console.Write(report.Write());
return 0;
