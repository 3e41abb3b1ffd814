namespace HiveGen.Dispatch;

/// <summary>What a loop has to remember in the Hive, collected over a round and written in one transaction.</summary>
internal sealed class RoundNotes
{
    /// <summary>Records to park, or to park anew.</summary>
    public List<ParkedChange> Park { get; } = [];

    /// <summary>Parked records of which there is a newer change.</summary>
    public List<RecordSeq> Raise { get; } = [];

    /// <summary>Records that arrived at this change: parked no longer, unless for a newer one.</summary>
    public List<RecordSeq> Release { get; } = [];

    /// <summary>Steps of full loads.</summary>
    public List<LoadStep> Loads { get; } = [];

    /// <summary>Whether something must be written before the round ends.</summary>
    public bool Any => Park.Count + Raise.Count + Release.Count + Loads.Count > 0;

    /// <summary>Whether parked records are touched.</summary>
    public bool TouchesParked => Park.Count + Raise.Count + Release.Count > 0;

    public void Clear()
    {
        Park.Clear();
        Raise.Clear();
        Release.Clear();
        Loads.Clear();
    }
}
