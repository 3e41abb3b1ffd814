using HiveGen.Benchmarks;
using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

SQLitePCL.Batteries_V2.Init();
using Workspace workspace = new();
IRow[] rows = [.. AllRows.Make(workspace).Where(r => options.Only is null || r.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
Report report = new(options);
foreach (IRow row in rows)
{
    Series series = new();
    for (int round = -options.Warmup; round < options.Rounds; round++)
    {
        Console.Error.WriteLine($"{row.Name}: {(round < 0 ? "warming up" : $"round {round + 1} of {options.Rounds}")}");
        await row.RunAsync(round, round < 0 ? new Series() : series);
    }

    report.Add(row, series);
}

Console.Write(report.Write());
return 0;
