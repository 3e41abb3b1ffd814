using System.Diagnostics;

namespace HiveGen.Telemetry;

/// <summary>The activity source <c>HiveGen</c>, which OpenTelemetry finds by its name.</summary>
internal static class HiveActivities
{
    public static ActivitySource Source { get; } = new(HiveTelemetry.Name);
}
