using System.Diagnostics.CodeAnalysis;

namespace HiveGen.Security;

/// <summary>
/// Remembers values for a time, and never more than it may, by their number and their weight: when it is full it says so instead of
/// forgetting one early. Thread-safe.
/// </summary>
internal sealed class BoundedMemory<TValue>(TimeProvider clock, long maxWeight = long.MaxValue)
{
    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, LinkedListNode<Entry>> known = [];
    private readonly LinkedList<Entry> order = []; // the oldest first
    private long weight;

    /// <summary>How much is remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return known.Count;
            }
        }
    }

    /// <summary>Remembers a value, unless there is one or no room.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">It.</param>
    /// <param name="window">For how long.</param>
    /// <param name="capacity">The most values.</param>
    /// <param name="stored">The value that was there before; not null if and only if the result is <see cref="MemoryAnswer.Known"/>.</param>
    public MemoryAnswer TryAdd(UInt128 key, TValue value, TimeSpan window, int capacity, [MaybeNull] out TValue stored)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (gate)
        {
            Expire(now);
            stored = default;
            if (known.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                stored = node.Value.Value;
                return MemoryAnswer.Known;
            }

            if (known.Count >= capacity || weight >= maxWeight)
            {
                return MemoryAnswer.Full;
            }

            known[key] = order.AddLast(new Entry(key, value, 0, now + window));
            return MemoryAnswer.Added;
        }
    }

    /// <summary>Puts another value, of this weight, in the place of the one that is there, for the rest of its time.</summary>
    public void Replace(UInt128 key, TValue value, long itsWeight)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                weight += itsWeight - node.Value.Weight;
                node.Value = node.Value with { Value = value, Weight = itsWeight };
            }
        }
    }

    /// <summary>Forgets a value; what was not there stays so.</summary>
    public void Remove(UInt128 key)
    {
        lock (gate)
        {
            if (known.Remove(key, out LinkedListNode<Entry>? node))
            {
                order.Remove(node);
                weight -= node.Value.Weight;
            }
        }
    }

    /// <summary>Whole seconds, at least one, until the oldest value is forgotten and there is room again.</summary>
    public int SecondsToRoom()
    {
        lock (gate)
        {
            TimeSpan wait = (order.First?.Value.Until ?? default) - clock.GetUtcNow();
            return wait > TimeSpan.Zero ? (int)Math.Ceiling(wait.TotalSeconds) : 1;
        }
    }

    private void Expire(DateTimeOffset now)
    {
        while (order.First is { } oldest && oldest.Value.Until <= now)
        {
            order.RemoveFirst();
            known.Remove(oldest.Value.Key);
            weight -= oldest.Value.Weight;
        }
    }

    private readonly record struct Entry(UInt128 Key, TValue Value, long Weight, DateTimeOffset Until);
}
