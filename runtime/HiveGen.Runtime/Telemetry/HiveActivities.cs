using System.Diagnostics;

namespace HiveGen.Telemetry;

/// <summary>The activity source <c>HiveGen</c>, which OpenTelemetry finds by its name.</summary>
internal static class HiveActivities
{
    /// <summary>The W3C trace context of the caller, to be stored; null when there is none, or nobody listens.</summary>
    public static string? Context => Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    public static ActivitySource Source { get; } = new(HiveTelemetry.Name);
}
