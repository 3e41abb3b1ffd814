using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>The full loads of a target that have not ended.</summary>
internal sealed class PendingLoads(SyncRegistry registry, List<ModelLoad> loads)
{
    /// <summary>How many have not ended.</summary>
    public int Count => loads.Count;

    /// <summary>The load whose turn it is; null when every record was sent.</summary>
    public ModelLoad? Next => loads.Find(static load => !load.Sent);

    /// <summary>Whether records of this model are yet to be loaded.</summary>
    public bool Holds(string model)
    {
        foreach (ModelLoad load in loads)
        {
            if (!load.Sent && registry.Models[load.Model].Name == model)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far the cursor may go: never past a load that has not ended, so that a restart sends again what was committed meanwhile.</summary>
    public long Limit(long seq)
    {
        foreach (ModelLoad load in loads)
        {
            seq = load.Sent ? seq : Math.Min(seq, load.AsOf - 1);
        }

        return seq;
    }

    /// <summary>
    /// Notes the loads that are done, which they are when the cursor has passed them: a cursor below a done load then always
    /// means a target restored from a backup.
    /// </summary>
    public void NoteDone(TargetCursor cursor, RoundNotes notes)
    {
        for (int index = loads.Count - 1; index >= 0; index--)
        {
            if (loads[index].Sent && cursor.Seq >= loads[index].AsOf)
            {
                notes.Loads.Add(new LoadStep(registry.Models[loads[index].Model].Name, default, Done: true));
                loads.RemoveAt(index);
            }
        }
    }

    /// <summary>Notes how far the others have come.</summary>
    public void NoteSteps(RoundNotes notes)
    {
        foreach (ModelLoad load in loads)
        {
            if (load.Moved)
            {
                notes.Loads.Add(new LoadStep(registry.Models[load.Model].Name, load.LastId, Done: false));
                load.Moved = false;
            }
        }
    }
}
