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

    private readonly List<(IRow Row, Series Series, Series Counts)> results = [];

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="series">What was timed.</param>
    /// <param name="counts">What was counted afterwards, in one more round.</param>
    public void Add(IRow row, Series series, Series counts) => results.Add((row, series, counts));

    public string Write()
    {
        StringBuilder text = new();
        Line(text, $"Medians of {options.Rounds} interleaved rounds after {options.Warmup} for warming up; in brackets the least and the greatest ratio of a round. {Machine()}");
        Line(text, $"");
        Line(text, $"| row | way | CPU µs | wall µs | a second | bytes allocated | synchronous | fsyncs: log + file | HiveGen's CPU is |");
        Line(text, $"|---|---|--:|--:|--:|--:|---|--:|--:|");
        foreach ((IRow row, Series series, Series counts) in results)
        {
            foreach (string name in series.Contestants.OrderBy(Place))
            {
                string syncs = counts.Has(name) ? $"{Few(counts.Median(name, static s => s.LogSyncs))} + {Few(counts.Median(name, static s => s.FileSyncs))}" : "";
                string ratio = series.Has(Names.Hive) && name != Names.Hive && series.Median(name, static s => s.Cpu) > 0 ? series.Ratio(Names.Hive, name, static s => s.Cpu).ToString() : "";
                Line(text, $"| {row.Name} | {name} | {series.Median(name, static s => s.Cpu):0.00} | {series.Median(name, static s => s.Wall):0.00} | {series.Median(name, static s => s.Rate):0} | {series.Median(name, static s => s.Bytes):0} | {row.Synchronous} | {syncs} | {ratio} |");
            }
        }

        Line(text, $"");
        Line(text, $"| row | bar | measured | |");
        Line(text, $"|---|---|--:|---|");
        foreach ((IRow row, Series series, _) in results)
        {
            foreach (Bar bar in row.Bars(series))
            {
                Line(text, $"| {row.Name} | {bar.Text} | {bar.Measured} | {(bar.Passed ? "pass" : "FAIL")} |");
            }
        }

        Line(text, $"");
        foreach ((IRow row, _, _) in results)
        {
            Line(text, $"- {row.Name}: {row.Note}.");
        }

        return text.ToString();
    }

    private static string Few(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static int Place(string name) => Array.IndexOf(Order, name) is var place and >= 0 ? place : Order.Length;

    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, SQLite {SQLitePCL.raw.sqlite3_libversion().utf8_to_string()}.");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
