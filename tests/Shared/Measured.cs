using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HiveGen.Tests;

/// <summary>Makes the meters of one Hive, and adds up what they measure: of nobody else's.</summary>
internal sealed class Measured : IMeterFactory
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> sums = new(StringComparer.Ordinal);

    public Measured()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, this))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>The sum so far, of all tags (<c>hive.sync.sent</c>) or of some (<c>hive.sync.sent t authors</c>).</summary>
    public double this[string name] => sums.GetValueOrDefault(name);

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        return new Meter(options);
    }

    /// <summary>What a gauge shows now.</summary>
    public double Gauge(string name)
    {
        double before = this[name];
        listener.RecordObservableInstruments();
        return this[name] - before;
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string tagged = instrument.Name;
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            tagged += " " + tag.Value;
        }

        sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
        if (tags.Length > 0)
        {
            sums.AddOrUpdate(tagged, value, (_, sum) => sum + value);
        }
    }
}
