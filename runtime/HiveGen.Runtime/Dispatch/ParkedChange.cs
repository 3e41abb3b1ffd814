namespace HiveGen.Dispatch;

/// <summary>A record that is to wait, as the Hive stores it.</summary>
/// <param name="Model">The sync name of its model.</param>
/// <param name="Id">Its id.</param>
/// <param name="Seq">The change it failed at.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="NextAt">When it is due, in Unix microseconds.</param>
/// <param name="Error">The target's own words.</param>
/// <param name="Dead">Whether it needs a person.</param>
/// <param name="FirstAt">When it failed first, in Unix microseconds.</param>
/// <param name="LastAt">When it failed last, in Unix microseconds.</param>
internal readonly record struct ParkedChange(string Model, SqlValue Id, long Seq, int Attempts, long NextAt, string Error, bool Dead, long FirstAt, long LastAt)
{
    /// <summary>The record whose arrival makes this one due at once; null when none is known.</summary>
    public RecordKey? Parent { get; init; }
}
