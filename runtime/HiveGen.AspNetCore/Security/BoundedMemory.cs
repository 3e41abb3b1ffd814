using System.Diagnostics.CodeAnalysis;

namespace HiveGen.Security;

/// <summary>
/// Remembers values for a time, and never more than it may, by their number and their weight: when it is full it says so instead of
/// forgetting one early. Thread-safe.
/// </summary>
internal sealed class BoundedMemory<TValue>(TimeProvider clock, long maxWeight = long.MaxValue)
{
    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, Entry> known = [];
    // By their ends, not by their beginnings: a clock that was moved back, or a shorter window, does not keep new ones for an old one's sake.
    private readonly SortedSet<(DateTimeOffset Until, UInt128 Key)> order = [];
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
            if (known.TryGetValue(key, out Entry entry))
            {
                stored = entry.Value;
                return MemoryAnswer.Known;
            }

            if (known.Count >= capacity || weight >= maxWeight)
            {
                return MemoryAnswer.Full;
            }

            known[key] = new Entry(value, 0, now + window);
            order.Add((now + window, key));
            return MemoryAnswer.Added;
        }
    }

    /// <summary>Puts another value, of this weight, in the place of the one that is there, for the rest of its time.</summary>
    public void Replace(UInt128 key, TValue value, long itsWeight)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out Entry entry))
            {
                weight += itsWeight - entry.Weight;
                known[key] = entry with { Value = value, Weight = itsWeight };
            }
        }
    }

    /// <summary>Forgets a value; what was not there stays so.</summary>
    public void Remove(UInt128 key)
    {
        lock (gate)
        {
            if (known.Remove(key, out Entry entry))
            {
                order.Remove((entry.Until, key));
                weight -= entry.Weight;
            }
        }
    }

    /// <summary>Whole seconds, at least one, until the first value is forgotten and there is room again.</summary>
    public int SecondsToRoom()
    {
        lock (gate)
        {
            TimeSpan wait = order.Min.Until - clock.GetUtcNow();
            return wait > TimeSpan.Zero ? (int)Math.Ceiling(wait.TotalSeconds) : 1;
        }
    }

    private void Expire(DateTimeOffset now)
    {
        while (order.Count > 0 && order.Min is { } first && first.Until <= now)
        {
            order.Remove(first);
            known.Remove(first.Key, out Entry entry);
            weight -= entry.Weight;
        }
    }

    private readonly record struct Entry(TValue Value, long Weight, DateTimeOffset Until);
}
