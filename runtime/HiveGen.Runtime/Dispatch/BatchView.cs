using System.Collections;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// A batch as a target sees it: a part of a window, without a copy. A target that was given up may go on reading it, so a view
/// and its window end with the connection that gave up.
/// </summary>
internal sealed class BatchView(ItemBuffer items) : IReadOnlyList<SyncItem>
{
    private int start;

    /// <summary>How many items are in view.</summary>
    public int Count { get; private set; }

    /// <summary>An item of the batch.</summary>
    public SyncItem this[int index] => (uint)index < (uint)Count ? items.At(start + index).Item : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Shows these items, until the next call.</summary>
    public BatchView Show(int first, int count)
    {
        start = first;
        Count = count;
        return this;
    }

    public IEnumerator<SyncItem> GetEnumerator()
    {
        for (int index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
