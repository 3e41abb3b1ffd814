using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Items of a batch that one request can carry: of one model, one operation, one home.</summary>
/// <param name="Items">All items of the batch.</param>
/// <param name="Start">The first of the run.</param>
/// <param name="Count">How many.</param>
internal readonly record struct BatchRun(IReadOnlyList<SyncItem> Items, int Start, int Count)
{
    /// <summary>Whether it ends the batch.</summary>
    public bool IsLast => Start + Count == Items.Count;

    /// <summary>The run that begins here.</summary>
    public static BatchRun From(IReadOnlyList<SyncItem> items, int start)
    {
        SyncItem first = items[start];
        int end = start + 1;
        while (end < items.Count && IsLike(first, items[end]))
        {
            end++;
        }

        return new BatchRun(items, start, end - start);
    }

    /// <summary>The operation's name on the wire. A record of a Hive is always sent as it is now, whatever made it so.</summary>
    public static string OperationOf(in SyncItem item) => Operation(item) switch
    {
        SyncOperation.Create => "create",
        SyncOperation.Delete => "delete",
        _ => "update",
    };

    private static bool IsLike(in SyncItem one, in SyncItem other)
        => one.Model == other.Model && one.Kind == other.Kind && one.Home == other.Home && Operation(one) == Operation(other);

    private static SyncOperation Operation(in SyncItem item)
        => item.Record is null ? SyncOperation.Delete : item.Kind == SyncItemKind.Merge ? item.Operation : SyncOperation.Update;
}
