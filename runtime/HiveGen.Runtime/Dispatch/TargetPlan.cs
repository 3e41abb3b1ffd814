using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>What has to be loaded in full before a target can be said to hold everything.</summary>
internal sealed class TargetPlan
{
    /// <summary>Loads to begin, from the first record.</summary>
    public List<LoadRequest> Begin { get; } = [];

    /// <summary>Loads whose columns became fewer: noted, so that a column that comes back is loaded again.</summary>
    public List<LoadRequest> Narrow { get; } = [];

    /// <summary>Models that are not synced any more: forgotten, so that one that comes back is loaded again.</summary>
    public List<string> Forget { get; } = [];

    /// <summary>Whether there is anything to write.</summary>
    public bool Any => Begin.Count + Narrow.Count + Forget.Count > 0;

    /// <summary>Compares what was loaded with what there is.</summary>
    /// <param name="registry">The models there are.</param>
    /// <param name="loads">What was loaded.</param>
    /// <param name="fresh">Whether everything is sent anew.</param>
    /// <param name="cursor">The cursor the target itself keeps, if it does: the Hive's own memory may be below a load that is done.</param>
    public static TargetPlan Of(SyncRegistry registry, Dictionary<string, LoadMemory> loads, bool fresh, TargetCursor? cursor)
    {
        TargetPlan plan = new();
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (SyncModel model in registry.Models)
        {
            known.Add(model.Name);
            LoadRequest wanted = LoadRequest.Of(model);
            if (fresh || !loads.TryGetValue(model.Name, out LoadMemory? load) || !LoadRequest.Covers(load.Columns, wanted.Columns) || Undone(load, cursor))
            {
                plan.Begin.Add(wanted);
            }
            else if (load.Columns != wanted.Columns)
            {
                plan.Narrow.Add(wanted);
            }
        }

        foreach (string model in loads.Keys)
        {
            if (!known.Contains(model))
            {
                plan.Forget.Add(model);
            }
        }

        return plan;
    }

    /// <summary>A load counts as done only once the cursor has passed it; a cursor below it is a target restored from a backup.</summary>
    private static bool Undone(LoadMemory load, TargetCursor? cursor) => load.Done && cursor is not null && cursor.Seq < load.AsOf;
}
