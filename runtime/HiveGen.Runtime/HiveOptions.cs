namespace HiveGen;

/// <summary>How a Hive is opened. Bound from the configuration section <c>Hive</c>.</summary>
public sealed class HiveOptions
{
    /// <summary>The SQLite file. Default: <c>hive.db</c> in the current folder.</summary>
    public string Path { get; set; } = "hive.db";
}
