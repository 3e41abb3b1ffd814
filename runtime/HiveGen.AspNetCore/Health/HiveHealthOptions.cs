namespace HiveGen;

/// <summary>From when on the health checks of the Hive complain.</summary>
public sealed class HiveHealthOptions
{
    /// <summary>How old the oldest change may be that a target has not got. Default: 5 minutes.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a background loop may be without a heartbeat; it has one every few seconds. Default: 30 seconds.</summary>
    public TimeSpan MaxSilence { get; set; } = TimeSpan.FromSeconds(30);
}
