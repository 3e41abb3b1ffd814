using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>What a process does until it is killed. It is passed as command line arguments.</summary>
/// <param name="Hive">The Hive's file.</param>
/// <param name="Replica">The target's file.</param>
/// <param name="Seed">Decides what is written.</param>
/// <param name="Writers">How many write at a time.</param>
public sealed record DrillPlan(string Hive, string Replica, int Seed, int Writers)
{
    /// <summary>Where it kills itself; at <see cref="KillPoint.Anywhere"/> it does not.</summary>
    public KillPoint Point { get; init; }

    /// <summary>At which time it comes there, from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>After so many acknowledged writes it kills itself in any case; 0 for never. It closes the Hive then, if the point is there.</summary>
    public int Acknowledged { get; init; }

    /// <summary>Whether the target keeps a cursor.</summary>
    public bool Cursor { get; init; } = true;

    /// <summary>Whether the disk keeps only what was synced.</summary>
    public bool Power { get; init; }

    /// <summary>Whether the disk syncs when it says so.</summary>
    public bool Honest { get; init; } = true;

    /// <summary>When a write counts as stored.</summary>
    public HiveSynchronous Synchronous { get; init; }

    /// <summary>As arguments.</summary>
    public string[] ToArguments() =>
    [
        Hive, Replica, Text(Seed), Text(Writers), Point.ToString(), Text(Nth), Text(Acknowledged), Cursor.ToString(), Power.ToString(), Honest.ToString(), Synchronous.ToString(),
    ];

    /// <summary>From arguments.</summary>
    public static DrillPlan Parse(ReadOnlySpan<string> arguments) => new(arguments[0], arguments[1], Number(arguments[2]), Number(arguments[3]))
    {
        Point = Enum.Parse<KillPoint>(arguments[4]),
        Nth = Number(arguments[5]),
        Acknowledged = Number(arguments[6]),
        Cursor = bool.Parse(arguments[7]),
        Power = bool.Parse(arguments[8]),
        Honest = bool.Parse(arguments[9]),
        Synchronous = Enum.Parse<HiveSynchronous>(arguments[10]),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
