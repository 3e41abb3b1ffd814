namespace HiveGen.Dispatch;

/// <summary>What a loop has to remember in the Hive, collected over a round and written in one transaction. Not thread-safe: each lane has its own.</summary>
internal sealed class RoundNotes
{
    /// <summary>Records to park, or to park anew.</summary>
    public List<ParkedChange> Park { get; } = [];

    /// <summary>Records that were refused for a missing parent, and are yet to be judged.</summary>
    public List<Orphan> Orphans { get; } = [];

    /// <summary>Parked records of which there is a newer change.</summary>
    public List<RecordSeq> Raise { get; } = [];

    /// <summary>Records that arrived at this change: parked no longer, unless for a newer one.</summary>
    public List<RecordSeq> Release { get; } = [];

    /// <summary>Steps of full loads.</summary>
    public List<LoadStep> Loads { get; } = [];

    /// <summary>Whether something must be written before the round ends.</summary>
    public bool Any => TouchesParked || Loads.Count > 0;

    /// <summary>Whether parked records are touched.</summary>
    public bool TouchesParked => Park.Count + Raise.Count + Release.Count > 0;

    /// <summary>Whether this record is to be parked alive.</summary>
    public bool Parks(in RecordKey record)
    {
        foreach (ParkedChange parked in Park)
        {
            if (!parked.Dead && parked.Model == record.Model && parked.Id.Equals(record.Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes over what a lane noted.</summary>
    public void Take(RoundNotes lane)
    {
        Park.AddRange(lane.Park);
        Orphans.AddRange(lane.Orphans);
        Release.AddRange(lane.Release);
        lane.Clear();
    }

    public void Clear()
    {
        Park.Clear();
        Orphans.Clear();
        Raise.Clear();
        Release.Clear();
        Loads.Clear();
    }
}
