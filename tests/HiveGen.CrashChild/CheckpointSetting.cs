using System.Runtime.CompilerServices;

namespace HiveGen.CrashChild;

/// <summary>An internal setting of the Hive, which a drill turns down so that what is rare happens often.</summary>
public static class CheckpointSetting
{
    /// <summary>Moves the log into the file after so many pages.</summary>
    public static HiveOptions CheckpointEvery(this HiveOptions options, int pages)
    {
        Set(options, pages);
        return options;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CheckpointPages")]
    private static extern void Set(HiveOptions options, int pages);
}
