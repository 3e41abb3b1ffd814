using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>What notes stand on; they are removed with it.</summary>
[HiveModel(Sync = "shelves")]
public sealed partial class Shelf
{
    /// <summary>Ids of shelves begin with it, those of notes do not.</summary>
    public const char First = 's';

    [Index]
    public int Owner { get; set; }

    public long Number { get; set; }

    /// <summary>Everything in it, as one word.</summary>
    public string Value() => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the id is that of a shelf.</summary>
    public static bool Is(string id) => id[0] == First;
}
