using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Blog.Observability;

/// <summary>
/// Exports metrics and traces over OTLP/HTTP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. OpenTelemetry finds HiveGen, as
/// everything else, by the name of its meter and its activity source.
/// </summary>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private MeterProvider? metrics;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } endpoint)
        {
            ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] ?? "blog");
            metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("HiveGen", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter(options => Set(options, endpoint, "v1/metrics"))
                .Build();
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("HiveGen", "Microsoft.AspNetCore")
                .AddOtlpExporter(options => Set(options, endpoint, "v1/traces"))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The container disposes this after the Hive, which was made later: what is told while it closes is exported too.
    public void Dispose()
    {
        metrics?.Dispose();
        traces?.Dispose();
    }

    private static void Set(OtlpExporterOptions options, string endpoint, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(endpoint.TrimEnd('/') + "/" + path);
    }
}
