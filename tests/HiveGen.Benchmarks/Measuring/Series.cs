namespace HiveGen.Benchmarks.Measuring;

/// <summary>The samples of one row: one a contestant and round. Ratios are taken inside a round, medians over rounds.</summary>
internal sealed class Series
{
    private readonly Dictionary<string, List<Sample>> samples = [];

    public IReadOnlyCollection<string> Contestants => samples.Keys;

    public void Add(string contestant, Sample sample)
    {
        if (!samples.TryGetValue(contestant, out List<Sample>? list))
        {
            samples.Add(contestant, list = []);
        }

        list.Add(sample);
    }

    public bool Has(string contestant) => samples.ContainsKey(contestant);

    public double Median(string contestant, Func<Sample, double> metric) => Statistics.Median(samples[contestant].Select(metric));

    /// <summary>One contestant's metric in parts of another's.</summary>
    public Spread Ratio(string contestant, string other, Func<Sample, double> metric) =>
        Spread.Of(samples[contestant].Zip(samples[other], (mine, theirs) => metric(mine) / metric(theirs)));
}
