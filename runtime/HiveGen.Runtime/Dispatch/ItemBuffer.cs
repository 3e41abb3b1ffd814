using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// The items of one window in the order in which they are sent: upserts with parents first, then deletes with children first.
/// With several lanes each rank of parents is a phase of its own, which ends before the next begins. Its lists are used again
/// for every window of a connection.
/// </summary>
internal sealed class ItemBuffer
{
    private readonly SyncRegistry registry;
    private readonly List<Outgoing>[] upserts;
    private readonly List<Outgoing>[] deletes;
    private readonly List<Outgoing>[] lanes;
    private readonly List<Outgoing> ordered = [];
    private readonly List<List<LaneRange>> phases = [];

    public ItemBuffer(SyncRegistry registry, int lanes)
    {
        this.registry = registry;
        upserts = Lists(registry.Models.Count);
        deletes = Lists(registry.Models.Count);
        this.lanes = Lists(lanes);
    }

    /// <summary>How many items there are in all.</summary>
    public int Total => ordered.Count;

    /// <summary>How many items were added.</summary>
    public int Added { get; private set; }

    /// <summary>About how large what was added is.</summary>
    public long Bytes { get; private set; }

    /// <summary>Phase by phase, the ranges that may be sent at the same time. Empty when there is no item.</summary>
    public IReadOnlyList<IReadOnlyList<LaneRange>> Phases => phases;

    /// <summary>Adds an item of the model with this number.</summary>
    public void Add(int model, in Outgoing item)
    {
        (item.Item.Record is null ? deletes : upserts)[model].Add(item);
        Added++;
        Bytes += item.Bytes;
    }

    /// <summary>Puts what was added in order.</summary>
    public void Seal()
    {
        int last = upserts.Length - 1;
        for (int model = 0; model <= last; model++)
        {
            Take(upserts[model]);
            if (lanes.Length > 1 && (model == last || registry.RankOf(model + 1) != registry.RankOf(model)))
            {
                EndPhase();
            }
        }

        for (int model = last; model >= 0; model--)
        {
            Take(deletes[model]);
            if (lanes.Length > 1 && (model == 0 || registry.RankOf(model - 1) != registry.RankOf(model)))
            {
                EndPhase();
            }
        }

        if (lanes.Length == 1 && ordered.Count > 0)
        {
            phases.Add([new LaneRange(0, ordered.Count)]);
        }
    }

    /// <summary>An item with what is known of it.</summary>
    public Outgoing At(int index) => ordered[index];

    /// <summary>How many items from here on make one batch: at least one.</summary>
    public int Fit(int start, int end, int maxItems, int maxBytes, out long bytes)
    {
        int count = 0;
        bytes = 0;
        while (start + count < end && count < maxItems)
        {
            int next = ordered[start + count].Bytes;
            if (count > 0 && bytes + next > maxBytes)
            {
                break;
            }

            bytes += next;
            count++;
        }

        return count;
    }

    public void Clear()
    {
        ordered.Clear();
        phases.Clear();
        Added = 0;
        Bytes = 0;
        foreach (List<Outgoing> list in upserts)
        {
            list.Clear();
        }

        foreach (List<Outgoing> list in deletes)
        {
            list.Clear();
        }
    }

    private static List<Outgoing>[] Lists(int count)
    {
        List<Outgoing>[] lists = new List<Outgoing>[count];
        for (int index = 0; index < count; index++)
        {
            lists[index] = [];
        }

        return lists;
    }

    private void Take(List<Outgoing> items)
    {
        if (lanes.Length == 1)
        {
            ordered.AddRange(items);
            return;
        }

        foreach (Outgoing item in items)
        {
            int hash = HashCode.Combine(item.Item.Model.Name, item.Item.Id);
            lanes[(int)((uint)hash % (uint)lanes.Length)].Add(item);
        }
    }

    private void EndPhase()
    {
        List<LaneRange>? phase = null;
        foreach (List<Outgoing> lane in lanes)
        {
            if (lane.Count > 0)
            {
                (phase ??= []).Add(new LaneRange(ordered.Count, ordered.Count + lane.Count));
                ordered.AddRange(lane);
                lane.Clear();
            }
        }

        if (phase is not null)
        {
            phases.Add(phase);
        }
    }
}
