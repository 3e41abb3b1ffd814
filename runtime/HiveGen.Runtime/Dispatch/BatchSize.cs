using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// How much a target takes at once, learnt from what it refused or did not answer in time: halved then, grown slowly while
/// batches of that size arrive, never above what the adapter allows. Thread-safe: lanes share it.
/// </summary>
internal sealed class BatchSize(HiveTarget target)
{
    private const int ArrivalsToGrow = 8;

    private readonly Lock gate = new();
    private int rows = int.MaxValue;
    private int bytes = int.MaxValue;
    private int arrivals;

    /// <summary>The most items of the next batch.</summary>
    public int Rows
    {
        get
        {
            lock (gate)
            {
                return Math.Max(1, Math.Min(rows, target.MaxBatch));
            }
        }
    }

    /// <summary>About the most bytes of the next batch.</summary>
    public int Bytes
    {
        get
        {
            lock (gate)
            {
                return Math.Max(1, Math.Min(bytes, target.MaxBatchBytes));
            }
        }
    }

    /// <summary>Notes that so much was too much.</summary>
    public void Shrink(int sentRows, long sentBytes)
    {
        lock (gate)
        {
            arrivals = 0;
            rows = Math.Max(1, Math.Min(rows, sentRows / 2));
            bytes = (int)Math.Max(1, Math.Min(bytes, sentBytes / 2));
        }
    }

    /// <summary>Notes that so much arrived. A batch that did not use what was allowed tells nothing.</summary>
    public void Arrive(int sentRows, long sentBytes)
    {
        lock (gate)
        {
            if ((rows == int.MaxValue && bytes == int.MaxValue) || (sentRows < rows && sentBytes < bytes / 2) || ++arrivals < ArrivalsToGrow)
            {
                return;
            }

            arrivals = 0;
            rows = Grow(rows, target.MaxBatch);
            bytes = Grow(bytes, target.MaxBatchBytes);
        }
    }

    private static int Grow(int limit, int most) => limit >= most ? int.MaxValue : (int)Math.Min(int.MaxValue, limit + (limit / 4L) + 1);
}
