using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Router;

/// <summary>What the router tells under the name <c>HiveGen</c>. Next to nothing is done while nobody listens. Thread-safe.</summary>
internal sealed class RouterTelemetry : IDisposable
{
    private const string Name = "HiveGen";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter? owned;
    private readonly Counter<long> requests;

    public RouterTelemetry(IServiceProvider services)
    {
        IMeterFactory? factory = services.GetService<IMeterFactory>();
        Meter meter = factory is null ? owned = new Meter(Name) : factory.Create(new MeterOptions(Name));
        requests = meter.CreateCounter<long>("hive.router.requests", "{request}", "Requests to the router, by what came of them.");
    }

    /// <summary>Whether somebody listens to spans.</summary>
    public static bool Traced => Source.HasListeners();

    /// <summary>The span of a request, inside ASP.NET Core's own.</summary>
    public static Activity? Begin() => Source.StartActivity("hive.router");

    /// <summary>A request was refused.</summary>
    public void Refused(SyncRequest request, int status) => Answered(request, status, status switch
    {
        StatusCodes.Status401Unauthorized => "unauthorized",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status429TooManyRequests => "rate_limited",
        >= StatusCodes.Status500InternalServerError => "failed",
        _ => "invalid",
    });

    /// <summary>A request was answered.</summary>
    public void Answered(SyncRequest request, int status, string result)
    {
        if (requests.Enabled)
        {
            requests.Add(1, new("endpoint", request.Batch ? "batch" : "sync"), new("result", result));
        }

        if (Traced && Activity.Current is { OperationName: "hive.router" } span && span.Source.Name == Name)
        {
            span.SetTag("http.response.status_code", status);
            span.SetTag("hive.result", result);
            span.SetTag("db.operation.batch.size", request.Entries.Count);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                span.SetTag("error.type", result);
                span.SetStatus(ActivityStatusCode.Error);
            }
        }
    }

    public void Dispose() => owned?.Dispose();
}
