using System.Collections;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// The items of one window in the order in which they are sent: upserts with parents first, then deletes with children first.
/// Its lists are used again for every window of a connection.
/// </summary>
internal sealed class ItemBuffer : IReadOnlyList<SyncItem>
{
    private readonly List<Outgoing>[] upserts;
    private readonly List<Outgoing>[] deletes;
    private readonly List<Outgoing> ordered = [];
    private int viewStart;
    private int viewCount;

    public ItemBuffer(int models)
    {
        upserts = new List<Outgoing>[models];
        deletes = new List<Outgoing>[models];
        for (int model = 0; model < models; model++)
        {
            upserts[model] = [];
            deletes[model] = [];
        }
    }

    /// <summary>How many items there are in all.</summary>
    public int Total => ordered.Count;

    /// <summary>How many items are in view: those of the batch that <see cref="View"/> chose.</summary>
    public int Count => viewCount;

    /// <summary>An item of the batch in view.</summary>
    public SyncItem this[int index] => (uint)index < (uint)viewCount ? ordered[viewStart + index].Item : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Adds an item of this model.</summary>
    /// <param name="model">The model's number.</param>
    /// <param name="item">The item.</param>
    /// <param name="bytes">About how large it is.</param>
    /// <param name="attempts">How often it failed before.</param>
    public void Add(int model, in SyncItem item, int bytes, int attempts)
        => (item.Record is null ? deletes : upserts)[model].Add(new Outgoing(item, bytes, attempts));

    /// <summary>Puts what was added in order.</summary>
    public void Seal()
    {
        for (int model = 0; model < upserts.Length; model++)
        {
            ordered.AddRange(upserts[model]);
        }

        for (int model = deletes.Length - 1; model >= 0; model--)
        {
            ordered.AddRange(deletes[model]);
        }
    }

    /// <summary>An item with what is known of it.</summary>
    public Outgoing At(int index) => ordered[index];

    /// <summary>How many items from here on make one batch: at least one.</summary>
    public int Fit(int start, int maxItems, int maxBytes)
    {
        int count = 0;
        long bytes = 0;
        while (start + count < ordered.Count && count < maxItems)
        {
            bytes += ordered[start + count].Bytes;
            if (count > 0 && bytes > maxBytes)
            {
                break;
            }

            count++;
        }

        return count;
    }

    /// <summary>Shows these items as a batch, until the next call.</summary>
    public ItemBuffer View(int start, int count)
    {
        viewStart = start;
        viewCount = count;
        return this;
    }

    public void Clear()
    {
        ordered.Clear();
        foreach (List<Outgoing> list in upserts)
        {
            list.Clear();
        }

        foreach (List<Outgoing> list in deletes)
        {
            list.Clear();
        }

        View(0, 0);
    }

    public IEnumerator<SyncItem> GetEnumerator()
    {
        for (int index = 0; index < viewCount; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
