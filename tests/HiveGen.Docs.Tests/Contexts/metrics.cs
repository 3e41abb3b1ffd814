namespace Shop;

internal static class Metrics;

// Of the package OpenTelemetry.
public static class Sdk
{
    public static MeterProviderBuilder CreateMeterProviderBuilder() => new();
}

public sealed class MeterProviderBuilder
{
    public MeterProviderBuilder AddMeter(string name) => this;
    public MeterProviderBuilder AddOtlpExporter() => this;
    public object Build() => this;
}
