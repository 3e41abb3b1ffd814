using System.Runtime.InteropServices;
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
    private readonly int lanes;
    private readonly List<int> widths = []; // of each phase: how many steps it has
    private readonly int[] widthOf; // of the phase of a step
    private readonly int[] firstGroup; // of a step: that of the first lane
    private readonly int[] counts; // of each group: of a step in a lane
    private readonly List<int> groups = []; // of each item
    private readonly List<ulong> keys = [];
    private readonly Dictionary<(SyncModel Model, SqlValue Id), int> places = []; // where a record's item is among those that were added
    private List<Outgoing> added = [];
    private List<int> order = [];
    private List<List<LaneRange>> phases = [];

    public ItemBuffer(SyncRegistry registry, int lanes)
    {
        this.registry = registry;
        this.lanes = lanes;
        int steps = registry.Models.Count * 2;
        widthOf = new int[steps];
        firstGroup = new int[steps];
        counts = new int[steps * lanes];
        for (int start = 0; start < steps; start += widths[^1])
        {
            widths.Add(WidthAt(start, steps));
            for (int step = start; step < start + widths[^1]; step++)
            {
                widthOf[step] = widths[^1];
                firstGroup[step] = (start * lanes) + step - start;
            }
        }
    }

    /// <summary>How many items there are in all.</summary>
    public int Total => order.Count;

    /// <summary>How many items were added.</summary>
    public int Added => added.Count;

    /// <summary>About how large what was added is.</summary>
    public long Bytes { get; private set; }

    /// <summary>Phase by phase, the ranges that may be sent at the same time. Empty when there is no item.</summary>
    public IReadOnlyList<IReadOnlyList<LaneRange>> Phases => phases;

    /// <summary>Gives the item of a record, if there is one, a newer version.</summary>
    public bool TryRenew(int model, in SqlValue id, long version)
    {
        // Only now: full loads have each record once, and need not pay for it.
        for (int next = places.Count; next < added.Count; next++)
        {
            places.Add((added[next].Item.Model, added[next].Item.Id), next);
        }

        if (!places.TryGetValue((registry.Models[model], id), out int place))
        {
            return false;
        }

        ref Outgoing known = ref CollectionsMarshal.AsSpan(added)[place];
        known = known with { Item = known.Item with { Version = version } };
        return true;
    }

    /// <summary>Adds an item of the model with this number, the only one of its record.</summary>
    public void Add(int model, in Outgoing item)
    {
        int step = item.Item.Record is null ? firstGroup.Length - 1 - model : model;
        int lane = lanes == 1 ? 0 : (int)((uint)HashCode.Combine(item.Item.Id) % (uint)lanes);
        int group = firstGroup[step] + (lane * widthOf[step]);
        counts[group]++;
        groups.Add(group);
        added.Add(item);
        Bytes += item.Bytes;
    }

    /// <summary>Puts what was added in order.</summary>
    public void Seal()
    {
        EndGroups();
        CollectionsMarshal.SetCount(order, added.Count);
        Span<int> places = CollectionsMarshal.AsSpan(order);
        for (int item = 0; item < places.Length; item++)
        {
            places[counts[groups[item]]++] = item;
        }

        CollectionsMarshal.SetCount(keys, added.Count);
        int start = 0;
        foreach (int end in counts)
        {
            IdOrder.Sort(places[start..end], CollectionsMarshal.AsSpan(added), CollectionsMarshal.AsSpan(keys));
            start = end;
        }
    }

    /// <summary>Says of each group where it begins, and which make a phase.</summary>
    private void EndGroups()
    {
        int group = 0;
        int next = 0;
        foreach (int width in widths)
        {
            List<LaneRange> phase = [];
            for (int lane = 0; lane < lanes; lane++)
            {
                int start = next;
                for (int step = 0; step < width; step++, group++)
                {
                    (counts[group], next) = (next, next + counts[group]); // from here on where its next item goes
                }

                if (next > start)
                {
                    phase.Add(new LaneRange(start, next));
                }
            }

            if (phase.Count > 0)
            {
                phases.Add(phase);
            }
        }
    }

    /// <summary>Takes over what another buffer has put in order, and leaves it empty: the lists of both are used again.</summary>
    public void Take(ItemBuffer other)
    {
        Clear();
        (added, other.added) = (other.added, added);
        (order, other.order) = (other.order, order);
        (phases, other.phases) = (other.phases, phases);
        Bytes = other.Bytes;
        other.Clear();
    }

    /// <summary>An item with what is known of it.</summary>
    public Outgoing At(int index) => added[order[index]];

    /// <summary>How many items from here on make one batch: at least one.</summary>
    public int Fit(int start, int end, int maxItems, int maxBytes, out long bytes)
    {
        int count = 0;
        bytes = 0;
        while (start + count < end && count < maxItems)
        {
            int next = At(start + count).Bytes;
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
        added.Clear();
        groups.Clear();
        order.Clear();
        phases.Clear();
        counts.AsSpan().Clear();
        places.Clear();
        Bytes = 0;
    }

    /// <summary>How many steps the phase has that begins with this one.</summary>
    private int WidthAt(int start, int steps)
    {
        int end = start + 1;
        while (end < steps && (lanes == 1 || IsSamePhase(start, end)))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Steps are the models' upserts in order, then their deletes the other way round.</summary>
    private bool IsSamePhase(int one, int other)
    {
        int models = registry.Models.Count;
        return (one < models) == (other < models) && RankAt(one) == RankAt(other);

        int RankAt(int step) => registry.RankOf(step < models ? step : (2 * models) - 1 - step);
    }
}
