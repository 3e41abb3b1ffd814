namespace HiveGen.RouterBench;

/// <summary>Prints the medians. Ratios are taken inside a round, so that a slow moment of the machine hurts both sides.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Contestant> all)
    {
        Contestant ours = all[0];
        Console.WriteLine("| server | requests a second | CPU µs a request | HiveGen's requests a second are | HiveGen's CPU is |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (Contestant one in all)
        {
            string ratios = one == ours ? " |" : FormattableString.Invariant($"{Median(Ratios(ours.Rates, one.Rates)):0.00} × | {Median(Ratios(ours.Cpu, one.Cpu)):0.00} ×");
            Console.WriteLine(FormattableString.Invariant($"| {one.Name} | {Median(one.Rates):0} | {Median(one.Cpu):0.0} | {ratios} |"));
        }
    }

    private static IEnumerable<double> Ratios(List<double> ours, List<double> theirs) => ours.Zip(theirs, static (a, b) => a / b);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
