using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HiveGen.Tests;

/// <summary>Hears the meter HiveGen of one app.</summary>
internal sealed class Heard : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> sums = new();
    private readonly ConcurrentDictionary<string, Instrument> instruments = new();

    /// <summary>The tag keys of each instrument that measured something.</summary>
    public ConcurrentDictionary<string, string> Tags { get; } = new();

    public ICollection<Instrument> Instruments => instruments.Values;

    /// <summary>Hears the meters of this factory, those that are there and those to come.</summary>
    public void Of(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "HiveGen" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                instruments[instrument.Name] = instrument;
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public double Sum(string instrument) => sums.GetValueOrDefault(instrument);

    public void Collect() => listener.RecordObservableInstruments();

    /// <summary>Waits until each of these has measured something.</summary>
    public async Task UntilAsync(params string[] names)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (names.FirstOrDefault(name => !Tags.ContainsKey(name)) is { } missing)
        {
            Assert.False(limit.IsCancellationRequested, missing + " was never measured.");
            await Task.Yield();
        }
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string keys = "";
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            keys += (keys.Length == 0 ? "" : ", ") + tag.Key;
        }

        sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
        Tags[instrument.Name] = keys;
    }
}
