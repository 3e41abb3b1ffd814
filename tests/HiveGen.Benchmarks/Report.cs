using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HiveGen.Benchmarks.Measuring;
using HiveGen.Benchmarks.Rows;

namespace HiveGen.Benchmarks;

/// <summary>The results as Markdown.</summary>
internal sealed class Report(Options options)
{
    private static readonly string[] Order = [Names.Hive, Names.Raw, Names.Ado, Names.Dapper, Names.Ef];

    private readonly List<(IRow Row, Series Series)> results = [];

    public void Add(IRow row, Series series) => results.Add((row, series));

    public string Write()
    {
        StringBuilder text = new();
        Line(text, $"Medians of {options.Rounds} interleaved rounds after {options.Warmup} for warming up. {Machine()}");
        Line(text, $"");
        Line(text, $"| row | way | CPU µs | wall µs | a second | bytes allocated | commits | HiveGen's CPU is |");
        Line(text, $"|---|---|--:|--:|--:|--:|--:|--:|");
        foreach ((IRow row, Series series) in results)
        {
            foreach (string name in series.Contestants.OrderBy(Place))
            {
                double commits = series.Median(name, static s => s.Commits);
                string ratio = series.Has(Names.Hive) && name != Names.Hive && series.Median(name, static s => s.Cpu) > 0 ? string.Create(CultureInfo.InvariantCulture, $"{series.Ratio(Names.Hive, name, static s => s.Cpu):0.00} ×") : "";
                Line(text, $"| {row.Name} | {name} | {series.Median(name, static s => s.Cpu):0.00} | {series.Median(name, static s => s.Wall):0.00} | {series.Median(name, static s => s.Rate):0} | {series.Median(name, static s => s.Bytes):0} | {(commits > 0 ? commits.ToString("0.####", CultureInfo.InvariantCulture) : "")} | {ratio} |");
            }
        }

        Line(text, $"");
        Line(text, $"| row | bar | measured | |");
        Line(text, $"|---|---|--:|---|");
        foreach ((IRow row, Series series) in results)
        {
            foreach (Bar bar in row.Bars(series))
            {
                Line(text, $"| {row.Name} | {bar.Text} | {bar.Measured} | {(bar.Passed ? "pass" : "FAIL")} |");
            }
        }

        Line(text, $"");
        foreach ((IRow row, _) in results)
        {
            Line(text, $"- {row.Name}: {row.Note}.");
        }

        return text.ToString();
    }

    private static int Place(string name) => Array.IndexOf(Order, name) is var place and >= 0 ? place : Order.Length;

    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, SQLite {SQLitePCL.raw.sqlite3_libversion().utf8_to_string()}.");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
